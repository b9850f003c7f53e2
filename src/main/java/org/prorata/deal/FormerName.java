package org.prorata.deal;

import java.time.LocalDate;

/**
 * A name that a lender once had.
 *
 * @param until the last day it had this name; null where that is not known
 */
public record FormerName(String name, LocalDate until) {
}
