package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SplitGoldenTest {

    static Stream<JsonNode> allocations() {
        return Golden.cases("allocations.json");
    }

    static Stream<JsonNode> carried() {
        return Golden.cases("carried.json");
    }

    @ParameterizedTest
    @MethodSource("allocations")
    void a_total_is_split_as_in_the_golden_case(JsonNode golden) {
        Split split = Split.withoutCarry(golden.get("total").bigIntegerValue(), Golden.integers(golden.get("weights")));

        assertThat(split.slices()).as(golden.get("why").asText()).containsExactly(Golden.integers(golden.get("slices")));
    }

    @ParameterizedTest
    @MethodSource("carried")
    void a_history_of_splits_is_carried_as_in_the_golden_case(JsonNode golden) {
        Fraction[] carries = null;
        for (JsonNode event : golden.get("events")) {
            Split split = Split.of(event.get("total").bigIntegerValue(), Golden.integers(event.get("weights")), carries);
            carries = IntStream.range(0, split.size()).mapToObj(split::carryAfter).toArray(Fraction[]::new);

            assertThat(split.slices()).as(golden.get("why").asText()).containsExactly(Golden.integers(event.get("slices")));
            assertThat(Arrays.stream(carries).map(Fraction::toString)).as(golden.get("why").asText())
                    .containsExactlyElementsOf(Golden.elements(event.get("carry_after")).map(JsonNode::asText).toList());
        }
    }

    @Test
    void the_golden_files_hold_the_cases_they_should() {
        assertThat(allocations()).hasSize(13);
        assertThat(carried().mapToInt(golden -> golden.get("events").size()).sum()).isEqualTo(3 + 3 + 4 + 4);
    }

    /** The opening register states only each lender's total: the tranches are spread in their order and the last one is the rest (F7). */
    @Test
    void the_illustrative_register_spread_over_the_three_tranches_leaves_the_reduced_principal() {
        BigInteger[] left = amounts(2_000_000_000L, 666_666_667, 666_666_667, 666_666_666, 1_000_000_000, 1_000_000_000);
        for (long tranche : new long[] {1_700_000_000L, 1_300_000_000L}) {
            BigInteger[] slices = Split.withoutCarry(BigInteger.valueOf(tranche), left).slices();
            for (int i = 0; i < left.length; i++) {
                left[i] = left[i].subtract(slices[i]);
            }
        }

        assertThat(left).containsExactly(amounts(1_000_000_000, 333_333_333, 333_333_334, 333_333_333, 500_000_000, 500_000_000));
    }

    private static BigInteger[] amounts(long... amounts) {
        return Arrays.stream(amounts).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }
}
