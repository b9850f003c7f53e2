package org.prorata.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One's own sessions and password: what is ended or changed counts with the very next request. */
@QuarkusTest
class AccountTest {

    private static final String NEW = "velvet anchor seven thistles";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0";
    private static final String ROWS = "select count(*) from trail where what = ? and subject = ? and user_id = ?";

    @Inject
    Accounts accounts;
    @Inject
    AgroalDataSource database;

    private String login;
    private UUID user;
    private Visitor here;

    @BeforeEach
    void a_user_with_a_session() {
        Owner.runs("delete from sign_in_attempt");
        login = "account-" + UUID.randomUUID();
        user = accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
        here = Visitor.signsIn(login);
    }

    @AfterEach
    void no_guess_is_left() {
        Owner.runs("delete from sign_in_attempt");
    }

    private Response account() {
        return here.asks().get("/api/v1/account");
    }

    private String sessionOf(boolean thisOne) {
        return account().path("sessions.find { it.thisOne == " + thisOne + " }.id");
    }

    private Response changes(String current, String password) {
        return here.sends().contentType(ContentType.JSON).body(Map.of("current", current, "password", password)).post("/api/v1/account/password");
    }

    private Response typesIn(String current, String password, String again) {
        return here.asks().header("Origin", Visitor.origin()).formParam("csrf", here.csrf()).formParam("current", current).formParam("password", password).formParam("again", again)
                .post("/account/password");
    }

    private long rows(String what) {
        return Owner.counts(ROWS, what, login, user);
    }

    @Test
    void one_sees_its_sessions_with_time_address_and_browser_and_which_is_this_one() {
        Visitor.tries(Visitor.stranger().header("User-Agent", FIREFOX), login, Visitor.PASSWORD).then().statusCode(200);
        Visitor.signsIn(accountOf("another")).asks().get("/api/v1/account").then().statusCode(200);
        List<Map<String, Object>> sessions = account().path("sessions");
        assertThat(sessions).hasSize(2).allSatisfy(session -> assertThat(session).containsOnlyKeys("id", "since", "lastSeen", "address", "browser", "thisOne", "passwordOnly").containsEntry("address", "127.0.0.1"));
        assertThat(sessions.get(0)).containsEntry("browser", "Firefox on Linux").containsEntry("thisOne", false);
        assertThat(sessions.get(1)).containsEntry("thisOne", true);
        assertThat(here.asks().get("/account").asString()).contains("Firefox on Linux").contains("this one").contains("Ada Marsh").contains("href=\"/account\"");
    }

    private String accountOf(String name) {
        String other = name + "-" + UUID.randomUUID();
        accounts.create(other, "Ben Marsh", Visitor.PASSWORD);
        return other;
    }

    @Test
    void neither_a_token_nor_its_hash_leaves_the_server() {
        Visitor other = Visitor.signsIn(login);
        for (String page : List.of(account().asString(), here.asks().get("/account").asString())) {
            for (Visitor each : List.of(here, other)) {
                byte[] hash = Token.hash(each.session());
                assertThat(page).doesNotContain(each.session()).doesNotContain(HexFormat.of().formatHex(hash)).doesNotContain(Base64.getEncoder().encodeToString(hash));
            }
            assertThat(page).doesNotContain(other.csrf()).doesNotContain("$argon2id");
        }
    }

