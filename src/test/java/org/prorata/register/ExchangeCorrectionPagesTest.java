package org.prorata.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.web.Today;

/** An exchange into shares that the desk puts right on its page, without script. */
@QuarkusTest
class ExchangeCorrectionPagesTest {

    @Inject Desk desk;
    @Inject Today today;

    private Staffed deal;
    private String page;

    @BeforeEach
    void a_deal_with_an_exchange() {
        today.pretend(LocalDate.of(2010, 10, 1));
        deal = desk.rusoro();
        String exchange = deal.proposed("register.exchange", "{\"lender\":\"endeavour\",\"amount\":\"2,000,000.00\",\"on\":\"2010-10-01\"}");
        Staffed.decides(deal.second(), exchange, "approve").then().statusCode(200);
        page = link();
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    /** Where the register leads to. */
    private String link() {
        Matcher found = Pattern.compile("href=\"([^\"]*/register/exchanges/\\d+/correct)\"").matcher(deal.first().asks().get("/deals/" + deal.slug() + "/register").asString());
        assertThat(found.find()).as("the register leads to the correction").isTrue();
        return found.group(1);
    }

    private Form form(String query) {
        Response shown = deal.first().asks().get(page + query);
        shown.then().statusCode(200);
        return Form.of(deal.first(), shown);
    }

    private static String proposal(Response made) {
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(303);
        return made.header("Location").replaceAll(".*/approvals/", "");
    }

    @Test
    void it_shows_what_stands_and_what_would_be_and_another_approves_it() {
        Form stands = form("");
        assertThat(stands.value("lender", 0)).isEqualTo("endeavour");
        assertThat(stands.value("amount", 0)).isEqualTo("2,000,000.00");
        assertThat(stands.value("on", 0)).isEqualTo("2010-10-01");
        assertThat(stands.value("reference", 0)).isEqualTo("T-1");
        Form right = stands.types("amount", "1,500,000.00").types("reason", "The notice says <1.5 million>");
        assertThat(right.sends(page + "/form").asString()).contains("5,000,000.00", "3,500,000.00", "30,000,000.00", "28,500,000.00", "value=\"1,500,000.00\"", "The notice says &lt;1.5 million&gt;");
        String id = proposal(right.sends(page));
        assertThat(deal.second().asks().get("/approvals/" + id).asString())
                .contains("Correct the exchange of 2010-10-01 (T-1) of Endeavour Financial Corporation: 1,500,000.00, not 2,000,000.00", "28,500,000.00", "719,178.08", "Exchange corrected", "proved");
        Form again = form("?from=" + id);
        assertThat(again.value("amount", 0)).isEqualTo("1,500,000.00");
        assertThat(again.value("reason", 0)).contains("<1.5 million>");
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        String register = deal.first().asks().get("/deals/" + deal.slug() + "/register").asString();
        assertThat(register).contains(">-1,500,000.00<", ">2,000,000.00<", "28,500,000.00", "what was paid and exchanged, proved", "/approvals/" + id);
        deal.first().asks().get(page).then().statusCode(404);
        assertThat(link()).as("the right entry can be corrected again").isNotEqualTo(page);
    }

    @Test
    void it_can_be_taken_back_whatever_else_stands_in_the_form() {
        Form nothing = form("").types("takenBack", "true").types("amount", "").types("reason", "Withdrawn");
        assertThat(nothing.sends(page + "/form").asString()).contains("5,000,000.00", "30,000,000.00", "0.00");
        String id = proposal(nothing.sends(page));
        assertThat(deal.second().asks().get("/approvals/" + id).asString())
                .contains("Take back the exchange of 2010-10-01 (T-1): 2,000,000.00 of Reduced Principal of Endeavour Financial Corporation");
        assertThat(form("?from=" + id).value("takenBack", 0)).isEqualTo("true");
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/register").asString()).doesNotContain("/register/exchanges/").contains("30,000,000.00");
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
        Response wrong = form("").types("amount", "5,000,000.01").types("reason", "It was <more>").sends(page);
        wrong.then().statusCode(422);
        assertThat(wrong.asString()).contains("e-amount", "is more than the 5,000,000.00", "value=\"5,000,000.01\"", "It was &lt;more&gt;");
        Response unread = form("").types("amount", "").types("on", "soon").sends(page);
        unread.then().statusCode(422);
        assertThat(unread.asString()).contains("e-on", "a date such as 2010-10-01", "value=\"soon\"", "e-amount", "or ask for the whole position");
        Response same = form("").types("reason", "No reason").sends(page);
        same.then().statusCode(422);
        assertThat(same.asString()).contains("nothing would change");
    }

    @Test
    void a_form_made_before_another_corrected_it_is_refused_and_keeps_what_was_typed() {
        Form late = form("").types("amount", "1,750,000.00").types("reason", "I was slow");
        proposalApproved(form("").types("amount", "1,500,000.00").types("reason", "I was fast"));
        Response stale = late.sends(page);
        stale.then().statusCode(409);
        assertThat(stale.asString()).contains("The deal has changed since this form was made", "value=\"1,750,000.00\"", "I was slow", "no longer stands");
        Form kept = Form.of(deal.first(), stale);
        kept.sends(page).then().statusCode(422);
    }

    private void proposalApproved(Form form) {
        Staffed.decides(deal.second(), proposal(form.sends(page)), "approve").then().statusCode(200);
    }

    @Test
    void an_entry_that_is_no_exchange_has_no_such_page_and_an_exchange_none_of_a_transfer() {
        String register = "/deals/" + deal.slug() + "/register/";
        String number = page.replaceAll(".*/exchanges/(\\d+)/correct", "$1");
        for (String path : new String[] {"exchanges/1/correct", "exchanges/99/correct", "entries/" + number + "/correct"}) {
            deal.first().asks().get(register + path).then().statusCode(404);
        }
    }
}
