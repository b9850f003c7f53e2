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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More access takes two administrators, over HTTP and in the database. */
@QuarkusTest
class GrantRequestTest {

    private static final String GRANTS = "select count(*) from user_grant where user_id = ?";
    private static final String REFUSALS = "select count(*) from trail where what = 'user.refused' and subject = ? and details ->> 'because' like ?";

    @Inject
    Accounts accounts;
    @Inject
    AgroalDataSource database;

    private final String mark = UUID.randomUUID().toString();
    private UUID firstId;
    private UUID secondId;
    private UUID user;
    private Visitor first;
    private Visitor second;
    private Visitor theirs;

    @BeforeEach
    void two_administrators_and_a_user() {
        firstId = administrator("first");
        secondId = administrator("second");
        user = made("user");
        first = Visitor.signsIn("first-" + mark);
        second = Visitor.signsIn("second-" + mark);
        theirs = Visitor.signsIn("user-" + mark);
    }

    private UUID made(String name) {
        return accounts.create(name + "-" + mark, "Ada " + name, Visitor.PASSWORD);
    }

    private UUID administrator(String name) {
        UUID id = made(name);
        accounts.grant(id, Role.AGENT_ADMINISTRATOR, null, null);
        return id;
    }

    private String asked() {
        return TwoAdministrators.asked(first, user, "auditor", null, null);
    }

    private static Response decides(Visitor by, String request, String verb) {
        return TwoAdministrators.decides(by, request, verb, "seen");
    }

    private List<String> roles() {
        return theirs.asks().get("/api/v1/session").path("user.roles");
    }

    private static RequestSpecification form(Visitor by) {
        return by.asks().header("Origin", Visitor.origin()).formParam("csrf", by.csrf());
    }

