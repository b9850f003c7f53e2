package org.prorata.calc;

import java.math.BigInteger;

/** Fractional weights, such as a lender's exact interest over its own positions, made whole without changing any ratio (rule F6). */
public final class Weights {

    private Weights() {
    }

    /** The least common denominator; 1 for no weights at all. */
    public static BigInteger commonDenominator(Fraction[] weights) {
        BigInteger common = BigInteger.ONE;
        for (Fraction weight : weights) {
            BigInteger denominator = weight.denominator();
            // mostly the same denominator again: no need to search for a common divisor
            if (!denominator.equals(common) && common.mod(denominator).signum() != 0) {
                common = common.divide(common.gcd(denominator)).multiply(denominator);
            }
        }
        return common;
    }

    /** Each weight times the least common denominator of all. */
    public static BigInteger[] scaled(Fraction[] weights) {
        BigInteger common = commonDenominator(weights);
        BigInteger[] scaled = new BigInteger[weights.length];
        for (int i = 0; i < weights.length; i++) {
            scaled[i] = weights[i].numerator().multiply(common.divide(weights[i].denominator()));
        }
        return scaled;
    }
}
