package org.prorata.scenarios;

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
import org.prorata.web.Today;

/** A booked total stays (rule F13); where principal found out later comes to another one, whoever proposes, approves and settles is told so in figures. */
@QuarkusTest
class BookedTotalsTest {

    private static final String EXCHANGE = "{\"lender\":\"endeavour\",\"amount\":\"2,000,000.00\",\"on\":\"2010-10-01\"}";
    private static final String SALE = "{\"from\":\"petropavlovsk\",\"to\":\"blackrock\",\"amount\":\"1,000,000.00\",\"tranche\":\"reduced\",\"tradeDate\":\"2010-10-01\",\"effectiveDate\":\"2010-10-01\"}";
    private static final String[] WORDS = {"booked ", "747,945.21", "the total would be 709,589.04, 38,356.17 less", "adds up to it and not to their interest alone",
            "If the borrower paid too much, the booking itself has to be corrected"};

    @Inject Desk desk;
    @Inject Today today;

    private Staffed deal;

    @BeforeEach
    void the_fourth_payment_is_booked() {
        today.pretend(LocalDate.of(2010, 12, 10));
        deal = desk.rusoro(text -> text.replaceFirst("(?m)^  sign-by:.*(\\n    .*)*", ""));
        approved("payment.book", "{\"payment\":4,\"valueDate\":\"2010-12-10\"}");
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private void approved(String kind, String payload) {
        Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    private Response proposal(String id) {
        return deal.second().asks().get("/api/v1/approvals/" + id);
    }

    private Response adjustments() {
        return deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/adjustments");
    }

    @Test
    void a_late_exchange_tells_before_and_after_its_approval_what_was_booked_and_what_it_would_be() {
        String exchange = deal.proposed("register.exchange", EXCHANGE);
        // booked: 30,000,000.00 × 10 % × 91/365; as known now 28,000,000.00 from 1 October on, for 70 of these days
        assertThat(proposal(exchange).<List<Map<String, Object>>>path("comparison.bookedTotals")).singleElement().satisfies(total -> assertThat(total)
                .containsEntry("payment", 4).containsEntry("booked", "747,945.21").containsEntry("computed", "709,589.04").containsEntry("by", "38,356.17").containsEntry("tooMuch", true));
        assertThat(deal.second().asks().get("/approvals/" + exchange).asString()).contains("What was booked is not what principal comes to any more").contains(WORDS);
        Staffed.decides(deal.second(), exchange, "approve").then().statusCode(200);

        assertThat(adjustments().<List<Map<String, Object>>>path("adjustments[0].bookedTotals")).singleElement().satisfies(total -> assertThat(total)
                .containsEntry("booked", "747945.21").containsEntry("computed", "709589.04").containsEntry("difference", "38356.17").containsEntry("tooMuch", true));
        String page = deal.first().asks().get("/deals/" + deal.slug() + "/adjustments").asString();
        assertThat(page).contains(WORDS).contains("/deals/" + deal.slug() + "/payments/4/correct");
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/adjustments").asString()).contains(WORDS).doesNotContain("/payments/4/correct");
    }

    @Test
    void what_leaves_the_total_as_it_was_tells_of_none() {
        String sale = deal.proposed("register.transfer", SALE);
        assertThat(proposal(sale).<List<?>>path("comparison.bookedTotals")).isEmpty();
        Staffed.decides(deal.second(), sale, "approve").then().statusCode(200);
        assertThat(adjustments().<List<?>>path("adjustments[0].bookedTotals")).isEmpty();
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/adjustments").asString()).doesNotContain("the total would be");
        approved("register.exchange", EXCHANGE);
        String again = deal.proposed("register.transfer", SALE);
        assertThat(proposal(again).<List<?>>path("comparison.bookedTotals")).as("the exchange has told it already").isEmpty();
    }

    @Test
    void a_booking_corrected_after_it_is_what_principal_comes_to() {
        approved("register.exchange", EXCHANGE);
        approved("payment.correct", "{\"payment\":4,\"notPaid\":true}");
        approved("payment.book", "{\"payment\":4,\"valueDate\":\"2010-12-10\"}");
        assertThat(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/export").<String>path("components.find { it.payment == 4 && it.component == 'reduced-principal' }.total"))
                .isEqualTo("709589.04");
    }
}
