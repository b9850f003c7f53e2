package org.prorata.calc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact rational number in lowest terms, its denominator above zero. It holds what has not been rounded yet: shares, rates, day
 * fractions, exact parts, carries. Equal numbers are equal objects, print alike ({@code "p/q"}, or {@code "p"} for a whole number) and
 * compare as zero.
 */
public final class Fraction implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    /** A text longer than this is no fraction that the portal ever wrote; reading it would only cost time. */
    private static final int LONGEST_TEXT = 2_000;
    /** Below this length no long overflows when its sign is changed. */
    private static final int LONG_BITS = 63;
    /** A decimal such as 1E-1000000000 would fill the memory once written out. */
    private static final int MOST_DECIMALS = 1_000;

    private final BigInteger numerator;
    private final BigInteger denominator;

    /** The arguments are in lowest terms already. */
    private Fraction(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public static Fraction of(long whole) {
        return of(BigInteger.valueOf(whole));
    }

    public static Fraction of(long numerator, long denominator) {
        return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Fraction of(BigInteger whole) {
        return whole.signum() == 0 ? ZERO : new Fraction(whole, BigInteger.ONE);
    }

    /** @throws ArithmeticException where the denominator is zero */
    public static Fraction of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a fraction has no denominator of zero: " + numerator + "/0");
        }
        if (numerator.signum() == 0) {
            return ZERO;
        }
        BigInteger common = commonDivisor(numerator, denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        return common.equals(BigInteger.ONE) ? new Fraction(numerator, denominator)
                : new Fraction(numerator.divide(common), denominator.divide(common));
    }

    private static BigInteger commonDivisor(BigInteger a, BigInteger b) {
        return a.bitLength() < LONG_BITS && b.bitLength() < LONG_BITS
                ? BigInteger.valueOf(commonDivisor(a.longValue(), b.longValue())) : a.gcd(b);
    }

    /** Stein's way, several times faster than BigInteger's where numbers are short, as most are. */
    private static long commonDivisor(long first, long second) {
        long a = Math.abs(first);
        long b = Math.abs(second);
        int twos = Long.numberOfTrailingZeros(a | b);
        a >>>= Long.numberOfTrailingZeros(a);
        while (b != 0) {
            b >>>= Long.numberOfTrailingZeros(b);
            long smaller = Math.min(a, b);
            b = Math.abs(a - b);
            a = smaller;
        }
        return a << twos;
    }

    /** The decimal exactly. @throws ArithmeticException beyond 1,000 places on either side of the point */
    public static Fraction of(BigDecimal decimal) {
        int scale = decimal.scale();
        if (scale > MOST_DECIMALS || scale < -MOST_DECIMALS) {
            throw new ArithmeticException("a decimal of more than " + MOST_DECIMALS + " places");
        }
        return scale <= 0 ? of(decimal.toBigIntegerExact()) : of(decimal.unscaledValue(), BigInteger.TEN.pow(scale));
    }

    /**
     * Reads what {@link #toString} writes: {@code "p/q"} or {@code "p"}, lowest terms not required.
     *
     * @throws NumberFormatException where it is anything else, also a denominator that is not above zero
     */
    public static Fraction parse(String text) {
        if (text.length() > LONGEST_TEXT || !text.matches("-?[0-9]++(/[0-9]++)?")) {
            throw new NumberFormatException("not a fraction like 2/3 or 5: "
                    + text.substring(0, Math.min(40, text.length())));
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return of(new BigInteger(text));
        }
        BigInteger denominator = new BigInteger(text.substring(slash + 1));
        if (denominator.signum() == 0) {
            throw new NumberFormatException("a fraction over zero");
        }
        return of(new BigInteger(text.substring(0, slash)), denominator);
    }

    public BigInteger numerator() {
        return numerator;
    }

    public BigInteger denominator() {
        return denominator;
    }

    public Fraction plus(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return of(numerator.add(other.numerator), denominator);
        }
        return of(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    public Fraction times(Fraction other) {
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException where the other is zero */
    public Fraction dividedBy(Fraction other) {
        return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Fraction negated() {
        return isZero() ? this : new Fraction(numerator.negate(), denominator);
    }

    /** −1, 0 or 1. */
    public int signum() {
        return numerator.signum();
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    /** The largest whole number not above this one: −1/2 gives −1. */
    public BigInteger floor() {
        BigInteger[] quotient = numerator.divideAndRemainder(denominator);
        return quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }

    /**
     * The nearest whole number, a half going away from zero: 5/2 gives 3 and −5/2 gives −3, so that a reversal is its original with the
     * sign changed. Amounts of interest (rule F5) are never negative.
     */
    public BigInteger roundHalfUp() {
        return toDecimal(0, RoundingMode.HALF_UP).unscaledValue();
    }

    /** The nearest multiple of 10^−decimals, a half going to the even one. */
    public Fraction roundHalfEven(int decimals) {
        return of(toDecimal(decimals, RoundingMode.HALF_EVEN));
    }

    /** For display: exactly that many decimals, rounded as said. */
    public BigDecimal toDecimal(int decimals, RoundingMode rounding) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, rounding);
    }

    @Override
    public int compareTo(Fraction other) {
        return denominator.equals(other.denominator) ? numerator.compareTo(other.numerator)
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction f && numerator.equals(f.numerator) && denominator.equals(f.denominator);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, denominator);
    }

    /** Appends what {@link #toString} says. */
    public void appendTo(StringBuilder text) {
        append(text, numerator);
        if (!denominator.equals(BigInteger.ONE)) {
            append(text.append('/'), denominator);
        }
    }

    /** Appends the number in decimal digits: several times faster than by way of BigInteger's own text where it is short, as most are. */
    public static void append(StringBuilder text, BigInteger number) {
        if (number.bitLength() <= LONG_BITS) {
            text.append(number.longValue());
        } else {
            text.append(number);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        appendTo(text);
        return text.toString();
    }
}
