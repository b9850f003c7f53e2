package org.prorata.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prorata.register.ShareForm.Share;

/** Percentages beside the positions that stand: what is shown, what it counts, what it becomes. */
class ShareTargetsTest {

    private static final BigInteger TOTAL = new BigInteger("6000000000000001");
    private static final Currency USD = Currency.getInstance("USD");

    /** Five equal positions and one that is a cent larger, too large for nine decimals to tell to the cent. */
    private static Map<String, BigInteger> held() {
        Map<String, BigInteger> held = new LinkedHashMap<>();
        for (String handle : List.of("a", "b", "c", "d", "e", "f")) {
            held.put(handle, BigInteger.valueOf(1_000_000_000_000_000L + (handle.equals("f") ? 1 : 0)));
        }
        return held;
    }

    /** New lenders to the form, so that none must be in the register. */
    private static ShareTargets typed(Map<String, BigInteger> held, String... percentages) {
        List<Share> shares = new ArrayList<>();
        for (String handle : held.keySet()) {
            shares.add(new Share(handle, "Fund " + handle, percentages[shares.size()]));
        }
        return ShareTargets.read(new ShareForm(null, null, "percent", shares), List.of(), held, held.values().stream().reduce(BigInteger.ZERO, BigInteger::add), USD);
    }

    @Test
    void equal_positions_show_equal_shares() {
        assertThat(PresentShares.of(held()).shown().values()).map(Object::toString).containsOnly("16.666666667");
    }

    @Test
    void what_is_left_as_it_is_shown_does_not_move_by_a_cent() {
        String[] shown = {"16.666666667", "16.666666667", "16.666666667", "16.666666667", "16.666666667", "16.666666667"};
        assertThat(typed(held(), shown).problems()).isEmpty();
        assertThat(typed(held(), shown).amounts()).isEqualTo(held());
        assertThat(typed(held(), shown).sum()).isEqualByComparingTo("100");
    }

    @Test
    void those_who_are_not_touched_keep_theirs_while_two_change_to_the_whole_hundred() {
        ShareTargets targets = typed(held(), "20", "13.333333334", "16.666666667", "16.666666667", "16.666666667", "16.666666665");
        assertThat(targets.problems()).isEmpty();
        assertThat(targets.amounts()).containsEntry("c", held().get("c")).containsEntry("e", held().get("e"));
        assertThat(targets.amounts().values().stream().reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(TOTAL);
    }

    @Test
    void a_sum_that_differs_is_refused_with_the_difference() {
        assertThat(typed(held(), "17.666666667", "16.666666667", "16.666666667", "16.666666667", "16.666666667", "16.666666667").problems()).singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("is not 100 %: 1").endsWith(" is too much"));
    }

    @Test
    void zero_sells_even_a_position_too_small_to_show_and_the_zero_that_is_shown_keeps_it() {
        Map<String, BigInteger> held = new LinkedHashMap<>(Map.of("large", TOTAL));
        held.put("small", BigInteger.ONE);
        assertThat(typed(held, "100", "0").amounts()).containsEntry("small", BigInteger.ZERO);
        assertThat(typed(held, "100.000000000", "0.000000000").amounts()).isEqualTo(held);
    }

    @Test
    void percentages_of_nothing_that_stands_are_split_over_the_whole() {
        assertThat(typed(held(), "50", "10", "10", "10", "10", "10").amounts().get("a")).isEqualTo(new BigInteger("3000000000000001"));
    }
}
