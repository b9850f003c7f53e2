package org.prorata.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {

    @Inject
    Accounts accounts;

    private String login;
    private UUID user;

    @BeforeEach
    void a_user_of_the_agency_desk() {
        login = "session-" + UUID.randomUUID();
        user = accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
        accounts.grantAgent(user);
    }

    @Test
    void who_signs_in_is_told_its_name_and_token() {
        Response answer = Visitor.tries(login.toUpperCase(), Visitor.PASSWORD);
        answer.then().statusCode(200);
        assertThat(answer.<String>path("user.name")).isEqualTo("Ada Marsh");
        assertThat(answer.<Boolean>path("user.agent")).isTrue();
        assertThat(answer.<String>path("csrf")).hasSize(43);
        Response again = given().cookie(Visitor.COOKIE, answer.cookie(Visitor.COOKIE)).get("/api/v1/session");
        assertThat(again.<String>path("csrf")).isEqualTo(answer.path("csrf"));
    }

    @Test
    void the_page_leads_to_where_one_wanted_to_go() {
        Response asked = given().redirects().follow(false).accept("text/html").get("/audit?what=session");
        asked.then().statusCode(303);
        assertThat(asked.header("Location")).endsWith("/login?to=%2Faudit%3Fwhat%3Dsession");
        Response entered = enters("/audit?what=session");
        entered.then().statusCode(303);
        assertThat(entered.header("Location")).isEqualTo(Visitor.origin() + "/audit?what=session");
    }

    @Test
    void nobody_is_led_out_of_the_portal() {
        for (String trap : new String[] {"https://evil.example/", "//evil.example/", "/\\evil.example/", "/\t/evil.example", "javascript:alert(1)", "evil.example", "", "/", "/login", "/logout", "/./logout?x=1"}) {
            assertThat(enters(trap).header("Location")).as(trap).isEqualTo(Visitor.origin() + "/deals");
        }
    }

    @Test
    void the_cookie_is_of_this_name_and_kind_on_the_machine_itself() {
        String cookie = enters("/deals").headers().getValues("Set-Cookie").stream().filter(c -> c.startsWith("prorata-local=")).findFirst().orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/").doesNotContain("Secure").doesNotContain("Domain");
    }

    @Test
    void the_database_does_not_hold_the_token() {
        Visitor visitor = Visitor.signsIn(login);
        assertThat(Owner.counts("select count(*) from session where user_id = ? and token_hash = sha256(convert_to(?, 'UTF8'))", user, visitor.session())).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from session s where user_id = ? and s::text like '%' || ? || '%'", user, visitor.session())).isZero();
    }

    @Test
    void over_plain_http_under_another_host_nobody_signs_in() {
        String host = "portal.example:8080";
        given().header("Host", host).accept("text/html").get("/login").then().statusCode(403);
        Response program = given().header("Host", host).header("Origin", "http://" + host).contentType("application/json")
                .body("{\"login\":\"" + login + "\",\"password\":\"" + Visitor.PASSWORD + "\"}").post("/api/v1/session");
        program.then().statusCode(403);
        assertThat(program.<String>path("error")).contains("https://");
        Response page = given().header("Host", host).header("Origin", "http://" + host).formParam("login", login).formParam("password", Visitor.PASSWORD).post("/login");
        page.then().statusCode(403);
        assertThat(page.cookies()).isEmpty();
    }

    @Test
    void a_cookie_is_not_read_under_another_host_or_by_another_name() {
        Visitor visitor = Visitor.signsIn(login);
        visitor.asks().get("/api/v1/session").then().statusCode(200);
        visitor.asks().header("Host", "portal.example").get("/api/v1/session").then().statusCode(401);
        given().cookie("__Host-prorata", visitor.session()).get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void a_copied_cookie_is_dead_after_the_sign_out() {
        Visitor visitor = Visitor.signsIn(login);
        visitor.sends().delete("/api/v1/session").then().statusCode(204);
        visitor.asks().get("/api/v1/session").then().statusCode(401);
        Visitor other = Visitor.signsIn(login);
        other.asks().header("Origin", Visitor.origin()).formParam("csrf", other.csrf()).post("/logout").then().statusCode(303);
        other.asks().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void signing_out_takes_the_sessions_own_token() {
        Visitor visitor = Visitor.signsIn(login);
        visitor.asks().header("Origin", Visitor.origin()).post("/logout").then().statusCode(403);
        visitor.asks().get("/api/v1/session").then().statusCode(200);
    }

    @Test
    void a_sign_in_makes_a_new_session_and_ends_the_one_before() {
        Visitor before = Visitor.signsIn(login);
        Response after = Visitor.tries(Visitor.stranger().cookie(Visitor.COOKIE, before.session()), login, Visitor.PASSWORD);
        assertThat(after.cookie(Visitor.COOKIE)).isNotEqualTo(before.session());
        before.asks().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void a_token_that_somebody_planted_opens_nothing_after_the_sign_in() {
        String planted = "A".repeat(43);
        Response answer = Visitor.tries(Visitor.stranger().cookie(Visitor.COOKIE, planted), login, Visitor.PASSWORD);
        answer.then().statusCode(200);
        given().cookie(Visitor.COOKIE, planted).get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void an_idle_session_ends_after_thirty_minutes() {
        Visitor visitor = Visitor.signsIn(login);
        Owner.runs("update session set last_seen = last_seen - interval '29 minutes' where user_id = ?", user);
        visitor.asks().get("/api/v1/session").then().statusCode(200);
        Owner.runs("update session set last_seen = last_seen - interval '31 minutes' where user_id = ?", user);
        visitor.asks().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void a_session_in_use_ends_after_twelve_hours() {
        Visitor visitor = Visitor.signsIn(login);
        Owner.runs("update session set created = created - interval '719 minutes' where user_id = ?", user);
        visitor.asks().get("/api/v1/session").then().statusCode(200);
        Owner.runs("update session set created = created - interval '1 minute' where user_id = ?", user);
        visitor.asks().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void a_session_is_noted_as_in_use_once_a_minute() {
        Visitor visitor = Visitor.signsIn(login);
        visitor.asks().get("/api/v1/session");
        assertThat(Owner.counts("select count(*) from session where user_id = ? and last_seen > created + interval '1 second'", user)).isZero();
        Owner.runs("update session set last_seen = last_seen - interval '2 minutes' where user_id = ?", user);
        visitor.asks().get("/api/v1/session");
        assertThat(Owner.counts("select count(*) from session where user_id = ? and last_seen > created", user)).isEqualTo(1);
    }

    @Test
    void a_disabled_user_is_out_with_the_next_request_and_stays_out() {
        Visitor visitor = Visitor.signsIn(login);
        accounts.disable(user);
        visitor.asks().get("/api/v1/session").then().statusCode(401);
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(401);
    }

    @Test
    void a_sign_in_beyond_all_measure_is_bad_input_and_no_failure_of_the_portal() {
        for (String name : new String[] {"1".repeat(1_100), "[".repeat(1_500) + "]".repeat(1_500)}) {
            given().header("Origin", Visitor.origin()).contentType("application/json").body("{\"login\":" + name + ",\"password\":\"x\"}").post("/api/v1/session").then().statusCode(400);
        }
        given().header("Origin", Visitor.origin()).contentType("application/json").body("{\"" + "x".repeat(50_001) + "\":1}").post("/api/v1/session").then().statusCode(400);
    }

    @Test
    void a_changed_grant_counts_with_the_next_request() {
        Visitor visitor = Visitor.signsIn(login);
        visitor.asks().get("/api/v1/audit").then().statusCode(200);
        accounts.revokeAll(user);
        visitor.asks().get("/api/v1/audit").then().statusCode(403);
        accounts.grantAgent(user);
        visitor.asks().get("/api/v1/audit").then().statusCode(200);
    }

    @Test
    void a_wrong_cookie_is_as_good_as_none() {
        given().cookie(Visitor.COOKIE, "nonsense").accept("text/html").get("/login").then().statusCode(200);
        given().cookie(Visitor.COOKIE, "nonsense").get("/api/v1/session").then().statusCode(401);
    }

    private Response enters(String to) {
        return Visitor.stranger()
                .formParam("login", login).formParam("password", Visitor.PASSWORD).formParam("to", to).post("/login");
    }
}
