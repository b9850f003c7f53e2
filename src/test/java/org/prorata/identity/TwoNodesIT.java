package org.prorata.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prorata.factor.Phone;
import org.prorata.start.DataFolder;
import org.prorata.start.EmbeddedPostgres;
import org.prorata.start.FreshDatabase;
import org.prorata.start.KillablePortal;

/** Two portals on one database: what is ended, taken or changed at one of them counts at the other with the very next request (S1). */
class TwoNodesIT {

    private static final String ALLOCATION = "/deals/rusoro-2010/allocation";

    private static DataFolder folder;
    private static EmbeddedPostgres server;
    private static Node one;
    private static Node two;

    /** A portal's process and its address. */
    private record Node(KillablePortal portal, String address) {

        static Node start(String name, Map<String, String> database) throws InterruptedException {
            int port = KillablePortal.freePort();
            Map<String, String> environment = new HashMap<>(database);
            environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
            environment.put("PRORATA_DEMO", "true");
            return new Node(KillablePortal.packaged(Path.of("target", name).toAbsolutePath(), environment).awaitReady(), "http://localhost:" + port);
        }

        RequestSpecification from(String session) {
            return given().baseUri(address).redirects().follow(false).cookie(Visitor.COOKIE, session);
        }

        int status(String session, String path) {
            return from(session).get(path).statusCode();
        }

        Response signIn(String login, String password) {
            Response in = given().baseUri(address).header("Origin", address).contentType(ContentType.JSON).body(Map.of("login", login, "password", password)).post("/api/v1/session");
            in.then().statusCode(200);
            return in;
        }

        RequestSpecification changing(Response in) {
            return from(in.cookie(Visitor.COOKIE)).header("Origin", address).header("X-CSRF-Token", in.<String>path("csrf")).contentType(ContentType.JSON);
        }
    }

    @BeforeAll
    static void two_portals_on_one_database() throws InterruptedException {
        folder = DataFolder.open(Path.of("target", "two-nodes"));
        server = FreshDatabase.start(folder);
        Map<String, String> database = new HashMap<>();
        server.quarkusSettings().forEach((key, value) -> database.put(key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        database.put("PRORATA_SECRETS_KEY", "5e".repeat(32));
        one = Node.start("two-nodes-one", database);
        two = Node.start("two-nodes-two", database);
    }

    @AfterAll
    static void all_ends() throws InterruptedException {
        for (Node node : new Node[] {one, two}) {
            if (node != null) {
                node.portal().terminate();
            }
        }
        server.close();
        folder.close();
    }

    private static String userOf(Response administrator, String login) {
        return one.from(administrator.cookie(Visitor.COOKIE)).queryParam("q", login).get("/api/v1/users").path("users.find { it.login == '" + login + "' }.id");
    }

    @Test
    void a_grant_that_is_taken_closes_the_page_that_the_other_keeps_and_a_disabled_user_is_out_there() {
        Response administrator = one.signIn("agency-1", "vancouver-term-sheet-1");
        String lender = two.signIn("endeavour", "copper-ledger-2010").cookie(Visitor.COOKIE);
        String user = "/api/v1/users/" + userOf(administrator, "endeavour");
        assertThat(List.of(two.status(lender, ALLOCATION), two.status(lender, ALLOCATION))).containsOnly(200);
        String grant = one.from(administrator.cookie(Visitor.COOKIE)).get(user).path("grants[0].id");
        one.changing(administrator).delete(user + "/grants/" + grant).then().statusCode(200);
        assertThat(two.status(lender, ALLOCATION)).isEqualTo(404);
        String request = one.changing(administrator).body(Map.of("role", "lender-viewer", "deal", "rusoro-2010", "lender", "endeavour")).post(user + "/grants").then().statusCode(200)
                .extract().path("requests[0].id");
        assertThat(two.status(lender, ALLOCATION)).isEqualTo(404);
        two.changing(two.signIn("agency-2", "vancouver-term-sheet-2")).body(Map.of("comment", "")).post("/api/v1/access-requests/" + request + "/accept").then().statusCode(200);
        assertThat(two.status(lender, ALLOCATION)).isEqualTo(200);
        one.changing(administrator).post(user + "/disable").then().statusCode(200);
        assertThat(two.status(lender, "/api/v1/session")).isEqualTo(401);
    }

    @Test
    void a_code_works_at_one_of_them_once_guesses_are_counted_together_and_a_session_of_the_password_alone_waits_at_both() {
        Response in = one.signIn("lansdowne-1", "single-slice-2010");
        String passwordOnly = two.signIn("lansdowne-1", "single-slice-2010").cookie(Visitor.COOKIE);
        Phone phone = new Phone(one.changing(in).post("/api/v1/account/factors/app").path("secret"));
        one.changing(in).body(Map.of("code", phone.code(-1))).post("/api/v1/account/factors/app/confirm").then().statusCode(200);
        assertThat(two.status(passwordOnly, "/api/v1/session")).isEqualTo(401);
        Response atOne = one.signIn("lansdowne-1", "single-slice-2010");
        Response atTwo = two.signIn("lansdowne-1", "single-slice-2010");
        Map<String, String> code = Map.of("code", phone.code(0));
        assertThat(List.of(one.changing(atOne).body(code).post("/api/v1/session/factor").statusCode(), two.changing(atTwo).body(code).post("/api/v1/session/factor").statusCode()))
                .containsExactly(200, 401);
        int looked = 1;
        for (int i = 0; i < 14; i++) {
            Node node = i % 2 == 0 ? two : one;
            looked += node.changing(atTwo).body(Map.of("code", phone.wrongCode())).post("/api/v1/session/factor").statusCode() == 401 ? 1 : 0;
        }
        assertThat(looked).isEqualTo(7);
    }

    @Test
    void a_copied_cookie_is_dead_at_the_other_after_the_sign_out_the_end_of_its_session_and_a_changed_password() {
        Response first = one.signIn("blackrock", "silver-ledger-2010");
        String second = two.signIn("blackrock", "silver-ledger-2010").cookie(Visitor.COOKIE);
        String third = two.signIn("blackrock", "silver-ledger-2010").cookie(Visitor.COOKIE);
        String ended = two.from(second).get("/api/v1/account").path("sessions.find { it.thisOne }.id");
        one.changing(first).delete("/api/v1/account/sessions/" + ended).then().statusCode(204);
        assertThat(two.status(second, "/api/v1/session")).isEqualTo(401);
        Response changed = one.changing(first).body(Map.of("current", "silver-ledger-2010", "password", "velvet anchor seven thistles")).post("/api/v1/account/password");
        changed.then().statusCode(200);
        assertThat(List.of(two.status(third, "/api/v1/session"), two.status(first.cookie(Visitor.COOKIE), "/api/v1/session"))).containsOnly(401);
        String renewed = changed.cookie(Visitor.COOKIE);
        assertThat(two.status(renewed, "/api/v1/session")).isEqualTo(200);
        one.changing(two.signIn("blackrock", "velvet anchor seven thistles")).delete("/api/v1/account/sessions").then().statusCode(200);
        assertThat(two.status(renewed, "/api/v1/session")).isEqualTo(401);
        Response last = one.signIn("blackrock", "velvet anchor seven thistles");
        one.changing(last).delete("/api/v1/session").then().statusCode(204);
        assertThat(two.status(last.cookie(Visitor.COOKIE), "/api/v1/session")).isEqualTo(401);
    }
}
