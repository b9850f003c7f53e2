package org.prorata.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.identity.Accounts;
import org.prorata.identity.Visitor;
import org.prorata.identity.Walls;
import org.prorata.web.Today;

/** A transfer put right, or taken back: what becomes of its trade date, certificate and fee, and what each lender is told of it (rules F12, F13). */
@QuarkusTest
class TransferCorrectionTest {

    private static final String SALE = "{\"from\":\"endeavour\",\"to\":\"newco\",\"toName\":\"Newco Capital Limited\",\"amount\":\"3,000,000.00\",\"tranche\":\"reduced\",\"tradeDate\":\"2010-07-20\","
            + "\"effectiveDate\":\"2010-07-26\",\"fee\":\"3,500.00\",\"feePaidBy\":\"buyer\"}";

    @Inject Desk desk;
    @Inject Today today;
    @Inject Accounts accounts;

    private Staffed deal;
    private Visitor newco;
    private Visitor blackrock;

    /** Endeavour sells 3,000,000.00 of its 5,000,000.00 of the Reduced Principal to a new lender. */
    @BeforeEach
    void a_deal_with_a_transfer() {
        today.pretend(LocalDate.of(2010, 8, 2));
        deal = desk.rusoro();
        approved("register.transfer", SALE, "TC-1");
        newco = actingFor("newco");
        blackrock = actingFor("blackrock");
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private Response proposes(String kind, String payload, String reference) {
        return deal.first().sends().contentType("application/json").body("{\"kind\":\"" + kind + "\",\"payload\":" + payload + ",\"reason\":\"a test\",\"reference\":\"" + reference + "\"}")
                .post("/api/v1/deals/" + deal.slug() + "/proposals");
    }

    private void approved(String kind, String payload, String reference) {
        Response made = proposes(kind, payload, reference);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        Staffed.decides(deal.second(), made.path("id"), "approve").then().statusCode(200);
    }

    private Visitor actingFor(String handle) {
        UUID lender = Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(deal.id(), null))).stream()
                .filter(each -> each.handle().equals(handle)).findFirst().orElseThrow().id();
        String login = "corrected-" + UUID.randomUUID();
        accounts.grantLender(accounts.create(login, handle, Visitor.PASSWORD), deal.id(), lender);
        return Visitor.signsIn(login);
    }

    /** @param rest fields beside the amounts, such as {@code "fee":"0"}; empty: none. @param amounts lender and amount in the Reduced Principal by turns */
    private String correction(String rest, String... amounts) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < amounts.length; i += 2) {
            rows.append(i == 0 ? "" : ",").append("{\"lender\":\"").append(amounts[i]).append("\",\"tranche\":\"reduced\",\"amount\":\"").append(amounts[i + 1]).append("\"}");
        }
        return "{\"entry\":" + firstEntry() + ",\"amounts\":[" + rows + "]" + (rest.isEmpty() ? "" : "," + rest) + "}";
    }

    private long firstEntry() {
        return ((Number) register().path("entries.findAll { it.cause == 'transfer' }.seq.min()")).longValue();
    }

    private Response register() {
        return deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/register?on=2010-08-02");
    }

    private void toBlackrock() {
        approved("register.correct", correction("", "newco", "0", "blackrock", "3,000,000.00"), "");
    }

    /** What a lender's history tells of its transfers, the earliest first. */
    private List<String> told(Visitor lender, String query) {
        List<Map<String, Object>> transfers = lender.asks().get("/api/v1/deals/" + deal.slug() + "/history" + query).path("transfers");
        return transfers.stream().map(each -> each.get("reference") + " " + amount(each.get("amount")) + " " + each.get("tradeDate") + " fee " + amount(each.get("fee")) + " by " + each.get("feePaidBy") + ": "
                + each.get("state")).toList();
    }

    private static String amount(Object money) {
        return money instanceof Map<?, ?> fields ? String.valueOf(fields.get("amount")) : String.valueOf(money);
    }

    private static final String ENTERED = "TC-1 3000000.00 2010-07-20 fee 3500.00 by buyer: ";

    @Test
    void the_right_buyer_gets_trade_date_certificate_and_fee_and_the_wrong_one_is_told_that_it_was_taken_back() {
        assertThat(told(newco, "")).containsExactly(ENTERED + "stands");
        assertThat(told(blackrock, "")).isEmpty();
        toBlackrock();
        assertThat(told(blackrock, "")).containsExactly(ENTERED + "stands");
        assertThat(told(newco, "")).containsExactly(ENTERED + "taken-back");
        assertThat(told(deal.endeavour(), "")).containsExactly(ENTERED + "corrected", ENTERED + "stands");
        assertThat(newco.asks().get("/deals/" + deal.slug() + "/history").asString()).contains("paid by the buyer; taken back since ", "Correction of a transfer").doesNotContain("BlackRock", "Endeavour");
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/history").asString()).contains("; corrected since ").doesNotContain("BlackRock", "Newco");
        assertThat(blackrock.asks().get("/deals/" + deal.slug() + "/history").asString()).contains("traded 20 Jul 2010, TC-1").doesNotContain("Newco", "taken back since");
        assertThat(told(deal.first(), "?lender=newco")).as("the agent, of one lender").containsExactly(ENTERED + "taken-back");
    }

    @Test
    void other_amounts_are_told_in_its_place_and_a_transfer_taken_back_stands_nowhere() {
        toBlackrock();
        approved("register.correct", correction("", "endeavour", "-2,000,000.00", "blackrock", "2,000,000.00"), "LETTER-9");
        String corrected = "TC-1 2000000.00 2010-07-20 fee 3500.00 by buyer: ";
        assertThat(told(blackrock, "")).containsExactly(ENTERED + "corrected", corrected + "stands");
        assertThat(told(deal.endeavour(), "")).containsExactly(ENTERED + "corrected", ENTERED + "corrected", corrected + "stands");
        approved("register.correct", correction("", "endeavour", "0", "blackrock", "0"), "");
        assertThat(told(blackrock, "")).containsExactly(ENTERED + "corrected", corrected + "taken-back");
        assertThat(told(deal.endeavour(), "")).noneMatch(each -> each.endsWith("stands")).last().isEqualTo(corrected + "taken-back");
        assertThat(register().<List<Map<String, Object>>>path("positions").stream().filter(each -> each.get("lender").equals("endeavour")).map(each -> each.get("total"))).containsExactly("10000000.00");
    }

    @Test
    void what_was_known_before_a_correction_is_told_as_it_was_to_the_byte() {
        String known = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/matrix").path("known");
        List<String> paths = List.of("/deals/%s/history?known=", "/api/v1/deals/%s/history?known=", "/deals/%s/register?on=2010-08-02&known=", "/api/v1/deals/%s/register?on=2010-08-02&known=",
                "/deals/%s/register/entries.csv?on=2010-08-02&known=");
        Map<String, String> before = new LinkedHashMap<>();
        for (Visitor who : List.of(deal.endeavour(), newco)) {
            paths.forEach(path -> before.put(who.hashCode() + path, withoutTokens(who.asks().get(path.formatted(deal.slug()) + known).asString())));
        }
        toBlackrock();
        approved("register.correct", correction("\"fee\":\"1.00\""), "");
        for (Visitor who : List.of(deal.endeavour(), newco)) {
            paths.forEach(path -> assertThat(withoutTokens(who.asks().get(path.formatted(deal.slug()) + known).asString())).as(path).isEqualTo(before.get(who.hashCode() + path)));
        }
        assertThat(told(newco, "?known=" + known)).containsExactly(ENTERED + "stands");
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void trade_date_and_fee_can_be_put_right_alone_and_what_is_left_out_stays() {
        approved("register.correct", correction("\"tradeDate\":\"2010-07-19\""), "");
        assertThat(told(newco, "").get(1)).isEqualTo("TC-1 3000000.00 2010-07-19 fee 3500.00 by buyer: stands");
        approved("register.correct", correction("\"fee\":\"4,000.00\",\"feePaidBy\":\"seller\""), "");
        assertThat(told(newco, "").get(2)).isEqualTo("TC-1 3000000.00 2010-07-19 fee 4000.00 by seller: stands");
        approved("register.correct", correction("\"fee\":\"0\""), "");
        assertThat(told(newco, "").get(3)).isEqualTo("TC-1 3000000.00 2010-07-19 fee null by null: stands");
        approved("register.correct", correction("\"fee\":\"10.00\",\"feePaidBy\":\"buyer\"", "newco", "0", "blackrock", "3,000,000.00"), "");
        assertThat(told(blackrock, "")).containsExactly("TC-1 3000000.00 2010-07-19 fee 10.00 by buyer: stands");
        List<String> titles = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/proposals").path("rows.title");
        assertThat(titles).contains("Correct the transfer of 2010-07-26 (TC-1): traded 2010-07-19, not 2010-07-20",
                "Correct the transfer of 2010-07-26 (TC-1): a fee of 4,000.00 paid by the seller, not a fee of 3,500.00 paid by the buyer",
                "Correct the transfer of 2010-07-26 (TC-1): no fee, not a fee of 4,000.00 paid by the seller");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "tradeDate":"2010-07-27"              | tradeDate | is after the effective date 2010-07-26
            "tradeDate":"1899-12-31"              | tradeDate | from the year 1900 to 2199
            "fee":"-1"                            | fee       | 0 takes it away
            "fee":"much"                          | fee       | digits with a point
            "feePaidBy":"agent"                   | feePaidBy | seller or buyer
            "fee":"0","feePaidBy":"seller"        | feePaidBy | stands without a fee
            "fee":"3,500.00"                      | amounts   | nothing would change
            """)
    void what_cannot_be_told_of_it_is_refused_beside_its_field(String rest, String field, String right) {
        refused(correction(rest), field, right);
    }

    private void refused(String payload, String field, String right) {
        Response made = proposes("register.correct", payload, "");
        made.then().statusCode(422);
        assertThat(made.<List<Map<String, String>>>path("problems")).as(made.asString()).anySatisfy(problem -> {
            assertThat(problem.get("field")).isEqualTo(field);
            assertThat(problem.get("message")).contains(right);
        });
    }

    @Test
    void trade_date_and_fee_are_of_one_seller_and_one_buyer_that_are_left() {
        refused(correction("\"fee\":\"0\"", "endeavour", "0", "newco", "0"), "fee", "stands beside taking the transfer back");
        String[] two = {"newco", "1,000,000.00", "blackrock", "2,000,000.00"};
        refused(correction("\"tradeDate\":\"2010-07-19\"", two), "amounts", "one seller and one buyer");
        approved("register.correct", correction("", two), "");
        assertThat(told(newco, "")).as("it bought less, and nothing is told of it but its entries").containsExactly(ENTERED + "corrected");
        assertThat(told(blackrock, "")).isEmpty();
        toBlackrock();
        assertThat(told(blackrock, "")).as("one buyer again").containsExactly(ENTERED + "stands");
        Response held = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/positions?on=2010-08-01");
        List<Map<String, Object>> positions = held.path("positions");
        String rows = positions.stream().map(each -> {
            String reduced = (String) ((Map<?, ?>) each.get("byTranche")).get("reduced");
            BigDecimal moved = each.get("lender").equals("petropavlovsk") ? BigDecimal.ONE.negate() : each.get("lender").equals("newco") ? BigDecimal.ONE : BigDecimal.ZERO;
            return "{\"lender\":\"" + each.get("lender") + "\",\"value\":\"" + new BigDecimal(reduced).add(moved) + "\"}";
        }).collect(Collectors.joining(","));
        approved("register.move", "{\"on\":\"2010-08-01\",\"tranche\":\"reduced\",\"unit\":\"amount\",\"shares\":[" + rows + "]}", "");
        long moved = ((Number) register().path("entries[0].seq")).longValue();
        refused("{\"entry\":" + moved + ",\"amounts\":[],\"fee\":\"1.00\"}", "fee", "is not told of this transfer");
    }

    @Test
    void a_correction_holds_the_least_amount_of_a_transfer_and_taking_back_is_always_possible() {
        approved("deal.term", "{\"field\":\"transfers.minimum\",\"value\":\"1,000,000.00\"}", "");
        refused(correction("", "endeavour", "-5.00", "newco", "5.00"), "amounts[0].amount", "sells 5.00, below the least amount of a transfer, 1,000,000.00");
        approved("register.correct", correction("", "endeavour", "-1,000,000.00", "newco", "1,000,000.00"), "");
        approved("deal.term", "{\"field\":\"transfers.minimum\",\"value\":\"6,000,000.00\"}", "");
        approved("register.correct", correction("", "endeavour", "-5,000,000.00", "newco", "5,000,000.00"), "");
        refused(correction("", "endeavour", "-4,999,999.99", "newco", "4,999,999.99"), "amounts[0].amount", "can only be all it holds");
        approved("deal.term", "{\"field\":\"transfers.minimum\",\"value\":\"7,000,000.00\"}", "");
        approved("deal.term", "{\"field\":\"transfers.whole-holdings\",\"value\":\"false\"}", "");
        approved("register.correct", correction("\"fee\":\"0\""), "");
        toBlackrockInsteadOfNewco("5,000,000.00");
        approved("register.correct", correction("", "endeavour", "0", "blackrock", "0"), "");
    }

    /** What was sold stays: the term that came later is not asked of it. */
    private void toBlackrockInsteadOfNewco(String amount) {
        approved("register.correct", correction("", "newco", "0", "blackrock", amount), "");
    }

    @Test
    void a_correction_of_shares_moved_at_once_holds_the_least_amount_too_and_leaves_third_lenders_entries_alone() {
        Response held = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/positions?on=2010-08-01");
        Map<String, String> moved = new HashMap<>(Map.of("petropavlovsk", "-2000000", "blackrock", "-1000000", "newco", "3000000"));
        String rows = held.<List<Map<String, Object>>>path("positions").stream().map(each -> "{\"lender\":\"" + each.get("lender") + "\",\"value\":\""
                + new BigDecimal((String) ((Map<?, ?>) each.get("byTranche")).get("reduced")).add(new BigDecimal(moved.getOrDefault(each.get("lender"), "0"))) + "\"}").collect(Collectors.joining(","));
        approved("register.move", "{\"on\":\"2010-08-01\",\"tranche\":\"reduced\",\"unit\":\"amount\",\"shares\":[" + rows + "]}", "M-1");
        approved("deal.term", "{\"field\":\"transfers.minimum\",\"value\":\"1,000,000.00\"}", "");
        long entry = ((Number) register().path("entries[0].seq")).longValue();
        String correction = "{\"entry\":" + entry + ",\"amounts\":[{\"lender\":\"petropavlovsk\",\"tranche\":\"reduced\",\"amount\":\"%s\"},{\"lender\":\"newco\",\"tranche\":\"reduced\",\"amount\":\"%s\"}]}";
        refused(correction.formatted("-5.00", "1,000,005.00"), "amounts[0].amount", "sells 5.00, below");
        int blackrocks = blackrock.asks().get("/api/v1/deals/" + deal.slug() + "/register?on=2010-08-02").<List<?>>path("entries").size();
        approved("register.correct", correction.formatted("-1,500,000.00", "2,500,000.00"), "");
        assertThat(blackrock.asks().get("/api/v1/deals/" + deal.slug() + "/register?on=2010-08-02").<List<?>>path("entries")).hasSize(blackrocks);
    }

    private Map<String, String> reduced() {
        Response held = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/positions?on=2010-08-01");
        return held.<List<Map<String, Object>>>path("positions").stream().collect(Collectors.toMap(each -> (String) each.get("lender"), each -> (String) ((Map<?, ?>) each.get("byTranche")).get("reduced")));
    }

    /** Moves what the lenders gain in the Reduced Principal, by lender; the number of one entry of it. */
    private long moved(Map<String, String> gains) {
        String rows = reduced().entrySet().stream().map(each -> "{\"lender\":\"" + each.getKey() + "\",\"value\":\"" + new BigDecimal(each.getValue()).add(new BigDecimal(gains.getOrDefault(each.getKey(), "0"))) + "\"}")
                .collect(Collectors.joining(","));
        approved("register.move", "{\"on\":\"2010-08-01\",\"tranche\":\"reduced\",\"unit\":\"amount\",\"shares\":[" + rows + "]}", "M-1");
        return ((Number) register().path("entries[0].seq")).longValue();
    }

    @Test
    void one_who_stands_opposite_several_is_one_row_and_keeps_its_amount_where_only_theirs_are_put_right() {
        Map<String, String> before = reduced();
        long entry = moved(Map.of("petropavlovsk", "-3000000", "blackrock", "1000000", "newco", "2000000"));
        String correction = "{\"entry\":" + entry + ",\"amounts\":[{\"lender\":\"blackrock\",\"tranche\":\"reduced\",\"amount\":\"1,400,000.00\"},{\"lender\":\"newco\",\"tranche\":\"reduced\",\"amount\":\"1,600,000.00\"}]}";
        Response made = proposes("register.correct", correction, "");
        String shown = deal.second().asks().get("/approvals/" + made.path("id") + "/comparison.csv").asString();
        assertThat(shown.lines().filter(line -> line.contains(",Reduced Principal,") && line.endsWith(",yes")).map(line -> line.substring(0, line.indexOf(','))).distinct())
                .as("whose principal moves").containsExactlyInAnyOrder("BlackRock Natural Resources Hedge Fund Limited", "Newco Capital Limited");
        Staffed.decides(deal.second(), made.path("id"), "approve").then().statusCode(200);
        assertThat(gains(before)).containsExactlyInAnyOrderEntriesOf(Map.of("petropavlovsk", "-3000000.00", "blackrock", "1400000.00", "newco", "1600000.00"));

        String page = "/deals/" + deal.slug() + "/register/entries/" + entry + "/correct";
        Form form = Form.of(deal.first(), deal.first().asks().get(page));
        assertThat(form.count("amount")).as("three lenders and two spare rows").isEqualTo(5);
        Response unchanged = form.types("reason", "Nothing").sends(page);
        assertThat(unchanged.statusCode()).isEqualTo(422);
        assertThat(unchanged.asString()).contains("nothing would change").doesNotContain("stands above with the same tranche");
        Response back = Form.of(deal.first(), deal.first().asks().get(page)).types("reason", "It never was").adds("takenBack", "true").sends(page);
        assertThat(back.statusCode()).as(back.asString()).isEqualTo(303);
        Staffed.decides(deal.second(), back.header("Location").replaceAll(".*/approvals/", ""), "approve").then().statusCode(200);
        assertThat(gains(before)).isEmpty();
    }

    private Map<String, String> gains(Map<String, String> before) {
        Map<String, String> gains = new HashMap<>();
        reduced().forEach((lender, amount) -> {
            BigDecimal gain = new BigDecimal(amount).subtract(new BigDecimal(before.getOrDefault(lender, "0")));
            if (gain.signum() != 0) {
                gains.put(lender, gain.toPlainString());
            }
        });
        return gains;
    }

    @Test
    void what_is_told_again_once_one_seller_and_one_buyer_are_left_is_named_to_who_approves() {
        approved("register.correct", correction("", "newco", "1,000,000.00", "blackrock", "2,000,000.00"), "");
        Response again = proposes("register.correct", correction("", "newco", "0", "blackrock", "3,000,000.00"), "");
        assertThat(again.<String>path("title")).endsWith("told again: traded 2010-07-20, a fee of 3,500.00 paid by the buyer");
        Response still = proposes("register.correct", correction("", "newco", "500,000.00", "blackrock", "2,500,000.00"), "");
        assertThat(still.<String>path("title")).as("nothing was told any more").doesNotContain("told");
    }

    @Test
    void a_fee_is_told_once_a_transfer_and_its_column_adds_up_to_what_stands() {
        approved("register.transfer", "{\"from\":\"petropavlovsk\",\"to\":\"blackrock\",\"amount\":\"900,000.00\",\"tradeDate\":\"2010-07-20\",\"effectiveDate\":\"2010-07-27\",\"fee\":\"7.00\",\"feePaidBy\":\"seller\"}", "TC-2");
        assertThat(fees(deal.first())).isEqualByComparingTo("3507.00");
        assertThat(fees(deal.endeavour())).isEqualByComparingTo("3500.00");
        assertThat(fees(newco)).as("the buyer").isEqualByComparingTo("3500.00");
        assertThat(fees(blackrock)).as("the buyer over all tranches").isEqualByComparingTo("7.00");
        toBlackrock();
        assertThat(fees(deal.first())).isEqualByComparingTo("3507.00");
        assertThat(fees(newco)).isZero();
        assertThat(fees(blackrock)).isEqualByComparingTo("3507.00");
        approved("register.correct", correction("", "endeavour", "0", "blackrock", "0"), "");
        assertThat(fees(deal.first())).isEqualByComparingTo("7.00");
        assertThat(fees(deal.endeavour())).isZero();
        assertThat(register().<List<String>>path("entries.fee").stream().filter(Objects::nonNull)).hasSize(5);
    }

    /** The sum of the column in the CSV. */
    private BigDecimal fees(Visitor who) {
        List<String[]> rows = table(who);
        int fee = Arrays.asList(rows.get(0)).indexOf("fee");
        return rows.stream().skip(1).map(row -> row[fee]).filter(cell -> !cell.isEmpty()).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String[]> table(Visitor who) {
        return who.asks().get("/deals/" + deal.slug() + "/register/entries.csv?on=2010-08-02").asString().lines().dropWhile(line -> !line.startsWith("seq,"))
                .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).toList();
    }

    @Test
    void who_sees_all_entries_is_told_which_one_each_takes_back_and_a_lender_is_not() {
        long first = firstEntry();
        toBlackrock();
        assertThat(register().<List<Object>>path("entries.findAll { it.reverses != null }.reverses")).hasSize(2).contains((int) first);
        int reverses = Arrays.asList(table(deal.first()).get(0)).indexOf("reverses");
        assertThat(table(deal.first()).stream().skip(1).map(row -> row[reverses])).contains(String.valueOf(first), String.valueOf(first + 1));
        assertThat(table(newco).stream().skip(1).map(row -> row[reverses])).containsOnly("");
        assertThat(newco.asks().get("/api/v1/deals/" + deal.slug() + "/register?on=2010-08-02").asString()).doesNotContain("reverses");
    }

    private String page() {
        return "/deals/" + deal.slug() + "/register/entries/" + firstEntry() + "/correct";
    }

    private Form form(String query) {
        Response shown = deal.first().asks().get(page() + query);
        shown.then().statusCode(200);
        return Form.of(deal.first(), shown);
    }

    @Test
    void the_page_shows_trade_date_and_fee_as_they_stand_and_keeps_what_was_typed() {
        Form stands = form("");
        assertThat(List.of(stands.value("tradeDate", 0), stands.value("fee", 0), stands.value("feePaidBy", 0))).containsExactly("2010-07-20", "3,500.00", "buyer");
        Response wrong = stands.types("tradeDate", "2010-07-27").types("fee", "12.345").types("feePaidBy", "seller").types("reason", "The certificate says <otherwise>").sends(page());
        wrong.then().statusCode(422);
        assertThat(wrong.asString()).contains("e-tradeDate", "is after the effective date", "e-fee", "value=\"12.345\"", "value=\"2010-07-27\"", "<option value=\"seller\" selected", "The certificate says &lt;otherwise&gt;");
        Response unread = form("").types("tradeDate", "soon").types("reason", "Why").sends(page());
        unread.then().statusCode(422);
        assertThat(unread.asString()).contains("e-tradeDate", "a date such as 2010-07-26", "value=\"soon\"");
        Response right = Form.of(deal.first(), wrong).types("tradeDate", "2010-07-19").types("fee", "").types("feePaidBy", "").sends(page());
        assertThat(right.statusCode()).as(right.asString()).isEqualTo(303);
        String id = right.header("Location").replaceAll(".*/approvals/", "");
        assertThat(deal.second().asks().get("/approvals/" + id).asString()).contains("traded 2010-07-19, not 2010-07-20; no fee, not a fee of 3,500.00 paid by the buyer");
        Form again = form("?from=" + id);
        assertThat(List.of(again.value("tradeDate", 0), again.value("fee", 0), again.value("feePaidBy", 0))).containsExactly("2010-07-19", "", "");
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        assertThat(told(newco, "").get(1)).isEqualTo("TC-1 3000000.00 2010-07-19 fee null by null: stands");
    }

    @Test
    void with_0_everywhere_the_page_takes_the_transfer_back_whatever_was_told_of_it() {
        Response made = form("").typesAt("amount", 0, "0").typesAt("amount", 1, "0").types("reason", "It was not signed").sends(page());
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(303);
        Staffed.decides(deal.second(), made.header("Location").replaceAll(".*/approvals/", ""), "approve").then().statusCode(200);
        assertThat(told(deal.endeavour(), "")).containsExactly(ENTERED + "taken-back");
        deal.first().asks().get(page()).then().statusCode(404);
    }
}
