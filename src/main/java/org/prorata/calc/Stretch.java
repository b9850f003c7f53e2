package org.prorata.calc;

import java.math.BigInteger;
import java.time.LocalDate;

/**
 * Days on which neither principal nor rate changes.
 *
 * @param from      the first day that counts
 * @param to        the first day that no longer counts
 * @param principal in minor units
 * @param rate      a year, 1/10 for 10 %
 */
public record Stretch(LocalDate from, LocalDate to, BigInteger principal, Fraction rate) {
}
