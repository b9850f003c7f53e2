package org.prorata.deal;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate from a date until the next step.
 *
 * @param from first day at this rate
 * @param percentPerYear exact: 10 means 10 % a year; may be unknown
 */
public record RateStep(LocalDate from, Sourced<BigDecimal> percentPerYear) {
}
