package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.identity.Visitor;
import org.prorata.web.Today;

/** What was shown stays shown: every table, spreadsheet and resource, asked for with the instant of then, gives the bytes of then, whatever was put right since (rules F13, F14). */
@QuarkusTest
class ShownAgainByteForByteTest {

    /** A shown thing depends on the deal and on both dates alone; statuses depend on today too (rule F16), which therefore stands still here. */
    private static final LocalDate TODAY = LocalDate.of(2011, 3, 15);

    private static final List<String> BOTH = List.of("/api/v1/deals/%s/positions", "/api/v1/deals/%s/register", "/api/v1/deals/%s/payments", "/api/v1/deals/%s/payments/2",
            "/api/v1/deals/%s/payments/1/slices", "/api/v1/deals/%s/payments/2/slices", "/api/v1/deals/%s/payments/3/slices/reduced-principal",
            "/api/v1/deals/%s/payments/6/slices/reduced-principal", "/api/v1/deals/%s/warrants", "/api/v1/deals/%s/warrants/slices", "/api/v1/deals/%s/history", "/api/v1/deals/%s/adjustments", "/api/v1/deals/%s/terms",
            "/deals/%s/register/entries.csv", "/deals/%s/register/entries.xlsx", "/deals/%s/register/positions.csv", "/deals/%s/register/positions.xlsx", "/deals/%s/adjustments.csv",
            "/deals/%s/adjustments.xlsx");
    private static final List<String> AGENTS = List.of("/api/v1/deals/%s/export", "/api/v1/deals/%s/matrix", "/deals/%s/matrix.csv", "/deals/%s/matrix.xlsx",
            "/deals/%s/term-sheet.yaml", "/api/v1/deals/%s/term-sheet.yaml");
    private static final List<String> LENDERS = List.of("/api/v1/deals/%s/allocation", "/deals/%s/allocation.csv", "/deals/%s/allocation.xlsx");

    private record Shown(Visitor to, byte[] bytes) {}

    @Inject Desk desk;
    @Inject ObjectMapper json;
    @Inject Today today;

    private final Map<String, Shown> shown = new LinkedHashMap<>();
    private Staffed deal;
    private int looks;

    @BeforeEach
    void a_deal_in_force() {
        today.pretend(TODAY);
        deal = desk.rusoro();
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private void approved(String kind, String payload) throws Exception {
        Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
        looks();
    }

    /** At what is known now, on days before, between and after what was booked and is to come. */
    private void looks() throws Exception {
        String known = json.readTree(bytes(deal.first(), "/api/v1/deals/" + deal.slug() + "/export")).get("known").asText();
        for (String on : looks++ % 2 == 0 ? List.of("2010-06-10", "2011-06-30") : List.of("2010-07-12", "2010-09-10")) {
            String at = "?on=" + on + "&known=" + known;
            addresses(BOTH, AGENTS).forEach(address -> shown.put(address + at, new Shown(deal.first(), bytes(deal.first(), address + at))));
            addresses(BOTH, LENDERS).forEach(address -> shown.put("Endeavour's " + address + at, new Shown(deal.endeavour(), bytes(deal.endeavour(), address + at))));
        }
    }

    private List<String> addresses(List<String> some, List<String> others) {
        List<String> addresses = new ArrayList<>(some);
        addresses.addAll(others);
        return addresses.stream().map(address -> address.formatted(deal.slug())).toList();
    }

    private static byte[] bytes(Visitor who, String address) {
        Response answer = who.asks().get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.asByteArray();
    }

    /** One character a byte, so that a difference can be read. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String shares(String on, String endeavour, String blackrock, String newcomer) {
        return """
                {%s"unit":"amount","shares":[{"lender":"petropavlovsk","value":"20000000.00"},{"lender":"lansdowne-equity-limited","value":"6666666.67"},
                 {"lender":"lansdowne-equity-lp","value":"6666666.67"},{"lender":"lansdowne-strategic","value":"6666666.66"},{"lender":"endeavour","value":"%s"},
                 {"lender":"blackrock","value":"%s"}%s]}""".formatted(on == null ? "" : "\"on\":\"" + on + "\",", endeavour, blackrock, newcomer);
    }

    private long exchange() throws Exception {
        for (JsonNode each : json.readTree(bytes(deal.first(), "/api/v1/deals/" + deal.slug() + "/register?on=2010-07-01")).get("entries")) {
            if (each.get("cause").asText().equals("exchange")) {
                return each.get("seq").asLong();
            }
        }
        throw new AssertionError("nothing was exchanged");
    }

    @Test
    void every_file_and_resource_of_every_instant_is_the_same_to_the_byte_after_all_corrections() throws Exception {
        String allSign = List.of("agent", "lansdowne-equity-limited", "lansdowne-equity-lp", "lansdowne-strategic", "endeavour", "blackrock", "rusoro").stream()
                .map(id -> "{\"id\":\"" + id + "\",\"on\":\"2010-06-10\"}").reduce((a, b) -> a + "," + b).orElseThrow();
        looks();
        approved("deal.standing", "{\"signatures\":[" + allSign + "]}");
        approved("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"1,234,567.89\"}");
        approved("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\"}");
        approved("payment.book", "{\"payment\":2,\"valueDate\":\"2010-07-15\"}");
        approved("payment.book", "{\"payment\":3,\"valueDate\":\"2010-09-10\"}");
        approved("register.opening", shares(null, "9000000.00", "11000000.00", ""));
        approved("register.move", shares("2010-06-10", "9000000.00", "8000000.00", ",{\"lender\":\"new-fund\",\"name\":\"New Fund L.P.\",\"value\":\"3000000.00\"}"));
        JsonNode register = json.readTree(bytes(deal.first(), "/api/v1/deals/" + deal.slug() + "/register?on=2010-06-10"));
        long entry = -1;
        for (JsonNode each : register.get("entries")) {
            entry = each.get("cause").asText().equals("transfer") ? each.get("seq").asLong() : entry;
        }
        approved("register.correct", """
                {"entry":%d,"amounts":[{"lender":"blackrock","tranche":"reduced","amount":"-1000000.00"},{"lender":"new-fund","tranche":"reduced","amount":"1000000.00"}]}""".formatted(entry));
        approved("adjustment.settle", "{\"adjustment\":1,\"on\":\"2011-03-15\",\"how\":\"netted\"}");
        approved("adjustment.unsettle", "{\"adjustment\":1,\"lenders\":[\"endeavour\"]}");
        approved("register.exchange", "{\"lender\":\"endeavour\",\"amount\":\"2,000,000.00\",\"on\":\"2010-07-01\"}");
        approved("register.correct-exchange", "{\"entry\":" + exchange() + ",\"amount\":\"1,500,000.00\",\"on\":\"2010-07-02\"}");
        approved("payment.correct", "{\"payment\":2,\"valueDate\":\"2010-07-14\"}");
        approved("payment.correct", "{\"payment\":3,\"notPaid\":true}");
        approved("payment.book", "{\"payment\":3,\"valueDate\":\"2010-09-13\"}");
        assertThat(json.readTree(bytes(deal.first(), "/api/v1/deals/" + deal.slug() + "/export")).get("adjustments")).as("cash was paid that was not due").isNotEmpty();

        assertThat(shown).hasSizeGreaterThan(800);
        shown.forEach((address, then) -> assertThat(text(bytes(then.to(), address.replace("Endeavour's ", "")))).as(address).isEqualTo(text(then.bytes())));
        assertThat(shown.values().stream().map(each -> text(each.bytes())).distinct().count())
                .as("they do differ from one instant to another").isGreaterThan(shown.size() / 3);
    }
}
