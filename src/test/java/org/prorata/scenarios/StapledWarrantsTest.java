package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.SampleDeal;
import org.prorata.web.Today;

/** Warrants of the real deal, stapled to its loan, through transfers that meet on one day. */
@QuarkusTest
class StapledWarrantsTest {

    private static final String DAY = "2010-09-01";

    @Inject Desk desk;
    @Inject SampleDeal sample;
    @Inject Today today;
    @Inject ObjectMapper json;

    private final Set<String> entered = new HashSet<>();
    private Staffed deal;

    @BeforeEach
    void a_deal_of_its_own() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro(text -> text.replaceFirst("(?m)^  stapled:(\\n    .*)*", "  stapled: {value: true, provenance: entered}"));
        assertThat(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/warrants?on=" + DAY).<Boolean>path("warrants.stapled")).isTrue();
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private void approved(String kind, String payload) {
        Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    private void sells(String from, String to, String amount) {
        approved("register.transfer", "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"," + (entered.add(to) && to.startsWith("new") ? "\"toName\":\"Fund " + to + "\"," : "")
                + (amount == null ? "\"whole\":true" : "\"amount\":\"" + amount + "\"") + ",\"tranche\":\"reduced\",\"tradeDate\":\"" + DAY + "\",\"effectiveDate\":\"" + DAY + "\"}");
    }

    /** By lender, from the day of the transfers on. */
    private Map<String, String> warrants(String slug) throws Exception {
        Response export = deal.first().asks().get("/api/v1/deals/" + slug + "/export");
        String line = "components.find { it.component == 'warrants' && it.day == '" + DAY + "' }.slices.";
        List<String> lenders = export.path(line + "lender");
        List<String> held = export.path(line + "slice");
        Map<String, String> warrants = new LinkedHashMap<>();
        for (int i = 0; i < lenders.size(); i++) {
            warrants.put(lenders.get(i), held.get(i));
        }
        assertThat(held.stream().mapToLong(Long::parseLong).sum()).isEqualTo(30_000_000);
        assertThat(Agreement.of(json.readTree(export.asString()))).as("slices recomputed from the export alone").isPositive();
        return warrants;
    }

    @Test
    void a_transfer_takes_from_its_seller_and_from_no_third_lender_of_the_same_day() throws Exception {
        approved("register.exchange", "{\"lender\":\"blackrock\",\"amount\":\"2,500,000.00\",\"on\":\"2010-08-01\"}");
        sells("blackrock", "newb", "1,000,000.00");
        // 1.0 of the 2.5 million that it has left: 40 % of its 5,000,000 warrants
        assertThat(warrants(deal.slug())).containsEntry("blackrock", "3000000").containsEntry("newb", "2000000");
        sells("endeavour", "newd", "1,000,000.00");
        assertThat(warrants(deal.slug())).containsEntry("blackrock", "3000000").containsEntry("newb", "2000000")
                .containsEntry("endeavour", "4000000").containsEntry("newd", "1000000").containsEntry("petropavlovsk", "10000000");
        sells("newb", "endeavour", "500,000.00");
        assertThat(warrants(deal.slug())).containsEntry("newb", "1000000").containsEntry("endeavour", "5000000").containsEntry("newd", "1000000");
        sells("blackrock", "newd", null);
        assertThat(warrants(deal.slug())).containsEntry("blackrock", "0").containsEntry("newd", "4000000").containsEntry("endeavour", "5000000");
        String page = deal.endeavour().asks().get("/deals/" + deal.slug() + "/warrants/slice?on=" + DAY).asString();
        assertThat(page).as("how it came about").contains("as held from 1 September 2010 on", "Own warrants after the transfers of 1 September 2010");
    }

    @Test
    void a_preview_tells_of_warrants_that_move_and_of_no_growth_of_others() {
        String sale = deal.proposed("register.transfer", "{\"from\":\"endeavour\",\"to\":\"blackrock\",\"whole\":true,\"tranche\":\"reduced\",\"tradeDate\":\"2010-09-01\",\"effectiveDate\":\"2010-09-01\"}");
        Response proposal = deal.second().asks().get("/api/v1/approvals/" + sale);
        assertThat(proposal.<List<?>>path("comparison.raised.findAll { it.unit == 'warrants' }")).as("the agent's own ten million stay what they were").isEmpty();
        int column = proposal.<List<String>>path("comparison.columns.title").indexOf("From 2010-09-01");
        assertThat(proposal.<List<String>>path("comparison.lines.find { it.lender == 'Petropavlovsk PLC' }.before").get(column)).isEqualTo("10,000,000");
        assertThat(proposal.<List<String>>path("comparison.lines.find { it.lender == 'Endeavour Financial Corporation' }.after").get(column)).isEqualTo("0");
    }

    @Test
    void a_move_of_shares_is_followed_from_each_seller_to_its_buyer() throws Exception {
        approved("register.exchange", "{\"lender\":\"blackrock\",\"amount\":\"2,500,000.00\",\"on\":\"2010-08-01\"}");
        // in register order the buyer first in it buys from the first seller: the first Lansdowne fund from Endeavour, the second from BlackRock
        approved("register.move", """
                {"on":"2010-09-01","tranche":"reduced","unit":"amount","shares":[{"lender":"petropavlovsk","value":"10,000,000.00"},
                 {"lender":"lansdowne-equity-limited","value":"4,333,333.33"},{"lender":"lansdowne-equity-lp","value":"4,333,333.34"},{"lender":"lansdowne-strategic","value":"3,333,333.33"},
                 {"lender":"endeavour","value":"4,000,000.00"},{"lender":"blackrock","value":"1,500,000.00"}]}""");
        assertThat(warrants(deal.slug())).containsEntry("endeavour", "4000000").containsEntry("lansdowne-equity-limited", "4333333")
                .containsEntry("blackrock", "3000000").containsEntry("lansdowne-equity-lp", "5333334").containsEntry("lansdowne-strategic", "3333333");
    }

    @Test
    void a_corrected_transfer_keeps_its_place_and_the_exported_deal_has_the_same_holders() throws Exception {
        approved("register.exchange", "{\"lender\":\"blackrock\",\"amount\":\"2,500,000.00\",\"on\":\"2010-08-01\"}");
        sells("blackrock", "endeavour", "1,000,000.00");
        sells("endeavour", "newd", "3,000,000.00");
        // half of Endeavour's 6,000,000.00 and 7,000,000 warrants
        assertThat(warrants(deal.slug())).containsEntry("endeavour", "3500000").containsEntry("newd", "3500000");
        Number entry = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/register?on=" + DAY).path("entries.findAll { it.cause == 'transfer' && it.amount == '-1000000.00' }[0].seq");
        approved("register.correct", "{\"entry\":" + entry + ",\"amounts\":[{\"lender\":\"blackrock\",\"tranche\":\"reduced\",\"amount\":\"-500,000.00\"},"
                + "{\"lender\":\"endeavour\",\"tranche\":\"reduced\",\"amount\":\"250,000.00\"},{\"lender\":\"petropavlovsk\",\"tranche\":\"reduced\",\"amount\":\"250,000.00\"}]}");
        // a tenth of BlackRock's 5,000,000 to each; then 3,000,000.00 of Endeavour's 5,250,000.00 and 5,500,000: 3,142,857 1/7
        Map<String, String> corrected = warrants(deal.slug());
        assertThat(corrected).containsEntry("blackrock", "4000000").containsEntry("petropavlovsk", "10500000").containsEntry("endeavour", "2357143").containsEntry("newd", "3142857");
        String file = deal.first().asks().get("/deals/" + deal.slug() + "/term-sheet.yaml").then().statusCode(200).extract().asString();
        assertThat(warrants(sample.imported(file).slug())).as("imported again").isEqualTo(corrected);
    }
}
