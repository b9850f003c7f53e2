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

    /** Totals and sums of weights up to this length are divided in longs, with room for a doubling. */
    private static final int LONG_BITS = 62;

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
        gotUnit = unitsToGive == 0 ? new boolean[weights.length] : Ranking.first(claims(), unitsToGive);
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
        if (absolute.bitLength() <= LONG_BITS && weightSum.bitLength() <= LONG_BITS) {
            return floorsInLongs(absolute.longValueExact(), weightSum.longValueExact());
        }
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
     * The same without dividing for each lender, since all share one ratio t/W, with T = q·W + t. Let r be t·2^62/W rounded down. Then
     * w·r/2^62 rounded down is the floor of w·t/W or one less: the error is below w/2^62, which is below one. What is left of w·t after
     * taking it away tells which. It is below 2·W and so fits, although the two products in it wrap around.
     */
    private int floorsInLongs(long absolute, long sum) {
        long q = absolute / sum;
        long t = absolute % sum;
        long r = BigInteger.valueOf(t).shiftLeft(LONG_BITS).divide(weightSum).longValueExact();
        long left = absolute;
        for (int i = 0; i < weights.length; i++) {
            long w = weights[i].longValueExact();
            long floor = Math.multiplyHigh(w, r) << 2 | (w * r) >>> LONG_BITS;
            long remainder = w * t - floor * sum;
            if (remainder >= sum) {
                floor++;
                remainder -= sum;
            }
            long slice = q * w + floor;
            slices[i] = BigInteger.valueOf(slice);
            remainders[i] = BigInteger.valueOf(remainder);
            left -= slice;
        }
        return Math.toIntExact(left);
    }

    /** Remainder + carry of each lender, as whole numbers to compare; null for a lender without a remainder. */
    private BigInteger[] claims() {
        if (carries != null) {
            return Claims.of(remainders, weightSum, total.signum() < 0 ? negated(carries) : carries);
        }
        BigInteger[] claims = remainders.clone();
        for (int i = 0; i < claims.length; i++) {
            claims[i] = claims[i].signum() == 0 ? null : claims[i];
        }
        return claims;
    }

    private static Fraction[] negated(Fraction[] fractions) {
        return Arrays.stream(fractions).map(Fraction::negated).toArray(Fraction[]::new);
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

    public BigInteger weight(int lender) {
        return weights[lender];
    }

    /** What the lender was owed from earlier splits of the same term; zero where there is no carry. */
    public Fraction carry(int lender) {
        return carries == null ? Fraction.ZERO : carries[lender];
    }

    /** In register order; they add up to the total. */
    public BigInteger[] slices() {
        return slices.clone();
    }

    /** How lender {@code lender} (from 0, in register order) came to its slice. */
    public Part part(int lender) {
        Fraction remainder = remainders[lender].signum() == 0 ? Fraction.ZERO
                : Fraction.of(signed(remainders[lender]), weightSum);
        BigInteger slice = slices[lender];
        BigInteger floor = gotUnit[lender] ? slice.subtract(signed(BigInteger.ONE)) : slice;
        return new Part(weights[lender], Fraction.of(floor).plus(remainder), floor, remainder, carry(lender), rank(lender), gotUnit[lender],
                slice, carryAfter(lender));
    }

    /** The lender's carry for the next split of the same term: carry + exact part − slice, rounded where it grew too long. */
    public Fraction carryAfter(int lender) {
        BigInteger owed = gotUnit[lender] ? remainders[lender].subtract(weightSum) : remainders[lender];
        Fraction before = carry(lender);
        Fraction after = owed.signum() == 0 ? before : before.plus(Fraction.of(signed(owed), weightSum));
        return bounded(after);
    }

    /** A carry as it is kept: in lowest terms, rounded half-even to 10⁻¹⁸ of a unit once its denominator passes 30 digits (rule F6). */
    public static Fraction bounded(Fraction carry) {
        return carry.denominator().compareTo(DENOMINATOR_BOUND) < 0 ? carry : carry.roundHalfEven(CARRY_DECIMALS);
    }

    /** As in {@link Part#rank}. */
    public int rank(int lender) {
        int[] known = ranks;
        if (known == null) {
            known = Ranking.ranks(claims());
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
