package org.prorata.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.web.Today;

/** Booking a payment as paid and entering an unknown amount, as one does it on the pages. */
@QuarkusTest
class PaymentFormsTest {

    @Inject Desk desk;
    @Inject Today today;

    private Staffed deal;
    private String payment;
    private LocalDate before;

    @BeforeEach
    void a_deal_on_its_first_payment_date() {
        before = today.pretendedDay().orElse(null);
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
        payment = "/deals/" + deal.slug() + "/payments/1";
    }

    @AfterEach
    void the_day_as_it_was() {
        today.pretend(before);
    }

    private Form form(String path) {
        Response page = deal.first().asks().get(path);
        page.then().statusCode(200);
        return Form.of(deal.first(), page).types("reason", "Cash received").types("reference", "MT202");
    }

    private void approved(Response made) {
        made.then().statusCode(303);
        Staffed.decides(deal.second(), made.header("Location").replaceAll(".*/approvals/", ""), "approve").then().statusCode(200);
    }

    @Test
    void a_booked_payment_leaves_the_register() {
        Form form = form(payment + "/book");
        assertThat(form.value("components", 0)).isEqualTo("principal:first");
        assertThat(form.count("components")).as("the unknown interest cannot be chosen").isEqualTo(1);
        assertThat(form.value("valueDate", 0)).isEqualTo("2010-06-10");
        approved(form.sends(payment + "/book"));
        Response positions = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/positions?on=2010-06-10");
        assertThat(positions.<List<String>>path("tranches.total.deal")).containsExactly("0.00", "13000000.00", "30000000.00");
        assertThat(positions.<List<Boolean>>path("tranches.proven")).containsOnly(true);
        Response own = deal.endeavour().asks().get("/api/v1/deals/" + deal.slug() + "/positions?on=2010-06-10");
        assertThat(own.<List<String>>path("tranches.total.deal")).containsExactly("0.00", "13000000.00", "30000000.00");
        assertThat(own.<List<String>>path("tranches.total.own")).containsExactly("0.00", "2166666.67", "5000000.00");
        assertThat(own.<String>path("total.deal")).isEqualTo("43000000.00");
        assertThat(own.<String>path("total.own")).isEqualTo("7166666.67");
        assertThat(deal.endeavour().asks().get("/api/v1/deals/" + deal.slug() + "/positions?on=2010-06-09").<List<String>>path("tranches.total.deal"))
                .containsExactly("17000000.00", "13000000.00", "30000000.00");
        assertThat(deal.first().asks().get(payment + "/book").asString()).contains("booked already");
    }

    @Test
    void a_deal_that_lapsed_books_nothing_whatever_the_value_date() {
        String proposed = deal.proposed("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}");
        today.pretend(LocalDate.of(2010, 6, 11));
        Response late = deal.proposes(deal.first(), null, "payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}");
        late.then().statusCode(422);
        assertThat(late.<List<String>>path("problems.message")).singleElement().asString().contains("by today, 2010-06-11, the deal has lapsed");
        Staffed.decides(deal.second(), proposed, "approve").then().statusCode(409);
        Response page = deal.first().asks().get(payment + "/book");
        assertThat(page.asString()).contains("The deal has lapsed unsigned", "<button disabled>");
    }

    @Test
    void a_booking_under_terms_that_are_not_effective_yet_carries_a_warning() {
        assertThat(deal.first().asks().get(payment + "/book").asString()).contains("The deal is indicative, not effective yet");
        String made = form(payment + "/book").sends(payment + "/book").header("Location");
        assertThat(deal.second().asks().get(made).asString()).contains("Warning: the deal is indicative, not effective yet");
    }

    @Test
    void the_way_back_names_the_deal_by_its_title() {
        for (String page : List.of(payment + "/book", payment + "/amount/accrued", "/deals/" + deal.slug() + "/register", "/deals/" + deal.slug() + "/register/propose")) {
            assertThat(deal.first().asks().get(page).asString()).as(page).contains("<a href=\"/deals/" + deal.slug() + "\">Rusoro senior secured exchangeable loan</a>");
        }
    }

    @Test
    void an_unknown_amount_is_entered_and_zero_is_an_answer() {
        String path = payment + "/amount/accrued";
        assertThat(deal.first().asks().get(path).asString()).contains("not yet known", "Neither the amount nor the rate");
        Response wrong = form(path).types("amount", "-5").sends(path);
        wrong.then().statusCode(422);
        assertThat(wrong.asString()).contains("must not be negative; 0.00 is an answer", "value=\"-5\"", "Cash received");
        approved(form(path).types("amount", "0.00").sends(path));
        assertThat(form(payment + "/book").count("components")).isEqualTo(2);
        assertThat(deal.first().asks().get(path).asString()).contains("0.00", "(entered)");
    }

    @Test
    void what_is_wrong_with_a_booking_is_said_beside_its_field() {
        Response late = form(payment + "/book").types("valueDate", "2010-06-11").sends(payment + "/book");
        late.then().statusCode(422);
        assertThat(late.asString()).contains("is still to come", "Cash received", "MT202");
        assertThat(form(payment + "/book").types("valueDate", "2010-06-08").sends(payment + "/book").asString()).contains("is before the deal");
        assertThat(form(payment + "/book").types("valueDate", "x").sends(payment + "/book").asString()).contains("a date such as 2010-06-10");
        Response none = form(payment + "/book").drops("components").sends(payment + "/book");
        none.then().statusCode(422);
        assertThat(none.asString()).contains("choose at least one");
        assertThat(form(payment + "/book").adds("components", "accrued").sends(payment + "/book").asString()).contains("has no known amount yet");
        assertThat(form(payment + "/book").adds("components", "nothing").sends(payment + "/book").asString()).contains("is not a component of payment 1");
    }

    @Test
    void a_lender_and_a_payment_that_is_not_there_find_nothing() {
        for (String path : List.of(payment + "/book", payment + "/amount/accrued")) {
            deal.endeavour().asks().get(path).then().statusCode(404);
            deal.endeavour().sends().formParam("reason", "x").post(path).then().statusCode(404);
        }
        for (String path : List.of("/payments/99/book", "/payments/0/book", "/payments/2/amount/accrued", "/payments/1/amount/nothing", "/payments/1/amount/second-instalment")) {
            deal.first().asks().get("/deals/" + deal.slug() + path).then().statusCode(404);
            deal.first().sends().formParam("reason", "x").post("/deals/" + deal.slug() + path).then().statusCode(404);
        }
    }
}
