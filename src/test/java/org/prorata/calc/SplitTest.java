package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void a_slice_opens_into_its_arithmetic() {
        Split split = Split.of(big(10), bigs(5, 3, 3), fractions("0", "1/11", "-1/11"));

        assertThat(split.weightSum()).isEqualTo(11);
        assertThat(split.unitsToGive()).as("10 − (4 + 2 + 2)").isEqualTo(2);
        assertThat(split.slices()).containsExactly(bigs(4, 3, 3));
        assertThat(split.part(0)).as("50/11 = 4 + 6/11").isEqualTo(
                part(5, "50/11", 4, "6/11", "0", 3, false, 4, "6/11"));
        assertThat(split.part(1)).as("30/11 = 2 + 8/11; 1/11 + 30/11 − 3 = −2/11").isEqualTo(
                part(3, "30/11", 2, "8/11", "1/11", 1, true, 3, "-2/11"));
        assertThat(split.part(2)).as("−1/11 + 30/11 − 3 = −4/11").isEqualTo(
                part(3, "30/11", 2, "8/11", "-1/11", 2, true, 3, "-4/11"));
    }

    @Test
    void a_negative_total_reads_with_its_signs_as_they_stand_in_law() {
        Split split = Split.of(big(-100), bigs(1, 1, 1), fractions("0", "-1/3", "1/3"));

        assertThat(split.slices()).as("the second is owed −1/3 already, so it takes the unit").containsExactly(bigs(-33, -34, -33));
        assertThat(split.part(1)).isEqualTo(part(1, "-100/3", -33, "-1/3", "-1/3", 1, true, -34, "1/3"));
        assertThat(split.part(2)).isEqualTo(part(1, "-100/3", -33, "-1/3", "1/3", 3, false, -33, "0"));
    }

    @Test
    void a_lender_without_a_remainder_has_no_rank_and_keeps_its_carry() {
        Split split = Split.of(big(1), bigs(1, 1, 0), fractions("-1/3", "-1/3", "2/3"));

        assertThat(split.part(2)).isEqualTo(part(0, "0", 0, "0", "2/3", 0, false, 0, "2/3"));
    }

    @Test
    void nothing_over_nobodys_weight_is_nothing_for_everyone() {
        Split split = Split.of(big(0), bigs(0, 0), fractions("1/3", "-1/3"));

        assertThat(split.slices()).containsExactly(bigs(0, 0));
        assertThat(split.part(0)).isEqualTo(part(0, "0", 0, "0", "1/3", 0, false, 0, "1/3"));
        assertThat(Split.withoutCarry(big(0), bigs()).slices()).isEmpty();
    }

    @Test
    void a_total_with_nobody_to_take_it_is_refused() {
        assertThatThrownBy(() -> Split.withoutCarry(big(1), bigs(0, 0))).isInstanceOf(NothingToSplitOver.class)
                .hasMessage("a total of 1 units cannot be split: all weights are zero");
        assertThatThrownBy(() -> Split.withoutCarry(big(-1), bigs())).isInstanceOf(NothingToSplitOver.class);
    }

    @Test
    void a_negative_weight_is_refused_and_named() {
        assertThatIllegalArgumentException().isThrownBy(() -> Split.withoutCarry(big(10), bigs(1, -2, 3)))
                .withMessage("weight 2 of 3 is negative: -2");
    }

    @Test
    void carries_must_be_one_for_each_weight() {
        assertThatIllegalArgumentException().isThrownBy(() -> Split.of(big(10), bigs(1, 2), fractions("0")))
                .withMessage("1 carries for 2 weights");
    }

    /** Denominators of 30 digits stay; of 31 digits they are rounded half-even to 10^-18 of a unit. */
    @Test
    void a_carry_is_shortened_only_once_its_denominator_passes_thirty_digits() {
        BigInteger longest = BigInteger.TEN.pow(30).subtract(BigInteger.ONE);
        BigInteger tooLong = BigInteger.TEN.pow(30).add(BigInteger.TWO);

        assertThat(carryOfFirst(longest)).as("1/(10^30 − 1)").isEqualTo(Fraction.of(BigInteger.ONE, longest));
        assertThat(carryOfFirst(tooLong)).as("1/(10^30 + 2) to 18 decimals").isEqualTo(Fraction.ZERO);
        assertThat(Split.of(big(0), bigs(1), new Fraction[] {Fraction.of(BigInteger.TWO, BigInteger.valueOf(3).pow(70))
                .plus(Fraction.of(5, 1_000_000))}).carryAfter(0)).isEqualTo(Fraction.of(5, 1_000_000));
    }

    private static Fraction carryOfFirst(BigInteger weightSum) {
        return Split.withoutCarry(BigInteger.ONE, new BigInteger[] {BigInteger.ONE, weightSum.subtract(BigInteger.ONE)}).carryAfter(0);
    }

    @Test
    void what_the_caller_does_to_its_arrays_afterwards_changes_nothing() {
        BigInteger[] weights = bigs(1, 1);
        Split split = Split.withoutCarry(big(10), weights);
        weights[0] = big(9);
        split.slices()[0] = big(9);

        assertThat(split.part(0).weight()).isEqualTo(1);
        assertThat(split.slice(0)).isEqualTo(5);
    }

    /** Rule F7: no slice of a principal payment exceeds the position, and the payment that clears a tranche pays each out exactly. */
    @Test
    void the_payment_that_clears_a_tranche_pays_each_position_out_exactly() {
        BigInteger[] positions = bigs(1_000_000_000, 333_333_333, 333_333_334, 333_333_333, 500_000_000, 500_000_000);

        assertThat(Split.withoutCarry(big(3_000_000_000L), positions).slices()).containsExactly(positions);
        BigInteger[] oneCentLeft = Split.withoutCarry(big(2_999_999_999L), positions).slices();
        for (int i = 0; i < positions.length; i++) {
            assertThat(oneCentLeft[i]).isLessThanOrEqualTo(positions[i]);
        }
    }

    /** Both ways of dividing, in longs and beyond them, at the very edge between them. */
    @Test
    void splits_on_both_sides_of_the_edge_of_a_long_agree_with_the_exact_parts() {
        BigInteger edge = BigInteger.ONE.shiftLeft(62);
        for (long off = -3; off <= 3; off++) {
            BigInteger size = edge.add(big(off));
            BigInteger[] weights = {big(1), size.shiftRight(1), size.subtract(size.shiftRight(1)).subtract(big(3)), big(2)};
            for (BigInteger total : new BigInteger[] {size, size.subtract(big(1)), size.add(big(5)), big(7), size.shiftRight(3)}) {
                Split split = Split.withoutCarry(total, weights);
                assertThat(Arrays.stream(split.slices()).reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(total);
                for (int i = 0; i < weights.length; i++) {
                    assertThat(split.part(i).exact()).isEqualTo(Fraction.of(total.multiply(weights[i]), size));
                }
            }
        }
    }

    private static Split.Part part(long weight, String exact, long floor, String remainder, String carry, int rank, boolean gotUnit,
            long slice, String carryAfter) {
        return new Split.Part(big(weight), Fraction.parse(exact), big(floor), Fraction.parse(remainder), Fraction.parse(carry), rank,
                gotUnit, big(slice), Fraction.parse(carryAfter));
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }

    private static BigInteger[] bigs(long... numbers) {
        return Arrays.stream(numbers).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private static Fraction[] fractions(String... fractions) {
        return Arrays.stream(fractions).map(Fraction::parse).toArray(Fraction[]::new);
    }
}
