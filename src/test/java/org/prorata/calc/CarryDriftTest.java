package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over long histories nobody drifts from the exact (rule F6), though the weights keep changing. */
class CarryDriftTest {

    private static final int SPLITS = 10_000;
    /** Exact parts are summed to this many decimals, far finer than the drift that is looked for. */
    private static final int DECIMALS = 40;

    @ParameterizedTest(name = "seed {0}: {1} lenders, a transfer every {2} splits")
    @CsvSource({"2008, 6, 1", "2009, 6, 20", "2010, 6, 100000", "2011, 3, 1", "2012, 15, 5", "2013, 20, 40"})
    void with_carry_nobody_drifts_by_one_and_a_half_units_and_without_it_many_units(long seed, int lenders, int everySplits) {
        System.out.println("CarryDriftTest seed " + seed);
        BigDecimal withCarry = worstDrift(new Random(seed), lenders, everySplits, true);
        BigDecimal without = worstDrift(new Random(seed), lenders, everySplits, false);
        System.out.println("worst drift in units: " + withCarry.setScale(3, RoundingMode.UP) + " with carry, "
                + without.setScale(3, RoundingMode.DOWN) + " without");

        assertThat(withCarry).isLessThan(new BigDecimal("1.5"));
        assertThat(without).isGreaterThan(BigDecimal.TEN);
    }

    private static BigDecimal worstDrift(Random random, int lenders, int everySplits, boolean carried) {
        BigInteger[] weights = IntStream.range(0, lenders).mapToObj(i -> cents(random)).toArray(BigInteger[]::new);
        BigDecimal[] drifts = new BigDecimal[lenders];
        Arrays.fill(drifts, BigDecimal.ZERO);
        Fraction[] carries = null;
        BigDecimal worst = BigDecimal.ZERO;
        for (int n = 1; n <= SPLITS; n++) {
            if (n % everySplits == 0) {
                transfer(random, weights);
            }
            BigInteger total = cents(random);
            Split split = Split.of(total, weights, carries);
            carries = carried ? IntStream.range(0, lenders).mapToObj(split::carryAfter).toArray(Fraction[]::new) : null;
            for (int i = 0; i < lenders; i++) {
                BigDecimal exact = new BigDecimal(total.multiply(weights[i]))
                        .divide(new BigDecimal(split.weightSum()), DECIMALS, RoundingMode.HALF_EVEN);
                drifts[i] = drifts[i].add(exact).subtract(new BigDecimal(split.slice(i)));
                worst = worst.max(drifts[i].abs());
            }
        }
        return worst;
    }

    private static void transfer(Random random, BigInteger[] weights) {
        int seller = random.nextInt(weights.length);
        int buyer = random.nextInt(weights.length);
        BigInteger amount = random.nextInt(10) == 0 ? weights[seller]
                : weights[seller].multiply(BigInteger.valueOf(random.nextInt(100))).shiftRight(7);
        weights[seller] = weights[seller].subtract(amount);
        weights[buyer] = weights[buyer].add(amount);
    }

    private static BigInteger cents(Random random) {
        return BigInteger.valueOf(1 + random.nextInt(2_000_000_000));
    }
}
