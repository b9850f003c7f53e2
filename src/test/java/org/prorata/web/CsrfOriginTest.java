package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class CsrfOriginTest {

    private static final String OWN = "https://portal.example";

    @Test
    void our_own_origin_is_scheme_host_and_a_port_that_is_not_the_schemes() {
        assertThat(Csrf.ownOrigin(URI.create("https://Portal.example:443/"))).isEqualTo(OWN);
        assertThat(Csrf.ownOrigin(URI.create("http://localhost:8080/"))).isEqualTo("http://localhost:8080");
        assertThat(Csrf.ownOrigin(URI.create("http://[::1]:8080/"))).isEqualTo("http://[::1]:8080");
    }

    @Test
    void both_headers_must_say_that_it_is_us_and_one_must_be_there() {
        assertThat(Csrf.fromOwnOrigin(OWN, OWN, null)).isTrue();
        assertThat(Csrf.fromOwnOrigin(OWN, OWN, "same-origin")).isTrue();
        assertThat(Csrf.fromOwnOrigin(OWN, null, "same-origin")).isTrue();
        assertThat(Csrf.fromOwnOrigin(OWN, null, null)).isFalse();
        assertThat(Csrf.fromOwnOrigin(OWN, OWN, "cross-site")).isFalse();
        assertThat(Csrf.fromOwnOrigin(OWN, null, "same-site")).isFalse();
        assertThat(Csrf.fromOwnOrigin(OWN, null, "none")).isFalse();
    }

    @Test
    void neighbours_and_the_opaque_origin_are_not_us() {
        for (String origin : new String[] {"null", "http://portal.example", "https://portal.example:8443", "https://portal.example.evil.example", "https://evil.example", ""}) {
            assertThat(Csrf.fromOwnOrigin(OWN, origin, "same-origin")).as(origin).isFalse();
        }
    }
}
