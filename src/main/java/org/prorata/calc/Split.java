package org.prorata.calc;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A total of whole units (cents, warrants) divided among lenders by weight, by rule F6: each lender first gets its exact part rounded
 * down; the units left go, one each, to the lenders with the largest remainder + carry, ties in register order, and only to lenders
 * whose remainder is not zero. So the slices add up to the total, each is less than one unit from its exact part, nothing goes to a
 * holder of nothing, and with the carry nobody drifts from the exact over the life of a loan.
 *
 * <p>The units never run out of takers. The remainders, each below one unit, add up to the units left; so where units are left, more
 * lenders have a remainder than there are units.
 *
 * <p>A negative total is split as its absolute value with the carries' signs changed, and then all signs are changed back.
 */
public final class Split {

    /** A carry whose denominator reaches this (31 digits) is rounded, or histories of odd weights would grow without end. */
    private static final BigInteger DENOMINATOR_BOUND = BigInteger.TEN.pow(30);
    private static final int CARRY_DECIMALS = 18;

    private final BigInteger total;
    private final BigInteger[] weights;
    private final Fraction[] carries;
    private final BigInteger weightSum;
    private final int unitsToGive;
    /** Of the absolute total, over {@link #weightSum}: what each exact part has beyond its floor. */
    private final BigInteger[] remainders;
    private final boolean[] gotUnit;
    private final BigInteger[] slices;
    private volatile int[] ranks;

    /**
     * @param total   any sign
     * @param weights not negative, in register order; positions, or {@link Weights#scaled} sums of interest
     * @param carries Σ (exact part − slice) of each lender over earlier splits of the same term; null where there is no carry
     * @throws IllegalArgumentException for a negative weight, or carries that are not one for each weight
     * @throws NothingToSplitOver       where all weights are zero and the total is not
     */
    public static Split of(BigInteger total, BigInteger[] weights, Fraction[] carries) {
        return new Split(total, weights.clone(), carries == null ? null : carries.clone());
    }

    public static Split withoutCarry(BigInteger total, BigInteger[] weights) {
        return of(total, weights, null);
    }

    private Split(BigInteger total, BigInteger[] weights, Fraction[] carries) {
        this.total = total;
        this.weights = weights;
        this.carries = carries;
        if (carries != null && carries.length != weights.length) {
            throw new IllegalArgumentException(carries.length + " carries for " + weights.length + " weights");
        }
        weightSum = sumOfNonNegative(weights);
        if (weightSum.signum() == 0 && total.signum() != 0) {
            throw new NothingToSplitOver(total);
        }
        remainders = new BigInteger[weights.length];
        slices = new BigInteger[weights.length];
        unitsToGive = floors();
        gotUnit = unitsToGive == 0 ? new boolean[weights.length] : Ranking.first(keys(), unitsToGive);
        for (int i = 0; i < slices.length; i++) {
            slices[i] = signed(gotUnit[i] ? slices[i].add(BigInteger.ONE) : slices[i]);
        }
    }

