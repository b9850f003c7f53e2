package org.prorata.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Form;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Routes;
import org.prorata.identity.Visitor;

/** Authenticator apps and recovery codes: what a right password alone opens, and what a code opens, once. */
@QuarkusTest
class AuthenticatorTest {

    private static final String ROWS = "select count(*) from trail where what = ? and subject = ?";

    @Inject
    Accounts accounts;

    private String login;
    private UUID user;
    private Visitor here;
    private Phone phone;

    @BeforeEach
    void a_user_with_an_app() {
        Owner.runs("delete from sign_in_attempt");
        login = "factor-" + UUID.randomUUID();
        user = accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
        accounts.grantAgent(user);
        here = Visitor.signsIn(login);
        phone = Phone.setUpFor(here);
    }

    @AfterEach
    void no_guess_is_left() {
        Owner.runs("delete from sign_in_attempt");
    }

    private Response gives(Visitor visitor, String code) {
        return visitor.sends().contentType("application/json").body(Map.of("code", code)).post("/api/v1/session/factor");
    }

    @Test
    void an_app_is_set_up_only_by_a_right_code_and_its_secret_is_not_in_the_database() {
        String other = "factor-" + UUID.randomUUID();
        accounts.create(other, "Ben Marsh", Visitor.PASSWORD);
        Visitor visitor = Visitor.signsIn(other);
        Response offer = visitor.sends().post("/api/v1/account/factors/app");
        Phone his = new Phone(offer.path("secret"));
        his.confirms(visitor, his.wrongCode()).then().statusCode(422);
        assertThat(visitor.asks().get("/api/v1/account/factors").<List<?>>path("factors")).isEmpty();
        assertThat(Visitor.tries(other, Visitor.PASSWORD).<Object>path("secondFactor")).as("nothing is asked of one who has not finished").isNull();
        his.confirms(visitor, his.code(0)).then().statusCode(200);
        assertThat(visitor.asks().get("/api/v1/account/factors").<List<String>>path("factors.kind")).containsExactly("totp");
        String secret = HexFormat.of().formatHex(new Base32().decode(offer.<String>path("secret")));
        assertThat(Owner.counts("select count(*) from totp where position(?::text in encode(secret, 'hex')) > 0", secret)).isZero();
        assertThat(offer.<String>path("uri")).startsWith("otpauth://totp/Prorata:" + other + "?secret=" + offer.<String>path("secret") + "&issuer=Prorata");
        assertThat(Owner.counts("select count(*) from trail where details::text like '%' || ? || '%'", offer.<String>path("secret"))).isZero();
        assertThat(Owner.counts(ROWS, "factor.added", other)).isOne();
    }

