package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.SampleDeal;
import org.prorata.web.Today;

/** A deal with a history, exported as a term-sheet file and imported again, has the same figures to the cent and to the fraction. */
@QuarkusTest
class ExportedDealTest {

    @Inject Desk desk;
    @Inject SampleDeal sample;
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

    @Test
    void an_exported_deal_imports_to_the_same_figures() throws Exception {
        Desk.Staffed deal = desk.rusoro();
        approve(deal, "payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"999,999.98\"}");
        approve(deal, "payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\"}");
        approve(deal, "register.move", """
                {"on":"2010-08-31","unit":"amount","tranche":"reduced","shares":[{"lender":"petropavlovsk","value":"9,999,999.99"},
                 {"lender":"lansdowne-equity-limited","value":"3333333.33"},{"lender":"lansdowne-equity-lp","value":"3333333.34"},
                 {"lender":"lansdowne-strategic","value":"3333333.33"},{"lender":"endeavour","value":"2000000.00"},{"lender":"blackrock","value":"5000000.00"},
                 {"lender":"new-fund","name":"New Fund L.P.","value":"3000000.01"}]}""");
        String file = deal.first().asks().get("/deals/" + deal.slug() + "/term-sheet.yaml").then().statusCode(200).extract().asString();
        SampleDeal.Imported again = sample.imported(file);
        assertThat(slices(deal, again.slug())).isEqualTo(slices(deal, deal.slug()));
    }

    @Test
    void a_file_of_an_earlier_instant_is_of_what_was_known_then_to_the_byte() throws Exception {
        Desk.Staffed deal = desk.rusoro();
        String page = "/deals/" + deal.slug() + "/term-sheet.yaml";
        Map<String, String> then = new LinkedHashMap<>();
        then.put(known(deal), file(deal, page));
        approve(deal, "payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"1,000.00\"}");
        then.put(known(deal), file(deal, page));
        approve(deal, "payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\"}");
        then.put(known(deal), file(deal, page));
        approve(deal, "lender.details", "{\"lender\":\"endeavour\",\"name\":\"Endeavour Renamed\",\"published\":true}");
        then.put(known(deal), file(deal, page));
        approve(deal, "register.transfer", "{\"from\":\"endeavour\",\"to\":\"new-fund\",\"toName\":\"New Fund L.P.\",\"whole\":true,\"tradeDate\":\"2010-06-09\",\"effectiveDate\":\"2010-06-10\"}");
        then.put(known(deal), file(deal, page));
        approve(deal, "payment.correct", "{\"payment\":1,\"notPaid\":true}");
        then.put(known(deal), file(deal, page));
        approve(deal, "deal.standing", "{\"signatures\":[{\"id\":\"endeavour\",\"on\":\"2010-06-10\"}]}");

        then.forEach((known, file) -> {
            assertThat(file(deal, page + "?known=" + known)).as(known).isEqualTo(file);
            assertThat(file(deal, "/api/v1" + page + "?known=" + known)).as(known).isEqualTo(file);
        });
        assertThat(file(deal, "/api/v1" + page)).isEqualTo(file(deal, page));
        assertThat(List.copyOf(then.values())).as("each change is in the files from then on").doesNotHaveDuplicates().doesNotContain(file(deal, page));

        String known = List.copyOf(then.keySet()).get(2);
        SampleDeal.Imported again = sample.imported(List.copyOf(then.values()).get(2));
        assertThat(slices(deal, again.slug())).isEqualTo(slices(deal, deal.slug() + "/export?known=" + known));
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "?known=" + known).asString()).as("the terms of then lead to the file of then").contains("/term-sheet.yaml?on=2010-06-10&amp;known=");

        for (String base : List.of("", "/api/v1")) {
            deal.first().asks().get(base + page + "?known=2999-01-01T00:00:00Z").then().statusCode(400);
            deal.first().asks().get(base + page + "?known=soon").then().statusCode(400);
            deal.first().asks().get(base + page + "?known=2001-01-01T00:00:00Z").then().statusCode(404);
            deal.endeavour().asks().get(base + page + "?known=" + known).then().statusCode(404);
        }
    }

    private static String file(Desk.Staffed deal, String path) {
        return deal.first().asks().get(path).then().statusCode(200).extract().asString();
    }

    private static String known(Desk.Staffed deal) {
        return deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/export").path("known");
    }

    private void approve(Desk.Staffed deal, String kind, String payload) {
        Desk.Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    private Map<String, String> slices(Desk.Staffed deal, String slug) throws Exception {
        JsonNode export = json.readTree(deal.first().asks().get("/api/v1/deals/" + (slug.contains("/") ? slug : slug + "/export")).then().statusCode(200).extract().asString());
        Map<String, String> slices = new LinkedHashMap<>();
        for (JsonNode component : export.get("components")) {
            for (JsonNode slice : component.get("slices")) {
                if (!slice.get("slice").asText().matches("0(\\.00)?")) {
                    slices.put(Recomputation.key(component) + " " + slice.get("lender").asText(), slice.get("slice").asText() + " of " + component.get("total").asText()
                            + (component.get("booked").asBoolean() ? "" : " carry " + slice.get("carry").asText()) + " exact " + slice.get("exact").asText());
                }
            }
        }
        return slices;
    }
}
