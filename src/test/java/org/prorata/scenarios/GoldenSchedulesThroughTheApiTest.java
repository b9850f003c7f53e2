package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.prorata.identity.Accounts;
import org.prorata.identity.Visitor;

/** The golden schedules as term sheets: imported through the API, every period comes back with QuantLib's dates, days and cents. */
@QuarkusTest
class GoldenSchedulesThroughTheApiTest {

    private static final Map<String, String> FREQUENCIES = Map.of("P1M", "monthly", "P3M", "quarterly", "P6M", "half-yearly", "P12M", "yearly");

    @Inject Accounts accounts;
    @Inject ObjectMapper json;

    private static String termSheet(JsonNode schedule, String slug) {
        String principal = new BigDecimal(schedule.get("principal_cents").asText()).movePointLeft(2).toPlainString();
        String rate = new BigDecimal(schedule.get("rate_bp").asText()).movePointLeft(2).toPlainString();
        return """
                format: prorata/term-sheet/1
                deal:
                  slug: %s
                  title: A bullet of the golden file
                  currency: USD
                  zone: Europe/London
                parties:
                  - {role: borrower, name: Bullet Borrower Limited}
                  - {role: agent, name: Bullet Agent Limited}
                tranches:
                  - id: bullet
                    name: Bullet
                    principal: %s
                    repayments:
                      - {due: %s, amount: %s}
                interest:
                  - id: interest
                    name: Interest
                    tranche: bullet
                    day-count: %s
                    accrues-from: %s
                    rates:
                      - {from: %s, percent: %s}
                    dates: {every: %s, until: %s}
                business-days:
                  calendars: [%s]
                  convention: %s
                  interest-dates-adjusted: %s
                lenders:
                  - {id: alone, name: Alone Limited}
                  - {id: other, name: Other Limited}
                opening:
                  on: %s
                  amounts:
                    alone: %s
                    other: 0.01
                """.formatted(slug, principal, schedule.get("maturity").asText(), principal, schedule.get("day_count").asText(), schedule.get("start").asText(),
                schedule.get("start").asText(), rate, FREQUENCIES.get(schedule.get("frequency").asText()), schedule.get("maturity").asText(),
                schedule.get("calendar").asText(), schedule.get("convention").asText(), schedule.get("adjust_interest").asBoolean() ? "yes" : "no",
                schedule.get("start").asText(), new BigDecimal(principal).subtract(new BigDecimal("0.01")).toPlainString());
    }

    @Test
    void every_period_comes_back_with_its_dates_days_and_cents() throws Exception {
        String login = "golden-" + UUID.randomUUID();
        accounts.grantAgent(accounts.create(login, "Agent", Visitor.PASSWORD));
        Visitor agent = Visitor.signsIn(login);
        int periods = 0;
        for (JsonNode schedule : json.readTree(GoldenSchedulesThroughTheApiTest.class.getResourceAsStream("/golden/schedules.json"))) {
            String slug = "golden-" + UUID.randomUUID().toString().substring(0, 8);
            agent.sends().contentType("text/plain").body(termSheet(schedule, slug)).post("/api/v1/deals").then().log().ifValidationFails().statusCode(201);
            JsonNode export = json.readTree(agent.asks().get("/api/v1/deals/" + slug + "/export").asString());
            List<List<String>> found = new ArrayList<>();
            export.get("components").forEach(c -> {
                if (c.get("component").asText().equals("interest")) {
                    found.add(List.of(c.get("periodStart").asText(), c.get("periodEnd").asText(), c.get("due").asText(), c.get("cashDue").asText(),
                            c.get("stretches").get(0).get("days").asText(), c.get("total").asText()));
                }
            });
            List<List<String>> expected = new ArrayList<>();
            schedule.get("periods").forEach(p -> expected.add(List.of(p.get("start").asText(), p.get("end").asText(), p.get("unadjusted").asText(), p.get("pay").asText(),
                    p.get("days").asText(), new BigDecimal(p.get("interest_cents").asText()).movePointLeft(2).toPlainString())));
            assertThat(found).as(schedule.toString().substring(0, 200)).isEqualTo(expected);
            periods += found.size();
        }
        assertThat(periods).isEqualTo(234);
    }
}
