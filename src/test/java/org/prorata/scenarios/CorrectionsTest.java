package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.SampleDeal;
import org.prorata.web.Today;

/** Rule F13: history is never rewritten, and what a correction costs is told to the cent. */
@QuarkusTest
class CorrectionsTest {

    private static final String FIRST_BOOKED = "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}";

    @Inject Desk desk;
    @Inject SampleDeal sample;
    @Inject ObjectMapper json;
    @Inject Today today;

    private Staffed deal;

    @BeforeEach
    void on_the_first_day() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
    }

    @AfterEach
    void back_to_the_real_day() {
        today.pretend(null);
    }

    private void approved(String kind, String payload) {
        Desk.Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    /** Endeavour's whole 10 million to BlackRock, from the day of the first payment on and before it. */
    private static String endeavourSellsAll(String on) {
        return """
                {"on":"%s","unit":"amount","shares":[{"lender":"petropavlovsk","value":"20000000.00"},{"lender":"lansdowne-equity-limited","value":"6666666.67"},
                 {"lender":"lansdowne-equity-lp","value":"6666666.67"},{"lender":"lansdowne-strategic","value":"6666666.66"},{"lender":"endeavour","value":"0"},
                 {"lender":"blackrock","value":"20000000.00"}]}""".formatted(on);
    }

    private JsonNode export(String query) throws Exception {
        return json.readTree(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/export" + query).then().statusCode(200).extract().asString());
    }

    /** What adjustments make due, by payment, component and lender. */
    private Map<String, BigDecimal> adjusted() throws Exception {
        Map<String, BigDecimal> adjusted = new TreeMap<>();
        for (JsonNode each : export("").get("adjustments")) {
            adjusted.merge(each.path("payment").asText("warrants") + " " + each.get("component").asText() + " " + each.get("lender").asText(),
                    new BigDecimal(each.get("due").asText()).subtract(new BigDecimal(each.get("before").asText())), BigDecimal::add);
        }
        adjusted.values().removeIf(amount -> amount.signum() == 0);
        return adjusted;
    }

    private static Map<String, BigDecimal> amounts(String... pairs) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            amounts.put(pairs[i], new BigDecimal(pairs[i + 1]));
        }
        return amounts;
    }

    private List<String> principalOf(String lender, String on) {
        Response positions = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/positions?on=" + on);
        assertThat(positions.<List<Boolean>>path("tranches.proven")).as("every tranche adds up").containsOnly(true);
        Map<String, String> held = positions.path("positions.find { it.lender == '" + lender + "' }.byTranche");
        return List.copyOf(held.values());
    }

    @Test
    void a_transfer_found_after_a_payment_was_booked_moves_the_register_and_leaves_what_was_paid() throws Exception {
        approved("payment.book", FIRST_BOOKED);
        approved("register.move", endeavourSellsAll("2010-06-10"));
        assertThat(principalOf("endeavour", "2010-06-10")).containsExactly("0.00", "0.00", "0.00");
        assertThat(principalOf("blackrock", "2010-06-10")).containsExactly("0.00", "4333333.34", "10000000.00");
        assertThat(adjusted()).as("cash that Endeavour got and BlackRock was due").isEqualTo(
                amounts("1 principal:first blackrock", "2833333.33", "1 principal:first endeavour", "-2833333.33"));
        Map<String, String> paid = new TreeMap<>();
        export("").get("components").get(0).get("slices").forEach(slice -> paid.put(slice.get("lender").asText(), slice.get("slice").asText()));
        assertThat(paid).as("what was paid stays as it was paid").containsEntry("endeavour", "2833333.33").containsEntry("blackrock", "2833333.33");
    }

    @Test
    void an_opening_that_leaves_a_holder_out_is_refused_by_its_name() {
        Response refused = deal.proposes(deal.first(), null, "register.opening", "{\"unit\":\"percent\",\"shares\":[{\"lender\":\"petropavlovsk\",\"value\":\"100\"}]}");
        refused.then().statusCode(422);
        assertThat(refused.<List<String>>path("problems.value")).containsExactly("lansdowne-equity-limited", "lansdowne-equity-lp", "lansdowne-strategic", "endeavour", "blackrock");
        assertThat(refused.<List<String>>path("problems.message")).allSatisfy(message -> assertThat(message).contains("name every holder"));
    }

    @Test
    void a_correction_taken_back_leaves_nothing_due() throws Exception {
        approved("payment.book", FIRST_BOOKED);
        approved("register.move", endeavourSellsAll("2010-06-10"));
        long entry = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/register").<List<Map<String, Object>>>path("entries").stream()
                .filter(each -> each.get("cause").equals("transfer")).mapToLong(each -> ((Number) each.get("seq")).longValue()).findFirst().orElseThrow();
        List<String> amounts = new ArrayList<>();
        for (String lender : List.of("endeavour", "blackrock")) {
            for (String tranche : List.of("first", "second", "reduced")) {
                amounts.add("{\"lender\":\"" + lender + "\",\"tranche\":\"" + tranche + "\",\"amount\":\"0\"}");
            }
        }
        approved("register.correct", "{\"entry\":" + entry + ",\"amounts\":[" + String.join(",", amounts) + "]}");
        assertThat(principalOf("endeavour", "2010-06-10")).containsExactly("0.00", "2166666.67", "5000000.00");
        assertThat(adjusted()).isEmpty();
        assertThat(export("").get("adjustments").size()).as("both adjustments stand in the history").isEqualTo(4);
        Response again = deal.proposes(deal.first(), null, "register.correct", "{\"entry\":" + entry + ",\"amounts\":[]}");
        again.then().statusCode(422);
        assertThat(again.<String>path("problems[0].message")).startsWith("is not a transfer that stands");
    }

    @Test
    void a_correction_that_does_not_add_up_to_zero_is_refused() {
        approved("register.move", endeavourSellsAll("2010-06-10"));
        long entry = ((Number) deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/register").path("entries[0].seq")).longValue();
        Response refused = deal.proposes(deal.first(), null, "register.correct", "{\"entry\":" + entry + ",\"amounts\":[{\"lender\":\"endeavour\",\"tranche\":\"first\",\"amount\":\"-1.00\"}]}");
        refused.then().statusCode(422);
        assertThat(refused.<String>path("problems[0].message")).contains("adds up to zero in each tranche");
    }

    @Test
    void a_booking_that_was_not_paid_after_all_is_open_again_and_can_be_booked_again() throws Exception {
        approved("payment.book", FIRST_BOOKED);
        String before = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/export").asString();
        String known = json.readTree(before).get("known").asText();
        approved("payment.correct", "{\"payment\":1,\"notPaid\":true}");
        assertThat(principalOf("endeavour", "2010-06-10")).containsExactly("2833333.33", "2166666.67", "5000000.00");
        assertThat(export("").get("components").get(0).get("booked").asBoolean()).isFalse();
        approved("payment.book", FIRST_BOOKED);
        assertThat(principalOf("endeavour", "2010-06-10")).containsExactly("0.00", "2166666.67", "5000000.00");
        assertThat(adjusted()).isEmpty();
        assertThat(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/export?known=" + known).asString()).as("as known then, byte for byte").isEqualTo(before);
    }

    @Test
    void another_value_date_moves_the_principal_and_no_cash() throws Exception {
        approved("payment.book", FIRST_BOOKED);
        approved("payment.correct", "{\"payment\":1,\"valueDate\":\"2010-06-09\"}");
        assertThat(principalOf("endeavour", "2010-06-09")).containsExactly("0.00", "2166666.67", "5000000.00");
        assertThat(adjusted()).isEmpty();
        Response same = deal.proposes(deal.first(), null, "payment.correct", "{\"payment\":1,\"valueDate\":\"2010-06-09\"}");
        same.then().statusCode(422);
        assertThat(same.<String>path("problems[0].message")).isEqualTo("is the value date as it already stands");
    }

    @Test
    void the_opening_can_be_replaced_after_a_booking_and_the_preview_shows_what_becomes_due() {
        approved("payment.book", FIRST_BOOKED);
        String proposal = deal.proposed("register.opening", endeavourSellsAll("2010-06-09"));
        Response csv = deal.first().asks().get("/approvals/" + proposal + "/comparison.csv");
        assertThat(csv.asString()).contains("Endeavour Financial Corporation,\"Payment 1, 2010-06-10\",\"Adjustment of First Instalment, principal, booked\",USD,0.00,-2833333.33,yes");
        Desk.Staffed.decides(deal.second(), proposal, "approve").then().statusCode(200);
        assertThat(principalOf("blackrock", "2010-06-10")).containsExactly("0.00", "4333333.34", "10000000.00");
    }

    @Test
    void a_corrected_deal_exports_to_a_file_that_imports_to_the_same_positions() {
        approved("payment.book", FIRST_BOOKED);
        approved("register.move", endeavourSellsAll("2010-06-10"));
        String file = deal.first().asks().get("/deals/" + deal.slug() + "/term-sheet.yaml").then().statusCode(200).extract().asString();
        SampleDeal.Imported again = sample.imported(file);
        String positions = "/positions?on=2010-06-10";
        assertThat(deal.first().asks().get("/api/v1/deals/" + again.slug() + positions).<List<Object>>path("positions"))
                .isEqualTo(deal.first().asks().get("/api/v1/deals/" + deal.slug() + positions).<List<Object>>path("positions"));
    }

    private long entryOf(String lender, String cause) {
        return ((Number) deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/register").path("entries.find { it.lender == '" + lender + "' && it.cause == '" + cause + "' }.seq")).longValue();
    }

    @Test
    void a_transfer_stays_one_transfer_through_its_corrections_and_always_adds_up_to_zero() {
        approved("register.transfer", "{\"from\":\"endeavour\",\"to\":\"blackrock\",\"tranche\":\"reduced\",\"amount\":\"250000.00\",\"tradeDate\":\"2010-06-08\",\"effectiveDate\":\"2010-06-10\"}");
        long seller = entryOf("endeavour", "transfer");
        approved("register.correct", "{\"entry\":" + seller + ",\"amounts\":[{\"lender\":\"blackrock\",\"tranche\":\"reduced\",\"amount\":\"0\"},"
                + "{\"lender\":\"petropavlovsk\",\"tranche\":\"reduced\",\"amount\":\"250000.00\"}]}");
        Response half = deal.proposes(deal.first(), null, "register.correct", "{\"entry\":" + seller + ",\"amounts\":[{\"lender\":\"endeavour\",\"tranche\":\"reduced\",\"amount\":\"0\"}]}");
        half.then().statusCode(422);
        assertThat(half.<String>path("problems[0].message")).contains("adds up to zero in each tranche");
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/register/entries/" + seller + "/correct").asString()).as("the form shows both sides, as they now stand")
                .contains(">−250,000.00<").contains(">250,000.00<");
        long buyer = entryOf("petropavlovsk", "correction");
        approved("register.correct", "{\"entry\":" + buyer + ",\"amounts\":[{\"lender\":\"endeavour\",\"tranche\":\"reduced\",\"amount\":\"0\"},"
                + "{\"lender\":\"petropavlovsk\",\"tranche\":\"reduced\",\"amount\":\"0\"}]}");
        assertThat(principalOf("endeavour", "2010-06-10")).containsExactly("2833333.33", "2166666.67", "5000000.00");
        assertThat(principalOf("petropavlovsk", "2010-06-10")).containsExactly("5666666.67", "4333333.33", "10000000.00");
    }

    @Test
    void what_could_not_be_split_over_anybody_is_refused_and_never_locks_the_deal() {
        approved("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"1000.00\"}");
        approved("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\"}");
        approved("payment.book", "{\"payment\":2,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:second\"]}");
        approved("payment.book", "{\"payment\":6,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:reduced\"]}");
        for (String payment : List.of("1", "2", "6")) {
            String components = payment.equals("1") ? ",\"components\":[\"principal:first\"]" : "";
            Response earlier = deal.proposes(deal.first(), null, "payment.correct", "{\"payment\":" + payment + ",\"valueDate\":\"2010-06-09\"" + components + "}");
            if (payment.equals("6")) {
                earlier.then().statusCode(409);
                assertThat(earlier.asString()).contains("nobody would hold anything");
            } else {
                earlier.then().statusCode(201);
                Desk.Staffed.decides(deal.second(), earlier.path("id"), "approve").then().statusCode(200);
            }
        }
        approved("payment.correct", "{\"payment\":6,\"notPaid\":true}");
        assertThat(principalOf("endeavour", "2010-06-10")).containsExactly("0.00", "0.00", "5000000.00");
    }

    @Test
    void a_settlement_stands_in_the_history_of_the_lender_it_was_made_with() {
        approved("payment.book", FIRST_BOOKED);
        approved("register.move", endeavourSellsAll("2010-06-10"));
        approved("adjustment.settle", "{\"adjustment\":1,\"lenders\":[\"endeavour\"],\"on\":\"2010-06-10\",\"how\":\"paid\"}");
        Response history = deal.endeavour().asks().get("/api/v1/deals/" + deal.slug() + "/history");
        assertThat(history.<List<Integer>>path("changes[0].settled")).containsExactly(1);
        assertThat(history.<String>path("changes[0].effective")).isEqualTo("2010-06-10");
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/history").asString()).contains("Adjustment 1 settled");
    }

    @Test
    void a_lenders_history_says_of_a_correction_what_it_corrects_and_of_an_adjustment_why_and_since_when() {
        approved("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"1000.00\"}");
        approved("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\"}");
        approved("register.opening", endeavourSellsAll("2010-06-09").replace("\"endeavour\",\"value\":\"0\"", "\"endeavour\",\"value\":\"10000000.00\"").replace("\"petropavlovsk\",\"value\":\"20000000.00\"", "\"petropavlovsk\",\"value\":\"10000000.00\"")
                .replaceFirst("\"on\":\"[^\"]*\",", ""));
        approved("payment.correct", "{\"payment\":1,\"valueDate\":\"2010-06-09\",\"components\":[\"principal:first\"]}");
        String page = deal.endeavour().asks().get("/deals/" + deal.slug() + "/history").asString();
        assertThat(page).contains("Correction of payment 1");
        Response blackrocks = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/history?lender=blackrock");
        assertThat(blackrocks.<List<List<String>>>path("changes.corrects")).anySatisfy(corrects -> assertThat(corrects).contains("initial"));
        assertThat(blackrocks.<List<List<Integer>>>path("changes.split")).contains(List.of(1));
        assertThat(blackrocks.<List<String>>path("entries.findAll { it.cause == 'correction' }.corrects")).contains("initial", "payment");
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/history?lender=blackrock").asString())
                .contains("Correction of the opening register", "Correction of payment 1", "Payment 1 was split again, since something that lies before became known only now");
    }

    /** A sale among two others, found out late, leaves a cent of a third's rounding due: what it is told is the payment and its day, and nothing of the two. */
    @Test
    void a_third_lender_whose_cent_moves_is_told_which_payment_was_split_again_and_its_value_date() throws Exception {
        approved("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.05\"}");
        approved("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"accrued\"]}");
        approved("register.move", endeavourSellsAll("2010-06-09").replace("\"endeavour\",\"value\":\"0\"", "\"endeavour\",\"value\":\"10000000.00\"")
                .replace("\"blackrock\",\"value\":\"20000000.00\"", "\"blackrock\",\"value\":\"0\"").replace("\"petropavlovsk\",\"value\":\"20000000.00\"", "\"petropavlovsk\",\"value\":\"30000000.00\""));
        Map<String, BigDecimal> due = adjusted();
        List<String> thirds = due.keySet().stream().map(key -> key.replaceAll(".* ", "")).filter(lender -> !List.of("petropavlovsk", "blackrock").contains(lender)).toList();
        assertThat(thirds).as("a third lender's cent moved: " + due).isNotEmpty();
        Response history = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/history?lender=" + thirds.get(0));
        assertThat(history.<List<Integer>>path("changes[0].split")).containsExactly(1);
        assertThat(history.<String>path("changes[0].effective")).isEqualTo("2010-06-10");
    }

    @Test
    void an_adjustment_is_open_until_it_is_settled_and_each_lender_sees_its_own_part_alone() {
        approved("payment.book", FIRST_BOOKED);
        approved("register.move", endeavourSellsAll("2010-06-10"));
        String address = "/api/v1/deals/" + deal.slug() + "/adjustments";
        Response agents = deal.first().asks().get(address);
        assertThat(agents.<Map<String, String>>path("net")).isEqualTo(Map.of("toLenders", "2833333.33", "fromLenders", "2833333.33", "net", "0.00"));
        Response own = deal.endeavour().asks().get(address);
        assertThat(own.<List<String>>path("adjustments[0].parts.lender")).containsExactly("endeavour");
        assertThat(own.<String>path("adjustments[0].parts[0].difference")).isEqualTo("-2833333.33");
        assertThat(own.asString()).doesNotContain("blackrock").doesNotContain("BlackRock").doesNotContain("cause");
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/allocation").asString()).contains("See the adjustments").contains("2,833,333.33 are to go back from you");
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/adjustments/1/settle").statusCode()).as("the agent's form").isEqualTo(404);

        approved("adjustment.settle", "{\"adjustment\":1,\"lenders\":[\"endeavour\"],\"on\":\"2010-06-10\",\"how\":\"paid\"}");
        Response settled = deal.endeavour().asks().get(address);
        assertThat(settled.<String>path("adjustments[0].parts[0].settledOn")).isEqualTo("2010-06-10");
        assertThat(settled.<String>path("net.fromLenders")).isEqualTo("0.00");
        assertThat(deal.endeavour().asks().get(address + "?on=2010-06-09").<Object>path("adjustments[0].parts[0].settledOn")).as("the day before").isNull();
        assertThat(deal.first().asks().get(address).<String>path("net.toLenders")).as("BlackRock still waits").isEqualTo("2833333.33");
        Response twice = deal.proposes(deal.first(), null, "adjustment.settle", "{\"adjustment\":1,\"lenders\":[\"endeavour\"],\"on\":\"2010-06-11\",\"how\":\"cash\"}");
        twice.then().statusCode(422);
        assertThat(twice.<List<String>>path("problems.field")).containsExactly("lenders", "on", "how");
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/adjustments.csv").asString()).contains("payment due").contains("-2833333.33,2010-06-10,paid,T-1");
    }

    @Test
    void the_forms_that_correct_propose_what_they_say_and_keep_what_was_typed() {
        approved("payment.book", FIRST_BOOKED);
        approved("register.move", endeavourSellsAll("2010-06-10"));
        Matcher found = Pattern.compile("href=\"([^\"]*/correct)\"").matcher(deal.first().asks().get("/deals/" + deal.slug() + "/register").asString());
        assertThat(found.find()).as("the register leads to the correction").isTrue();
        String link = found.group(1);
        Response wrong = form(link).typesAt("amount", 0, "12.345").sends(link);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("value=\"12.345\"").contains("It was typed");
        Form taken = form(link);
        assertThat(taken.count("amount")).as("six entries and two spare rows").isEqualTo(8);
        for (int i = 0; i < 6; i++) {
            taken.typesAt("amount", i, "0");
        }
        assertThat(leadsTo(taken.sends(link))).contains("Take back the transfer of 2010-06-10 (T-1)");
        String booking = "/deals/" + deal.slug() + "/payments/1/correct";
        assertThat(leadsTo(form(booking).types("notPaid", "true").sends(booking))).contains("Correct the booking of payment 1 of 2010-06-10: it was not paid");
        String settle = "/deals/" + deal.slug() + "/adjustments/1/settle";
        assertThat(leadsTo(form(settle).types("how", "netted").sends(settle))).contains("Settle adjustment 1 with all lenders, netted on 2010-06-10");
    }

    @Test
    void a_form_that_another_correction_overtook_is_refused_and_keeps_what_was_typed() {
        approved("register.transfer", "{\"from\":\"endeavour\",\"to\":\"blackrock\",\"tranche\":\"reduced\",\"amount\":\"250000.00\",\"tradeDate\":\"2010-06-08\",\"effectiveDate\":\"2010-06-10\"}");
        long entry = entryOf("endeavour", "transfer");
        String link = "/deals/" + deal.slug() + "/register/entries/" + entry + "/correct";
        Form late = form(link).typesAt("amount", 0, "-123,456.00");
        assertThat(late.value("amount", 1)).as("what stands, to be typed over").isEqualTo("250,000.00");
        approved("register.correct", "{\"entry\":" + entry + ",\"amounts\":[{\"lender\":\"endeavour\",\"tranche\":\"reduced\",\"amount\":\"0\"},{\"lender\":\"blackrock\",\"tranche\":\"reduced\",\"amount\":\"0\"}]}");
        Response stale = late.sends(link);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.asString()).contains("The deal has changed since this form was made", "value=\"-123,456.00\"", "It was typed");
        assertThat(deal.first().asks().get(link).statusCode()).isEqualTo(404);
    }

    private Form form(String path) {
        Response page = deal.first().asks().get(path);
        page.then().statusCode(200);
        return Form.of(deal.first(), page).types("reason", "It was typed");
    }

    private String leadsTo(Response sent) {
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
        return deal.first().asks().get(sent.header("Location")).asString();
    }
}