    @Test
    void nothing_is_granted_before_another_accepts_and_then_the_next_request_has_it() {
        int before = second.asks().get("/api/v1/access-requests").<List<Object>>path("open.findAll { it.mayDecide }").size();
        form(first).formParam("role", "auditor").formParam("deal", "").formParam("lender", "").formParam("reason", "audits <b>2010</b>").post("/users/" + user + "/grants").then().statusCode(303);
        assertThat(roles()).isEmpty();
        assertThat(first.asks().get("/users/" + user + "?done=asked").asString()).contains("It counts once another administrator has accepted it", "Open requests");
        String request = second.asks().get("/api/v1/users/" + user).path("requests[0].id");
        assertThat(second.asks().get("/access-requests").asString()).contains("<span class=\"count\">" + (before + 1) + "<", "Ada user", "href=\"/access-requests/" + request + "\"");
        assertThat(second.asks().get("/access-requests/" + request).asString()).contains("audits &lt;b&gt;2010&lt;/b&gt;", "Ada first").doesNotContain("<b>2010");
        assertThat(first.asks().get("/access-requests/" + request).asString()).contains("Withdraw").doesNotContain(">Accept<");
        form(second).formParam("comment", "his letter of 3 June").post("/access-requests/" + request + "/accept").then().statusCode(303);
        assertThat(roles()).containsExactly("auditor");
        Response one = first.asks().get("/api/v1/access-requests/" + request);
        assertThat(List.of(one.<String>path("state"), one.<String>path("askedBy"), one.<String>path("decidedBy"), one.<String>path("comment"))).containsExactly("accepted", "Ada first", "Ada second", "his letter of 3 June");
        assertThat(Owner.counts("select count(*) from trail where what = 'user.access.asked' and subject = ? and user_id = ? and details ->> 'asks' = 'auditor' and details ->> 'reason' = 'audits <b>2010</b>'", "user-" + mark, firstId)).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from trail where what = 'user.granted' and subject = ? and user_id = ? and details ->> 'request' = ? and details::jsonb @> '{\"before\":{\"grants\":[]},\"after\":{\"grants\":[\"auditor\"]},\"askedBy\":\"Ada first\",\"acceptedBy\":\"Ada second\"}'",
                "user-" + mark, secondId, request)).isEqualTo(1);
        assertThat(second.asks().get("/users/" + user).asString()).doesNotContain("Open requests");
    }

    @Test
    void nobody_accepts_or_refuses_what_one_asked_for_or_what_is_for_oneself() {
        String own = asked();
        assertThat(decides(first, own, "accept").then().statusCode(409).extract().asString()).contains("Nobody accepts or refuses what one asked for oneself");
        decides(first, own, "refuse").then().statusCode(409);
        String forSecond = TwoAdministrators.asked(first, secondId, "agent-checker", null, null);
        assertThat(decides(second, forSecond, "accept").then().statusCode(409).extract().asString()).contains("Nobody decides on what is for oneself");
        assertThat(Owner.counts(GRANTS, user) + Owner.counts(GRANTS, secondId)).isEqualTo(1);
        assertThat(Owner.counts(REFUSALS, "user-" + mark, "Nobody accepts%")).isEqualTo(2);
        decides(second, forSecond, "withdraw").then().statusCode(409);
    }

    @Test
    void a_request_is_refused_with_a_comment_and_withdrawn_by_its_maker_and_then_grants_nothing() {
        String refused = asked();
        second.sends().contentType(ContentType.JSON).body(Map.of("comment", " ")).post("/api/v1/access-requests/" + refused + "/refuse").then().statusCode(422);
        String kept = form(second).formParam("comment", "x".repeat(3_000)).post("/access-requests/" + refused + "/accept").then().statusCode(422).extract().asString();
        assertThat(kept).contains("x".repeat(3_000), "at most 2000 characters");
        decides(second, refused, "refuse").then().statusCode(200);
        assertThat(decides(second, refused, "accept").then().statusCode(409).extract().asString()).contains("Somebody has decided on it already");
        String withdrawn = asked();
        TwoAdministrators.asks(second, user, "auditor", null, null).then().statusCode(409);
        decides(first, withdrawn, "withdraw").then().statusCode(200);
        decides(second, withdrawn, "accept").then().statusCode(409);
        assertThat(roles()).isEmpty();
        assertThat(Owner.counts("select count(*) from trail where what in ('user.access.refused', 'user.access.withdrawn') and subject = ? and details ->> 'comment' = 'seen' and details ->> 'askedBy' = 'Ada first'", "user-" + mark)).isEqualTo(2);
        assertThat(second.asks().get("/access-requests").asString()).contains("refused", "withdrawn");
    }

    @Test
    void a_request_whose_user_was_disabled_or_whose_maker_is_no_administrator_any_more_is_not_accepted() {
        String request = asked();
        accounts.disable(user);
        assertThat(decides(second, request, "accept").then().statusCode(409).extract().asString()).contains("was disabled since");
        Owner.runs("update portal_user set disabled = false where id = ?", user);
        Owner.runs("delete from user_grant where user_id = ?", firstId);
        assertThat(decides(second, request, "accept").then().statusCode(409).extract().asString()).contains("Ada first asked for this and is no administrator any more");
        assertThat(Owner.counts(GRANTS, user)).isZero();
        assertThat(Owner.counts(REFUSALS, "user-" + mark, "%")).isEqualTo(2);
        decides(second, request, "refuse").then().statusCode(200);
    }

    @Test
    void two_administrators_who_accept_at_once_have_one_effect() {
        administrator("third");
        Visitor third = Visitor.signsIn("third-" + mark);
        String request = asked();
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> decides(second, request, "accept").statusCode());
        CompletableFuture<Integer> two = CompletableFuture.supplyAsync(() -> decides(third, request, "accept").statusCode());
        assertThat(List.of(one.join(), two.join())).containsExactlyInAnyOrder(200, 409);
        assertThat(Owner.counts(GRANTS, user)).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from trail where what = 'user.granted' and subject = ?", "user-" + mark)).isEqualTo(1);
    }

    @Test
    void taking_away_works_at_once_by_one() {
        decides(second, asked(), "accept").then().statusCode(200);
        String grant = Owner.finds("select id::text from user_grant where user_id = ?", user);
        first.sends().delete("/api/v1/users/" + user + "/grants/" + grant).then().statusCode(200);
        assertThat(roles()).isEmpty();
        first.sends().post("/api/v1/users/" + user + "/disable").then().statusCode(200);
        theirs.asks().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void asking_and_accepting_take_a_fresh_proof_of_who_one_is() {
        String request = asked();
        Owner.runs("update session set proved = clock_timestamp() - interval '1 hour' where user_id in (?, ?)", firstId, secondId);
        assertThat(TwoAdministrators.asks(first, user, "borrower", null, null).then().statusCode(403).extract().<String>path("prove")).isEqualTo("/api/v1/session/proof");
        decides(second, request, "accept").then().statusCode(403);
        assertThat(form(second).formParam("comment", "kept comment").post("/access-requests/" + request + "/accept").then().statusCode(403).extract().asString()).contains("kept comment");
        assertThat(Owner.counts(GRANTS, user)).isZero();
    }

    @Test
    void the_only_administrator_makes_a_second_one_alone_and_nothing_else() {
        Owner.runs("create table administrators_aside as select * from user_grant where role = 'agent-administrator' and user_id <> '" + firstId + "'");
        Owner.runs("create table taken_aside as select * from administrator_taken");
        Owner.runs("delete from user_grant where role = 'agent-administrator' and user_id <> ?", firstId);
        Owner.runs("delete from administrator_taken");
        try {
            assertThat(first.asks().get("/users").asString()).contains("You are the only administrator");
            TwoAdministrators.asks(first, user, "auditor", null, null).then().statusCode(200);
            TwoAdministrators.asks(first, user, "agent-maker", null, null).then().statusCode(200);
            assertThat(roles()).isEmpty();
            TwoAdministrators.asks(first, user, "agent-administrator", null, null).then().statusCode(200);
            assertThat(roles()).containsExactly("agent-administrator");
            assertThat(Owner.counts("select count(*) from trail where what = 'user.granted' and subject = ? and details ->> 'comment' like '%only administrator'", "user-" + mark)).isEqualTo(1);
            assertThat(first.asks().get("/users").asString()).doesNotContain("You are the only administrator");
            UUID third = made("third");
            TwoAdministrators.asks(first, third, "agent-administrator", null, null).then().statusCode(200);
            assertThat(Owner.counts(GRANTS, third)).isZero();
            // Nor does one who gets rid of the other become the only one by that, for a week.
            first.sends().post("/api/v1/users/" + user + "/disable").then().statusCode(200);
            TwoAdministrators.asks(first, made("fourth"), "agent-administrator", null, null).then().statusCode(200);
            assertThat(Owner.counts("select count(*) from user_grant where role = 'agent-administrator'")).isEqualTo(2);
            Owner.runs("update administrator_taken set at = at - interval '8 days'");
            assertThat(first.asks().get("/users").asString()).contains("You are the only administrator");
        } finally {
            Owner.runs("insert into user_grant select * from administrators_aside on conflict do nothing");
            Owner.runs("delete from administrator_taken");
            Owner.runs("insert into administrator_taken select * from taken_aside");
            Owner.runs("drop table administrators_aside");
            Owner.runs("drop table taken_aside");
        }
    }

    @Test
    void the_database_lets_no_session_grant_let_in_or_accept_its_own_request() {
        String request = asked();
        accounts.disable(made("disabled"));
        String disabled = "update portal_user set disabled = false where login = 'disabled-" + mark + "'";
        String accept = "update grant_request set state = 'accepted', comment = '', decided_by = '%s' where id = '" + request + "'";
        refused(firstId, "insert into user_grant (user_id, role) values ('" + user + "', 'auditor')", "row-level security");
        refused(firstId, disabled, "let in again by an accepted request");
        refused(firstId, accept.formatted(firstId), "by another than who made it");
        refused(firstId, accept.formatted(secondId), "row-level security");
        refused(user, accept.formatted(user), "requests are accepted by administrators");
        refused(firstId, "insert into grant_request (user_id, asks, role, reason, by_lender, asked_by) values ('" + user + "', 'grant', 'borrower', '', false, '" + secondId + "')", "row-level security");
        refused(firstId, "update grant_request set role = 'agent-maker' where id = '" + request + "'", "permission denied");
        Owner.runs("delete from user_grant where user_id = ?", secondId);
        refused(secondId, accept.formatted(secondId), "requests are accepted by administrators");
        assertThat(Owner.counts(GRANTS, user)).isZero();
    }

    private void refused(UUID viewer, String sql, String because) {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection(); var statement = connection.createStatement()) {
                Walls.set(connection, new Walls.Seen("{}", "{}", "{}", true, "{}", viewer.toString()));
                return statement.executeUpdate(sql);
            }
        })).as(sql).hasStackTraceContaining(because);
    }
}
