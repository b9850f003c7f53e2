package org.prorata.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Visitor;

/** Passkeys: what is signed for this portal, this browser and this moment lets in, and nothing else does. */
@QuarkusTest
class PasskeyTest {

    private static final String REFUSED = "select count(*) from trail where what = 'passkey.refused' and details::jsonb ->> 'because' = ?";
    private static final String COOKIE = "prorata-local-passkey";

    @Inject
    Accounts accounts;

    private String login;
    private UUID user;
    private Visitor here;
    private SoftKey key;

    @BeforeEach
    void a_user_with_a_passkey() throws Exception {
        Owner.runs("delete from sign_in_attempt");
        Owner.runs("delete from passkey_challenge");
        login = "passkey-" + UUID.randomUUID();
        user = accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
        here = Visitor.signsIn(login);
        key = new SoftKey(Visitor.origin());
        Response added = adds(here, key.makes(options(here)));
        added.then().statusCode(200);
        assertThat(added.<List<String>>path("recoveryCodes")).hasSize(10);
    }

    @AfterEach
    void no_guess_is_left() {
        Owner.runs("delete from sign_in_attempt");
    }

    private static Map<String, Object> options(Visitor visitor) {
        return visitor.sends().post("/api/v1/account/factors/passkeys/options").then().statusCode(200).extract().path("");
    }

    private static Response adds(Visitor visitor, Map<String, Object> credential) {
        return visitor.sends().contentType("application/json").body(Map.of("name", "My laptop", "credential", credential)).post("/api/v1/account/factors/passkeys");
    }

    /** Asked by a stranger's browser: the options, and the cookie they came with. */
    private record Asked(Map<String, Object> options, String browser) {

        static Asked now() {
            Response asked = Visitor.stranger().post("/api/v1/session/passkey/options");
            asked.then().statusCode(200);
            return new Asked(asked.path(""), asked.cookie(COOKIE));
        }
    }

    private static Response enters(Asked asked, Map<String, Object> credential) {
        return Visitor.stranger().cookie(COOKIE, asked.browser()).contentType("application/json").body(Map.of("credential", credential)).post("/api/v1/session/passkey");
    }

    private void refused(Response answer, String because, long before) {
        answer.then().statusCode(401);
        assertThat(answer.cookie(Visitor.COOKIE)).isNull();
        assertThat(Owner.counts(REFUSED, because)).as(because).isEqualTo(before + 1);
    }

    @Test
    void a_passkey_signs_in_without_name_or_password_and_is_both_factors() throws Exception {
        Asked asked = Asked.now();
        assertThat(asked.options()).containsEntry("rpId", "localhost").containsEntry("userVerification", "required").containsEntry("allowCredentials", List.of());
        key.count++;
        Visitor in = Visitor.of(enters(asked, key.signs(asked.options())));
        Response account = in.asks().get("/api/v1/account");
        account.then().statusCode(200);
        assertThat(account.<String>path("login")).isEqualTo(login);
        assertThat(account.<String>path("secondFactors[0].lastUsed")).isNotNull();
        assertThat(Owner.counts("select sign_count from passkey p join second_factor f on f.id = p.factor_id where f.user_id = ?", user)).isEqualTo(2);
        assertThat(Owner.counts("select count(*) from trail where what = 'session.opened' and subject = ? and details::jsonb ->> 'by' = 'passkey'", login)).isOne();
    }

    @Test
    void after_a_password_it_is_the_second_factor() throws Exception {
        Response begun = Visitor.tries(login, Visitor.PASSWORD);
        assertThat(begun.<List<String>>path("secondFactor")).containsExactly("passkey", "recovery");
        Visitor waiting = Visitor.of(begun);
        Map<String, Object> options = waiting.sends().post("/api/v1/session/proof/options").then().statusCode(200).extract().path("");
        assertThat((List<?>) options.get("allowCredentials")).hasSize(1);
        key.count++;
        Visitor.of(waiting.sends().contentType("application/json").body(Map.of("credential", key.signs(options))).post("/api/v1/session/factor"))
                .asks().get("/api/v1/account").then().statusCode(200);
    }

