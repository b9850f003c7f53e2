package org.prorata.deal;

import java.math.BigInteger;
import java.time.LocalDate;

/**
 * @param due the stated, unadjusted date
 * @param amount minor units, never negative; unknown until it is entered (0 is an answer)
 */
public record StatedAmount(LocalDate due, Sourced<BigInteger> amount) {
}
