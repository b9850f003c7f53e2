package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.SampleDeal;
import org.prorata.deal.DealFile;
import org.prorata.deal.SampleDeals;
import org.prorata.deal.TermSheetWriter;
import org.prorata.identity.Accounts;
import org.prorata.identity.Visitor;
import org.prorata.web.Today;

/** Every slice of every lender, recomputed from the agent's JSON alone by a program that shares nothing with the portal. */
@QuarkusTest
class RecomputedIndependentlyTest {

    private static final long SEED = 20100610L;

    @Inject Desk desk;
    @Inject SampleDeal sample;
    @Inject Accounts accounts;
    @Inject ObjectMapper json;
    @Inject Today today;

    @BeforeEach
    void while_the_deal_has_not_lapsed() {
        today.pretend(LocalDate.of(2010, 6, 10));
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private JsonNode export(Visitor agent, String slug) throws Exception {
        return json.readTree(agent.asks().get("/api/v1/deals/" + slug + "/export").then().statusCode(200).extract().asString());
    }

    private Visitor agent() {
        String login = "recompute-" + UUID.randomUUID();
        accounts.grantAgent(accounts.create(login, "Agent", Visitor.PASSWORD));
        return Visitor.signsIn(login);
    }

    @Test
    void the_real_deal_agrees_before_and_after_transfers_in_the_middle_of_periods_an_entered_amount_and_a_booking() throws Exception {
        Desk.Staffed deal = desk.rusoro();
        assertThat(Agreement.of(export(deal.first(), deal.slug()))).isEqualTo(54);
        approve(deal, "payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"1,234,567.89\"}");
        approve(deal, "payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\"}");
        Random random = new Random(SEED);
        System.out.println("seed " + SEED);
        for (String on : new String[] {"2010-06-25", "2010-08-31", "2010-12-10", "2011-01-31"}) {
            approve(deal, "register.move", randomShares(deal, on, random));
            assertThat(Agreement.of(export(deal.first(), deal.slug()))).isEqualTo(60);
        }
        approve(deal, "register.transfer", "{\"from\":\"petropavlovsk\",\"to\":\"blackrock\",\"whole\":true,\"tradeDate\":\"2011-02-10\",\"effectiveDate\":\"2011-02-15\"}");
        assertThat(Agreement.of(export(deal.first(), deal.slug()))).isEqualTo(60);
        approve(deal, "register.exchange", "{\"lender\":\"blackrock\",\"amount\":\"1,234,567.89\",\"on\":\"2011-03-01\"}");
        JsonNode exchanged = export(deal.first(), deal.slug());
        assertThat(Agreement.of(exchanged)).isEqualTo(60);
        assertThat(totals(exchanged)).as("30,000,000.00 less what was exchanged").contains("28765432.11");
        approve(deal, "deal.term", "{\"field\":\"interest.reduced-principal.day-count\",\"value\":\"30/360\"}");
        assertThat(Agreement.of(export(deal.first(), deal.slug()))).isEqualTo(60);
        JsonNode split = export(deal.first(), deal.slug());
        approve(deal, "deal.term", "{\"field\":\"transfers.interest\",\"value\":\"holder\"}");
        JsonNode toHolder = export(deal.first(), deal.slug());
        assertThat(Agreement.of(toHolder)).isEqualTo(60);
        assertThat(totals(toHolder)).as("what the borrower owes").isEqualTo(totals(split));
        assertThat(toHolder.get("components")).isNotEqualTo(split.get("components"));
    }

    private static List<String> totals(JsonNode export) {
        return export.get("components").findValuesAsText("total");
    }

    private void approve(Desk.Staffed deal, String kind, String payload) {
        Desk.Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    /** Everybody's share of that day thrown together and dealt out anew. */
    private String randomShares(Desk.Staffed deal, String on, Random random) throws Exception {
        JsonNode export = export(deal.first(), deal.slug());
        BigInteger total = BigInteger.ZERO;
        for (JsonNode tranche : export.get("tranches")) {
            String id = tranche.get("tranche").asText();
            BigInteger left = new BigDecimal(tranche.get("principal").asText()).movePointRight(2).toBigIntegerExact();
            for (JsonNode component : export.get("components")) {
                if (component.get("component").asText().equals("principal:" + id) && component.get("day").asText().compareTo(on) < 0) {
                    left = left.subtract(new BigDecimal(component.get("total").asText()).movePointRight(2).toBigIntegerExact());
                }
            }
            total = total.add(left);
        }
        StringBuilder shares = new StringBuilder();
        BigInteger left = total;
        int last = export.get("lenders").size() - 1;
        for (int i = 0; i <= last; i++) {
            BigInteger part = i == last ? left : new BigInteger(total.bitLength(), random).mod(left.divide(BigInteger.TWO).add(BigInteger.ONE));
            left = left.subtract(part);
            shares.append(i == 0 ? "" : ",").append("{\"lender\":\"").append(export.get("lenders").get(i).get("lender").asText()).append("\",\"value\":\"")
                    .append(new BigDecimal(part, 2).toPlainString()).append("\"}");
        }
        return "{\"on\":\"" + on + "\",\"unit\":\"amount\",\"shares\":[" + shares + "]}";
    }

    @Test
    void deals_made_up_by_chance_agree_whatever_their_terms() throws Exception {
        Visitor agent = agent();
        int compared = 0;
        System.out.println("seed " + SEED);
        for (int i = 0; i < 40; i++) {
            DealFile file = SampleDeals.random(SEED + i);
            DealFile nothingPaid = new DealFile(file.terms(), file.lenders(), file.opening(), file.movements(), List.of());
            SampleDeal.Imported deal = sample.imported(TermSheetWriter.write(nothingPaid));
            compared += Agreement.of(export(agent, deal.slug()));
        }
        assertThat(compared).isGreaterThan(1_000);
    }
}
