package org.prorata.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.prorata.identity.Accounts;
import org.prorata.identity.Role;
import org.prorata.identity.Visitor;

/** A portal that asks its desk for a second factor, at an address of its own and with no key to keep secrets with. */
@QuarkusTest
@TestProfile(RequiredTest.Settings.class)
class RequiredTest {

    public static class Settings implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("prorata.second-factor.required", "agent", "prorata.address", "https://portal.example.org", "prorata.secrets.key", "");
        }
    }

    @Inject
    Accounts accounts;

    private Visitor signsIn(Consumer<UUID> granted) {
        String login = "required-" + UUID.randomUUID();
        granted.accept(accounts.create(login, "Ada Marsh", Visitor.PASSWORD));
        return Visitor.signsIn(login);
    }

    @Test
    void makers_checkers_and_administrators_are_asked_and_others_are_not() {
        for (Role role : new Role[] {Role.AGENT_MAKER, Role.AGENT_CHECKER, Role.AGENT_ADMINISTRATOR}) {
            Visitor desk = signsIn(user -> accounts.grant(user, role, null, null));
            assertThat(desk.asks().get("/api/v1/account").then().statusCode(401).extract().<String>path("prove")).as(role.word()).isEqualTo("/api/v1/account/factors");
        }
        signsIn(user -> accounts.grant(user, Role.AUDITOR, null, null)).asks().get("/api/v1/account").then().statusCode(200);
        signsIn(user -> { }).asks().get("/api/v1/account").then().statusCode(200);
    }

    @Test
    void without_a_key_no_app_can_be_set_up_and_the_page_says_why() {
        Visitor visitor = signsIn(user -> { });
        assertThat(visitor.asks().get("/account/factors").asString()).contains("PRORATA_SECRETS_KEY").doesNotContain("/account/factors/app/start");
        Response refused = visitor.sends().post("/api/v1/account/factors/app");
        assertThat(refused.then().statusCode(409).extract().<String>path("error")).contains("PRORATA_SECRETS_KEY");
    }

    @Test
    void passkeys_are_for_the_configured_address_whatever_the_request_says() throws Exception {
        Visitor visitor = signsIn(user -> { });
        Map<String, Object> options = visitor.sends().post("/api/v1/account/factors/passkeys/options").then().statusCode(200).extract().path("");
        assertThat(((Map<?, ?>) options.get("rp")).get("id")).isEqualTo("portal.example.org");
        SoftKey here = new SoftKey(Visitor.origin());
        visitor.sends().contentType("application/json").body(Map.of("name", "x", "credential", here.makes(options))).post("/api/v1/account/factors/passkeys").then().statusCode(422);
        SoftKey there = new SoftKey("https://portal.example.org");
        there.host = "portal.example.org";
        options = visitor.sends().post("/api/v1/account/factors/passkeys/options").path("");
        visitor.sends().contentType("application/json").body(Map.of("name", "x", "credential", there.makes(options))).post("/api/v1/account/factors/passkeys").then().statusCode(200);
    }
}
