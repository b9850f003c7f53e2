package org.prorata.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Where days and amounts stand in a drawing. Amounts are exact integers of any unit; a coordinate is a rounded decimal, good for pixels and for nothing else.
 *
 * @param left  of the field, in units of the drawing, as are {@code top}, {@code width} and {@code height}
 * @param first the day at its left edge, {@code last} that at its right edge: refused where it is before the first
 * @param most  the amount at its upper edge; not negative. Where it is 0 every amount stands on the ground
 */
public record Plot(int left, int top, int width, int height, LocalDate first, LocalDate last, BigInteger most) {

    private static final int DECIMALS = 1;

    public Plot {
        if (last.isBefore(first) || most.signum() < 0) {
            throw new IllegalArgumentException("a drawing needs its days in order and an amount that is not negative");
        }
    }

    /** How far a part of a whole reaches along a length; 0 where the whole is. */
    public static BigDecimal length(BigInteger part, BigInteger whole, int length) {
        return whole.signum() == 0 ? BigDecimal.ZERO.setScale(DECIMALS)
                : new BigDecimal(part.multiply(BigInteger.valueOf(length))).divide(new BigDecimal(whole), DECIMALS, RoundingMode.HALF_UP);
    }

    /** From the left edge of the drawing to this day. */
    public BigDecimal x(LocalDate day) {
        return BigDecimal.valueOf(left).add(length(days(day), days(last), width));
    }

    /** From the upper edge of the drawing down to this amount: the larger, the smaller. */
    public BigDecimal y(BigInteger amount) {
        return BigDecimal.valueOf(top + (long) height).subtract(length(amount, most, height));
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    public int ground() {
        return top + height;
    }

    public int right() {
        return left + width;
    }

    private BigInteger days(LocalDate day) {
        return BigInteger.valueOf(ChronoUnit.DAYS.between(first, day));
    }
}
