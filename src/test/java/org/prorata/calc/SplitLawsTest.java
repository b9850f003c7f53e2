package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold of every split, on a million and more of them from fixed seeds. */
class SplitLawsTest {

    private static final int SMALL_SPLITS = 1_000_000;
    private static final int LARGE_SPLITS = 200;
    private static final int COMPARED_SPLITS = 20_000;
    /** Random carries are whole numbers of this part of a unit, so that the test can compare in whole numbers. */
    private static final int CARRY_PARTS = 60;

    @Test
    void a_million_small_splits_add_up_stay_within_one_unit_and_give_nothing_to_holders_of_nothing() {
        Random random = seeded(20100610);
        for (int n = 0; n < SMALL_SPLITS; n++) {
            Input input = Input.random(random, 1 + random.nextInt(8));
            holdsTheLaws(input, input.split());
        }
    }

    @Test
    void splits_over_thousands_of_lenders_obey_the_same_laws() {
        Random random = seeded(20100710);
        for (int n = 0; n < LARGE_SPLITS; n++) {
            Input input = Input.random(random, 1_000 + random.nextInt(2_000));
            holdsTheLaws(input, input.split());
        }
    }

    /** Register order is part of the input: it decides only between lenders whose remainder + carry is exactly the same. */
    @Test
    void the_order_of_input_moves_a_unit_only_between_exact_ties() {
        Random random = seeded(20100910);
        int tied = 0;
        for (int n = 0; n < 100_000; n++) {
            Input input = Input.random(random, 2 + random.nextInt(8));
            List<Integer> order = new ArrayList<>(IntStream.range(0, input.size()).boxed().toList());
            Collections.shuffle(order, random);

            Split split = input.split();
            Split shuffled = input.inOrder(order).split();

            BigInteger unitsMoved = BigInteger.ZERO;
            for (int place = 0; place < order.size(); place++) {
                int lender = order.get(place);
                if (!split.slice(lender).equals(shuffled.slice(place))) {
                    assertThat(input.isTiedAtTheEdge(split, lender)).as("%s, lender %d", input, lender).isTrue();
                    unitsMoved = unitsMoved.add(split.slice(lender).subtract(shuffled.slice(place)));
                    tied++;
                }
            }
            assertThat(unitsMoved).isZero();
        }
        assertThat(tied).as("ties met, so that the exception is tested too").isPositive();
    }

    @Test
    void a_negative_total_mirrors_the_positive_one_with_the_carries_signs_changed() {
        Random random = seeded(20101210);
        for (int n = 0; n < COMPARED_SPLITS; n++) {
            Input input = Input.random(random, 1 + random.nextInt(8));
            Split split = input.split();
            Split mirror = input.mirrored().split();
            for (int i = 0; i < input.size(); i++) {
                Split.Part part = split.part(i);
                Split.Part mirrored = mirror.part(i);
                assertThat(mirrored).isEqualTo(new Split.Part(part.weight(), part.exact().negated(), part.floor().negate(),
                        part.remainder().negated(), part.carry().negated(), part.rank(), part.gotUnit(), part.slice().negate(),
                        part.carryAfter().negated()));
            }
        }
    }

    /** The rule read out word by word, with fractions and sorting, slow and plain. */
    @Test
    void the_explanation_is_the_one_that_pencil_and_paper_give() {
        Random random = seeded(20110310);
        for (int n = 0; n < COMPARED_SPLITS; n++) {
            Input input = Input.random(random, 1 + random.nextInt(8));
            if (input.total.signum() < 0) {
                input = input.mirrored();
            }
            Split split = input.split();
            assertThat(IntStream.range(0, input.size()).mapToObj(split::part).toList()).as(input::toString)
                    .isEqualTo(byPencil(input));
        }
    }

