package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.web.Today;

/** What was booked is split again over positions found out later, and by the terms it was booked by: a term that was changed since is for what is open. */
@QuarkusTest
class TermsAtBookingTest {

    private static final String THIRTY_DAYS = "{\"field\":\"interest.reduced-principal.day-count\",\"value\":\"30/360\"}";
    private static final String TO_HOLDER = "{\"field\":\"transfers.interest\",\"value\":\"holder\"}";
    private static final String BOOKED = "{\"payment\":3,\"valueDate\":\"2010-09-10\",\"components\":[\"reduced-principal\"]}";

    /** Nothing that any other lender's interest of the quarter could follow from. */
    private static final String ONE_CENT = sale("petropavlovsk", "lansdowne-equity-lp", "0.01", "2010-08-15");

    @Inject Desk desk;
    @Inject ObjectMapper json;
    @Inject Today today;

    private Staffed deal;

    @BeforeEach
    void after_the_third_payment() {
        today.pretend(LocalDate.of(2010, 9, 10));
        newDeal();
    }

    /** In which Endeavour sold all of its Reduced Principal to BlackRock in the middle of the quarter. */
    private void newDeal() {
        deal = desk.rusoro(text -> text.replaceFirst("(?m)^  sign-by:.*(\\n    .*)*", ""));
        approved("register.transfer", sale("endeavour", "blackrock", "5,000,000.00", "2010-07-26"));
    }

    @AfterEach
    void back_to_the_real_day() {
        today.pretend(null);
    }

    private static String sale(String from, String to, String amount, String on) {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"amount\":\"" + amount + "\",\"tranche\":\"reduced\",\"tradeDate\":\"" + on + "\",\"effectiveDate\":\"" + on + "\"}";
    }

    private void approved(String kind, String payload) {
        Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    /** What adjustments make due by lender, all of them together; the export agrees with its independent recomputation. */
    private Map<String, BigDecimal> adjusted() throws Exception {
        JsonNode export = json.readTree(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/export").asByteArray());
        assertThat(Agreement.of(export)).isPositive();
        Map<String, BigDecimal> adjusted = new TreeMap<>();
        export.get("adjustments").forEach(each -> adjusted.merge(each.get("lender").asText(),
                new BigDecimal(each.get("due").asText()).subtract(new BigDecimal(each.get("before").asText())), BigDecimal::add));
        adjusted.values().removeIf(amount -> amount.signum() == 0);
        return adjusted;
    }

    @Test
    void a_day_count_changed_after_the_booking_reaches_no_lender_through_anothers_transfer() throws Exception {
        approved("payment.book", BOOKED);
        approved("deal.term", THIRTY_DAYS);
        assertThat(adjusted()).isEmpty();
        approved("register.transfer", ONE_CENT);
        assertThat(adjusted()).as("a cent bears none in 26 days").isEmpty();
    }

    @Test
    void nor_does_a_changed_rule_for_whose_the_interest_of_the_running_period_is() throws Exception {
        approved("payment.book", BOOKED);
        approved("deal.term", TO_HOLDER);
        approved("register.transfer", ONE_CENT);
        assertThat(adjusted()).isEmpty();
    }

    @Test
    void what_is_due_does_not_depend_on_whether_the_term_or_the_transfer_became_known_first() throws Exception {
        String found = sale("petropavlovsk", "lansdowne-equity-lp", "3,000,000.00", "2010-08-15");
        approved("payment.book", BOOKED);
        approved("deal.term", THIRTY_DAYS);
        approved("deal.term", TO_HOLDER);
        approved("register.transfer", found);
        Map<String, BigDecimal> termFirst = adjusted();
        // 3,000,000.00 × 10 % × 26/365
        assertThat(termFirst).containsOnlyKeys("petropavlovsk", "lansdowne-equity-lp");
        assertThat(termFirst.get("lansdowne-equity-lp")).isCloseTo(new BigDecimal("21369.86"), org.assertj.core.data.Offset.offset(new BigDecimal("0.01")));

        newDeal();
        approved("payment.book", BOOKED);
        approved("register.transfer", found);
        assertThat(adjusted()).isEqualTo(termFirst);
        approved("deal.term", TO_HOLDER);
        approved("deal.term", THIRTY_DAYS);
        assertThat(adjusted()).isEqualTo(termFirst);
        approved("register.transfer", ONE_CENT);
        assertThat(adjusted()).isEqualTo(termFirst);
    }

    @Test
    void what_is_open_follows_the_terms_as_they_are_now_and_so_does_what_is_booked_again() throws Exception {
        approved("payment.book", BOOKED);
        approved("deal.term", THIRTY_DAYS);
        approved("payment.correct", "{\"payment\":3,\"notPaid\":true,\"components\":[\"reduced-principal\"]}");
        approved("payment.book", BOOKED);
        approved("register.transfer", sale("petropavlovsk", "lansdowne-equity-lp", "3,000,000.00", "2010-08-15"));
        // 3,000,000.00 × 10 % × 25/360
        assertThat(adjusted().get("lansdowne-equity-lp")).isCloseTo(new BigDecimal("20833.33"), org.assertj.core.data.Offset.offset(new BigDecimal("0.01")));
    }
}
