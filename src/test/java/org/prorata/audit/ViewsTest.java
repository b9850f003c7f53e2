package org.prorata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.identity.Owner;
import org.prorata.identity.Visitor;

/** That the agent looked at lenders' figures is a row; that a lender looked at its own is none. */
@QuarkusTest
class ViewsTest {

    private static final String VIEWS = "select count(*) from trail where what = 'view' and subject = ? and address <> '' and user_name = ?";

    @Inject
    Desk desk;

    private Desk.Staffed deal;

    @BeforeEach
    void the_real_deal() {
        deal = desk.rusoro();
    }

    private long rows() {
        return Owner.counts("select count(*) from trail where deal_id = ?", deal.id());
    }

    @Test
    void every_page_of_lenders_figures_that_the_agent_opens_is_a_row_of_the_deal_and_so_is_its_json() {
        List<String> pages = List.of("/matrix", "/register", "/lenders", "/lenders/endeavour", "/payments", "/payments/1", "/warrants", "/adjustments", "/history", "/history?lender=endeavour");
        for (String page : pages) {
            for (String path : List.of("/deals/" + deal.slug() + page, "/api/v1/deals/" + deal.slug() + page)) {
                deal.first().asks().get(path).then().statusCode(200);
                assertThat(Owner.counts(VIEWS + " and deal_id = ?", "GET " + path.replace(":", "%3A"), "First officer", deal.id())).as(path).isEqualTo(1);
            }
        }
        for (String path : List.of("/deals/" + deal.slug() + "/payments/1/slices/principal:first?lender=endeavour", "/api/v1/deals/" + deal.slug() + "/payments/1/slices",
                "/api/v1/deals/" + deal.slug() + "/payments/1/slices/principal:first", "/deals/" + deal.slug() + "/warrants/slice?lender=endeavour",
                "/api/v1/deals/" + deal.slug() + "/warrants/slices", "/api/v1/deals/" + deal.slug() + "/positions", "/deals/" + deal.slug() + "/register/propose",
                "/deals/" + deal.slug() + "/register/transfer", "/deals/" + deal.slug() + "/register/exchange", "/api/v1/deals/" + deal.slug() + "/proposals")) {
            deal.first().asks().get(path).then().statusCode(200);
            assertThat(Owner.counts(VIEWS + " and deal_id = ?", "GET " + path.replace(":", "%3A"), "First officer", deal.id())).as(path).isEqualTo(1);
        }
    }

