package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.web.Today;

/** What was typed while the session ended comes back to who typed it, and to nobody else; and nothing is done until it is sent again. */
@QuarkusTest
class TypedFormTest {

    @Inject Desk desk;
    @Inject Accounts accounts;
    @Inject Today today;

    private Staffed deal;
    private String login;
    private Visitor officer;

    @BeforeEach
    void a_deal_and_one_of_its_desk() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
        login = "typist-" + UUID.randomUUID();
        accounts.grantAgent(accounts.create(login, "Typist", Visitor.PASSWORD));
        officer = Visitor.signsIn(login);
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private void ends() {
        assertThat(Owner.runs("delete from session where token_hash = ?", Token.hash(officer.session()))).isEqualTo(1);
    }

    private String path(String rest) {
        return "/deals/" + deal.slug() + rest;
    }

    private Form form(String path) {
        Response page = officer.asks().get(path);
        page.then().statusCode(200);
        return Form.of(officer, page);
    }

    private static String kept(Response sent) {
        sent.then().statusCode(303);
        String to = URLDecoder.decode(sent.header("Location").replaceAll(".*\\?to=", ""), StandardCharsets.UTF_8);
        assertThat(sent.header("Location")).contains("/login?to=");
        assertThat(to).startsWith("/typed/");
        return to;
    }

    private long proposals() {
        return Owner.counts("select count(*) from proposal where deal_id = ?", deal.id());
    }

    /** Types, loses the session, sends, signs in again, and has the form again; then sends it. */
    private Response comesBack(String path, UnaryOperator<Form> typing, String typed) {
        Form form = typing.apply(form(path));
        ends();
        String to = kept(form.sends(path));
        officer = Visitor.signsIn(login);
        Response page = officer.asks().get(to);
        page.then().statusCode(200);
        Response again = Form.of(officer, page).sends(path);
        again.then().statusCode(200);
        assertThat(again.asString()).contains("nothing has been sent yet", typed);
        assertThat(proposals()).isZero();
        return Form.of(officer, again).sends(path);
    }

    @Test
    void shares_come_back_as_they_were_typed_and_make_one_proposal_once_sent_again() {
        Response made = comesBack(path("/register/propose"), form -> form.typesAt("value", 0, "22,500,000.00").typesAt("value", 4, "7,500,000.00").types("reason", "Certificate <3>"), "22,500,000.00");
        made.then().statusCode(303);
        assertThat(made.header("Location")).contains("/approvals/");
        assertThat(proposals()).isEqualTo(1);
    }

    @Test
    void a_transfer_comes_back() {
        comesBack(path("/register/transfer"), form -> form.types("from", "endeavour").types("to", "blackrock").types("amount", "1,234.56").types("reason", "sold").types("reference", "TC-9")
                .types("tradeDate", "2010-06-10").types("effectiveDate", "2010-06-10"), "1,234.56").then().statusCode(303);
    }

    @Test
    void a_booking_comes_back() {
        comesBack(path("/payments/1/book"), form -> form.types("valueDate", "2010-06-11").types("reason", "as the bank says"), "as the bank says");
    }

    @Test
    void a_comment_comes_back_and_nothing_is_decided() {
        String id = deal.proposed("register.transfer", "{\"from\":\"endeavour\",\"to\":\"blackrock\",\"amount\":\"1000.00\",\"tradeDate\":\"2010-06-10\",\"effectiveDate\":\"2010-06-10\"}");
        Form form = form("/approvals/" + id).types("comment", "seen it all");
        ends();
        String to = kept(form.sends("/approvals/" + id + "/approve"));
        officer = Visitor.signsIn(login);
        Response again = Form.of(officer, officer.asks().get(to)).sends("/approvals/" + id + "/approve");
        again.then().statusCode(200);
        assertThat(again.asString()).contains("seen it all");
        assertThat(Owner.finds("select state from proposal where id = ?", UUID.fromString(id))).isEqualTo("open");
        Form.of(officer, again).sends("/approvals/" + id + "/approve").then().statusCode(303);
        assertThat(Owner.finds("select state from proposal where id = ?", UUID.fromString(id))).isEqualTo("approved");
    }

