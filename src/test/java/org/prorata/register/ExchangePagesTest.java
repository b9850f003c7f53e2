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

/** An exchange into shares as the desk enters it on its page, without script. */
@QuarkusTest
class ExchangePagesTest {

    @Inject Desk desk;
    @Inject Today today;

    private Staffed deal;
    private String page;

    @BeforeEach
    void a_deal_of_its_own() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
        page = "/deals/" + deal.slug() + "/register/exchange";
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

    private Form notice() {
        return form("").types("lender", "endeavour").types("amount", "2,000,000.00").types("on", "2010-10-01").types("reference", "Notice 3").types("reason", "Exchanged <in part>");
    }

    private static String proposal(Response made) {
        made.then().statusCode(303);
        return made.header("Location").replaceAll(".*/approvals/", "");
    }

    @Test
    void one_proposes_it_another_sees_before_and_after_and_approves_and_the_register_tells_of_it() {
        String register = "/deals/" + deal.slug() + "/register";
        assertThat(deal.first().asks().get(register).asString()).contains(page).doesNotContain("less exchanged into shares");
        String shown = notice().sends(page + "/form").asString();
        assertThat(shown).contains("5,000,000.00", "3,000,000.00", "30,000,000.00", "28,000,000.00", "1 October 2010", "value=\"Notice 3\"");
        String id = proposal(notice().sends(page));
        assertThat(deal.second().asks().get("/approvals/" + id).asString()).contains("Exchange 2,000,000.00 of Reduced Principal of Endeavour Financial Corporation into shares on 2010-10-01",
                "Notice 3", "28,000,000.00", "709,589.04", "\u22122,000,000.00", "proved");
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        assertThat(deal.first().asks().get(register + "?on=2010-10-01").asString()).contains("Notice 3", "less exchanged into shares", "28,000,000.00", "what was paid and exchanged, proved", "/approvals/" + id);
        assertThat(deal.first().asks().get(register + "?on=2010-09-30").asString()).doesNotContain("less exchanged into shares", "Notice 3");
        Form again = form("?from=" + id);
        assertThat(again.value("lender", 0)).isEqualTo("endeavour");
        assertThat(again.value("amount", 0)).isEqualTo("2,000,000.00");
        assertThat(again.value("on", 0)).isEqualTo("2010-10-01");
        assertThat(again.value("reference", 0)).isEqualTo("Notice 3");
        assertThat(proposal(again.sends(page))).isNotEqualTo(id);
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
        Response wrong = notice().types("amount", "5,000,000.01").types("reference", "").sends(page);
        wrong.then().statusCode(422);
        assertThat(wrong.asString()).contains("e-amount", "is more than the 5,000,000.00", "e-reference", "give the reference of the exchange notice", "Exchanged &lt;in part&gt;");
        Form kept = Form.of(deal.first(), wrong);
        assertThat(kept.value("lender", 0)).isEqualTo("endeavour");
        assertThat(kept.value("amount", 0)).isEqualTo("5,000,000.01");
        assertThat(kept.value("on", 0)).isEqualTo("2010-10-01");
        Response soon = notice().types("on", "soon").types("amount", "").adds("whole", "true").sends(page);
        soon.then().statusCode(422);
        assertThat(soon.asString()).contains("a date such as 2010-10-01", "value=\"soon\"", "checked").doesNotContain("is missing");
        Response neither = notice().types("amount", "").sends(page);
        neither.then().statusCode(422);
        assertThat(neither.asString()).contains("or ask for the whole position", "value=\"Notice 3\"");
    }

    @Test
    void a_form_made_before_the_deal_changed_is_refused_and_keeps_what_was_typed() {
        Form late = notice();
        String amount = deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}");
        Staffed.decides(deal.second(), amount, "approve").then().statusCode(200);
        Response stale = late.sends(page);
        stale.then().statusCode(409);
        assertThat(stale.asString()).contains("The deal has changed since this form was made", "value=\"2,000,000.00\"", "value=\"Notice 3\"", "Exchanged &lt;in part&gt;");
        proposal(Form.of(deal.first(), stale).sends(page));
    }

    @Test
    void a_deal_of_which_nothing_can_be_exchanged_has_no_such_page() {
        Staffed plain = desk.rusoro(text -> text.substring(0, text.indexOf("\nexchange:")) + text.substring(text.indexOf("\nwarrants:")));
        plain.first().asks().get("/deals/" + plain.slug() + "/register/exchange").then().statusCode(404);
        assertThat(plain.first().asks().get("/deals/" + plain.slug() + "/register").asString()).doesNotContain("register/exchange");
    }
}
