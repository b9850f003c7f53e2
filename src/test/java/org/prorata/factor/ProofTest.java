package org.prorata.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Form;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Visitor;

/** What changes a figure, or a second factor, asks once more who one is, where the last proof is older than ten minutes; and loses nothing that was typed. */
@QuarkusTest
class ProofTest {

    private static final String AMOUNT = "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}";
    private static final String COMMENT = "Agrees with <the statement>\nof 11 June & its annex \"A\"";

    @Inject
    Desk desk;
    @Inject
    Accounts accounts;

    private Desk.Staffed deal;
    private String proposal;

    @BeforeEach
    void an_open_proposal_and_an_approver_who_signed_in_long_ago() {
        Owner.runs("delete from sign_in_attempt");
        deal = desk.rusoro();
        proposal = deal.proposed("payment.amount", AMOUNT);
        tenMinutesPass();
    }

    @AfterEach
    void no_guess_is_left() {
        Owner.runs("delete from sign_in_attempt");
    }

    private static void tenMinutesPass() {
        Owner.runs("update session set proved = proved - interval '10 minutes'");
    }

    private Response proves(Map<String, Object> with) {
        return deal.second().sends().contentType("application/json").body(with).post("/api/v1/session/proof");
    }

    private String state() {
        return deal.second().asks().get("/api/v1/approvals/" + proposal).path("state");
    }

    @Test
    void a_program_is_told_to_prove_who_it_is_and_then_decides() {
        for (String verb : List.of("approve", "reject")) {
            Response refused = Desk.Staffed.decides(deal.second(), proposal, verb);
            refused.then().statusCode(403);
            assertThat(refused.<String>path("prove")).isEqualTo("/api/v1/session/proof");
            assertThat(refused.<String>path("error")).contains("proof of who you are");
        }
        assertThat(state()).isEqualTo("open");
        assertThat(Owner.counts("select count(*) from trail where what = 'access.refused' and subject like ? and details::jsonb ->> 'because' = 'a fresh proof is asked for'",
                "%" + proposal + "%")).isEqualTo(2);
        proves(Map.of("password", "walrus copper nine lanterns")).then().statusCode(403);
        Desk.Staffed.decides(deal.second(), proposal, "approve").then().statusCode(403);
        proves(Map.of("password", Visitor.PASSWORD)).then().statusCode(200);
        Desk.Staffed.decides(deal.second(), proposal, "approve").then().statusCode(200);
        assertThat(state()).isEqualTo("approved");
    }

    @Test
    void reading_proposing_and_withdrawing_ask_for_no_proof() {
        String other = deal.proposed("payment.amount", AMOUNT);
        Desk.Staffed.decides(deal.first(), other, "withdraw").then().statusCode(200);
        deal.second().asks().get("/approvals/" + proposal).then().statusCode(200);
    }

    @Test
    void the_page_asks_for_the_password_keeps_the_comment_and_then_approves() {
        Response page = deal.second().asks().get("/approvals/" + proposal);
        Response asked = Form.of(deal.second(), page).types("comment", COMMENT).sends("/approvals/" + proposal + "/approve");
        asked.then().statusCode(403);
        assertThat(asked.asString()).contains("Prove once more who you are").doesNotContain("Approve</button>");
        Response wrong = Form.of(deal.second(), asked).types("proof-password", "walrus copper nine lanterns").sends("/approvals/" + proposal + "/approve");
        wrong.then().statusCode(403);
        assertThat(wrong.asString()).contains("This is not your password").doesNotContain("walrus");
        Response empty = Form.of(deal.second(), wrong).sends("/approvals/" + proposal + "/approve");
        empty.then().statusCode(422);
        assertThat(state()).isEqualTo("open");
        Form.of(deal.second(), empty).types("proof-password", Visitor.PASSWORD).sends("/approvals/" + proposal + "/approve").then().statusCode(303);
        assertThat(state()).isEqualTo("approved");
        assertThat(deal.second().asks().get("/api/v1/approvals/" + proposal).<String>path("comment").replace("\r", "")).isEqualTo(COMMENT);
    }

    @Test
    void a_rejection_without_a_reason_is_still_told_what_is_missing_after_the_proof() {
        Response page = deal.second().asks().get("/approvals/" + proposal);
        Response asked = Form.of(deal.second(), page).sends("/approvals/" + proposal + "/reject");
        Response told = Form.of(deal.second(), asked).types("proof-password", Visitor.PASSWORD).sends("/approvals/" + proposal + "/reject");
        told.then().statusCode(422);
        Form.of(deal.second(), told).types("comment", "Not ours").sends("/approvals/" + proposal + "/reject").then().statusCode(303);
        assertThat(state()).isEqualTo("rejected");
    }

