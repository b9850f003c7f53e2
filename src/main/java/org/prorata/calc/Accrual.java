package org.prorata.calc;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/**
 * Simple interest (rule F5): principal × rate × day fraction, exact in minor units. A component's interest is the exact sum over its
 * stretches, rounded once at the end; it is never the sum of rounded parts.
 */
public final class Accrual {

    private Accrual() {
    }

    /** @param ratePerYear 1/10 for 10 % a year */
    public static Fraction exact(BigInteger principalMinor, Fraction ratePerYear, DayCount dayCount, LocalDate start, LocalDate end) {
        return Fraction.of(principalMinor).times(ratePerYear).times(dayCount.fraction(start, end));
    }

    /** The exact interest over all stretches, which {@link Cut#stretches} makes. */
    public static Fraction sum(List<Stretch> stretches, DayCount dayCount) {
        Fraction sum = Fraction.ZERO;
        for (Stretch stretch : stretches) {
            sum = sum.plus(exact(stretch.principal(), stretch.rate(), dayCount, stretch.from(), stretch.to()));
        }
        return sum;
    }

    /** To the minor unit, half-up: the one rounding of a component. */
    public static BigInteger round(Fraction exactMinor) {
        return exactMinor.roundHalfUp();
    }
}
