package org.prorata.calc;

import java.math.BigInteger;

/**
 * Whole numbers that compare exactly, ties included, as the lenders' remainder + carry do; null for a lender without a remainder. They
 * are made so that no common divisor need be searched for each lender.
 */
final class Claims {

    private static final int LONG_BITS = 62;

    private final BigInteger[] remainders;
    private final BigInteger weightSum;
    private final Fraction[] carries;

    /**
     * @param remainders over the sum of weights
     * @param carries    with the sign in which the absolute total is split
     */
    static BigInteger[] of(BigInteger[] remainders, BigInteger weightSum, Fraction[] carries) {
        Claims claims = new Claims(remainders, weightSum, carries);
        long common = claims.commonDenominator();
        return common > 0 ? claims.over(common) : claims.inFixedPoint();
    }

    private Claims(BigInteger[] remainders, BigInteger weightSum, Fraction[] carries) {
        this.remainders = remainders;
        this.weightSum = weightSum;
        this.carries = carries;
    }

    /** Mostly the sum of weights itself, where no share has changed since the split before; 0 where it passes 62 bits. */
    private long commonDenominator() {
        if (weightSum.bitLength() > LONG_BITS) {
            return 0;
        }
        long common = weightSum.longValueExact();
        for (Fraction carry : carries) {
            if (carry.denominator().bitLength() > LONG_BITS) {
                return 0;
            }
            long denominator = carry.denominator().longValueExact();
            if (common % denominator != 0) {
                BigInteger larger = carry.denominator().divide(BigInteger.valueOf(common).gcd(carry.denominator()))
                        .multiply(BigInteger.valueOf(common));
                if (larger.bitLength() > LONG_BITS) {
                    return 0;
                }
                common = larger.longValueExact();
            }
        }
        return common;
    }

    private BigInteger[] over(long common) {
        BigInteger perRemainder = BigInteger.valueOf(common).divide(weightSum);
        BigInteger[] claims = new BigInteger[remainders.length];
        for (int i = 0; i < claims.length; i++) {
            if (remainders[i].signum() != 0) {
                BigInteger perCarry = BigInteger.valueOf(common / carries[i].denominator().longValueExact());
                claims[i] = remainders[i].multiply(perRemainder).add(carries[i].numerator().multiply(perCarry));
            }
        }
        return claims;
    }

    /**
     * Two fractions whose denominators are below D differ by more than 1/D², or not at all. So multiplied by D², a power of two, and
     * rounded down, they keep their order and their ties.
     */
    private BigInteger[] inFixedPoint() {
        int carryBits = 1;
        for (Fraction carry : carries) {
            carryBits = Math.max(carryBits, carry.denominator().bitLength());
        }
        int scaleBits = 2 * (weightSum.bitLength() + carryBits);
        BigInteger[] claims = new BigInteger[remainders.length];
        for (int i = 0; i < claims.length; i++) {
            if (remainders[i].signum() != 0) {
                BigInteger denominator = carries[i].denominator();
                BigInteger sum = remainders[i].multiply(denominator).add(carries[i].numerator().multiply(weightSum));
                BigInteger[] quotient = sum.shiftLeft(scaleBits).divideAndRemainder(weightSum.multiply(denominator));
                claims[i] = quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
            }
        }
        return claims;
    }
}