    @Test
    void a_session_that_is_ended_is_dead_with_its_next_request() {
        Visitor other = Visitor.signsIn(login);
        here.asks().header("Origin", Visitor.origin()).formParam("csrf", here.csrf()).post("/account/sessions/" + sessionOf(false) + "/end").then().statusCode(303);
        other.asks().get("/api/v1/session").then().statusCode(401);
        here.asks().get("/api/v1/session").then().statusCode(200);
        assertThat(rows("session.closed")).isEqualTo(1);
        here.sends().delete("/api/v1/account/sessions/" + sessionOf(true)).then().statusCode(204);
        here.asks().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void all_others_end_at_once_and_this_one_goes_on() {
        List<Visitor> others = List.of(Visitor.signsIn(login), Visitor.signsIn(login));
        assertThat(here.sends().delete("/api/v1/account/sessions").<Integer>path("sessionsEnded")).isEqualTo(2);
        others.forEach(other -> other.asks().get("/api/v1/session").then().statusCode(401));
        here.asks().get("/api/v1/session").then().statusCode(200);
        assertThat(rows("session.closed")).isEqualTo(2);
        assertThat(here.asks().header("Origin", Visitor.origin()).formParam("csrf", here.csrf()).post("/account/sessions/end-others").header("Location")).endsWith("/account?others=0");
    }

    @Test
    void anothers_session_and_one_that_is_not_there_are_answered_alike_and_nothing_ends() {
        Visitor other = Visitor.signsIn(accountOf("another"));
        String anothers = other.asks().get("/api/v1/account").path("sessions[0].id");
        Response foreign = here.sends().delete("/api/v1/account/sessions/" + anothers);
        for (String missing : List.of(UUID.randomUUID().toString(), "nonsense")) {
            Response none = here.sends().delete("/api/v1/account/sessions/" + missing);
            assertThat(none.statusCode()).isEqualTo(404).isEqualTo(foreign.statusCode());
            assertThat(none.asString()).isEqualTo(foreign.asString());
        }
        other.asks().get("/api/v1/session").then().statusCode(200);
        assertThat(Owner.counts("select count(*) from trail where what = 'access.refused' and user_id = ?", user)).isEqualTo(3);
    }

    @Test
    void a_changed_password_ends_all_other_sessions_and_gives_this_one_another_token() {
        Visitor other = Visitor.signsIn(login);
        String number = sessionOf(true);
        Response changed = changes(Visitor.PASSWORD, NEW);
        changed.then().statusCode(200);
        assertThat(changed.<Integer>path("sessionsEnded")).isEqualTo(1);
        other.asks().get("/api/v1/session").then().statusCode(401);
        here.asks().get("/api/v1/session").then().statusCode(401);
        Response now = given().cookie(Visitor.COOKIE, changed.cookie(Visitor.COOKIE)).get("/api/v1/account");
        assertThat(now.<List<String>>path("sessions.id")).containsExactly(number);
        assertThat(changed.<String>path("csrf")).hasSize(43).isNotEqualTo(here.csrf());
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(401);
        Visitor.tries(login, NEW).then().statusCode(200);
        assertThat(rows("password.changed")).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from trail t where user_id = ? and (t::text like '%' || ? || '%' or t::text like '%' || ? || '%' or t::text like '%argon2%')",
                user, NEW, changed.cookie(Visitor.COOKIE))).isZero();
    }

    @Test
    void a_sign_in_that_looked_at_the_old_password_while_it_was_changed_opens_nothing() {
        CompletableFuture<Response> entering = QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection(); PreparedStatement change = connection.prepareStatement("update portal_user set password_hash = ? where id = ?")) {
                change.setString(1, Owner.finds("select password_hash from portal_user where id <> ? limit 1", user));
                change.setObject(2, user);
                change.executeUpdate();
            }
            CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> Visitor.tries(login, Visitor.PASSWORD));
            for (int i = 0; i < 600 && Owner.counts("select count(*) from pg_locks where not granted") == 0; i++) {
                Thread.sleep(50);
            }
            assertThat(waiting).isNotDone();
            return waiting;
        });
        assertThat(entering.join().statusCode()).isEqualTo(401);
        assertThat(account().<List<String>>path("sessions.id")).hasSize(1);
    }

    @Test
    void the_form_changes_it_too_and_says_what_ended() {
        Visitor.signsIn(login);
        Response changed = typesIn(Visitor.PASSWORD, NEW, NEW);
        changed.then().statusCode(303);
        String page = given().cookie(Visitor.COOKIE, changed.cookie(Visitor.COOKIE)).get("/account?changed=1").asString();
        assertThat(page).contains("your one other session has ended");
        here.asks().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void a_wrong_old_password_is_a_guess_like_any_other_and_told_beside_its_field() {
        Response wrong = typesIn("walrus copper nine lanterns", NEW, NEW);
        wrong.then().statusCode(422);
        assertThat(wrong.asString()).containsPattern("id=\"e-current\">This is not the password you have").doesNotContain("walrus").doesNotContain(NEW);
        for (int i = 1; i < Throttle.ANYWHERE; i++) {
            Visitor.tries(login, "walrus copper nine lanterns").then().statusCode(401);
        }
        Response throttled = changes(Visitor.PASSWORD, NEW);
        throttled.then().statusCode(429);
        assertThat(Integer.parseInt(throttled.header("Retry-After"))).isBetween(3500, 3600);
        assertThat(typesIn(Visitor.PASSWORD, NEW, NEW).then().statusCode(429).extract().asString()).containsPattern("id=\"e-current\">Too many wrong passwords");
        here.asks().get("/api/v1/session").then().statusCode(200);
        assertThat(rows("password.refused")).isEqualTo(1);
        assertThat(rows("password.throttled")).isEqualTo(1);
    }

    @Test
    void what_cannot_be_a_password_is_told_beside_its_field_and_costs_no_guess() {
        Map<String, String> faults = Map.of("short", "12 to 128 characters", "password12345", "common password", "ada marsh of the desk", "user's or the portal's name", Visitor.PASSWORD, "the password you have");
        for (int i = 0; i < 3; i++) {
            faults.forEach((password, fault) -> {
                String page = typesIn(Visitor.PASSWORD, password, password).then().statusCode(422).extract().asString().replace("&#39;", "'");
                assertThat(page.substring(page.indexOf("id=\"e-password\""))).as(password).contains(fault);
            });
        }
        assertThat(typesIn(Visitor.PASSWORD, NEW, NEW + "x").then().statusCode(422).extract().asString()).contains("id=\"e-again\"");
        assertThat(typesIn("", NEW, NEW).then().statusCode(422).extract().asString()).contains("id=\"e-current\"");
        changes(Visitor.PASSWORD, NEW).then().statusCode(200);
    }

    @Test
    void nothing_changes_without_the_sessions_own_token_from_our_own_page_or_without_a_session() {
        Visitor.signsIn(login);
        String other = sessionOf(false);
        for (String path : List.of("/account/sessions/" + other + "/end", "/account/sessions/end-others", "/account/password")) {
            here.asks().header("Origin", Visitor.origin()).formParam("current", Visitor.PASSWORD).formParam("password", NEW).formParam("again", NEW).post(path).then().statusCode(403);
            here.asks().header("Origin", "https://evil.example").formParam("csrf", here.csrf()).formParam("current", Visitor.PASSWORD).formParam("password", NEW).formParam("again", NEW)
                    .post(path).then().statusCode(403);
            Visitor.stranger().post(path).then().statusCode(401);
        }
        given().redirects().follow(false).accept("text/html").get("/account").then().statusCode(303);
        given().get("/api/v1/account").then().statusCode(401);
        assertThat(account().<List<String>>path("sessions.id")).hasSize(2);
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(200);
    }

    @Test
    void sessions_past_their_limits_are_not_shown() {
        Visitor.signsIn(login);
        Owner.runs("update session set last_seen = last_seen - interval '31 minutes' where user_id = ? and id = cast(? as uuid)", user, sessionOf(false));
        assertThat(account().<List<String>>path("sessions.id")).hasSize(1);
    }
}