    @Test
    void who_has_a_second_factor_proves_it_by_that_and_not_by_the_password() {
        proves(Map.of("password", Visitor.PASSWORD)).then().statusCode(200);
        Phone phone = Phone.setUpFor(deal.second());
        tenMinutesPass();
        proves(Map.of("password", Visitor.PASSWORD)).then().statusCode(422);
        Response asked = Form.of(deal.second(), deal.second().asks().get("/approvals/" + proposal)).types("comment", COMMENT).sends("/approvals/" + proposal + "/approve");
        assertThat(asked.asString()).contains("six digits").doesNotContain("type=\"password\"");
        Response wrong = Form.of(deal.second(), asked).types("proof-code", phone.wrongCode()).sends("/approvals/" + proposal + "/approve");
        wrong.then().statusCode(403);
        assertThat(state()).isEqualTo("open");
        Form.of(deal.second(), wrong).types("proof-code", phone.code(0)).sends("/approvals/" + proposal + "/approve").then().statusCode(303);
        assertThat(state()).isEqualTo("approved");
        assertThat(Owner.counts("select count(*) from trail where what = 'proof.given' and details::jsonb ->> 'by' = 'totp' and at > clock_timestamp() - interval '1 minute'")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void a_passkey_is_a_proof() throws Exception {
        proves(Map.of("password", Visitor.PASSWORD)).then().statusCode(200);
        SoftKey key = new SoftKey(Visitor.origin());
        Map<String, Object> made = deal.second().sends().post("/api/v1/account/factors/passkeys/options").path("");
        deal.second().sends().contentType("application/json").body(Map.of("name", "My laptop", "credential", key.makes(made))).post("/api/v1/account/factors/passkeys").then().statusCode(200);
        tenMinutesPass();
        Map<String, Object> options = deal.second().sends().post("/api/v1/session/proof/options").path("");
        key.count++;
        proves(Map.of("credential", key.signs(options))).then().statusCode(200);
        Desk.Staffed.decides(deal.second(), proposal, "approve").then().statusCode(200);
    }

    @Test
    void proofs_are_guesses_like_any_other() {
        int looked = 0;
        for (int i = 0; i < 12; i++) {
            looked += proves(Map.of("password", "walrus copper nine lanterns")).statusCode() == 403 ? 1 : 0;
        }
        assertThat(looked).as("the visitor brings no cookie of a known browser").isEqualTo(7);
        proves(Map.of("password", Visitor.PASSWORD)).then().statusCode(429);
        Response page = Form.of(deal.second(), deal.second().asks().get("/approvals/" + proposal)).sends("/approvals/" + proposal + "/approve");
        Response throttled = Form.of(deal.second(), page).types("proof-password", Visitor.PASSWORD).sends("/approvals/" + proposal + "/approve");
        throttled.then().statusCode(429);
        assertThat(throttled.header("Retry-After")).isNotNull();
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void the_proof_of_one_session_is_not_that_of_another() {
        String login = "proof-" + UUID.randomUUID();
        accounts.grantAgent(accounts.create(login, "Third officer", Visitor.PASSWORD));
        Visitor old = Visitor.signsIn(login);
        tenMinutesPass();
        Visitor fresh = Visitor.signsIn(login);
        Desk.Staffed.decides(old, proposal, "approve").then().statusCode(403);
        Desk.Staffed.decides(fresh, proposal, "approve").then().statusCode(200);
    }

    @Test
    void adding_and_removing_a_second_factor_and_other_recovery_codes_ask_for_it() {
        for (String path : List.of("/api/v1/account/factors/app", "/api/v1/account/factors/passkeys/options", "/api/v1/account/factors/codes")) {
            assertThat(deal.second().sends().post(path).then().statusCode(403).extract().<String>path("prove")).as(path).isEqualTo("/api/v1/session/proof");
        }
        deal.second().sends().delete("/api/v1/account/factors/" + UUID.randomUUID()).then().statusCode(403);
        for (String path : List.of("/account/factors/app/start", "/account/factors/passkeys/start", "/account/factors/codes", "/account/factors/" + UUID.randomUUID() + "/remove")) {
            assertThat(deal.second().sends().formParam("x", "1").post(path).then().statusCode(403).extract().asString()).as(path).contains("Prove once more who you are");
        }
        Response asked = deal.second().sends().formParam("to", "/account").post("/account/factors/app/start");
        assertThat(Form.of(deal.second(), asked).types("proof-password", Visitor.PASSWORD).sends("/account/factors/app/start").then().statusCode(303).extract().header("Location"))
                .endsWith("/account/factors/app?to=%2Faccount");
    }

    @Test
    void whoever_may_not_decide_is_refused_before_a_proof_is_asked() {
        assertThat(deal.endeavour().sends().formParam("comment", "x").post("/approvals/" + proposal + "/approve").statusCode()).isEqualTo(404);
        assertThat(Desk.Staffed.decides(deal.endeavour(), proposal, "approve").statusCode()).isEqualTo(404);
    }
}