    private static BigInteger sumOfNonNegative(BigInteger[] weights) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i].signum() < 0) {
                throw new IllegalArgumentException("weight " + (i + 1) + " of " + weights.length + " is negative: " + weights[i]);
            }
            sum = sum.add(weights[i]);
        }
        return sum;
    }

    /** Fills the floors (as slices so far) and remainders of the absolute total; gives the number of units left. */
    private int floors() {
        if (total.signum() == 0) {
            Arrays.fill(slices, BigInteger.ZERO);
            Arrays.fill(remainders, BigInteger.ZERO);
            return 0;
        }
        BigInteger absolute = total.abs();
        BigInteger left = absolute;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] quotient = absolute.multiply(weights[i]).divideAndRemainder(weightSum);
            slices[i] = quotient[0];
            remainders[i] = quotient[1];
            left = left.subtract(quotient[0]);
        }
        return left.intValueExact();
    }

    /**
     * Whole numbers that compare exactly as remainder + carry do; null for a lender without a remainder.
     *
     * <p>Two fractions whose denominators are at most D differ by at least 1/D², or not at all. So scaled by a power of two beyond D²
     * and rounded down, they keep their order and their ties, and no common denominator need be found.
     */
    private BigInteger[] keys() {
        BigInteger[] keys = new BigInteger[weights.length];
        int scaleBits = carries == null ? 0 : 2 * (weightSum.bitLength() + longestCarryDenominator());
        for (int i = 0; i < keys.length; i++) {
            if (remainders[i].signum() == 0) {
                continue;
            }
            if (carries == null) {
                keys[i] = remainders[i];
            } else {
                Fraction carry = carries[i];
                BigInteger carried = signed(carry.numerator()).multiply(weightSum);
                BigInteger sum = remainders[i].multiply(carry.denominator()).add(carried);
                keys[i] = floor(sum.shiftLeft(scaleBits), weightSum.multiply(carry.denominator()));
            }
        }
        return keys;
    }

    private int longestCarryDenominator() {
        int bits = 1;
        for (Fraction carry : carries) {
            bits = Math.max(bits, carry.denominator().bitLength());
        }
        return bits;
    }

    private static BigInteger floor(BigInteger numerator, BigInteger positive) {
        BigInteger[] quotient = numerator.divideAndRemainder(positive);
        return quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }

    private BigInteger signed(BigInteger ofAbsolute) {
        return total.signum() < 0 ? ofAbsolute.negate() : ofAbsolute;
    }

    public BigInteger total() {
        return total;
    }

    public BigInteger weightSum() {
        return weightSum;
    }

    /** The number of lenders, holders of nothing included. */
    public int size() {
        return weights.length;
    }

    /** The residue: units left once every exact part was rounded down (of the absolute total). */
    public int unitsToGive() {
        return unitsToGive;
    }

    public BigInteger slice(int lender) {
        return slices[lender];
    }

    /** In register order; they add up to the total. */
    public BigInteger[] slices() {
        return slices.clone();
    }

    /** How lender {@code lender} (from 0, in register order) came to its slice. */
    public Part part(int lender) {
        Fraction carry = carries == null ? Fraction.ZERO : carries[lender];
        Fraction remainder = remainders[lender].signum() == 0 ? Fraction.ZERO
                : Fraction.of(signed(remainders[lender]), weightSum);
        BigInteger slice = slices[lender];
        BigInteger floor = gotUnit[lender] ? slice.subtract(signed(BigInteger.ONE)) : slice;
        return new Part(weights[lender], Fraction.of(floor).plus(remainder), floor, remainder, carry, rank(lender), gotUnit[lender],
                slice, carryAfter(lender));
    }

    /** The lender's carry for the next split of the same term: carry + exact part − slice, rounded where it grew too long. */
    public Fraction carryAfter(int lender) {
        BigInteger owed = gotUnit[lender] ? remainders[lender].subtract(weightSum) : remainders[lender];
        Fraction before = carries == null ? Fraction.ZERO : carries[lender];
        Fraction after = owed.signum() == 0 ? before : before.plus(Fraction.of(signed(owed), weightSum));
        return after.denominator().compareTo(DENOMINATOR_BOUND) < 0 ? after : after.roundHalfEven(CARRY_DECIMALS);
    }

    private int rank(int lender) {
        int[] known = ranks;
        if (known == null) {
            known = Ranking.ranks(keys());
            ranks = known;
        }
        return known[lender];
    }

    /**
     * One lender's slice explained. exact = floor + remainder; slice = floor, or one unit more where it got one of the units left;
     * carryAfter = carry + exact − slice. For a negative total every figure but the weight and the rank reads with its sign as it
     * stands in law: exact and remainder are zero or below, floor is the exact part cut towards zero, the unit is one unit less, and
     * the carry is the lender's own.
     *
     * @param rank by remainder + carry descending (ascending for a negative total), from 1, among the lenders whose remainder is not
     *             zero; 0 for a lender without a remainder
     */
    public record Part(BigInteger weight, Fraction exact, BigInteger floor, Fraction remainder, Fraction carry, int rank,
            boolean gotUnit, BigInteger slice, Fraction carryAfter) {
    }
}
