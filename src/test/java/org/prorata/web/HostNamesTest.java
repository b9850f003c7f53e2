package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostNamesTest {

    @Test
    void only_the_names_listed_are_served() {
        HostNames names = new HostNames(Optional.of(List.of("portal.example", "Localhost ")));
        assertThat(names.serves("PORTAL.example")).isTrue();
        assertThat(names.serves("portal.example.")).isTrue();
        assertThat(names.serves("localhost")).isTrue();
        assertThat(names.serves("evil.example")).isFalse();
        assertThat(names.serves("portal.example.evil.example")).isFalse();
        assertThat(names.serves(null)).isFalse();
    }

    @Test
    void without_a_list_every_name_is_served() {
        assertThat(new HostNames(Optional.empty()).serves("any.example")).isTrue();
    }
}