    @Test
    void a_signature_counts_once() throws Exception {
        long before = Owner.counts(REFUSED, "its challenge was not issued to this browser, is too old, or was used");
        Asked asked = Asked.now();
        key.count++;
        Map<String, Object> signed = key.signs(asked.options());
        enters(asked, signed).then().statusCode(200);
        refused(enters(asked, signed), "its challenge was not issued to this browser, is too old, or was used", before);
    }

    @Test
    void of_many_who_bring_the_same_signature_at_once_one_is_let_in() throws Exception {
        Asked asked = Asked.now();
        key.count++;
        Map<String, Object> signed = key.signs(asked.options());
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            attempts.add(() -> enters(asked, signed).statusCode());
        }
        int in = 0;
        for (Future<Integer> status : many.invokeAll(attempts)) {
            in += status.get() == 200 ? 1 : 0;
        }
        many.shutdown();
        assertThat(in).isOne();
    }

    @Test
    void a_challenge_is_of_one_browser_of_one_purpose_and_of_five_minutes() throws Exception {
        String because = "its challenge was not issued to this browser, is too old, or was used";
        key.count++;
        long before = Owner.counts(REFUSED, because);
        Asked asked = Asked.now();
        refused(enters(new Asked(asked.options(), Asked.now().browser()), key.signs(asked.options())), because, before);
        Map<String, Object> ofProof = here.sends().post("/api/v1/session/proof/options").path("");
        refused(enters(asked, key.signs(ofProof)), because, before + 1);
        Asked old = Asked.now();
        Owner.runs("update passkey_challenge set expires = expires - interval '5 minutes'");
        refused(enters(old, key.signs(old.options())), because, before + 2);
        Map<String, Object> made = new HashMap<>(Asked.now().options());
        made.put("challenge", "bWFkZSB1cCBieSBzb21lYm9keSB3aG8gd2FudHMgaW4");
        refused(enters(asked, key.signs(made)), because, before + 3);
    }

    @Test
    void another_origin_another_place_and_nobody_verified_are_refused() throws Exception {
        key.count++;
        for (String origin : List.of("https://portal.example", "http://localhost:1", Visitor.origin().replace("http:", "https:"))) {
            long before = Owner.counts(REFUSED, "BadOrigin");
            Asked asked = Asked.now();
            key.origin = origin;
            refused(enters(asked, key.signs(asked.options())), "BadOrigin", before);
        }
        key.origin = Visitor.origin();
        long before = Owner.counts(REFUSED, "BadRpId");
        Asked asked = Asked.now();
        key.host = "portal.example";
        refused(enters(asked, key.signs(asked.options())), "BadRpId", before);
        key.host = "localhost";
        before = Owner.counts(REFUSED, "UserNotVerified");
        asked = Asked.now();
        key.withoutVerification();
        refused(enters(asked, key.signs(asked.options())), "UserNotVerified", before);
        assertThat(Owner.counts("select sign_count from passkey p join second_factor f on f.id = p.factor_id where f.user_id = ?", user)).as("nothing is changed").isOne();
    }

    @Test
    void a_counter_that_does_not_grow_is_that_of_a_copy() throws Exception {
        long before = Owner.counts(REFUSED, "MaliciousCounterValue");
        Asked asked = Asked.now();
        refused(enters(asked, key.signs(asked.options())), "MaliciousCounterValue", before);
    }

    @Test
    void another_key_under_its_number_is_refused() throws Exception {
        SoftKey forged = new SoftKey(Visitor.origin());
        Asked asked = Asked.now();
        Map<String, Object> theirs = new HashMap<>(key.signs(asked.options()));
        forged.makes(options(here));
        forged.count = 5;
        theirs.put("response", forged.signs(asked.options()).get("response"));
        long before = Owner.counts(REFUSED, "BadSignature");
        refused(enters(asked, theirs), "BadSignature", before);
    }

    @Test
    void a_removed_passkey_and_a_disabled_user_are_refused() throws Exception {
        String because = "no user who may sign in has it";
        key.count++;
        accounts.disable(user);
        long before = Owner.counts(REFUSED, because);
        Asked asked = Asked.now();
        refused(enters(asked, key.signs(asked.options())), because, before);
        Owner.runs("update portal_user set disabled = false where id = ?", user);
        Visitor again = Visitor.of(enters(asked = Asked.now(), key.signs(asked.options())));
        String factor = again.asks().get("/api/v1/account/factors").path("factors[0].id");
        again.sends().delete("/api/v1/account/factors/" + factor).then().statusCode(200);
        asked = Asked.now();
        key.count++;
        refused(enters(asked, key.signs(asked.options())), because, before + 1);
    }

    @Test
    void a_new_passkey_answers_the_sessions_own_challenge_once() throws Exception {
        Map<String, Object> made = new SoftKey(Visitor.origin()).makes(options(here));
        String other = "passkey-" + UUID.randomUUID();
        accounts.create(other, "Ben Marsh", Visitor.PASSWORD);
        adds(Visitor.signsIn(other), made).then().statusCode(422);
        SoftKey mine = new SoftKey(Visitor.origin());
        Map<String, Object> right = mine.makes(options(here));
        adds(here, right).then().statusCode(200);
        adds(here, right).then().statusCode(422);
        adds(here, mine.makes(options(here))).then().statusCode(422);
        SoftKey elsewhere = new SoftKey("https://portal.example");
        adds(here, elsewhere.makes(options(here))).then().statusCode(422);
        SoftKey blind = new SoftKey(Visitor.origin());
        blind.withoutVerification();
        adds(here, blind.makes(options(here))).then().statusCode(422);
        assertThat(here.asks().get("/api/v1/account/factors").<List<?>>path("factors")).hasSize(2);
        assertThat(Owner.counts("select count(*) from trail where what = 'passkey.refused' and subject = ?", login)).isEqualTo(4);
    }

    @Test
    void nobody_proves_itself_with_anothers_passkey() throws Exception {
        String other = "passkey-" + UUID.randomUUID();
        accounts.create(other, "Ben Marsh", Visitor.PASSWORD);
        Visitor stranger = Visitor.signsIn(other);
        adds(stranger, new SoftKey(Visitor.origin()).makes(options(stranger))).then().statusCode(200);
        Visitor waiting = Visitor.of(Visitor.tries(other, Visitor.PASSWORD));
        Map<String, Object> options = waiting.sends().post("/api/v1/session/proof/options").path("");
        key.count++;
        waiting.sends().contentType("application/json").body(Map.of("credential", key.signs(options))).post("/api/v1/session/factor").then().statusCode(401);
        waiting.asks().get("/api/v1/account").then().statusCode(401);
    }

    @Test
    void what_cannot_be_read_is_refused_and_an_address_is_not_asked_without_end() {
        Asked asked = Asked.now();
        for (Object rubbish : List.of(Map.of(), Map.of("id", "x"), Map.of("id", "eA", "rawId", "eA", "type", "public-key", "response", Map.of("clientDataJSON", "e30")), "text", List.of(1))) {
            Visitor.stranger().cookie(COOKIE, asked.browser()).contentType("application/json").body(Map.of("credential", rubbish)).post("/api/v1/session/passkey").then().statusCode(401);
        }
        Visitor.stranger().contentType("application/json").body("{}").post("/api/v1/session/passkey").then().statusCode(401);
        Visitor.stranger().formParam("credential", "{").post("/login/passkey").then().statusCode(401);
        int last = 0;
        for (int i = 0; i < 70 && last != 429; i++) {
            last = Visitor.stranger().contentType("application/json").body("{}").post("/api/v1/session/passkey").statusCode();
        }
        assertThat(last).isEqualTo(429);
        assertThat(Owner.counts("select count(*) from sign_in_attempt")).isEqualTo(60);
    }

    @Test
    void challenges_of_one_address_are_bounded() {
        Owner.runs("insert into passkey_challenge (hash, purpose, bound, address) select sha256(n::text::bytea), 'sign-in', '', '127.0.0.1' from generate_series(1, 200) n");
        Visitor.stranger().post("/api/v1/session/passkey/options").then().statusCode(409);
        Owner.runs("update passkey_challenge set expires = expires - interval '5 minutes'");
        Visitor.stranger().post("/api/v1/session/passkey/options").then().statusCode(200);
    }
}
