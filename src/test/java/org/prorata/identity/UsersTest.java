package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;

/** What the agent's administrator changes of users counts with their very next request, and parts the duties. */
@QuarkusTest
class UsersTest {

    private static final String TOLD = "select count(*) from trail where what = ? and subject = ? and user_id = ? and deal_id is null and details::jsonb = ?::jsonb";

    @Inject
    Accounts accounts;
    @Inject
    Desk desk;
    @Inject
    AgroalDataSource database;

    private final String mark = UUID.randomUUID().toString();
    private UUID administrator;
    private Visitor admin;
    private Visitor second;
    private UUID user;
    private String login;

    @BeforeEach
    void an_administrator_and_a_user() {
        administrator = made("admin");
        accounts.grant(administrator, Role.AGENT_ADMINISTRATOR, null, null);
        admin = Visitor.signsIn("admin-" + mark);
        accounts.grant(made("another"), Role.AGENT_ADMINISTRATOR, null, null);
        second = Visitor.signsIn("another-" + mark);
        login = "user-" + mark;
        user = made("user");
    }

    private UUID made(String name) {
        return accounts.create(name + "-" + mark, "Ada " + name, Visitor.PASSWORD);
    }

    private static Map<String, String> grant(String role, String deal, String lender) {
        return TwoAdministrators.grant(role, deal, lender);
    }

    private static Response grants(Visitor by, UUID whom, String role, String deal, String lender) {
        return TwoAdministrators.asks(by, whom, role, deal, lender);
    }

    private String grantOf(UUID whom, String role) {
        return Owner.finds("select id::text from user_grant where user_id = ? and role = ?", whom, role);
    }

    private RequestSpecification form() {
        return admin.asks().header("Origin", Visitor.origin()).formParam("csrf", admin.csrf());
    }

    private void told(String what, String subject, String details) {
        assertThat(Owner.counts(TOLD, what, subject, administrator, details)).as(what + " " + details).isEqualTo(1);
    }

    @Test
    void the_list_is_paged_and_searched_by_the_server() {
        for (int i = 0; i < UserReader.PAGE + 1; i++) {
            Owner.runs("insert into portal_user (id, login, name, password_hash) values (gen_random_uuid(), ?, ?, 'none')", String.format("page-%02d-%s", i, mark), "Page Turner 100%_" + i);
        }
        assertThat(admin.asks().queryParam("q", "TURNER 100%_50").get("/api/v1/users").<List<String>>path("users.login")).contains("page-50-" + mark);
        assertThat(admin.asks().get("/api/v1/users?q=" + mark).<List<String>>path("users.login")).hasSize(UserReader.PAGE).isSorted();
        assertThat(admin.asks().get("/api/v1/users?q=" + mark).<Integer>path("next")).isEqualTo(2);
        Response second = admin.asks().get("/api/v1/users?q=" + mark + "&page=2");
        assertThat(second.<List<String>>path("users.login")).hasSize(4).contains(login);
        assertThat(second.<Integer>path("next")).isNull();
        String page = admin.asks().get("/users?q=" + mark).asString();
        assertThat(page).contains("Page Turner 100%_0").contains("href=\"/users?page=2&amp;q=" + mark + "\"");
        assertThat(admin.asks().get("/users?q=" + UUID.randomUUID()).asString()).contains("There are no such users.");
        admin.asks().get("/users?page=0").then().statusCode(400);
    }

    @Test
    void the_administrator_sees_grants_last_sign_in_and_open_sessions_and_no_secret() {
        Visitor theirs = Visitor.signsIn(login);
        Response one = admin.asks().get("/api/v1/users/" + user);
        assertThat(one.<Integer>path("openSessions")).isEqualTo(1);
        assertThat(one.<String>path("lastSignIn")).isNotBlank();
        assertThat(one.<List<Map<String, Object>>>path("sessions").get(0)).containsOnlyKeys("id", "since", "seen", "address", "browser", "passwordOnly");
        for (String answer : List.of(one.asString(), admin.asks().get("/users/" + user).asString(), admin.asks().get("/users?q=" + mark).asString())) {
            assertThat(answer).doesNotContain(theirs.session()).doesNotContain(theirs.csrf()).doesNotContain("argon2");
        }
        assertThat(admin.asks().get("/users").asString()).contains("aria-current=\"page\">Users</a>");
        assertThat(theirs.asks().get("/account").asString()).doesNotContain("href=\"/users\"");
    }