    @Test
    void after_the_password_nothing_answers_but_the_second_factor_and_the_sign_out() {
        Response begun = Visitor.tries(login, Visitor.PASSWORD);
        assertThat(begun.<List<String>>path("secondFactor")).containsExactly("totp", "recovery");
        assertThat(begun.<String>path("prove")).isEqualTo("/api/v1/session/factor");
        assertThat(begun.<Object>path("user")).isNull();
        assertThat(begun.cookie(Visitor.BROWSER_COOKIE)).as("the browser is known once all is proved").isNull();
        Visitor waiting = Visitor.of(begun);
        int looked = 0;
        for (Routes.Route route : Routes.all()) {
            if (!route.openToAll()) {
                String path = route.path().replaceAll("\\{(kind|form)[^}]*}", "csv").replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
                RequestSpecification request = route.reads() ? waiting.asks() : waiting.sends();
                if ("multipart/form-data".equals(route.consumes())) {
                    request.multiPart("text", "x");
                } else if (route.consumes() != null && !route.consumes().contains("form")) {
                    request.contentType(route.consumes()).body("{}".getBytes(StandardCharsets.UTF_8));
                }
                Response answer = request.header("Accept", "*/*").request(route.verb(), path);
                assertThat(answer.statusCode()).as(route.verb() + " " + path).isEqualTo(401);
                if (path.startsWith("/api/")) {
                    assertThat(answer.<String>path("prove")).as(path).isEqualTo("/api/v1/session/factor");
                }
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(100);
        for (String page : List.of("/deals", "/account", "/approvals?page=2", "/account/factors", "/account/factors/app")) {
            assertThat(waiting.asks().header("Accept", "text/html").get(page).then().statusCode(303).extract().header("Location")).as(page)
                    .startsWith(Visitor.origin() + "/login/factor?to=%2F");
        }
        waiting.asks().get("/login/factor").then().statusCode(200);
        waiting.sends().post("/api/v1/account/factors/app").then().statusCode(401);
        waiting.sends().post("/logout").then().statusCode(303);
        assertThat(gives(waiting, phone.code(0)).statusCode()).isEqualTo(401);
        assertThat(Owner.counts(ROWS, "session.begun", login)).isOne();
        assertThat(Owner.counts(ROWS, "session.opened", login)).as("the one that set the app up").isOne();
    }

    @Test
    void a_right_code_opens_the_session_under_another_token() {
        Visitor waiting = Visitor.of(Visitor.tries(login, Visitor.PASSWORD));
        Response given = gives(waiting, phone.code(0));
        Visitor in = Visitor.of(given);
        assertThat(in.session()).isNotEqualTo(waiting.session());
        assertThat(in.csrf()).isNotEqualTo(waiting.csrf());
        assertThat(given.cookie(Visitor.BROWSER_COOKIE)).isNotNull();
        in.asks().get("/api/v1/account").then().statusCode(200);
        waiting.asks().get("/api/v1/account").then().statusCode(401);
        assertThat(Owner.counts("select count(*) from trail where what = 'session.opened' and subject = ? and details::jsonb ->> 'by' = 'totp'", login)).isOne();
        assertThat(in.asks().get("/api/v1/account").<String>path("secondFactors[0].lastUsed")).isNotNull();
    }

    @Test
    void without_the_sessions_own_token_a_code_is_not_looked_at() {
        Visitor waiting = Visitor.of(Visitor.tries(login, Visitor.PASSWORD));
        waiting.asks().header("Origin", Visitor.origin()).contentType("application/json").body(Map.of("code", phone.code(0))).post("/api/v1/session/factor").then().statusCode(403);
        gives(waiting, phone.code(0)).then().statusCode(200);
    }

    @Test
    void a_code_works_once_and_none_of_a_step_before_it_works_after_it() {
        gives(Visitor.of(Visitor.tries(login, Visitor.PASSWORD)), phone.code(1)).then().statusCode(200);
        Visitor again = Visitor.of(Visitor.tries(login, Visitor.PASSWORD));
        gives(again, phone.code(1)).then().statusCode(401);
        gives(again, phone.code(0)).then().statusCode(401);
        assertThat(Owner.counts(ROWS, "code.refused", login)).isEqualTo(2);
        Owner.runs("update totp set last_step = last_step - 10");
        gives(again, phone.code(0)).then().statusCode(200);
    }

    @Test
    void of_many_who_bring_the_same_code_at_once_one_is_let_in() throws Exception {
        List<Visitor> waiting = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            waiting.add(Visitor.of(Visitor.tries(login, Visitor.PASSWORD)));
        }
        String code = phone.code(0);
        ExecutorService many = Executors.newFixedThreadPool(6);
        List<Callable<Integer>> attempts = waiting.stream().map(visitor -> (Callable<Integer>) () -> gives(visitor, code).statusCode()).toList();
        int in = 0;
        for (Future<Integer> status : many.invokeAll(attempts)) {
            in += status.get() == 200 ? 1 : 0;
        }
        many.shutdown();
        assertThat(in).isOne();
    }

    @Test
    void the_step_before_and_the_one_after_are_taken_and_none_further() {
        Owner.runs("update totp set last_step = 0");
        Visitor waiting = Visitor.of(Visitor.tries(login, Visitor.PASSWORD));
        gives(waiting, phone.code(-3)).then().statusCode(401);
        gives(waiting, phone.code(3)).then().statusCode(401);
        gives(waiting, phone.code(-1)).then().statusCode(200);
    }

    @Test
    void codes_are_guessed_ten_times_an_hour_apart_from_passwords_and_after_them_the_right_one_is_not_looked_at() {
        Visitor waiting = Visitor.of(Visitor.tries(login, Visitor.PASSWORD));
        for (int i = 0; i < 7; i++) {
            Visitor.tries(login, "walrus copper nine lanterns").then().statusCode(401);
        }
        int looked = 0;
        for (int i = 0; i < 12; i++) {
            looked += gives(waiting, phone.wrongCode()).statusCode() == 401 ? 1 : 0;
        }
        assertThat(looked).as("from a browser that is not known").isEqualTo(7);
        Response throttled = gives(waiting, phone.code(0));
        throttled.then().statusCode(429);
        assertThat(Integer.parseInt(throttled.header("Retry-After"))).isBetween(3500, 3600);
        Visitor known = Visitor.of(Visitor.tries(Visitor.stranger().cookie(Visitor.BROWSER_COOKIE, here.browser()), login, Visitor.PASSWORD));
        for (int i = 0; i < 5; i++) {
            looked += known.sends().cookie(Visitor.BROWSER_COOKIE, here.browser()).contentType("application/json").body(Map.of("code", phone.wrongCode())).post("/api/v1/session/factor")
                    .statusCode() == 401 ? 1 : 0;
        }
        assertThat(looked).isEqualTo(10);
        assertThat(Owner.counts(ROWS, "code.throttled", login)).isGreaterThanOrEqualTo(1);
        Owner.runs("update sign_in_attempt set at = at - interval '1 hour'");
        gives(waiting, phone.code(0)).then().statusCode(200);
    }

    /** A reset forgets the guesses of the password before: whoever reads somebody's mail must not guess codes by it. */
    @Test
    void a_reset_password_lets_in_no_more_guesses_of_codes_and_no_name_that_is_typed_takes_any() {
        Visitor waiting = Visitor.of(Visitor.tries(login, Visitor.PASSWORD));
        for (int i = 0; i < 7; i++) {
            Visitor.tries("CODE " + login, "walrus copper nine lanterns").then().statusCode(401);
        }
        for (int i = 0; i < 7; i++) {
            gives(waiting, phone.wrongCode()).then().statusCode(401);
        }
        Owner.runs("delete from sign_in_attempt where account = sha256(?::text::bytea)", login);
        gives(waiting, phone.code(0)).then().statusCode(429);
    }

    @Test
    void a_stranger_who_knows_the_password_does_not_keep_the_owner_out() {
        Visitor stranger = Visitor.of(Visitor.tries(login, Visitor.PASSWORD));
        for (int i = 0; i < 8; i++) {
            gives(stranger, phone.wrongCode());
        }
        Response begun = Visitor.tries(Visitor.stranger().cookie(Visitor.BROWSER_COOKIE, here.browser()), login, Visitor.PASSWORD);
        Visitor.of(begun).sends().cookie(Visitor.BROWSER_COOKIE, here.browser()).contentType("application/json").body(Map.of("code", phone.code(0))).post("/api/v1/session/factor")
                .then().statusCode(200);
    }

    @Test
    void guesses_at_the_same_moment_are_counted_one_by_one() throws Exception {
        Visitor waiting = Visitor.of(Visitor.tries(login, Visitor.PASSWORD));
        ExecutorService many = Executors.newFixedThreadPool(16);
        List<Callable<Integer>> attempts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            attempts.add(() -> gives(waiting, phone.wrongCode()).statusCode());
        }
        int looked = 0;
        for (Future<Integer> status : many.invokeAll(attempts)) {
            looked += status.get() == 401 ? 1 : 0;
        }
        many.shutdown();
        assertThat(looked).isEqualTo(7);
    }

