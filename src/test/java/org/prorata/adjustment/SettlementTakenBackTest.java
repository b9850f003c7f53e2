package org.prorata.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.identity.Owner;
import org.prorata.web.Today;

/** A settlement that was wrong is taken back, and what is due can be settled again; both stay (rule F13). */
@QuarkusTest
class SettlementTakenBackTest {

    private static final String SETTLED = "{\"adjustment\":1,\"lenders\":[\"endeavour\"],\"on\":\"2010-06-10\",\"how\":\"paid\"}";
    private static final String TAKEN_BACK = "{\"adjustment\":1,\"lenders\":[\"endeavour\"]}";

    @Inject Desk desk;
    @Inject Today today;

    private Staffed deal;
    private String page;

    /** Endeavour was paid what 1,000,000.00 sold before the payment was due to BlackRock. */
    @BeforeEach
    void an_adjustment_settled_with_endeavour() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
        page = "/deals/" + deal.slug() + "/adjustments";
        approved("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}");
        approved("register.transfer", "{\"from\":\"endeavour\",\"to\":\"blackrock\",\"amount\":\"1,000,000.00\",\"tradeDate\":\"2010-06-01\",\"effectiveDate\":\"2010-06-10\"}");
        approved("adjustment.settle", SETTLED);
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private void approved(String kind, String payload) {
        Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    private Map<String, Object> endeavours(String query) {
        return deal.endeavour().asks().get("/api/v1" + page + query).path("adjustments[0].parts[0]");
    }

    @Test
    void it_is_open_again_from_then_on_and_can_be_settled_otherwise() {
        assertThat(endeavours("")).containsEntry("settledOn", "2010-06-10");
        approved("adjustment.unsettle", TAKEN_BACK);
        assertThat(endeavours("")).doesNotContainKeys("settledOn", "how");
        assertThat(deal.endeavour().asks().get("/api/v1" + page).<String>path("net.fromLenders")).isEqualTo("283333.33");
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/allocation").asString()).contains("283,333.33 are to go back from you");
        Response early = deal.proposes(deal.first(), null, "adjustment.settle", "{\"adjustment\":1,\"on\":\"2010-06-09\",\"how\":\"agreed\"}");
        early.then().statusCode(422);
        assertThat(early.<String>path("problems[0].message")).as("a day before it was paid").contains("paid or issued on 2010-06-10");
        approved("adjustment.settle", "{\"adjustment\":1,\"on\":\"2010-06-10\",\"how\":\"agreed\"}");
        assertThat(endeavours("")).containsEntry("settledOn", "2010-06-10").containsEntry("how", "agreed");
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/allocation").asString()).doesNotContain("are to go back from you");
        approved("adjustment.unsettle", "{\"adjustment\":1}");
        assertThat(deal.first().asks().get("/api/v1" + page).<String>path("net.toLenders")).isEqualTo("283333.33");
        assertThat(Owner.counts("select count(*) from settlement where deal_id = ?", deal.id())).as("nothing is altered").isEqualTo(3);
    }

    @Test
    void the_history_tells_that_it_was_settled_and_that_it_was_taken_back() {
        approved("adjustment.unsettle", TAKEN_BACK);
        Response own = deal.endeavour().asks().get("/api/v1/deals/" + deal.slug() + "/history");
        assertThat(own.<List<Integer>>path("changes[0].unsettled")).containsExactly(1);
        assertThat(own.<String>path("changes[0].effective")).isEqualTo("2010-06-10");
        assertThat(own.<List<Integer>>path("changes[1].settled")).containsExactly(1);
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/history").asString()).contains("Adjustment 1 settled", "Settlement of adjustment 1 taken back: it is open again");
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/history").asString())
                .contains("Settle adjustment 1", "Take back the settlement of adjustment 1 with Endeavour Financial Corporation, paid on 2010-06-10");
    }

    @Test
    void what_was_known_before_is_shown_as_it_was_to_the_byte() {
        String known = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/matrix").path("known");
        List<String> paths = List.of("/api/v1" + page + "?known=", page + ".csv?known=", "/api/v1/deals/" + deal.slug() + "/history?known=", "/api/v1/deals/" + deal.slug() + "/allocation?known=");
        List<String> before = paths.stream().map(path -> deal.endeavour().asks().get(path + known).asString()).toList();
        approved("adjustment.unsettle", TAKEN_BACK);
        assertThat(paths.stream().map(path -> deal.endeavour().asks().get(path + known).asString()).toList()).isEqualTo(before);
        assertThat(endeavours("?known=" + known)).containsEntry("how", "paid");
    }

    @Test
    void what_is_not_settled_cannot_be_taken_back_and_nobody_approves_his_own() {
        Response other = deal.proposes(deal.first(), null, "adjustment.unsettle", "{\"adjustment\":1,\"lenders\":[\"blackrock\"]}");
        other.then().statusCode(422);
        assertThat(other.<String>path("problems[0].message")).contains("has nothing settled in adjustment 1; settled are [endeavour]");
        deal.proposes(deal.first(), null, "adjustment.unsettle", "{\"adjustment\":2}").then().statusCode(422);
        deal.proposes(deal.first(), null, "adjustment.unsettle", "{}").then().statusCode(422);
        String proposal = deal.proposed("adjustment.unsettle", TAKEN_BACK);
        assertThat(Staffed.decides(deal.first(), proposal, "approve").statusCode()).isBetween(400, 499);
        assertThat(endeavours("")).containsEntry("settledOn", "2010-06-10");
    }

    @Test
    void beside_a_settled_part_the_page_leads_to_the_form_and_a_lenders_does_not() {
        String link = page + "/1/unsettle";
        assertThat(deal.first().asks().get(page).asString()).contains("href=\"" + link + "?lender=endeavour\"").doesNotContain(link + "?lender=blackrock");
        assertThat(deal.endeavour().asks().get(page).asString()).doesNotContain("unsettle");
        assertThat(deal.endeavour().asks().get(link).statusCode()).isEqualTo(404);
        Form form = Form.of(deal.first(), deal.first().asks().get(link + "?lender=endeavour"));
        assertThat(form.value("lenders", 0)).as("the one that was wrong").isEqualTo("endeavour");
        Response nobody = Form.of(deal.first(), deal.first().asks().get(link)).types("reason", "It <bounced>").sends(link);
        nobody.then().statusCode(422);
        assertThat(nobody.asString()).contains("choose at least one", "It &lt;bounced&gt;");
        Response made = form.types("reason", "It bounced").sends(link);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(303);
        String proposal = made.header("Location").replaceAll(".*/approvals/", "");
        assertThat(deal.second().asks().get("/approvals/" + proposal).asString()).contains("Settlement taken back");
        assertThat(Form.of(deal.first(), deal.first().asks().get(link + "?from=" + proposal)).value("lenders", 0)).isEqualTo("endeavour");
        Staffed.decides(deal.second(), proposal, "approve").then().statusCode(200);
        assertThat(deal.first().asks().get(page).asString()).doesNotContain("unsettle");
    }
}
