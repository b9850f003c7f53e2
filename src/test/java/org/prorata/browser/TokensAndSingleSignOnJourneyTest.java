package org.prorata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.identity.Owner;
import org.prorata.sso.SsoProfile;
import org.prorata.sso.TestProvider;

/** Making a token for a program, and signing in by a provider and out at both ends. */
@QuarkusTest
@TestProfile(SsoProfile.class)
class TokensAndSingleSignOnJourneyTest extends Journeys {

    @ConfigProperty(name = "prorata.sso.issuer")
    String issuer;

    private TestProvider provider;

    @BeforeEach
    void the_provider_is_there() {
        provider = TestProvider.at(issuer);
    }

    @AfterEach
    void the_provider_ends() {
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void a_lender_makes_a_token_a_program_reads_by_it_and_once_it_is_revoked_no_more(int width) {
        Window lender = window(width);
        lender.opens("/account");
        lender.signsIn(lender("petropavlovsk"));
        lender.follows("See and make tokens");
        lender.pictures("tokens-none");
        lender.page().getByLabel("Name").fill("treasury workstation");
        lender.page().getByLabel("Petropavlovsk PLC alone").check();
        lender.presses("Make the token");
        Locator made = lender.page().getByLabel("The new token");
        assertThat(made).isVisible();
        String token = made.inputValue();
        lender.showsWhole(made);
        lender.pictures("tokens-made");
        String path = "/api/v1" + dealPath("/allocation");
        given().header("Authorization", "Bearer " + token).get(path).then().statusCode(200);

        lender.presses("Revoke the token treasury workstation");
        assertThat(lender.text("The token is revoked.")).isVisible();
        given().header("Authorization", "Bearer " + token).get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void one_signs_in_by_the_provider_and_out_at_both_ends(int width) {
        String login = lender("petropavlovsk");
        String email = UUID.randomUUID() + "@example.com";
        Owner.runs("update portal_user set email = ? where login = ?", email, login);
        provider.person("subject of " + login, email, true);
        Window lender = window(width);
        lender.opens(dealPath("/allocation"));
        assertThat(lender.button("Sign in with Example ID")).isVisible();
        lender.pictures("sso-sign-in");
        lender.presses("Sign in with Example ID");
        assertThat(lender.heading("Petropavlovsk PLC")).isVisible();
        assertThat(lender.path()).isEqualTo(dealPath("/allocation"));

        lender.presses("Sign out");
        assertThat(lender.button("Sign in with Example ID")).isVisible();
        assertThat(lender.path()).isEqualTo("/login");
        assertThat(provider.signedOut()).hasSize(1);
        lender.opens(dealPath("/allocation"));
        assertThat(lender.path()).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void one_whom_the_portal_does_not_know_is_told_so_and_what_to_do(int width) {
        provider.person("a stranger", UUID.randomUUID() + "@example.com", true);
        Window stranger = window(width);
        stranger.opens("/login");
        stranger.expects(403);
        stranger.presses("Sign in with Example ID");
        assertThat(stranger.text("opens nothing here")).isVisible();
        stranger.pictures("sso-refused");
        stranger.follows("To the sign-in page");
        assertThat(stranger.button("Sign in with Example ID")).isVisible();
    }
}
