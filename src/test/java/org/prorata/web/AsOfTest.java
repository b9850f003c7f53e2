package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTest {

    private static final ZoneId VANCOUVER = ZoneId.of("America/Vancouver");
    private final Today today = new Today(Optional.of(LocalDate.of(2010, 6, 10)));

    private AsOf asked(String on, String known) {
        AsOfParams params = new AsOfParams();
        params.on = on;
        params.known = known;
        return params.resolve(today, VANCOUVER);
    }

    @Test
    void nothing_asked_is_today_as_known_now() {
        assertThat(asked(null, null)).isEqualTo(new AsOf(LocalDate.of(2010, 6, 10), null));
        assertThat(asked(" ", "")).isEqualTo(new AsOf(LocalDate.of(2010, 6, 10), null));
        assertThat(asked(null, null).latest()).isTrue();
    }

    @Test
    void a_link_repeats_what_was_asked() {
        AsOf asOf = asked("2010-09-10", "2026-01-02T03:04:05.123456Z");
        assertThat(asOf.known()).isEqualTo(Instant.parse("2026-01-02T03:04:05.123456Z"));
        assertThat(asOf.query()).isEqualTo("on=2010-09-10&known=2026-01-02T03%3A04%3A05.123456Z");
        assertThat(asked("2010-09-10", null).query()).isEqualTo("on=2010-09-10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02T03:04:05+00:00", "2026-01-02T03:04:05 00:00", "2026-01-02T04:04:05+01:00", "2026-01-02T04:04:05 01:00", "2026-01-01T19:04:05-08:00"})
    void an_instant_may_have_an_offset_also_where_its_plus_came_as_a_space(String known) {
        assertThat(asked(null, known).known()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.9.2010", "2010-02-30", "1899-12-31", "2200-01-01", "+999999999-01-01", "now", "2010-09-10'--"})
    void a_day_that_is_none_is_refused_by_name_and_value(String on) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> asked(on, null)).satisfies(wrong -> {
            assertThat(wrong.inAddress()).isTrue();
            assertThat(wrong.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.field()).isEqualTo("on");
                assertThat(problem.value()).isEqualTo(on);
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010-09-10", "yesterday", "1969-12-31T23:59:59Z", "2199-01-01T00:00:00Z", "2026-01-02T03:04:05 ", "2026-01-02 03:04:05"})
    void an_instant_that_is_none_or_has_not_come_is_refused(String known) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> asked(null, known))
                .satisfies(wrong -> assertThat(wrong.problems()).singleElement().extracting(Problem::field).isEqualTo("known"));
    }

    @Test
    void the_pretended_day_holds_in_every_zone_and_never_touches_instants() {
        assertThat(today.today(ZoneId.of("Pacific/Auckland"))).isEqualTo(LocalDate.of(2010, 6, 10));
        assertThat(today.pretended()).isTrue();
        assertThat(today.now()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
        today.pretend(null);
        assertThat(today.pretended()).isFalse();
        assertThat(today.today(VANCOUVER)).isAfter(LocalDate.of(2020, 1, 1));
    }
}
