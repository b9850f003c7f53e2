package org.prorata.scenarios;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A fraction of its own for the independent computation, so that nothing of the portal's arithmetic checks itself. */
record Ratio(BigInteger p, BigInteger q) implements Comparable<Ratio> {

    static final Ratio ZERO = of(BigInteger.ZERO);

    Ratio {
        BigInteger common = p.gcd(q).max(BigInteger.ONE);
        if (q.signum() < 0) {
            common = common.negate();
        }
        p = p.divide(common);
        q = q.divide(common);
    }

    private static final BigInteger LONGEST = BigInteger.TEN.pow(30);
    private static final BigInteger KEPT = BigInteger.TEN.pow(18);

    static Ratio of(BigInteger whole) {
        return new Ratio(whole, BigInteger.ONE);
    }

    static Ratio of(long p, long q) {
        return new Ratio(BigInteger.valueOf(p), BigInteger.valueOf(q));
    }

    static Ratio of(BigDecimal decimal) {
        return new Ratio(decimal.movePointRight(Math.max(0, decimal.scale())).toBigIntegerExact(), BigInteger.TEN.pow(Math.max(0, decimal.scale())));
    }

    Ratio plus(Ratio o) {
        return new Ratio(p.multiply(o.q).add(o.p.multiply(q)), q.multiply(o.q));
    }

    Ratio minus(Ratio o) {
        return plus(new Ratio(o.p.negate(), o.q));
    }

    Ratio times(Ratio o) {
        return new Ratio(p.multiply(o.p), q.multiply(o.q));
    }

    Ratio over(Ratio o) {
        return new Ratio(p.multiply(o.q), q.multiply(o.p));
    }

    BigInteger floor() {
        return p.subtract(p.mod(q)).divide(q);
    }

    BigInteger halfUp() {
        return plus(of(1, 2)).floor();
    }

    /** As a carry is kept: rounded half-even to 18 decimals once its denominator has more than 30 digits (rule F6). */
    Ratio asCarry() {
        if (q.compareTo(LONGEST) < 0) {
            return this;
        }
        return new Ratio(new BigDecimal(p.multiply(KEPT)).divide(new BigDecimal(q), 0, RoundingMode.HALF_EVEN).toBigIntegerExact(), KEPT);
    }

    @Override
    public int compareTo(Ratio o) {
        return p.multiply(o.q).compareTo(o.p.multiply(q));
    }

    @Override
    public String toString() {
        return q.equals(BigInteger.ONE) ? p.toString() : p + "/" + q;
    }
}
