package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.mail.PostOffice;

/** A lender's own administrator manages that lender's users, where the deal allows it, and neither sees nor touches anybody else's. */
@QuarkusTest
class LenderAdministratorTest {

    private static final String USERS = "/api/v1/lender-users";

    @Inject
    Accounts accounts;
    @Inject
    Desk desk;
    @Inject
    LenderRules rules;
    @Inject
    AgroalDataSource database;

    private final String mark = UUID.randomUUID().toString();
    private Desk.Staffed deal;
    private UUID endeavour;
    private UUID blackrock;
    private UUID headId;
    private Visitor head;
    private UUID colleague;
    private UUID foreign;

    @BeforeEach
    void a_deal_that_allows_it_and_a_lender_with_an_administrator_and_a_viewer() {
        deal = desk.rusoro();
        endeavour = lender("endeavour");
        blackrock = lender("blackrock");
        rulesAs(true);
        headId = granted("head", Role.LENDER_ADMINISTRATOR, endeavour);
        head = Visitor.signsIn("head-" + mark);
        colleague = granted("colleague", Role.LENDER_VIEWER, endeavour);
        foreign = granted("foreign", Role.LENDER_VIEWER, blackrock);
    }

    private void rulesAs(boolean allowed) {
        deal.first().sends().contentType(ContentType.JSON).body(Map.of("deal", deal.slug())).post("/api/v1/lender-administrators/deals" + (allowed ? "" : "/remove")).then().statusCode(200);
    }

    private UUID lender(String handle) {
        return UUID.fromString(Owner.finds("select id::text from lender where deal_id = ? and handle = ?", deal.id(), handle));
    }

    private UUID granted(String name, Role role, UUID lender) {
        UUID id = accounts.create(name + "-" + mark, "Ada " + name, Visitor.PASSWORD);
        accounts.grant(id, role, deal.id(), lender);
        return id;
    }

    private Response asks(Visitor by, UUID whom, String role, String handle) {
        return by.sends().contentType(ContentType.JSON).body(Map.of("role", role, "lender", deal.slug() + "/" + handle)).post(USERS + "/" + whom + "/grants");
    }

    private static Response decides(Visitor by, String where, String request, String verb) {
        return by.sends().contentType(ContentType.JSON).body(Map.of("comment", "seen")).post("/api/v1/" + where + "/" + request + "/" + verb);
    }

