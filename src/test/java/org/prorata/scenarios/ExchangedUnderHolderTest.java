package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.web.Today;

/** A deal that gives the interest of a running period to the holder means transfers: an exchange into shares has no buyer, and leaves its interest until then. */
@QuarkusTest
class ExchangedUnderHolderTest {

    private static final Offset<BigDecimal> ONE_CENT = Offset.offset(new BigDecimal("0.01"));

    @Inject Desk desk;
    @Inject ObjectMapper json;
    @Inject Today today;

    private Staffed deal;

    @BeforeEach
    void a_deal_that_gives_the_period_to_the_holder() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
        approved("deal.term", "{\"field\":\"transfers.interest\",\"value\":\"holder\"}");
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private void approved(String kind, String payload) {
        Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    private void exchanges(String lender, String amount, String on) {
        approved("register.exchange", "{\"lender\":\"" + lender + "\"," + (amount == null ? "\"whole\":true" : "\"amount\":\"" + amount + "\"") + ",\"on\":\"" + on + "\"}");
    }

    /** Of the quarter from 10 September to 10 December 2010, by lender; agrees with its independent recomputation. */
    private Map<String, BigDecimal> quarter() throws Exception {
        JsonNode export = json.readTree(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/export").asByteArray());
        assertThat(Agreement.of(export)).isPositive();
        Map<String, BigDecimal> slices = new LinkedHashMap<>();
        for (JsonNode component : export.get("components")) {
            if (component.path("payment").asInt() == 4 && component.get("component").asText().equals("reduced-principal")) {
                component.get("slices").forEach(slice -> slices.put(slice.get("lender").asText(), new BigDecimal(slice.get("slice").asText())));
                assertThat(slices.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(component.get("total").asText());
            }
        }
        return slices;
    }

    /** At 10 % for so many days of 365. */
    private static BigDecimal interest(long principal, int days) {
        return new BigDecimal(principal).multiply(BigDecimal.valueOf(days)).divide(new BigDecimal(3650), 2, RoundingMode.HALF_UP);
    }

    @Test
    void who_exchanges_all_the_day_before_the_payment_has_the_interest_until_then_and_nobody_else_moves() throws Exception {
        Map<String, BigDecimal> before = quarter();
        exchanges("petropavlovsk", null, "2010-12-09");
        Map<String, BigDecimal> after = quarter();
        assertThat(after.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("745205.48");
        assertThat(after.remove("petropavlovsk")).isCloseTo(interest(10_000_000, 90), ONE_CENT);
        after.forEach((lender, slice) -> assertThat(slice).as(lender).isCloseTo(before.get(lender), ONE_CENT));
    }

    @Test
    void a_buyer_still_has_all_of_the_period_also_of_what_it_then_exchanges() throws Exception {
        Map<String, BigDecimal> before = quarter();
        approved("register.transfer", "{\"from\":\"endeavour\",\"to\":\"blackrock\",\"whole\":true,\"tranche\":\"reduced\",\"tradeDate\":\"2010-10-01\",\"effectiveDate\":\"2010-10-01\"}");
        exchanges("blackrock", "2,000,000.00", "2010-11-01");
        exchanges("blackrock", "1,000,000.00", "2010-12-10");
        exchanges("petropavlovsk", "5,000,000.00", "2010-09-10");
        Map<String, BigDecimal> after = quarter();
        assertThat(after.get("endeavour")).isZero();
        // 8,000,000.00 for all 91 days, since what leaves on the last day bore until then, and 2,000,000.00 for 52
        assertThat(after.get("blackrock")).isCloseTo(interest(8_000_000, 91).add(interest(2_000_000, 52)), ONE_CENT);
        assertThat(after.get("petropavlovsk")).as("what left on the first day bears none").isCloseTo(interest(5_000_000, 91), ONE_CENT);
        for (String third : List.of("lansdowne-equity-limited", "lansdowne-equity-lp", "lansdowne-strategic")) {
            assertThat(after.get(third)).as(third).isCloseTo(before.get(third), ONE_CENT);
        }
    }

    @Test
    void where_all_was_exchanged_one_after_the_other_each_has_the_days_until_its_own() throws Exception {
        List<String> others = List.of("lansdowne-equity-limited", "lansdowne-equity-lp", "lansdowne-strategic", "endeavour", "blackrock");
        approved("bundle", others.stream().map(lender -> "{\"kind\":\"register.exchange\",\"payload\":{\"lender\":\"" + lender + "\",\"whole\":true,\"on\":\"2010-10-01\"}}")
                .collect(Collectors.joining(",", "{\"changes\":[", "]}")));
        exchanges("petropavlovsk", null, "2010-11-01");
        Map<String, BigDecimal> after = quarter();
        assertThat(after.get("petropavlovsk")).isCloseTo(interest(10_000_000, 52), ONE_CENT);
        assertThat(after.get("endeavour")).isCloseTo(interest(5_000_000, 21), ONE_CENT);
    }

    @Test
    void what_has_accrued_and_the_explanation_say_the_same() {
        exchanges("endeavour", null, "2010-10-01");
        Response allocation = deal.endeavour().asks().get("/api/v1/deals/" + deal.slug() + "/allocation?on=2010-10-21");
        String accrued = "interest.find { it.term == 'reduced-principal' }.accrued.";
        // 30,000,000.00 for 21 days and 25,000,000.00 for 20; its own 5,000,000.00 for 21
        assertThat(allocation.<String>path(accrued + "deal")).isEqualTo("309589.04");
        assertThat(allocation.<String>path(accrued + "own")).isEqualTo(interest(5_000_000, 21).toPlainString());
        String slice = "/deals/" + deal.slug() + "/payments/4/slices/reduced-principal";
        Response told = deal.endeavour().asks().get("/api/v1" + slice);
        assertThat(told.<String>path("total.toHolderOn")).isEqualTo("2010-12-10");
        assertThat(told.<List<String>>path("total.factors.from")).containsExactly("2010-09-10", "2010-10-01");
        // 21 and 70 days are as 3 and 10
        assertThat(told.<List<String>>path("total.factors.factor")).containsExactly("3", "10");
        assertThat(told.<List<String>>path("slices[0].positions.position")).containsExactly("500000000", "0");
        assertThat(told.<String>path("slices[0].weight")).isEqualTo("1500000000");
        assertThat(deal.endeavour().asks().get(slice).asString()).contains("just before the payment of 10 December 2010", "until the day of its exchange");
    }
}
