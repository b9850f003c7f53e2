package org.prorata.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Form;
import org.prorata.StatementLog;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Role;
import org.prorata.identity.Token;
import org.prorata.identity.TwoAdministrators;
import org.prorata.identity.Visitor;

/** Tokens for programs: made once, kept hashed, never more than their user, ended at once. What each opens at every route stands in another test. */
@QuarkusTest
class TokenTest {

    private static final String ROWS = "select count(*) from trail where what = ? and subject = ? and details::jsonb ->> 'token' = ?";
    private static final String REFUSED = "select count(*) from trail where what = 'token.refused' and subject = ? and details::jsonb ->> 'because' = ?";
    private static final String AMOUNT = "{\"kind\": \"payment.amount\", \"payload\": {\"term\": \"accrued\", \"due\": \"2010-06-10\", \"amount\": \"0.00\"}, \"reason\": \"by a program\"}";

    @Inject
    Desk desk;
    @Inject
    Accounts accounts;

    private final String login = "program-" + UUID.randomUUID();
    private Desk.Staffed deal;
    private UUID user;
    private Visitor maker;

    @BeforeEach
    void a_maker_of_every_deal() {
        deal = desk.rusoro();
        user = accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
        accounts.grant(user, Role.AGENT_MAKER, null, null);
        maker = Visitor.signsIn(login);
    }