    @Test
    void it_sees_its_own_users_with_their_last_sign_in_and_nobody_elses() {
        Visitor.signsIn("colleague-" + mark);
        Response list = head.asks().get(USERS);
        assertThat(list.<List<String>>path("users.login")).contains("head-" + mark, "colleague-" + mark).doesNotContain("foreign-" + mark);
        assertThat(list.<String>path("users.find { it.login == 'colleague-" + mark + "' }.lastSignIn")).isNotBlank();
        String page = head.asks().get("/lender-users").then().statusCode(200).extract().asString();
        assertThat(page).contains("Ada colleague", "Endeavour Financial Corporation").doesNotContain("Ada foreign", "BlackRock");
        for (String path : List.of("/lender-users/", USERS + "/")) {
            Response others = head.asks().get(path + foreign);
            Response none = head.asks().get(path + UUID.randomUUID());
            assertThat(others.statusCode()).isEqualTo(404);
            assertThat(others.asString().replace(foreign.toString(), "")).isEqualTo(none.asString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", ""));
        }
        for (String act : List.of("/disable", "/invitation")) {
            head.sends().post(USERS + "/" + foreign + act).then().statusCode(404);
        }
        asks(head, foreign, "lender-viewer", "endeavour").then().statusCode(404);
        asks(head, colleague, "lender-viewer", "blackrock").then().statusCode(422);
        asks(head, colleague, "agent-maker", "endeavour").then().statusCode(422);
        head.asks().get("/users").then().statusCode(403);
    }

    @Test
    void in_its_browser_others_sign_in_and_follow_their_links_as_anywhere() {
        accounts.setEmail(foreign, "foreign-" + mark + "@example.com");
        Visitor.stranger().cookie(Visitor.COOKIE, head.session()).formParam("login", "foreign-" + mark).formParam("password", Visitor.PASSWORD).post("/login").then().statusCode(303);
        head = Visitor.signsIn("head-" + mark);
        try (PostOffice office = PostOffice.opens()) {
            Visitor.stranger().formParam("who", "foreign-" + mark).post("/forgotten").then().statusCode(200);
            String token = InvitationTest.follows(office.one("foreign-" + mark + "@example.com").link());
            assertThat(Visitor.stranger().cookie(Visitor.COOKIE, head.session()).cookie(Visitor.COOKIE + "-link", token).get("/link").then().statusCode(200).extract().asString())
                    .contains("Ada foreign");
            Visitor.stranger().cookie(Visitor.COOKIE, head.session()).cookie(Visitor.COOKIE + "-link", token).formParam("password", "velvet anchor seven thistles")
                    .formParam("again", "velvet anchor seven thistles").post("/link/password").then().statusCode(303);
        }
        head.asks().get(USERS + "/" + foreign).then().statusCode(404);
    }

    @Test
    void an_address_that_it_is_not_shown_finds_nobody() {
        accounts.setEmail(colleague, "hidden-" + mark + "@example.com");
        assertThat(logins("hidden-" + mark)).contains("colleague-" + mark);
        accounts.grant(colleague, Role.LENDER_VIEWER, deal.id(), blackrock);
        assertThat(logins("colleague-" + mark)).contains("colleague-" + mark);
        assertThat(logins("hidden-" + mark)).isEmpty();
        assertThat(head.asks().get("/lender-users?q=hidden-" + mark).asString()).doesNotContain("Ada colleague");
    }

    private List<String> logins(String sought) {
        return head.asks().get(USERS + "?q=" + sought).then().statusCode(200).extract().path("users.login");
    }

    @Test
    void it_sees_no_figure_by_that_alone() {
        for (String path : List.of("", "/allocation", "/register", "/payments", "/matrix", "/lenders")) {
            head.asks().get("/deals/" + deal.slug() + path).then().statusCode(404);
        }
        assertThat(head.asks().get("/api/v1/session").<Boolean>path("user.lender")).isFalse();
        assertThat(head.asks().get("/lender-users").asString()).doesNotContain("20,000,000").contains("href=\"/lender-users\"").doesNotContain("href=\"/users\"");
    }

    @Test
    void where_it_is_alone_one_of_the_agents_accepts_and_where_there_is_another_that_one_does() {
        String request = asks(head, colleague, "lender-signatory", "endeavour").then().statusCode(200).extract().path("requests[0].id");
        decides(head, "lender-requests", request, "accept").then().statusCode(409);
        decides(deal.first(), "access-requests", request, "accept").then().statusCode(200);
        assertThat(Visitor.signsIn("colleague-" + mark).asks().get("/api/v1/session").<List<String>>path("user.roles")).containsExactlyInAnyOrder("lender-viewer", "lender-signatory");

        granted("deputy", Role.LENDER_ADMINISTRATOR, endeavour);
        Visitor deputy = Visitor.signsIn("deputy-" + mark);
        String another = asks(head, colleague, "lender-administrator", "endeavour").then().statusCode(200).extract().path("requests[0].id");
        assertThat(decides(deal.first(), "access-requests", another, "accept").then().statusCode(409).extract().asString()).contains("The lender has another administrator");
        assertThat(deputy.asks().get("/lender-requests").asString()).contains("Ada colleague", "<span class=\"count\">1<");
        decides(deputy, "lender-requests", another, "accept").then().statusCode(200);
        assertThat(Owner.counts("select count(*) from user_grant where user_id = ?", colleague)).isEqualTo(3);
        // Another lender's administrator sees neither request.
        granted("rival", Role.LENDER_ADMINISTRATOR, blackrock);
        Visitor rival = Visitor.signsIn("rival-" + mark);
        String third = asks(head, headOf("deputy"), "lender-viewer", "endeavour").then().statusCode(200).extract().path("requests[0].id");
        assertThat(rival.asks().get("/api/v1/lender-requests").<List<Object>>path("open")).isEmpty();
        decides(rival, "lender-requests", third, "accept").then().statusCode(404);
        rival.asks().get("/lender-requests/" + third).then().statusCode(404);
    }

    private UUID headOf(String name) {
        return accounts.byLogin(name + "-" + mark).orElseThrow();
    }

    @Test
    void it_invites_somebody_new_with_a_request_and_an_address_of_another_users_stays_that_users() {
        accounts.setEmail(foreign, "foreign-" + mark + "@example.com");
        Map<String, String> invite = new HashMap<>(Map.of("login", "nora-" + mark, "name", "Nora New", "email", "foreign-" + mark + "@example.com", "role", "lender-viewer", "lender", deal.slug() + "/endeavour"));
        assertThat(head.sends().contentType(ContentType.JSON).body(invite).post(USERS).then().statusCode(422).extract().<List<String>>path("problems.field")).containsExactly("email");
        invite.put("email", "nora-" + mark + "@example.com");
        Response made = head.sends().contentType(ContentType.JSON).body(invite).post(USERS);
        made.then().statusCode(201);
        UUID nora = UUID.fromString(made.path("id"));
        Response one = head.asks().get(USERS + "/" + nora);
        assertThat(one.<List<String>>path("requests.role")).containsExactly("lender-viewer");
        assertThat(one.<List<Object>>path("grants")).isEmpty();
        decides(deal.second(), "access-requests", one.path("requests[0].id"), "accept").then().statusCode(200);
        assertThat(head.asks().get(USERS + "/" + nora).<List<String>>path("grants.role")).containsExactly("lender-viewer");
        head.sends().post(USERS + "/" + nora + "/disable").then().statusCode(200);
        assertThat(Owner.counts("select count(*) from trail where what = 'user.disabled' and subject = ? and user_name = 'Ada head'", "nora-" + mark)).isEqualTo(1);
    }

    @Test
    void of_a_user_who_has_grants_elsewhere_it_sees_and_takes_its_lenders_alone() {
        accounts.grant(colleague, Role.LENDER_VIEWER, deal.id(), blackrock);
        Visitor.signsIn("colleague-" + mark);
        Response one = head.asks().get(USERS + "/" + colleague);
        assertThat(one.<List<String>>path("grants.lender")).containsExactly("endeavour");
        assertThat(one.<Boolean>path("managed")).isFalse();
        assertThat(one.<Object>path("lastSignIn")).isNull();
        head.sends().post(USERS + "/" + colleague + "/disable").then().statusCode(409);
        String others = Owner.finds("select id::text from user_grant where user_id = ? and lender_id = ?", colleague, blackrock);
        String own = Owner.finds("select id::text from user_grant where user_id = ? and lender_id = ?", colleague, endeavour);
        head.sends().delete(USERS + "/" + colleague + "/grants/" + others).then().statusCode(404);
        head.sends().delete(USERS + "/" + colleague + "/grants/" + own).then().statusCode(204);
        head.asks().get(USERS + "/" + colleague).then().statusCode(404);
        String itsOwn = Owner.finds("select id::text from user_grant where user_id = ?", headId);
        head.sends().delete(USERS + "/" + headId + "/grants/" + itsOwn).then().statusCode(409);
        head.sends().post(USERS + "/" + headId + "/disable").then().statusCode(409);
    }

    @Test
    void where_the_deal_allows_it_no_more_it_is_none_with_the_next_request_and_what_it_asked_is_not_accepted() {
        String request = asks(head, colleague, "lender-signatory", "endeavour").then().statusCode(200).extract().path("requests[0].id");
        rulesAs(false);
        head.asks().get("/lender-users").then().statusCode(403);
        head.asks().get(USERS).then().statusCode(403);
        decides(deal.first(), "access-requests", request, "accept").then().statusCode(409);
        TwoAdministrators.asks(deal.first(), colleague, "lender-administrator", deal.slug(), "endeavour").then().statusCode(422);
        assertThat(Owner.counts("select count(*) from trail where what = 'deal.lender-administrators' and deal_id = ? and user_name = 'First officer'", deal.id())).isEqualTo(2);
    }

    @Test
    void the_database_shows_it_no_other_user_grant_or_request_where_a_page_forgot_to_ask() {
        String foreignRequest = TwoAdministrators.asked(deal.first(), foreign, "lender-signatory", deal.slug(), "blackrock");
        asks(head, colleague, "lender-signatory", "endeavour").then().statusCode(200);
        assertThat(found("select count(*) from portal_user where id = '" + foreign + "'")).isZero();
        assertThat(found("select count(*) from portal_user where id in ('" + colleague + "', '" + headId + "')")).isEqualTo(2);
        assertThat(found("select count(*) from user_grant where lender_id = '" + blackrock + "'")).isZero();
        assertThat(found("select count(*) from user_grant where lender_id is distinct from '" + endeavour + "'")).isZero();
        assertThat(found("select count(*) from grant_request where lender_id is distinct from '" + endeavour + "'")).isZero();
        assertThat(found("select count(*) from grant_request")).isEqualTo(1);
        assertThat(found("select count(*) from lender")).isZero();
        assertThat(changed("delete from user_grant where lender_id = '" + blackrock + "'")).isZero();
        assertThat(changed("update portal_user set disabled = true where id = '" + foreign + "'")).isZero();
        assertThat(changed("update grant_request set state = 'refused', comment = '', decided_by = '" + headId + "' where id = '" + foreignRequest + "'")).isZero();
        accounts.grant(colleague, Role.LENDER_VIEWER, deal.id(), blackrock);
        assertThatThrownBy(() -> changed("update portal_user set disabled = true where id = '" + colleague + "'")).hasStackTraceContaining("disabled and let in again by administrators");
        assertThatThrownBy(() -> changed("insert into grant_request (user_id, asks, role, deal_id, lender_id, reason, by_lender, asked_by) values ('" + colleague + "', 'grant', 'lender-viewer', '" + deal.id()
                + "', '" + blackrock + "', '', true, '" + headId + "')")).hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> changed("insert into portal_user (id, login, name) values (gen_random_uuid(), 'x-" + mark + "', 'X')")).hasStackTraceContaining("row-level security");
    }

    private int found(String sql) {
        return within(connection -> {
            try (ResultSet row = connection.createStatement().executeQuery(sql)) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    private int changed(String sql) {
        return within(connection -> connection.createStatement().executeUpdate(sql));
    }

    private interface Work {
        int on(Connection connection) throws Exception;
    }

    /** As the portal's role, behind the walls of the lender's administrator. */
    private int within(Work work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                Walls.set(connection, new Walls.Seen("{}", "{}", "{}", false, "{" + endeavour + "}", headId.toString()));
                return work.on(connection);
            }
        });
    }
}
