package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TodayTest {

    private static final ZoneId VANCOUVER = ZoneId.of("America/Vancouver");

    @Test
    void what_was_known_at_an_instant_is_of_that_instants_day_in_the_deals_zone_whenever_it_is_looked_at() {
        Today real = new Today(Optional.empty());
        assertThat(real.today(VANCOUVER, Instant.parse("2026-03-02T07:59:59Z"))).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(real.today(VANCOUVER, Instant.parse("2026-03-02T08:00:00Z"))).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(real.today(VANCOUVER, null)).isEqualTo(real.today(VANCOUVER));
    }

    @Test
    void a_pretended_day_is_the_day_of_every_instant() {
        Today pretended = new Today(Optional.of(LocalDate.of(2010, 6, 10)));
        assertThat(pretended.today(VANCOUVER, Instant.parse("2026-03-02T08:00:00Z"))).isEqualTo(LocalDate.of(2010, 6, 10));
        assertThat(pretended.today(VANCOUVER, null)).isEqualTo(LocalDate.of(2010, 6, 10));
    }
}
