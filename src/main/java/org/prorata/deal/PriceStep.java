package org.prorata.deal;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * @param from first day of this price; null: before the first dated one
 * @param price of one share in the price currency, exact; may be unknown
 */
public record PriceStep(LocalDate from, Sourced<BigDecimal> price) {
}
