package org.prorata.calc;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much of a year lies between two dates (rule F9). The first day counts and the last does not, so a period and the next share no
 * day, and the same date twice is no time at all. A start after the end is refused with an {@link IllegalArgumentException}.
 *
 * <p>The rules are those of the 2006 ISDA Definitions, section 4.16.
 */
public enum DayCount {

    /** 4.16(e): actual days / 360. */
    ACT_360("ACT/360", 360),

    /** 4.16(d): actual days / 365, in leap years too. */
    ACT_365F("ACT/365F", 365),

    /**
     * 4.16(f), the bond basis: (360 × years + 30 × months + days) / 360, where a start on the 31st counts as the 30th, and an end on the
     * 31st as the 30th only if the start is then the 30th. It does not add up across a cut.
     */
    THIRTY_360("30/360", 360) {
        @Override
        int countedDays(LocalDate start, LocalDate end) {
            int first = Math.min(start.getDayOfMonth(), 30);
            return thirtyDayMonths(start, first, end, first == 30 ? Math.min(end.getDayOfMonth(), 30) : end.getDayOfMonth());
        }
    },

    /** 4.16(g), the Eurobond basis: as 30/360, but an end on the 31st always counts as the 30th. */
    THIRTY_E_360("30E/360", 360) {
        @Override
        int countedDays(LocalDate start, LocalDate end) {
            return thirtyDayMonths(start, Math.min(start.getDayOfMonth(), 30), end, Math.min(end.getDayOfMonth(), 30));
        }
    },

    /** 4.16(b): days in years of 365 days / 365 + days in leap years / 366, each day counted in its own year. */
    ACT_ACT_ISDA("ACT/ACT", 365) {
        @Override
        public Fraction fraction(LocalDate start, LocalDate end) {
            int leap = leapDays(start, end);
            return Fraction.of(days(start, end) - leap, 365).plus(Fraction.of(leap, 366));
        }

        @Override
        public String formula(LocalDate start, LocalDate end) {
            int leap = leapDays(start, end);
            int common = days(start, end) - leap;
            String inCommonYears = common + "d/365";
            String inLeapYears = leap + "d/366";
            if (leap == 0) {
                return inCommonYears;
            }
            if (common == 0) {
                return inLeapYears;
            }
            return start.isLeapYear() ? inLeapYears + " + " + inCommonYears : inCommonYears + " + " + inLeapYears;
        }
    };

    private final String code;
    private final int daysInYear;

    DayCount(String code, int daysInYear) {
        this.code = code;
        this.daysInYear = daysInYear;
    }

    /** As deal files and pages write it: "ACT/360", "ACT/365F", "30/360", "30E/360", "ACT/ACT". */
    public String code() {
        return code;
    }

    public static Optional<DayCount> byCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** The numerator: actual days, or days in months of thirty (none from a 30th to a 31st). */
    public final int days(LocalDate start, LocalDate end) {
        if (start.isAfter(end)) {
            throw new IllegalArgumentException("the start " + start + " is after the end " + end);
        }
        return countedDays(start, end);
    }

    /** The part of a year, exactly. */
    public Fraction fraction(LocalDate start, LocalDate end) {
        return Fraction.of(days(start, end), daysInYear);
    }

    /** The fraction as a page shows it: "92d/365", or for ACT/ACT "47d/365 + 135d/366" with the first year's part first. */
    public String formula(LocalDate start, LocalDate end) {
        return days(start, end) + "d/" + daysInYear;
    }

    int countedDays(LocalDate start, LocalDate end) {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, end));
    }

    private static int thirtyDayMonths(LocalDate start, int firstDay, LocalDate end, int lastDay) {
        return Math.toIntExact(360L * (end.getYear() - start.getYear())
                + 30L * (end.getMonthValue() - start.getMonthValue()) + (lastDay - firstDay));
    }

    private static int leapDays(LocalDate start, LocalDate end) {
        long days = 0;
        for (LocalDate from = start; from.isBefore(end); ) {
            LocalDate newYear = LocalDate.of(from.getYear() + 1, 1, 1);
            LocalDate to = newYear.isBefore(end) ? newYear : end;
            days += from.isLeapYear() ? ChronoUnit.DAYS.between(from, to) : 0;
            from = to;
        }
        return Math.toIntExact(days);
    }
}
