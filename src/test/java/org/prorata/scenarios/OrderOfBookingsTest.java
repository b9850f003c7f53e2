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
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.SampleDeal;
import org.prorata.web.Today;

/** The same facts give the same figures, in whatever order payments became known (rules F5, F13). */
@QuarkusTest
class OrderOfBookingsTest {

    private static final String PRINCIPAL_OF = "{\"payment\":3,\"valueDate\":\"%s\",\"components\":[\"principal:a\"]}";

    @Inject Desk desk;
    @Inject SampleDeal sample;
    @Inject ObjectMapper json;
    @Inject Today today;

    private Staffed deal;

    @BeforeEach
    void on_the_day_of_the_payment() {
        today.pretend(LocalDate.of(2010, 4, 29));
        deal = desk.rusoro();
    }

    @AfterEach
    void back_to_the_real_day() {
        today.pretend(null);
    }

    private void approved(String kind, String payload) {
        Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    /** Beta sold all to gamma on 1 March, and the period's interest is booked as if the principal were to be paid on 29 April. */
    private void aDealWhoseInterestIsBooked() {
        SampleDeal.Imported made = sample.imported(MadeUpDeal.text(false, "split"));
        deal = new Staffed(made.id(), made.slug(), deal.first(), deal.second(), null);
        approved("register.move", "{\"on\":\"2010-03-01\",\"tranche\":\"a\",\"unit\":\"percent\",\"shares\":[" + MadeUpDeal.LENDERS.stream().map(lender -> "{\"lender\":\"" + lender
                + "\",\"value\":\"" + (lender.equals("beta") ? 0 : lender.equals("gamma") ? 20 : 10) + "\"}").collect(Collectors.joining(",")) + "]}");
        approved("payment.book", "{\"payment\":3,\"valueDate\":\"2010-04-29\",\"components\":[\"interest-a\"]}");
    }

    private Map<String, BigDecimal> adjusted() throws Exception {
        Map<String, BigDecimal> adjusted = new TreeMap<>();
        JsonNode export = json.readTree(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/export").asByteArray());
        Agreement.of(export);
        export.get("adjustments").forEach(each -> adjusted.merge(each.get("component").asText() + " " + each.get("lender").asText(),
                new BigDecimal(each.get("due").asText()).subtract(new BigDecimal(each.get("before").asText())), BigDecimal::add));
        return adjusted;
    }

    /** Principal that left early bears interest for fewer days, also in interest that was booked before one knew: whether it was booked so at once or put right later. */
    @Test
    void what_is_due_does_not_depend_on_the_order_in_which_payments_became_known() throws Exception {
        aDealWhoseInterestIsBooked();
        approved("payment.book", PRINCIPAL_OF.formatted("2010-03-04"));
        Map<String, BigDecimal> atOnce = adjusted();
        assertThat(atOnce.get("interest-a beta")).as("beta's days before the principal left count for more").isPositive();
        assertThat(atOnce.get("interest-a gamma")).as("gamma bought and held less for most of the period").isNegative();

        aDealWhoseInterestIsBooked();
        approved("payment.book", PRINCIPAL_OF.formatted("2010-04-29"));
        assertThat(adjusted()).as("paid as was expected").isEmpty();
        approved("payment.correct", PRINCIPAL_OF.formatted("2010-03-04"));
        assertThat(adjusted()).isEqualTo(atOnce);
    }
}
