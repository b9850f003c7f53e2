package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One total over a million holders. The time is printed, not asserted: machines are noisy. */
class SplitMillionTest {

    private static final int HOLDERS = 1_000_000;
    private static final BigInteger TOTAL = BigInteger.valueOf(75_616_438_356_164L);

    @Test
    void a_million_holders_share_one_total() {
        BigInteger[] weights = positions();
        addsUp("without carry", () -> Split.withoutCarry(TOTAL, weights));
    }

    @Test
    void a_million_holders_share_one_total_with_what_they_carry() {
        BigInteger[] weights = positions();
        Split first = Split.withoutCarry(TOTAL, weights);
        Fraction[] carries = IntStream.range(0, HOLDERS).mapToObj(first::carryAfter).toArray(Fraction[]::new);

        addsUp("with carry", () -> Split.of(TOTAL, weights, carries));
    }

    private static void addsUp(String how, Supplier<Split> splitting) {
        long start = System.nanoTime();
        Split split = splitting.get();
        System.out.println("a million holders " + how + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");

        assertThat(Arrays.stream(split.slices()).reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(TOTAL);
        assertThat(split.unitsToGive()).isBetween(1, HOLDERS - 1);
    }

    private static BigInteger[] positions() {
        System.out.println("SplitMillionTest seed 1000000");
        Random random = new Random(1_000_000);
        return IntStream.range(0, HOLDERS).mapToObj(i -> BigInteger.valueOf(random.nextInt(2_000_000_000)))
                .toArray(BigInteger[]::new);
    }
}
