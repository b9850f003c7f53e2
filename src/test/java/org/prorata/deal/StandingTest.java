package org.prorata.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final LocalDate SIGN_BY = LocalDate.of(2010, 6, 10);

    @Test
    void the_real_term_sheet_is_indicative_to_the_end_of_its_last_day_and_lapsed_after() {
        Standing rusoro = SampleDeals.rusoro().terms().standing();

        assertThat(rusoro.stage(LocalDate.of(2010, 6, 3))).isEqualTo(Stage.INDICATIVE);
        assertThat(rusoro.stage(SIGN_BY)).isEqualTo(Stage.INDICATIVE);
        assertThat(rusoro.stage(SIGN_BY.plusDays(1))).isEqualTo(Stage.LAPSED);
    }

    @Test
    void a_signature_on_the_last_day_counts() {
        Standing signed = standing(SIGN_BY, SIGN_BY, null);

        assertThat(signed.stage(SIGN_BY.minusDays(1))).isEqualTo(Stage.INDICATIVE);
        assertThat(signed.stage(SIGN_BY)).isEqualTo(Stage.DEFINITIVE);
        assertThat(signed.stage(SIGN_BY.plusDays(1))).isEqualTo(Stage.DEFINITIVE);
    }

    @Test
    void one_signature_a_day_late_lapses_the_deal_even_once_it_is_there() {
        Standing late = standing(SIGN_BY, SIGN_BY.plusDays(1), SIGN_BY);

        assertThat(late.stage(SIGN_BY)).isEqualTo(Stage.INDICATIVE);
        assertThat(late.stage(SIGN_BY.plusDays(1))).isEqualTo(Stage.LAPSED);
        assertThat(late.stage(SIGN_BY.plusYears(1))).isEqualTo(Stage.LAPSED);
    }

    @Test
    void the_deal_is_effective_from_the_day_the_last_condition_is_met() {
        Standing met = standing(SIGN_BY, SIGN_BY.minusDays(1), SIGN_BY.plusDays(5));

        assertThat(met.stage(SIGN_BY.plusDays(4))).isEqualTo(Stage.DEFINITIVE);
        assertThat(met.stage(SIGN_BY.plusDays(5))).isEqualTo(Stage.EFFECTIVE);
    }

    @Test
    void conditions_met_do_not_make_an_unsigned_deal_effective() {
        assertThat(standing(null, null, SIGN_BY).stage(SIGN_BY)).isEqualTo(Stage.INDICATIVE);
    }

    @Test
    void without_a_last_day_to_sign_a_deal_never_lapses() {
        Standing open = new Standing(null, null, null, List.of(new Signature("a", "Ann", null)), List.of());
        Standing notKnown = new Standing(null, Sourced.unknown(null, null), null, List.of(new Signature("a", "Ann", null)), List.of());

        assertThat(open.stage(LocalDate.of(2199, 1, 1))).isEqualTo(Stage.INDICATIVE);
        assertThat(notKnown.stage(LocalDate.of(2199, 1, 1))).isEqualTo(Stage.INDICATIVE);
    }

    @Test
    void a_deal_that_waits_for_nothing_is_effective() {
        assertThat(Standing.NOTHING_TO_WAIT_FOR.stage(LocalDate.of(1900, 1, 1))).isEqualTo(Stage.EFFECTIVE);
    }

    private static Standing standing(LocalDate first, LocalDate second, LocalDate met) {
        return new Standing(null, Sourced.entered(SIGN_BY), null,
                List.of(new Signature("a", "Ann", fact(first)), new Signature("b", "Ben", fact(second))),
                List.of(new Condition("c", Sourced.entered("Filing"), fact(met))));
    }

    private static Fact fact(LocalDate on) {
        return on == null ? null : new Fact(on, null, "Ann", "Ben");
    }
}