    @Test
    void a_disabled_user_is_out_with_the_next_request_and_comes_back_when_let_in_again() {
        Visitor theirs = Visitor.signsIn(login);
        form().post("/users/" + user + "/disable").then().statusCode(303);
        theirs.asks().get("/api/v1/session").then().statusCode(401);
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(401);
        assertThat(admin.asks().get("/users/" + user + "?done=disabled").asString()).contains("its sessions have ended").contains("Ask to let in again");
        form().post("/users/" + user + "/enable").then().statusCode(303);
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(401);
        String request = admin.asks().get("/api/v1/users/" + user).path("requests[0].id");
        TwoAdministrators.decides(second, request, "accept", "back from leave").then().statusCode(200);
        theirs.asks().get("/api/v1/session").then().statusCode(401);
        Visitor.signsIn(login);
        assertThat(Owner.counts("select count(*) from trail where what = 'user.disabled' and subject = ? and details -> 'before' ->> 'disabled' = 'false' and details -> 'after' ->> 'disabled' = 'true'",
                login)).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from trail where what = 'session.closed' and subject = ? and user_id = ?", login, administrator)).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from trail where what = 'user.enabled' and subject = ? and details ->> 'askedBy' = 'Ada admin' and details ->> 'acceptedBy' = 'Ada another' and details ->> 'comment' = 'back from leave'",
                login)).isEqualTo(1);
    }

    @Test
    void grants_of_a_lender_count_with_the_next_request_also_for_pages_that_are_kept() {
        Desk.Staffed deal = desk.rusoro();
        String page = "/deals/" + deal.slug() + "/allocation";
        Visitor theirs = Visitor.signsIn(login);
        theirs.asks().get(page).then().statusCode(404);
        TwoAdministrators.grant(admin, second, user, "lender-viewer", deal.slug(), "endeavour");
        String shown = theirs.asks().get(page).then().statusCode(200).extract().asString();
        assertThat(theirs.asks().get(page).asString()).isEqualTo(shown);
        assertThat(admin.asks().get("/users/" + user).asString()).contains("Endeavour Financial Corporation");
        String grant = grantOf(user, "lender-viewer");
        admin.sends().delete("/api/v1/users/" + user + "/grants/" + grant).then().statusCode(200);
        theirs.asks().get(page).then().statusCode(404);
        admin.sends().delete("/api/v1/users/" + user + "/grants/" + grant).then().statusCode(404);
        assertThat(Owner.counts("select count(*) from trail where what = 'user.granted' and subject = ? and details ->> 'askedBy' = 'Ada admin' and details ->> 'acceptedBy' = 'Ada another' and details::jsonb @> ?::jsonb", login,
                "{\"after\":{\"grants\":[\"lender-viewer " + deal.slug() + " endeavour\"]},\"before\":{\"grants\":[]}}")).isEqualTo(1);
        told("user.revoked", login, "{\"after\":{\"grants\":[]},\"before\":{\"grants\":[\"lender-viewer " + deal.slug() + " endeavour\"]}}");
        for (String closed : List.of(page, "/deals/" + deal.slug() + "/register", "/deals/" + deal.slug() + "/lenders")) {
            admin.asks().get(closed).then().statusCode(404);
        }
    }

    @Test
    void a_grant_names_what_its_role_asks_for_and_what_is_wrong_is_told_beside_its_field() {
        Desk.Staffed deal = desk.rusoro();
        Map<Map<String, String>, String> wrong = Map.of(
                grant("king", null, null), "role",
                grant("borrower", null, null), "deal",
                grant("lender-viewer", null, "endeavour"), "deal",
                grant("agent-administrator", deal.slug(), null), "deal",
                grant("auditor", "no-such-deal", null), "deal",
                grant("auditor", deal.slug(), "endeavour"), "lender",
                grant("lender-signatory", deal.slug(), null), "lender",
                grant("lender-viewer", deal.slug(), "nobody"), "lender");
        wrong.forEach((typed, field) -> {
            Response refused = admin.sends().contentType(ContentType.JSON).body(typed).post("/api/v1/users/" + user + "/grants");
            assertThat(refused.statusCode()).as(typed.toString()).isEqualTo(422);
            assertThat(refused.<List<String>>path("problems.field")).as(typed.toString()).containsExactly(field);
        });
        String page = form().formParam("role", "lender-viewer").formParam("deal", deal.slug()).formParam("lender", "nobody").post("/users/" + user + "/grants")
                .then().statusCode(422).extract().asString();
        assertThat(page).containsPattern("id=\"e-lender\">[^<]*endeavour").contains("value=\"nobody\"").contains("value=\"" + deal.slug() + "\"");
        form().formParam("role", "auditor").formParam("deal", "").formParam("lender", "").post("/users/" + user + "/grants").then().statusCode(303);
        assertThat(admin.asks().get("/users/" + user).asString()).contains("every deal").contains("another administrator");
        grants(admin, user, "auditor", null, null).then().statusCode(409);
    }

    @Test
    void nobody_grants_oneself_disables_oneself_or_takes_ones_own_administrators_grant() {
        assertThat(grants(admin, administrator, "agent-maker", null, null).then().statusCode(409).extract().asString()).contains("Nobody asks anything for oneself");
        assertThat(form().post("/users/" + administrator + "/disable").then().statusCode(409).extract().asString()).contains("An administrator does not disable oneself");
        assertThat(form().post("/users/" + administrator + "/grants/" + grantOf(administrator, "agent-administrator") + "/revoke").then().statusCode(409).extract().asString())
                .contains("so that the portal is never without one");
        assertThat(Owner.counts("select count(*) from trail where what = 'user.refused' and subject = ? and user_id = ? and details ->> 'attempt' <> ''", "admin-" + mark, administrator)).isEqualTo(3);
        assertThat(Owner.counts("select count(*) from user_grant where user_id = ?", administrator)).isEqualTo(1);
        String request = TwoAdministrators.asked(second, administrator, "agent-maker", null, null);
        assertThat(TwoAdministrators.decides(admin, request, "accept", "").then().statusCode(409).extract().asString()).contains("for oneself");
        accounts.grant(made("third"), Role.AGENT_ADMINISTRATOR, null, null);
        TwoAdministrators.decides(Visitor.signsIn("third-" + mark), request, "accept", "").then().statusCode(200);
        assertThat(admin.asks().get("/api/v1/session").<List<String>>path("user.roles")).containsExactlyInAnyOrder("agent-maker", "agent-administrator");
    }

    @Test
    void two_administrators_who_take_each_others_grant_at_once_leave_one() {
        UUID second = made("second");
        accounts.grant(second, Role.AGENT_ADMINISTRATOR, null, null);
        Visitor other = Visitor.signsIn("second-" + mark);
        String first = "/api/v1/users/" + administrator + "/grants/" + grantOf(administrator, "agent-administrator");
        String theirs = "/api/v1/users/" + second + "/grants/" + grantOf(second, "agent-administrator");
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> admin.sends().delete(theirs).statusCode());
        CompletableFuture<Integer> two = CompletableFuture.supplyAsync(() -> other.sends().delete(first).statusCode());
        assertThat(List.of(one.join(), two.join())).containsExactlyInAnyOrder(200, 403);
        assertThat(Owner.counts("select count(*) from user_grant where role = 'agent-administrator' and user_id in (?, ?)", administrator, second)).isEqualTo(1);
    }

    @Test
    void sessions_of_a_user_are_ended_one_by_one_or_all() {
        List<Visitor> theirs = List.of(Visitor.signsIn(login), Visitor.signsIn(login), Visitor.signsIn(login));
        String newest = admin.asks().get("/api/v1/users/" + user).path("sessions[0].id");
        form().post("/users/" + user + "/sessions/" + newest + "/end").then().statusCode(303);
        theirs.get(2).asks().get("/api/v1/session").then().statusCode(401);
        theirs.get(1).asks().get("/api/v1/session").then().statusCode(200);
        assertThat(admin.sends().delete("/api/v1/users/" + user + "/sessions").<Integer>path("openSessions")).isZero();
        theirs.forEach(each -> each.asks().get("/api/v1/session").then().statusCode(401));
        assertThat(Owner.counts("select count(*) from trail where what = 'session.closed' and subject = ? and user_id = ?", login, administrator)).isEqualTo(3);
        admin.sends().delete("/api/v1/users/" + administrator + "/sessions/" + newest).then().statusCode(404);
        admin.asks().get("/users/" + UUID.randomUUID()).then().statusCode(404);
        admin.asks().get("/users/nobody").then().statusCode(404);
    }

    @Test
    void whoever_is_no_administrator_is_refused_all_of_it() {
        UUID deal = UUID.randomUUID();
        for (Role role : Role.values()) {
            if (role != Role.AGENT_ADMINISTRATOR) {
                UUID who = made(role.word());
                accounts.grant(who, role, role.names() == Role.Names.PERHAPS_A_DEAL ? null : deal, role.names() == Role.Names.A_LENDER ? UUID.randomUUID() : null);
                Visitor visitor = Visitor.signsIn(role.word() + "-" + mark);
                Routes.all().stream().filter(route -> route.right().equals(Optional.of(Right.ADMINISTER))).forEach(route -> {
                    String path = route.path().replace("{user}", user.toString()).replaceAll("\\{\\w+}", UUID.randomUUID().toString());
                    RequestSpecification request = visitor.sends();
                    if (route.consumes() != null) {
                        request.contentType(route.consumes()).body("{}");
                    }
                    assertThat(request.request(route.verb(), path).statusCode()).as(role.word() + " " + route.verb() + " " + path).isEqualTo(403);
                });
            }
        }
        assertThat(Routes.all().stream().filter(route -> route.right().equals(Optional.of(Right.ADMINISTER)))).hasSizeGreaterThan(15);
    }

    @Test
    void the_database_lets_nobody_but_an_administrator_disable_a_user() {
        for (String administers : List.of("no", "yes")) {
            Runnable disabling = () -> QuarkusTransaction.requiringNew().call(() -> {
                try (Connection connection = database.getConnection(); var statement = connection.createStatement()) {
                    statement.execute("select set_config('prorata.administers', '" + administers + "', true)");
                    return statement.executeUpdate("update portal_user set disabled = true where id = '" + user + "'");
                }
            });
            if (administers.equals("no")) {
                assertThatThrownBy(disabling::run).hasStackTraceContaining("let in again by administrators");
            } else {
                disabling.run();
            }
        }
    }

    @Test
    void a_form_needs_the_sessions_own_token() {
        admin.asks().header("Origin", Visitor.origin()).post("/users/" + user + "/disable").then().statusCode(403);
        admin.asks().get("/users/" + user + "/disable").then().statusCode(405);
        Visitor.signsIn(login);
    }
}