    @Test
    void a_proposal_that_is_looked_at_is_a_row_of_its_deal_and_the_inbox_and_the_trail_are_rows_of_the_portal() {
        String id = deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}");
        assertThat(rows()).as("imported and proposed; the answer to the proposal needs no other").isEqualTo(2);
        deal.second().asks().get("/approvals/" + id).then().statusCode(200);
        assertThat(Owner.counts(VIEWS + " and deal_id = ?", "GET /approvals/" + id, "Second officer", deal.id())).isEqualTo(1);
        for (String path : List.of("/approvals", "/api/v1/approvals", "/audit", "/api/v1/audit", "/audit/verify", "/api/v1/audit/verify")) {
            long before = Owner.counts(VIEWS + " and deal_id is null", "GET " + path, "Second officer");
            deal.second().asks().get(path).then().statusCode(200);
            assertThat(Owner.counts(VIEWS + " and deal_id is null", "GET " + path, "Second officer")).as(path).isEqualTo(before + 1);
        }
    }

    @Test
    void what_is_proposed_and_approved_stands_with_what_was_asked_and_every_figure_that_moves_before_and_after() {
        String id = deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"600.00\"}");
        Desk.Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        JsonPath made = deal.first().asks().get("/api/v1/audit?what=proposal.made&deal=" + deal.slug()).then().statusCode(200).extract().jsonPath();
        assertThat(made.getString("rows[0].details.asked.amount")).isEqualTo("600.00");
        JsonPath approved = deal.first().asks().get("/api/v1/audit?what=proposal.approved&deal=" + deal.slug()).then().statusCode(200).extract().jsonPath();
        assertThat(approved.getInt("rows[0].details.before.version")).isEqualTo(1);
        assertThat(approved.getInt("rows[0].details.after.version")).isEqualTo(2);
        // 600.00 over Endeavour's 10,000,000 of 60,000,000 is 100.00.
        Map<String, String> before = approved.getMap("rows[0].details.before.lenders.'Endeavour Financial Corporation'");
        Map<String, String> after = approved.getMap("rows[0].details.after.lenders.'Endeavour Financial Corporation'");
        assertThat(before).hasSize(1).containsValue("");
        assertThat(after).hasSize(1).containsKeys(before.keySet().toArray(String[]::new)).containsValue("100.00");
        assertThat(approved.getMap("rows[0].details.after.totals")).containsValue("600.00");
        assertThat(approved.getString("rows[0].details.comparisonSha256")).hasSize(64).isEqualTo(made.getString("rows[0].details.comparisonSha256"));
    }

    @Test
    void a_form_that_comes_back_with_what_is_wrong_is_a_row_and_a_download_is_one_and_not_two() {
        deal.first().sends().formParam("reason", "x").post("/deals/" + deal.slug() + "/register/transfer").then().statusCode(422);
        assertThat(Owner.counts(VIEWS, "POST /deals/" + deal.slug() + "/register/transfer", "First officer")).isEqualTo(1);
        long before = rows();
        deal.first().asks().get("/deals/" + deal.slug() + "/matrix.csv").then().statusCode(200);
        assertThat(rows()).isEqualTo(before + 1);
        assertThat(Owner.counts("select count(*) from trail where what = 'download' and deal_id = ?", deal.id())).isEqualTo(1);
    }

    @Test
    void what_a_lender_looks_at_of_its_own_is_no_row() {
        long before = Owner.counts("select count(*) from trail");
        for (String page : List.of("/allocation", "/register", "/lenders", "/lenders/endeavour", "/payments", "/payments/1", "/payments/1/slices/principal:first", "/warrants", "/adjustments", "/history")) {
            deal.endeavour().asks().get("/deals/" + deal.slug() + page).then().statusCode(200);
        }
        assertThat(Owner.counts("select count(*) from trail")).isEqualTo(before);
    }

    @Test
    void what_anothers_lender_would_have_seen_is_refused_and_the_refusal_holds_no_figure() {
        deal.endeavour().asks().get("/deals/" + deal.slug() + "/lenders/blackrock").then().statusCode(404);
        assertThat(Owner.counts("select count(*) from trail where what = 'access.refused' and deal_id is null and user_name = 'Endeavour' and subject = ? and details::text = '{\"status\":404}'",
                "GET /deals/" + deal.slug() + "/lenders/blackrock")).isEqualTo(1);
    }

    @Test
    void the_stored_chain_of_the_deal_is_right_after_all_that() {
        String id = deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}");
        Desk.Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        Visitor agent = deal.first();
        assertThat(agent.asks().get("/api/v1/audit/verify").then().statusCode(200).extract().<Boolean>path("right")).isTrue();
        assertThat(agent.asks().get("/audit/verify").then().statusCode(200).extract().asString()).contains("All rows are right.");
        String export = agent.asks().get("/audit/trail.jsonl?deal=" + deal.slug()).then().statusCode(200).extract().asString();
        assertThat(agent.sends().multiPart("exportText", export).post("/audit/verify").then().statusCode(200).extract().asString()).contains("All rows are right.");
        assertThat(agent.sends().multiPart("export", "x.jsonl", export.replace("accrued", "Accrued").replace("a test", "A test").getBytes(StandardCharsets.UTF_8))
                .post("/audit/verify").then().statusCode(200).extract().asString()).contains("The trail is not as it was written.", "row 2 was altered");
        assertThat(agent.sends().multiPart("exportText", "").post("/audit/verify").then().statusCode(422).extract().asString()).contains("bring a file or paste its lines");
    }
}
