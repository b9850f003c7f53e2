package org.prorata.deal;

import java.time.LocalDate;
import java.util.List;
import org.prorata.calc.Frequency;

/**
 * The stated dates on which an interest term is paid (F9): every n months from the start of accrual until a last date (a short last period
 * where it does not fit), or listed one by one.
 *
 * @param frequency null where the dates are listed
 * @param until the last date; null where the dates are listed
 * @param listed in order, later than the start of accrual; null where there is a frequency
 */
public record Dates(Frequency frequency, LocalDate until, List<LocalDate> listed) {

    public Dates {
        if ((frequency == null) != (until == null) || (frequency == null) == (listed == null)) {
            throw new IllegalArgumentException("Dates are either a frequency with a last date, or a list");
        }
        listed = listed == null ? null : List.copyOf(listed);
    }

    public static Dates every(Frequency frequency, LocalDate until) {
        return new Dates(frequency, until, null);
    }

    public static Dates listed(List<LocalDate> dates) {
        return new Dates(null, null, dates);
    }
}
