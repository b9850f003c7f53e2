package org.prorata.calc;

import java.time.LocalDate;

/**
 * One interest period and when it is paid.
 *
 * @param start the first day that counts
 * @param end   the first day that no longer counts; moved to a business day only where the deal adjusts interest dates
 * @param due   the stated date, never moved
 * @param pay   the date on which cash falls due: the stated one moved to a business day
 */
public record Period(LocalDate start, LocalDate end, LocalDate due, LocalDate pay) {
}