    @Test
    void another_who_signs_in_there_is_shown_nothing_of_it() {
        Form form = form(path("/register/propose")).types("reason", "a secret of the desk");
        ends();
        String to = kept(form.sends(path("/register/propose")));
        for (Visitor other : new Visitor[] {deal.second(), deal.endeavour()}) {
            Response page = other.asks().get(to);
            page.then().statusCode(303);
            assertThat(page.header("Location")).endsWith("/deals");
            assertThat(page.asString()).doesNotContain("a secret of the desk");
        }
        Visitor.stranger().get(to).then().statusCode(401);
    }

    @Test
    void a_form_of_an_earlier_session_of_ones_own_is_shown_again_at_once_and_anothers_is_refused() {
        Form form = form(path("/register/propose")).typesAt("value", 0, "22,500,000.00").typesAt("value", 4, "7,500,000.00").types("reason", "typed before");
        String old = officer.csrf();
        ends();
        officer = Visitor.signsIn(login);
        Response again = officer.asks().header("Origin", Visitor.origin()).formParam("csrf", old).formParam("reason", "typed before").post(path("/register/propose"));
        again.then().statusCode(200);
        assertThat(again.asString()).contains("nothing has been sent yet", "typed before", officer.csrf());
        Response others = deal.second().asks().header("Origin", Visitor.origin()).formParam("csrf", old).formParam("reason", "typed before").post(path("/register/propose"));
        others.then().statusCode(403);
        assertThat(others.asString()).doesNotContain("typed before");
        assertThat(proposals()).isZero();
        assertThat(form.count("value")).isPositive();
    }

    @Test
    void what_a_foreign_site_sends_is_not_kept_nor_what_carries_no_token_of_ours() {
        ends();
        Consumer<Response> refused = answer -> answer.then().statusCode(401);
        long before = Owner.counts("select count(*) from typed_form");
        refused.accept(officer.asks().header("Origin", "https://evil.example").formParam("csrf", officer.csrf()).formParam("reason", "x").post(path("/register/propose")));
        refused.accept(officer.asks().formParam("csrf", officer.csrf()).formParam("reason", "x").post(path("/register/propose")));
        refused.accept(officer.asks().header("Origin", Visitor.origin()).formParam("csrf", Token.random()).formParam("reason", "x").post(path("/register/propose")));
        refused.accept(officer.asks().header("Origin", Visitor.origin()).formParam("reason", "x").post(path("/register/propose")));
        refused.accept(officer.asks().header("Origin", Visitor.origin()).formParam("csrf", officer.csrf()).formParam("reason", "x".repeat(900_000)).formParam("on", "x".repeat(900_000)).formParam("kind", "x".repeat(900_000))
                .formParam("tranche", "x".repeat(900_000)).formParam("reference", "x".repeat(900_000)).post(path("/register/propose")));
        assertThat(Owner.counts("select count(*) from typed_form")).isEqualTo(before);
    }

    @Test
    void one_is_kept_for_each_session_for_an_hour_without_its_token_or_a_proof() {
        String path = path("/register/propose");
        ends();
        String first = kept(officer.asks().header("Origin", Visitor.origin()).formParam("csrf", officer.csrf()).formParam("reason", "one").formParam("proof-password", Visitor.PASSWORD).post(path));
        String second = kept(officer.asks().header("Origin", Visitor.origin()).formParam("csrf", officer.csrf()).formParam("reason", "two").formParam("code", "123456").post(path));
        assertThat(second).isEqualTo(first);
        UUID id = UUID.fromString(first.substring("/typed/".length()));
        assertThat(Owner.finds("select fields from typed_form where id = ?", id)).contains("two").doesNotContain("one", Visitor.PASSWORD, "123456", officer.csrf());
        Owner.runs("update typed_form set made = made - interval '61 minutes' where id = ?", id);
        officer = Visitor.signsIn(login);
        officer.asks().get(first).then().statusCode(303);
        assertThat(Owner.counts("select count(*) from trail where what = 'form.kept' and subject = ?", path)).isEqualTo(2);
    }

    @Test
    void a_form_without_anything_to_keep_leads_back_to_its_page() {
        ends();
        Response sent = officer.asks().header("Origin", Visitor.origin()).header("Referer", Visitor.origin() + "/account").formParam("csrf", officer.csrf()).post("/account/sessions/end-others");
        sent.then().statusCode(303);
        assertThat(sent.header("Location")).endsWith("/login?to=%2Faccount");
        officer.asks().header("Origin", Visitor.origin()).header("Referer", "https://evil.example/").post("/account/sessions/end-others").then().statusCode(401);
    }
}
