package org.prorata.allocation;

import java.time.LocalDate;

/**
 * Interest of one term that has accrued by the end of a day and is not yet due. The first day of its period counts and the day looked at does not (rule F4).
 * Before any withholding tax.
 *
 * @param from    the first day that counts
 * @param to      the end of the running period, or null where accrual has not begun
 * @param days    counted so far, by the term's day count
 * @param percent a year; null where it is not known
 * @param waitsFor what has to become known before this can be computed; null where nothing has to
 * @param accrued rounded half-up to the minor unit, each part by itself; null before accrual begins and where it waits
 * @param perDay  what the next day adds, on the same positions
 */
public record AccrualLine(String term, String name, LocalDate from, LocalDate to, LocalDate due, int days, String percent, Mark percentMark, String dayCount,
        Mark dayCountMark, String waitsFor, Amounts accrued, Amounts perDay) {

    public boolean begun() {
        return to != null;
    }
}
