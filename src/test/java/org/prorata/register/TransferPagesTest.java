package org.prorata.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.web.Today;

/** A transfer as the desk enters it on its page, without script. */
@QuarkusTest
class TransferPagesTest {

    @Inject Desk desk;
    @Inject Today today;

    private Staffed deal;
    private String page;

    @BeforeEach
    void a_deal_of_its_own() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
        page = "/deals/" + deal.slug() + "/register/transfer";
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private Form form(String query) {
        Response shown = deal.first().asks().get(page + query);
        shown.then().statusCode(200);
        return Form.of(deal.first(), shown);
    }

    private Form sale() {
        return form("").types("from", "endeavour").types("to", "blackrock").types("amount", "5,000,000.00").types("tranche", "reduced").types("tradeDate", "2010-07-20")
                .types("effectiveDate", "2010-07-26").types("fee", "3,500.00").types("feePaidBy", "seller").types("reference", "TC-7").types("reason", "Sold <in part>");
    }

    private static String proposal(Response made) {
        made.then().statusCode(303);
        return made.header("Location").replaceAll(".*/approvals/", "");
    }

    @Test
    void one_proposes_a_transfer_another_sees_both_lenders_before_and_after_and_approves_and_the_register_tells_of_it() {
        String id = proposal(sale().sends(page));
        String proposal = deal.second().asks().get("/approvals/" + id).asString();
        assertThat(proposal).contains("Transfer 5,000,000.00 of Reduced Principal from Endeavour Financial Corporation to BlackRock Natural Resources Hedge Fund Limited on 2010-07-26",
                "TC-7", "126,027.40", "63,013.70", "189,041.10", "\u22125,000,000.00", "+5,000,000.00", "proved");
        String rows = proposal.substring(proposal.indexOf("<tbody>"));
        assertThat(rows.indexOf("Endeavour Financial Corporation")).isLessThan(rows.indexOf("Petropavlovsk PLC"));
        assertThat(rows.indexOf("BlackRock")).isLessThan(rows.indexOf("Petropavlovsk PLC"));
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        String register = deal.first().asks().get("/deals/" + deal.slug() + "/register?on=2010-07-26").asString();
        assertThat(register).contains("TC-7", "traded 20 Jul 2010", "USD 3,500.00, paid by the seller", "/approvals/" + id, page);
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/register/propose").asString()).contains(page);
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
        Response wrong = sale().types("amount", "5,000,000.01").types("tradeDate", "2010-08-01").types("reference", "").sends(page);
        wrong.then().statusCode(422);
        assertThat(wrong.asString()).contains("e-amount", "is more than the 5,000,000.00", "e-tradeDate", "is after the effective date", "e-reference", "give the number of the transfer certificate",
                "Sold &lt;in part&gt;");
        Form again = Form.of(deal.first(), wrong);
        assertThat(again.value("from", 0)).isEqualTo("endeavour");
        assertThat(again.value("to", 0)).isEqualTo("blackrock");
        assertThat(again.value("tranche", 0)).isEqualTo("reduced");
        assertThat(again.value("amount", 0)).isEqualTo("5,000,000.01");
        assertThat(again.value("tradeDate", 0)).isEqualTo("2010-08-01");
        assertThat(again.value("effectiveDate", 0)).isEqualTo("2010-07-26");
        assertThat(again.value("fee", 0)).isEqualTo("3,500.00");
        assertThat(again.value("feePaidBy", 0)).isEqualTo("seller");
        proposal(again.types("amount", "5,000,000.00").types("tradeDate", "2010-07-20").types("reference", "TC-7").sends(page));

        Response newBuyer = sale().types("to", "+new").types("newLender", "New Fund").types("newName", "Petropavlovsk PLC").sends(page);
        newBuyer.then().statusCode(422);
        assertThat(newBuyer.asString()).contains("e-newLender", "lower-case letters", "e-newName", "is already a lender of this deal", "value=\"New Fund\"");
        Response noAmount = sale().types("amount", "").types("effectiveDate", "soon").sends(page);
        noAmount.then().statusCode(422);
        assertThat(noAmount.asString()).contains("or choose the whole position", "a date such as 2010-07-26", "value=\"soon\"").doesNotContain("give the day from which the buyer holds it");
        Response both = sale().types("newName", "Any Fund").sends(page);
        both.then().statusCode(422);
        assertThat(both.asString()).contains("stands beside a buyer who was chosen", "value=\"Any Fund\"");
        Response noReason = sale().types("reason", " ").sends(page);
        noReason.then().statusCode(422);
        assertThat(noReason.asString()).contains("say in a few words why", "value=\"TC-7\"");
    }

    @Test
    void as_one_types_the_server_shows_what_would_move_and_what_its_rules_say() {
        String told = sale().types("amount", "1,000,000.00").types("tranche", "").types("effectiveDate", "2010-06-10").types("tradeDate", "2010-06-01").sends(page + "/check").asString();
        assertThat(told).contains("283,333.33", "216,666.67", "500,000.00", "2,550,000.00", "9,000,000.00", "11,000,000.00").doesNotContain("<html", "<ul");
        String tooMuch = sale().types("amount", "6,000,000.00").sends(page + "/check").asString();
        assertThat(tooMuch).contains("Amount, 6,000,000.00: is more than the 5,000,000.00");
        assertThat(form("").sends(page + "/check").asString()).contains("Choose the seller and the effective date").doesNotContain("<ul");
        Form shown = Form.of(deal.first(), sale().sends(page + "/form"));
        assertThat(shown.value("amount", 0)).isEqualTo("5,000,000.00");
    }

    @Test
    void the_whole_position_goes_to_a_new_lender_and_the_form_takes_the_proposal_up_again() {
        String id = proposal(sale().types("to", "+new").types("newLender", "new-fund").types("newName", "New Fund Limited").types("amount", "").adds("whole", "true").sends(page));
        assertThat(deal.second().asks().get("/approvals/" + id).asString()).contains("the whole position, from Endeavour", "New Fund Limited", "enters the deal");
        Form again = form("?from=" + id);
        assertThat(again.value("newLender", 0)).isEqualTo("new-fund");
        assertThat(again.value("to", 0)).isEqualTo("+new");
        assertThat(again.value("whole", 0)).isEqualTo("true");
        assertThat(again.value("reference", 0)).isEqualTo("TC-7");
        assertThat(proposal(again.sends(page))).isNotEqualTo(id);
    }

    @Test
    void a_form_made_before_the_deal_changed_is_refused_and_keeps_what_was_typed() {
        Form late = sale();
        String amount = deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}");
        Staffed.decides(deal.second(), amount, "approve").then().statusCode(200);
        Response stale = late.sends(page);
        stale.then().statusCode(409);
        assertThat(stale.asString()).contains("The deal has changed since this form was made", "value=\"5,000,000.00\"", "value=\"TC-7\"", "Sold &lt;in part&gt;");
        proposal(Form.of(deal.first(), stale).sends(page));
    }
}
