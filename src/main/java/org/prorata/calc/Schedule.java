package org.prorata.calc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The interest periods of a loan (rule F9): each starts where the one before ends. The first start is never moved, even where it is no
 * business day; the other dates move in the interest period only where the deal says so, and always in the payment date.
 */
public final class Schedule {

    /** Far beyond any loan (monthly for eight centuries); keeps a mistyped year from filling the memory. */
    private static final int MOST_PERIODS = 10_000;

    private Schedule() {
    }

    /**
     * Periods of equal months, each date counted from the start (not from the date before, so that 31 January, 28 February is followed by
     * 31 March), clamped to its month's end; the last period ends at the maturity and may be short.
     *
     * @throws DateRefused where the maturity is not after the start, there are more than 10,000 periods, a date lies outside the
     *                     calendars' years, or a moved first date would fall before the start
     */
    public static List<Period> regular(LocalDate start, LocalDate maturity, Frequency frequency, BusinessDays businessDays,
            Convention convention, boolean adjustInterest) {
        if (!maturity.isAfter(start)) {
            throw new DateRefused("the maturity " + maturity + " is not after the start " + start);
        }
        List<LocalDate> dueDates = new ArrayList<>();
        LocalDate next = start.plusMonths(frequency.months());
        while (next.isBefore(maturity)) {
            dueDates.add(next);
            if (dueDates.size() == MOST_PERIODS) {
                throw new DateRefused("from " + start + " to " + maturity + " there are more than " + MOST_PERIODS + " periods");
            }
            next = start.plusMonths((dueDates.size() + 1L) * frequency.months());
        }
        dueDates.add(maturity);
        return listed(start, dueDates, businessDays, convention, adjustInterest);
    }

    /**
     * Periods that end on the dates given one by one.
     *
     * @throws DateRefused where the dates are not each after the one before and the first after the start, a date lies outside the
     *                     calendars' years, or a moved first date would fall before the start
     */
    public static List<Period> listed(LocalDate start, List<LocalDate> dueDates, BusinessDays businessDays, Convention convention,
            boolean adjustInterest) {
        List<Period> periods = new ArrayList<>();
        LocalDate before = start;
        LocalDate from = start;
        for (LocalDate due : dueDates) {
            if (!due.isAfter(before)) {
                throw new DateRefused("the date " + due + " is not after " + before);
            }
            LocalDate pay = businessDays.adjust(due, convention).adjusted();
            LocalDate end = adjustInterest ? pay : due;
            if (end.isBefore(from)) {
                throw new DateRefused("the date " + due + " moves to " + end + ", before its period starts on " + from);
            }
            periods.add(new Period(from, end, due, pay));
            before = due;
            from = end;
        }
        return List.copyOf(periods);
    }
}