    private static List<Split.Part> byPencil(Input input) {
        BigInteger weightSum = Arrays.stream(input.weights).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger left = input.total;
        Fraction[] exact = new Fraction[input.size()];
        Fraction[] remainder = new Fraction[input.size()];
        List<Integer> ranking = new ArrayList<>();
        for (int i = 0; i < exact.length; i++) {
            exact[i] = Fraction.of(input.total).times(Fraction.of(input.weights[i])).dividedBy(Fraction.of(weightSum));
            remainder[i] = exact[i].minus(Fraction.of(exact[i].floor()));
            left = left.subtract(exact[i].floor());
            if (!remainder[i].isZero()) {
                ranking.add(i);
            }
        }
        ranking.sort(Comparator.comparing((Integer i) -> remainder[i].plus(input.carries[i])).reversed());
        List<Split.Part> parts = new ArrayList<>();
        for (int i = 0; i < exact.length; i++) {
            int rank = ranking.indexOf(i) + 1;
            boolean gotUnit = rank > 0 && rank <= left.intValueExact();
            BigInteger slice = gotUnit ? exact[i].floor().add(BigInteger.ONE) : exact[i].floor();
            parts.add(new Split.Part(input.weights[i], exact[i], exact[i].floor(), remainder[i], input.carries[i], rank, gotUnit,
                    slice, shortened(input.carries[i].plus(exact[i]).minus(Fraction.of(slice)))));
        }
        return parts;
    }

    private static Fraction shortened(Fraction carry) {
        return carry.denominator().toString().length() > 30 ? carry.roundHalfEven(18) : carry;
    }

    /** In whole numbers throughout, for speed: |slice − T·w/W| &lt; 1 is |slice·W − T·w| &lt; W. Plain ifs, since this runs millions of times. */
    private static void holdsTheLaws(Input input, Split split) {
        BigInteger sum = BigInteger.ZERO;
        int takers = 0;
        for (int i = 0; i < input.size(); i++) {
            BigInteger off = split.slice(i).multiply(split.weightSum()).subtract(input.total.multiply(input.weights[i]));
            if (off.abs().compareTo(split.weightSum()) >= 0) {
                throw new AssertionError("lender " + i + " is a unit or more from its exact part: " + input);
            }
            if (input.weights[i].signum() == 0 && split.slice(i).signum() != 0) {
                throw new AssertionError("lender " + i + " holds nothing and got something: " + input);
            }
            takers += input.total.multiply(input.weights[i]).mod(split.weightSum()).signum();
            sum = sum.add(split.slice(i));
        }
        if (!sum.equals(input.total)) {
            throw new AssertionError("the slices add up to " + sum + ": " + input);
        }
        if (split.unitsToGive() > 0 && split.unitsToGive() >= takers) {
            throw new AssertionError(split.unitsToGive() + " units for " + takers + " takers: " + input);
        }
    }

    private static Random seeded(long seed) {
        System.out.println("SplitLawsTest seed " + seed);
        return new Random(seed);
    }

    private record Input(BigInteger total, BigInteger[] weights, Fraction[] carries) {

        static Input random(Random random, int size) {
            int weightBits = 1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 40);
            BigInteger[] weights = new BigInteger[size];
            Fraction[] carries = new Fraction[size];
            for (int i = 0; i < size; i++) {
                weights[i] = random.nextInt(6) == 0 ? BigInteger.ZERO : new BigInteger(weightBits, random);
                carries[i] = Fraction.of(random.nextInt(3 * CARRY_PARTS) - CARRY_PARTS * 3 / 2, CARRY_PARTS);
            }
            weights[random.nextInt(size)] = BigInteger.ONE;
            BigInteger total = new BigInteger(1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 40), random);
            return new Input(random.nextInt(4) == 0 ? total.negate() : total, weights, carries);
        }

        int size() {
            return weights.length;
        }

        Split split() {
            return Split.of(total, weights, carries);
        }

        Input mirrored() {
            return new Input(total.negate(), weights, Arrays.stream(carries).map(Fraction::negated).toArray(Fraction[]::new));
        }

        Input inOrder(List<Integer> order) {
            return new Input(total, order.stream().map(i -> weights[i]).toArray(BigInteger[]::new),
                    order.stream().map(i -> carries[i]).toArray(Fraction[]::new));
        }

        /** Whether another lender has the very same remainder + carry and the other outcome. */
        boolean isTiedAtTheEdge(Split split, int lender) {
            Split.Part own = split.part(lender);
            return IntStream.range(0, size()).mapToObj(split::part).anyMatch(other -> other.rank() > 0
                    && other.gotUnit() != own.gotUnit()
                    && other.remainder().plus(other.carry()).equals(own.remainder().plus(own.carry())));
        }

        @Override
        public String toString() {
            return total + " over " + Arrays.toString(weights) + " with carries " + Arrays.toString(carries);
        }
    }
}