    private static Map<String, Object> wanted(String name, String scope, List<String> deals) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("name", name);
        wanted.put("scope", scope);
        wanted.put("deals", deals);
        return wanted;
    }

    private static Response asks(Visitor by, Map<String, Object> wanted) {
        return by.sends().contentType(ContentType.JSON).body(wanted).post("/api/v1/account/tokens");
    }

    private String token(String name, String scope) {
        Response made = asks(maker, wanted(name, scope, List.of(deal.slug())));
        made.then().statusCode(201);
        return made.path("token");
    }

    private static RequestSpecification by(String token) {
        return given().redirects().follow(false).header("Authorization", "Bearer " + token);
    }

    private String allocation() {
        return "/api/v1/deals/" + deal.slug() + "/matrix";
    }

    private String idOf(String name) {
        return Owner.finds("select id::text from program_token where user_id = ? and name = ? order by made desc limit 1", user, name);
    }

    private static void invalid(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void it_is_shown_once_and_only_its_hash_is_kept() {
        String token = token("export", "read");
        assertThat(token).matches("prorata_[A-Za-z0-9_-]{43}");
        for (Response later : List.of(maker.asks().get("/api/v1/account/tokens"), maker.asks().get("/account/tokens"), maker.asks().get("/account"))) {
            later.then().statusCode(200);
            assertThat(later.asString()).doesNotContain(token).doesNotContain(token.substring(8));
        }
        assertThat(Owner.counts("select count(*) from program_token t where t::text like '%' || ? || '%'", token.substring(8))).isZero();
        assertThat(Owner.counts("select count(*) from trail t where t::text like '%' || ? || '%'", token.substring(8))).isZero();
        assertThat(Owner.counts("select count(*) from program_token where name = 'export' and user_id = ? and token_hash = sha256(?::text::bytea)", user, token)).isEqualTo(1);
        assertThat(Owner.counts(ROWS, "token.made", login, "export")).isEqualTo(1);
        assertThat(maker.asks().get("/api/v1/account/tokens").<Map<String, Object>>path("tokens[0]")).containsOnlyKeys("id", "name", "scope", "deals", "lenders", "made", "expires", "expired")
                .containsEntry("deals", List.of(deal.slug())).containsEntry("scope", "read");
    }

    @Test
    void it_reads_without_cookie_and_the_trail_names_user_and_token() {
        by(token("nightly export", "read")).get(allocation()).then().statusCode(200);
        assertThat(Owner.counts("select count(*) from trail where what = 'view' and user_id = ? and user_name = 'Ada Marsh, by the token nightly export' and deal_id = ?", user, deal.id())).isEqualTo(1);
    }

    @Test
    void a_proposing_one_proposes_without_origin_and_form_token_and_a_reading_one_does_not() {
        by(token("reader", "read")).contentType(ContentType.JSON).body(AMOUNT).post("/api/v1/deals/" + deal.slug() + "/proposals").then().statusCode(404);
        Response made = by(token("writer", "propose")).contentType(ContentType.JSON).body(AMOUNT).post("/api/v1/deals/" + deal.slug() + "/proposals");
        made.then().statusCode(201);
        assertThat(Owner.counts("select count(*) from trail where user_id = ? and user_name = 'Ada Marsh, by the token writer' and what like 'proposal.%'", user)).isEqualTo(1);
        Desk.Staffed.decides(deal.second(), made.path("id"), "approve").then().statusCode(200);
    }

    @Test
    void it_is_refused_where_a_page_of_another_address_sends_it() {
        String token = token("writer", "propose");
        for (Map<String, String> from : List.of(Map.of("Origin", "http://evil.example"), Map.of("Origin", "null"), Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Origin", Visitor.origin(), "Sec-Fetch-Site", "same-site"))) {
            by(token).headers(from).get(allocation()).then().statusCode(403);
            by(token).headers(from).contentType(ContentType.JSON).body(AMOUNT).post("/api/v1/deals/" + deal.slug() + "/proposals").then().statusCode(403);
        }
        by(token).header("Origin", Visitor.origin()).get(allocation()).then().statusCode(200);
        assertThat(Owner.counts("select count(*) from proposal where deal_id = ?", deal.id())).isZero();
    }

    @Test
    void with_a_sessions_cookie_beside_it_nothing_is_answered() {
        String token = token("both", "read");
        Response both = maker.asks().header("Authorization", "Bearer " + token).get(allocation());
        assertThat(both.statusCode()).isEqualTo(400);
        assertThat(both.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_request\"");
        assertThat(both.asString()).contains("Send one of them alone");
        maker.asks().header("Authorization", "Bearer nonsense").get(allocation()).then().statusCode(400);
        given().cookie(Visitor.COOKIE, "of-no-session").header("Authorization", "Bearer " + token).get(allocation()).then().statusCode(400);
        assertThat(Owner.counts(REFUSED, login, "it came with a session's cookie")).isEqualTo(1);
    }

    @Test
    void pages_and_forms_take_none() {
        String token = token("pages", "propose");
        for (String page : List.of("/deals", "/deals/" + deal.slug() + "/matrix", "/approvals", "/account", "/account/tokens", "/login", "/method", "/nothing-there", "/api/v1/../../deals",
                "/deals/" + deal.slug() + "/matrix.csv")) {
            Response refused = by(token).urlEncodingEnabled(false).get(page);
            assertThat(refused.statusCode()).as(page).isEqualTo(403);
            assertThat(refused.asString()).as(page).contains("under /api/v1/ alone");
        }
        by(token).header("Origin", Visitor.origin()).formParam("login", login).formParam("password", Visitor.PASSWORD).post("/login").then().statusCode(403);
        assertThat(Owner.counts(REFUSED, login, "it came to an address that is not for programs")).isEqualTo(1);
    }

    @Test
    void unknown_revoked_expired_and_disabled_ones_are_answered_alike_and_each_leaves_one_row() {
        String revoked = token("revoked", "read");
        maker.sends().delete("/api/v1/account/tokens/" + idOf("revoked")).then().statusCode(204);
        String expired = token("expired", "read");
        Owner.runs("update program_token set made = made - interval '91 days', expires = expires - interval '91 days' where id = ?::uuid", idOf("expired"));
        String disabled = token("disabled", "read");
        Owner.runs("insert into portal_user (id, login, name, password_hash, disabled) values (gen_random_uuid(), ?, 'Gone', 'none', true)", "gone-" + login);
        Owner.runs("update program_token set user_id = (select id from portal_user where login = ?) where id = ?::uuid", "gone-" + login, idOf("disabled"));
        Set<String> bodies = new HashSet<>();
        for (String token : List.of(revoked, expired, disabled, "prorata_" + "A".repeat(43), "prorata_short", "nonsense", "prorata_" + "A".repeat(20_00))) {
            for (int i = 0; i < 3; i++) {
                Response refused = by(token).get(allocation());
                invalid(refused);
                bodies.add(refused.asString() + refused.headers().asList().stream().map(header -> header.getName() + header.getValue()).sorted().toList());
            }
        }
        assertThat(bodies).hasSize(1);
        assertThat(Owner.counts(REFUSED, login, "it was revoked")).isEqualTo(1);
        assertThat(Owner.counts(REFUSED, login, "it has expired")).isEqualTo(1);
        assertThat(Owner.counts(REFUSED, "gone-" + login, "its user is disabled")).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from trail where what = 'token.refused' and user_id is not null")).isZero();
    }

    @Test
    void a_stranger_who_tries_tokens_out_does_not_fill_the_trail() {
        long before = Owner.counts("select count(*) from trail");
        for (int i = 0; i < 50; i++) {
            invalid(by("prorata_" + Token.random()).get(allocation()));
        }
        assertThat(Owner.counts("select count(*) from trail") - before).isLessThanOrEqualTo(1);
        assertThat(Owner.counts("select count(*) from trail where what = 'token.refused' and subject = 'an unknown token'")).isPositive();
    }

    @Test
    void an_invalid_one_is_not_taken_for_none_where_all_may_come() {
        invalid(by("nonsense").header("Origin", Visitor.origin()).contentType(ContentType.JSON).body(Map.of("login", login, "password", Visitor.PASSWORD)).post("/api/v1/session"));
        invalid(by("nonsense").get("/api/v1/nothing-there"));
    }

    @Test
    void other_schemes_are_none_of_its_business() {
        maker.asks().header("Authorization", "Basic YTpi").get("/api/v1/session").then().statusCode(200);
        given().header("Authorization", "bearer " + token("small letters", "read")).get(allocation()).then().statusCode(200);
        given().header("Authorization", "Bearer " + token("one of two", "read")).header("Authorization", "Bearer nonsense").get(allocation()).then().statusCode(401);
    }

    @Test
    void grants_that_are_taken_away_are_gone_with_the_next_request_and_new_ones_come_only_where_it_reaches() {
        Desk.Staffed other = desk.rusoro();
        String token = token("shrinking", "propose");
        by(token).get(allocation()).then().statusCode(200);
        by(token).get("/api/v1/deals/" + other.slug() + "/matrix").then().statusCode(404);
        accounts.revokeAll(user);
        by(token).get(allocation()).then().statusCode(404);
        accounts.grant(user, Role.AUDITOR, deal.id(), null);
        by(token).get(allocation()).then().statusCode(200);
        by(token).contentType(ContentType.JSON).body(AMOUNT).post("/api/v1/deals/" + deal.slug() + "/proposals").then().statusCode(404);
    }

    @Test
    void while_its_user_has_to_set_up_a_second_factor_a_token_opens_nothing() {
        String token = token("ledger", "read");
        by(token).get(allocation()).then().statusCode(200);
        Owner.runs("insert into deal_second_factor (deal_id) values (?)", deal.id());
        try {
            by(token).get(allocation()).then().statusCode(401).header("WWW-Authenticate", containsString("invalid_token"));
            assertThat(Owner.counts("select count(*) from trail where details::text like '%its user has to set up a second factor first%'")).isPositive();
        } finally {
            Owner.runs("delete from deal_second_factor where deal_id = ?", deal.id());
        }
        by(token).get(allocation()).then().statusCode(200);
    }

    @Test
    void a_token_is_made_with_a_fresh_proof_and_for_whole_days() {
        Map<String, Object> wanted = wanted("half", "read", List.of(deal.slug()));
        wanted.put("days", 1.5);
        asks(maker, wanted).then().statusCode(400).body("problems[0].field", equalTo("/days"));
        Owner.runs("update session set proved = proved - interval '11 minutes' where user_id = ?", user);
        asks(maker, wanted("old", "read", List.of(deal.slug()))).then().statusCode(403).body("prove", equalTo("/api/v1/session/proof"));
        assertThat(Owner.counts("select count(*) from program_token where user_id = ?", user)).isZero();
    }

    @Test
    void an_administrator_sees_a_users_tokens_and_revokes_them_at_once() {
        String token = token("seen", "read");
        assertThat(deal.first().asks().get("/api/v1/users/" + user).<List<String>>path("tokens.name")).containsExactly("seen");
        assertThat(deal.first().asks().get("/users/" + user).asString()).contains("seen").contains("/users/" + user + "/tokens/" + idOf("seen") + "/revoke").doesNotContain(token);
        deal.first().asks().header("Origin", Visitor.origin()).formParam("csrf", deal.first().csrf()).post("/users/" + user + "/tokens/" + idOf("seen") + "/revoke").then().statusCode(303);
        invalid(by(token).get(allocation()));
        String another = token("another", "read");
        deal.first().sends().delete("/api/v1/users/" + user + "/tokens/" + idOf("another")).then().statusCode(200);
        invalid(by(another).get(allocation()));
        assertThat(Owner.counts("select count(*) from trail where what = 'token.revoked' and subject = ? and user_name = 'First officer' and details::jsonb ->> 'because' = 'an administrator revoked it'", login)).isEqualTo(2);
        deal.first().sends().delete("/api/v1/users/" + user + "/tokens/" + idOf("another")).then().statusCode(404);
    }

    @Test
    void a_disabled_users_tokens_are_dead_and_stay_dead_when_it_is_let_in_again() {
        String token = token("of one who left", "read");
        deal.first().sends().post("/api/v1/users/" + user + "/disable").then().statusCode(200);
        invalid(by(token).get(allocation()));
        TwoAdministrators.letIn(deal.first(), deal.second(), user);
        invalid(by(token).get(allocation()));
        assertThat(Owner.counts(ROWS, "token.revoked", login, "of one who left")).isEqualTo(1);
    }

    @Test
    void anothers_token_and_one_that_is_not_there_are_answered_alike() {
        token("mine", "read");
        Response foreign = deal.second().sends().delete("/api/v1/account/tokens/" + idOf("mine"));
        for (String missing : List.of(UUID.randomUUID().toString(), "nonsense")) {
            Response none = deal.second().sends().delete("/api/v1/account/tokens/" + missing);
            assertThat(none.statusCode()).isEqualTo(404).isEqualTo(foreign.statusCode());
            assertThat(none.asString()).isEqualTo(foreign.asString());
        }
        assertThat(Owner.counts("select count(*) from program_token where user_id = ? and revoked is null", user)).isEqualTo(1);
    }

    @Test
    void a_changed_password_keeps_tokens_unless_they_are_to_end_too() {
        String token = token("kept", "read");
        Response changed = maker.sends().contentType(ContentType.JSON).body(Map.of("current", Visitor.PASSWORD, "password", "velvet anchor seven thistles")).post("/api/v1/account/password");
        assertThat(changed.<Integer>path("tokensRevoked")).isZero();
        by(token).get(allocation()).then().statusCode(200);
        given().cookie(Visitor.COOKIE, changed.cookie(Visitor.COOKIE)).header("Origin", Visitor.origin()).redirects().follow(false).formParam("csrf", changed.<String>path("csrf")).formParam("current", "velvet anchor seven thistles")
                .formParam("password", Visitor.PASSWORD).formParam("again", Visitor.PASSWORD).formParam("tokens", "revoke").post("/account/password").then().statusCode(303).header("Location", org.hamcrest.Matchers.endsWith("/account?changed=0&revoked=1"));
        invalid(by(token).get(allocation()));
        assertThat(Owner.counts("select count(*) from trail where what = 'token.revoked' and subject = ? and details::jsonb ->> 'because' = 'the password was changed'", login)).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_told_field_by_field_and_nothing_is_made() {
        Map<String, Object> wrong = wanted(" ", "approve", List.of("test-0-nothing-there"));
        wrong.put("lenders", List.of(deal.slug() + "/endeavour", "nonsense"));
        wrong.put("days", 366);
        Response answer = asks(maker, wrong);
        answer.then().statusCode(422);
        assertThat(answer.<List<String>>path("problems.field")).containsExactly("name", "scope", "days", "reach", "reach", "reach");
        assertThat(answer.<String>path("problems.find { it.field == 'days' }.message")).contains("1 to 365");
        assertThat(asks(maker, wanted("x\u202ey", "read", List.of(deal.slug()))).<List<String>>path("problems.field")).containsExactly("name");
        assertThat(asks(maker, wanted("nothing", "read", List.of())).<List<String>>path("problems.field")).containsExactly("reach");
        assertThat(Owner.counts("select count(*) from program_token where user_id = ?", user)).isZero();
        token("once", "read");
        assertThat(asks(maker, wanted("once", "read", List.of(deal.slug()))).<List<String>>path("problems.field")).containsExactly("name");
        maker.sends().delete("/api/v1/account/tokens/" + idOf("once"));
        token("once", "read");
    }

    @Test
    void nobody_makes_one_of_a_deal_or_lender_that_is_not_his_and_it_looks_like_none() {
        Map<String, Object> wanted = wanted("of others", "read", List.of());
        wanted.put("lenders", List.of(deal.slug() + "/petropavlovsk", deal.slug() + "/nobody"));
        Response answer = asks(deal.endeavour(), wanted);
        List<String> messages = answer.path("problems.message");
        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).replace("petropavlovsk", "nobody")).isEqualTo(messages.get(1));
        Desk.Staffed other = desk.rusoro();
        Response deals = asks(deal.endeavour(), wanted("of other deals", "read", List.of(other.slug(), "test-0-nothing-there")));
        List<String> told = deals.path("problems.message");
        assertThat(told.get(0).replace(other.slug(), "test-0-nothing-there")).isEqualTo(told.get(1));
        assertThat(asks(deal.endeavour(), wanted("proposing", "propose", List.of(deal.slug()))).<List<String>>path("problems.field")).containsExactly("scope");
    }

    @Test
    void on_the_page_one_ticks_what_it_reaches_nothing_typed_is_lost_and_a_reload_makes_no_second_one() {
        Response page = deal.endeavour().asks().get("/account/tokens");
        assertThat(page.asString()).contains("value=\"" + deal.slug() + "\"").contains("value=\"" + deal.slug() + "/endeavour\"").contains("Endeavour Financial Corporation").doesNotContain("petropavlovsk")
                .doesNotContain("value=\"propose\"");
        Form form = Form.of(deal.endeavour(), page).types("name", "").types("days", "0").adds("reach", deal.slug() + "/endeavour");
        Response again = form.sends("/account/tokens");
        again.then().statusCode(422);
        assertThat(again.asString()).contains("value=\"" + deal.slug() + "/endeavour\" checked").contains("value=\"0\"").contains("From 1 to 365.").contains("A name has 1 to 100 characters");
        Form right = Form.of(deal.endeavour(), again).types("name", "my slice").types("days", "30");
        Response made = right.sends("/account/tokens");
        made.then().statusCode(201);
        String token = made.asString().replaceAll("(?s).*>(prorata_[A-Za-z0-9_-]{43})</textarea>.*", "$1");
        by(token).get("/api/v1/deals/" + deal.slug() + "/allocation").then().statusCode(200);
        right.sends("/account/tokens").then().statusCode(422);
        assertThat(Owner.counts("select count(*) from program_token where name = 'my slice' and deals = '{}' and lender_deals = array[?::uuid] and expires - made between interval '29 days' and interval '31 days'", deal.id())).isEqualTo(1);
    }

    @Test
    void the_look_up_is_one_statement_and_its_use_is_noted_once_a_minute() {
        String token = token("counted", "read");
        by(token).get("/api/v1/deals").then().statusCode(200);
        String used = Owner.finds("select last_used::text from program_token where id = ?::uuid", idOf("counted"));
        assertThat(used).isNotNull();
        List<String> statements = new ArrayList<>(StatementLog.during(() -> by(token).get("/api/v1/account").then().statusCode(403)));
        assertThat(statements).filteredOn(sql -> sql.startsWith("select t.id as token_id")).hasSize(1);
        assertThat(Owner.finds("select last_used::text from program_token where id = ?::uuid", idOf("counted"))).isEqualTo(used);
        Owner.runs("update program_token set last_used = last_used - interval '61 seconds' where id = ?::uuid", idOf("counted"));
        by(token).get("/api/v1/deals").then().statusCode(200);
        assertThat(Owner.counts("select count(*) from program_token where id = ?::uuid and last_used > clock_timestamp() - interval '10 seconds'", idOf("counted"))).isEqualTo(1);
    }

    @Test
    void what_was_revoked_is_not_brought_back_by_the_portals_own_role() {
        token("gone", "read");
        maker.sends().delete("/api/v1/account/tokens/" + idOf("gone")).then().statusCode(204);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Owner.runs("update program_token set revoked = null where id = ?::uuid", idOf("gone"))).hasRootCauseMessage("ERROR: prorata: a token that was revoked stays revoked\n  Where: PL/pgSQL function prorata_token_revoked() line 3 at RAISE");
    }

    @Test
    void the_openapi_document_names_session_and_token() {
        Response document = given().accept("application/json").get("/q/openapi?format=json");
        Map<String, Map<String, Object>> schemes = document.path("components.securitySchemes");
        assertThat(schemes.get("token")).containsEntry("type", "http").containsEntry("scheme", "bearer");
        assertThat(schemes.get("session")).containsEntry("type", "apiKey").containsEntry("in", "cookie").containsEntry("name", "__Host-prorata");
        assertThat(document.<List<Map<String, Object>>>path("security")).extracting(each -> each.keySet().iterator().next()).containsExactlyInAnyOrder("session", "token");
    }
}