    @Test
    void ten_recovery_codes_each_work_once_however_they_are_written() {
        assertThat(phone.recoveryCodes()).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}"));
        String code = phone.recoveryCodes().get(0);
        gives(Visitor.of(Visitor.tries(login, Visitor.PASSWORD)), " " + code.toUpperCase(Locale.ROOT).replace("-", " ")).then().statusCode(200);
        gives(Visitor.of(Visitor.tries(login, Visitor.PASSWORD)), code).then().statusCode(401);
        assertThat(here.asks().get("/api/v1/account/factors").<Integer>path("recoveryCodesLeft")).isEqualTo(9);
        assertThat(Owner.counts("select count(*) from recovery_code where position(?::bytea in hash) > 0", code.getBytes(StandardCharsets.UTF_8))).isZero();
    }

    @Test
    void other_recovery_codes_make_those_before_void() {
        List<String> others = here.sends().post("/api/v1/account/factors/codes").then().statusCode(200).extract().path("recoveryCodes");
        assertThat(others).hasSize(10).doesNotContainAnyElementsOf(phone.recoveryCodes());
        Visitor waiting = Visitor.of(Visitor.tries(login, Visitor.PASSWORD));
        gives(waiting, phone.recoveryCodes().get(3)).then().statusCode(401);
        gives(waiting, others.get(3)).then().statusCode(200);
        assertThat(Owner.counts(ROWS, "factor.recovery-codes-made", login)).isOne();
    }

    @Test
    void a_session_opened_by_the_password_alone_waits_from_the_request_after_the_app_is_set_up_and_is_shown_as_such() {
        String other = "factor-" + UUID.randomUUID();
        accounts.create(other, "Ben Marsh", Visitor.PASSWORD);
        Visitor first = Visitor.signsIn(other);
        Visitor second = Visitor.signsIn(other);
        second.asks().get("/api/v1/account").then().statusCode(200);
        Phone.setUpFor(first);
        second.asks().get("/api/v1/account").then().statusCode(401);
        assertThat(first.asks().get("/api/v1/account").<List<Boolean>>path("sessions.passwordOnly")).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void without_the_app_the_password_is_enough_again_and_the_recovery_codes_are_gone() {
        String factor = here.asks().get("/api/v1/account/factors").path("factors[0].id");
        here.sends().delete("/api/v1/account/factors/" + factor).then().statusCode(200);
        assertThat(Visitor.tries(login, Visitor.PASSWORD).<Object>path("secondFactor")).isNull();
        assertThat(Owner.counts("select count(*) from recovery_code where user_id = ?", user)).isZero();
        assertThat(Owner.counts("select count(*) from totp where factor_id = ?::uuid", factor)).isZero();
        assertThat(Owner.counts(ROWS, "factor.removed", login)).isOne();
    }

    @Test
    void anothers_second_factor_is_not_there() {
        String factor = here.asks().get("/api/v1/account/factors").path("factors[0].id");
        String other = "factor-" + UUID.randomUUID();
        accounts.create(other, "Ben Marsh", Visitor.PASSWORD);
        Visitor stranger = Visitor.signsIn(other);
        stranger.sends().delete("/api/v1/account/factors/" + factor).then().statusCode(404);
        stranger.sends().contentType("application/json").body(Map.of("name", "Mine")).post("/api/v1/account/factors/" + factor + "/rename").then().statusCode(404);
        assertThat(here.asks().get("/api/v1/account/factors").<List<?>>path("factors")).hasSize(1);
    }

    @Test
    void it_is_renamed_and_a_second_app_is_refused() {
        String factor = here.asks().get("/api/v1/account/factors").path("factors[0].id");
        here.sends().contentType("application/json").body(Map.of("name", "My telephone")).post("/api/v1/account/factors/" + factor + "/rename").then().statusCode(200);
        assertThat(here.asks().get("/account").asString()).contains("My telephone", "authenticator app");
        here.sends().contentType("application/json").body(Map.of("name", "")).post("/api/v1/account/factors/" + factor + "/rename").then().statusCode(422);
        here.sends().post("/api/v1/account/factors/app").then().statusCode(409);
    }

    @Test
    void pages_do_the_same_and_keep_where_one_wanted_to_go() {
        String other = "factor-" + UUID.randomUUID();
        accounts.create(other, "Ben Marsh", Visitor.PASSWORD);
        Visitor visitor = Visitor.signsIn(other);
        Form.of(visitor, visitor.asks().get("/account/factors")).sends("/account/factors/app/start").then().statusCode(303);
        Response page = visitor.asks().get("/account/factors/app");
        assertThat(page.asString()).contains("<svg", "aria-label=\"A QR code with the secret below\"");
        String secret = page.asString().replaceAll("(?s).*<code id=\"secret\">([A-Z2-7 ]+)</code>.*", "$1").replace(" ", "");
        Phone his = new Phone(secret);
        Response wrong = Form.of(visitor, page).types("code", his.wrongCode()).sends("/account/factors/app");
        wrong.then().statusCode(422);
        assertThat(wrong.asString()).contains(secret.substring(0, 4) + " " + secret.substring(4, 8), "This is not the code of this secret");
        String codes = Form.of(visitor, wrong).types("code", his.code(-1)).sends("/account/factors/app").then().statusCode(200).extract().asString();
        assertThat(codes.split("<li><code>")).hasSize(11);
        Response step = Visitor.stranger().formParam("login", other).formParam("password", Visitor.PASSWORD).formParam("to", "/account").post("/login");
        step.then().statusCode(303);
        Visitor waiting = Visitor.of(Visitor.tries(other, Visitor.PASSWORD));
        Response form = waiting.asks().get("/login/factor?to=/account");
        Response refused = Form.of(waiting, form).types("code", his.wrongCode()).sends("/login/factor");
        refused.then().statusCode(401);
        assertThat(refused.asString()).contains("This was not right", "value=\"/account\"");
        Response in = Form.of(waiting, refused).types("code", his.code(0)).sends("/login/factor");
        assertThat(in.then().statusCode(303).extract().header("Location")).endsWith("/account");
        assertThat(in.cookie(Visitor.COOKIE)).isNotNull().isNotEqualTo(waiting.session());
    }

    @Test
    void nobody_signed_in_is_shown_nothing_of_second_factors() {
        for (String page : List.of("/account/factors", "/account/factors/app", "/account/factors/passkeys", "/api/v1/account/factors")) {
            Visitor.stranger().get(page).then().statusCode(401);
        }
        for (String form : List.of("/account/factors/app/start", "/account/factors/app", "/account/factors/passkeys/start", "/account/factors/passkeys", "/account/factors/codes",
                "/account/factors/" + UUID.randomUUID() + "/remove", "/account/factors/" + UUID.randomUUID() + "/rename", "/api/v1/account/factors/app",
                "/api/v1/account/factors/passkeys/options", "/api/v1/account/factors/codes", "/api/v1/session/proof/options")) {
            Visitor.stranger().post(form).then().statusCode(401);
        }
        for (String json : List.of("/api/v1/session/factor", "/api/v1/session/proof", "/api/v1/account/factors/app/confirm", "/api/v1/account/factors/passkeys")) {
            Visitor.stranger().contentType("application/json").body("{}").post(json).then().statusCode(401);
        }
    }
}
