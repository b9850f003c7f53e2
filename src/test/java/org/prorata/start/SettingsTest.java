package org.prorata.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void with_nothing_said_the_portal_brings_its_own_database_in_the_folder_data() {
        Settings nothing = settings(Map.of());
        assertThat(nothing.outsideDatabase()).isEmpty();
        assertThat(nothing.dataFolder()).isEqualTo(Path.of("data"));
        assertThat(nothing.port()).isEqualTo(8080);
        assertThat(nothing.demo()).isEmpty();
    }

    @Test
    void an_outside_database_half_described_is_refused_naming_what_is_missing() {
        assertThatThrownBy(() -> settings(Map.of(Settings.URL, "jdbc:postgresql://db/prorata", Settings.PORTAL_NAME, "p",
                Settings.PORTAL_PASSWORD, " ")).outsideDatabase())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("set also QUARKUS_DATASOURCE_PASSWORD and QUARKUS_FLYWAY_USERNAME and QUARKUS_FLYWAY_PASSWORD")
                .hasMessageContaining("unset QUARKUS_DATASOURCE_JDBC_URL and QUARKUS_DATASOURCE_USERNAME");
    }

    @Test
    void a_password_without_an_address_is_not_taken_as_a_wish_for_the_embedded_database() {
        assertThatThrownBy(() -> settings(Map.of(Settings.OWNER_PASSWORD, "x")).outsideDatabase())
                .isInstanceOf(CannotStart.class).hasMessageContaining("QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void a_port_or_a_wish_for_the_demonstration_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> settings(Map.of("quarkus.http.port", "80800")).port()).hasMessageContaining("QUARKUS_HTTP_PORT");
        assertThatThrownBy(() -> settings(Map.of("prorata.demo", "yes")).demo()).hasMessageContaining("PRORATA_DEMO is 'yes'");
        assertThat(settings(Map.of("prorata.demo", "false")).demo()).contains(false);
    }

    @Test
    void mail_half_described_is_refused_naming_what_is_missing() {
        settings(Map.of()).checkMail();
        Map<String, String> whole = Map.of(Settings.MAIL_HOST, "smtp.example.com", Settings.MAIL_FROM, "portal@example.com", Settings.ADDRESS, "https://portal.example.com/");
        settings(whole).checkMail();
        for (String missing : whole.keySet()) {
            Map<String, String> half = new HashMap<>(whole);
            half.remove(missing);
            assertThatThrownBy(() -> settings(half).checkMail()).isInstanceOf(CannotStart.class).hasMessageContaining("set also " + Settings.variable(missing));
        }
        settings(Map.of(Settings.ADDRESS, "http://localhost:8080")).checkMail();
        for (String wrong : new String[] {"portal.example.com", "http://portal.example.com", "https://portal.example.com/deals", "https://portal.example.com?x", "0.0.0.0", "https://a b"}) {
            assertThatThrownBy(() -> settings(Map.of(Settings.ADDRESS, wrong)).checkMail()).isInstanceOf(CannotStart.class).hasMessageContaining("PRORATA_ADDRESS is '" + wrong + "'");
        }
        assertThatThrownBy(() -> settings(Map.of("prorata.mail.tls", "perhaps")).checkMail()).isInstanceOf(CannotStart.class).hasMessageContaining("PRORATA_MAIL_TLS");
        assertThatThrownBy(() -> settings(Map.of("prorata.mail.port", "smtp")).checkMail()).isInstanceOf(CannotStart.class).hasMessageContaining("PRORATA_MAIL_PORT");
    }

    @Test
    void management_listens_on_loopback_only() {
        assertThat(settings(Map.of()).managementHost()).isEqualTo("127.0.0.1");
        for (String loopback : new String[] {"localhost", "127.0.0.2", "::1", "[::1]"}) {
            assertThat(settings(Map.of("quarkus.management.host", loopback)).managementHost()).isEqualTo(loopback);
        }
        for (String open : new String[] {"0.0.0.0", "::", "10.0.0.7", "portal.example", "127.0.0.1.evil.example"}) {
            assertThatThrownBy(() -> settings(Map.of("quarkus.management.host", open)).managementHost()).isInstanceOf(CannotStart.class).hasMessageContaining("QUARKUS_MANAGEMENT_HOST");
        }
    }

    @Test
    void single_sign_on_half_described_or_at_an_address_that_anybody_could_answer_from_is_refused() {
        settings(Map.of()).checkSingleSignOn();
        Map<String, String> whole = Map.of(Settings.ISSUER, "https://id.example.com/realms/desk", Settings.CLIENT_ID, "prorata", Settings.CLIENT_SECRET, "secret", Settings.ADDRESS, "https://portal.example.com");
        settings(whole).checkSingleSignOn();
        for (String key : whole.keySet()) {
            Map<String, String> part = new HashMap<>(whole);
            part.remove(key);
            assertThatThrownBy(() -> settings(part).checkSingleSignOn()).as(key).isInstanceOf(CannotStart.class).hasMessageContaining("set also " + Settings.variable(key) + ";");
        }
        for (Map.Entry<String, String> wrong : Map.of(Settings.ISSUER, "http://id.example.com", Settings.ADDRESS, "http://portal.example.com", "prorata.sso.second-factor", "yes").entrySet()) {
            Map<String, String> given = new HashMap<>(whole);
            given.put(wrong.getKey(), wrong.getValue());
            assertThatThrownBy(() -> settings(given).checkSingleSignOn()).as(wrong.getKey()).isInstanceOf(CannotStart.class).hasMessageContaining(Settings.variable(wrong.getKey()) + " is '" + wrong.getValue() + "'");
        }
    }

    @Test
    void a_session_that_would_end_under_ones_hands_is_refused() {
        settings(Map.of()).checkSessions();
        settings(Map.of("prorata.session.idle", "PT2M", "prorata.session.absolute", "P1D")).checkSessions();
        for (String wrong : List.of("PT1M", "PT0S", "-PT5M", "30 minutes")) {
            assertThatThrownBy(() -> settings(Map.of("prorata.session.idle", wrong)).checkSessions()).as(wrong).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("PRORATA_SESSION_IDLE is '" + wrong + "'");
        }
    }

    @Test
    void a_key_is_of_64_hexadecimal_digits_and_is_not_said_again() {
        assertThat(settings(Map.of()).secretsKey()).isEmpty();
        assertThat(settings(Map.of(Settings.SECRETS_KEY, "0A".repeat(32))).secretsKey()).isPresent();
        assertThatThrownBy(() -> settings(Map.of(Settings.SECRETS_KEY, "walrus")).secretsKey()).isInstanceOf(CannotStart.class)
                .hasMessageContaining("PRORATA_SECRETS_KEY has to be of 64 hexadecimal digits").hasMessageNotContaining("walrus");
    }

    @Test
    void who_is_asked_for_a_second_factor_can_set_one_up() {
        settings(Map.of()).checkSecondFactor(false);
        settings(Map.of("prorata.second-factor.required", "agent")).checkSecondFactor(true);
        assertThatThrownBy(() -> settings(Map.of("prorata.second-factor.required", "agent")).checkSecondFactor(false)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("PRORATA_SECOND_FACTOR_REQUIRED is 'agent'").hasMessageContaining("set also PRORATA_SECRETS_KEY");
        assertThatThrownBy(() -> settings(Map.of("prorata.second-factor.required", "everybody")).checkSecondFactor(true)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("set it to none, agent or all");
    }

    private static Settings settings(Map<String, String> given) {
        return new Settings(new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(given, "test", 100)).build());
    }
}
