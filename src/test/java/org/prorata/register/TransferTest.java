package org.prorata.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.identity.Accounts;
import org.prorata.identity.Visitor;
import org.prorata.identity.Walls;
import org.prorata.web.Today;

/** A transfer of the loan between two lenders of the real deal, over HTTP. */
@QuarkusTest
class TransferTest {

    @Inject Desk desk;
    @Inject Today today;
    @Inject Accounts accounts;
    @Inject EntityManager database;

    private Staffed deal;

    @BeforeEach
    void a_deal_of_its_own() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    /** Endeavour sells its part of the Reduced Principal to BlackRock in the middle of the first quarter: 46 of its 92 days to each. */
    private static final Map<String, String> SALE = Map.of("from", "endeavour", "to", "blackrock", "amount", "5,000,000.00", "tranche", "reduced",
            "tradeDate", "2010-07-20", "effectiveDate", "2010-07-26");

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> "\"" + field.getKey() + "\":" + (List.of("true", "false").contains(field.getValue()) ? field.getValue()
                : "\"" + field.getValue() + "\"")).reduce((a, b) -> a + "," + b).map(all -> "{" + all + "}").orElse("{}");
    }

    private static Map<String, String> sale(String... changes) {
        Map<String, String> fields = new HashMap<>(SALE);
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                fields.remove(changes[i]);
            } else {
                fields.put(changes[i], changes[i + 1]);
            }
        }
        return fields;
    }

    private void approved(String kind, String payload) {
        Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    private void term(String field, String value) {
        approved("deal.term", "{\"field\":\"" + field + "\",\"value\":\"" + value + "\"}");
    }

    private List<Map<String, String>> refused(Map<String, String> fields) {
        Response made = deal.proposes(deal.first(), null, "register.transfer", json(fields));
        made.then().statusCode(422);
        return made.path("problems");
    }

    /** Slices in register order as the agent's export has them, in cents. */
    private List<String> slices(int payment, String component) {
        return deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/export")
                .path("components.find { it." + (payment == 0 ? "component == 'warrants'" : "payment == " + payment + " && it.component == '" + component + "'") + " }.slices.slice");
    }

    private Map<String, String> positions(String on) {
        Response answer = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/positions?on=" + on);
        Map<String, String> positions = new LinkedHashMap<>();
        List<String> lenders = answer.path("positions.lender");
        List<String> totals = answer.path("positions.total");
        for (int i = 0; i < lenders.size(); i++) {
            positions.put(lenders.get(i), totals.get(i));
        }
        assertThat(answer.<List<Boolean>>path("tranches.proven")).containsOnly(true);
        return positions;
    }

    /** 30,000,000.00 at 10 % for 92 days of 365, half-up: what the borrower owes whoever holds it. */
    private static final String QUARTER = new BigDecimal("30000000.00").multiply(new BigDecimal(92)).divide(new BigDecimal(3650), 2, RoundingMode.HALF_UP).toPlainString();

    @Test
    void the_interest_of_the_running_quarter_is_split_at_the_effective_date() {
        assertThat(slices(3, "reduced-principal")).containsExactly("252054.79", "84018.26", "84018.27", "84018.26", "126027.40", "126027.40");
        approved("register.transfer", json(SALE));
        // A twelfth and a quarter of 75,616,438 cents are 6,301,369 5/6 and 18,904,109 1/2; three cents are left, for the remainders 5/6, 1/2 and 0.461 (the second Lansdowne fund's)
        List<String> slices = slices(3, "reduced-principal");
        assertThat(slices).containsExactly("252054.79", "84018.26", "84018.27", "84018.26", "63013.70", "189041.10");
        assertThat(sum(slices)).isEqualTo(QUARTER);
        assertThat(slices(4, "reduced-principal").get(4)).isEqualTo("0.00");
        assertThat(slices(6, "principal:reduced")).containsExactly("10000000.00", "3333333.33", "3333333.34", "3333333.33", "0.00", "10000000.00");
        assertThat(positions("2010-07-25").get("endeavour")).isEqualTo("10000000.00");
        assertThat(positions("2010-07-26")).containsEntry("endeavour", "5000000.00").containsEntry("blackrock", "15000000.00").containsEntry("petropavlovsk", "20000000.00");
    }

    @Test
    void or_all_of_it_goes_to_the_holder_on_the_payment_date_and_the_borrower_owes_the_same() {
        approved("register.transfer", json(SALE));
        term("transfers.interest", "holder");
        // A third is 25,205,479 1/3; two cents are left, for the remainders 0.461 and, of the two alike at 0.436, the first in the register
        List<String> slices = slices(3, "reduced-principal");
        assertThat(slices).containsExactly("252054.79", "84018.27", "84018.27", "84018.26", "0.00", "252054.79");
        assertThat(sum(slices)).isEqualTo(QUARTER);

        Visitor blackrock = actingFor("blackrock");
        String slice = "/deals/" + deal.slug() + "/payments/3/slices/reduced-principal";
        Response told = blackrock.asks().get("/api/v1" + slice);
        assertThat(told.<String>path("total.toHolderOn")).isEqualTo("2010-09-10");
        assertThat(told.<List<String>>path("slices.weight")).containsExactly("1000000000");
        assertThat(told.<List<?>>path("total.factors")).isEmpty();
        assertThat(blackrock.asks().get(slice).asString()).contains("all interest of the period goes to who holds the principal then", "just before the payment of 10 September 2010");
    }

    private static String sum(List<String> slices) {
        return slices.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString();
    }

    @Test
    void what_has_accrued_follows_the_rule_of_the_deal() {
        approved("register.transfer", json(SALE));
        // 5,000,000.00 for the 46 days it was held; the deal's 30,000,000.00 for 61
        assertThat(accrued("2010-08-10")).containsExactly("501369.86", "63013.70");
        term("transfers.interest", "holder");
        assertThat(accrued("2010-08-10")).containsExactly("501369.86", "0.00");
        // before the transfer is effective its seller is the holder: 5/30 of 10 % on 30,000,000.00 for 30 days
        assertThat(accrued("2010-07-10")).containsExactly("246575.34", "41095.89");
    }

    private List<String> accrued(String on) {
        Response allocation = deal.endeavour().asks().get("/api/v1/deals/" + deal.slug() + "/allocation?on=" + on);
        String line = "interest.find { it.term == 'reduced-principal' }.accrued.";
        return List.of(allocation.path(line + "deal"), allocation.path(line + "own"));
    }

    @Test
    void an_amount_over_all_tranches_is_spread_by_the_sellers_positions_of_that_day() {
        approved("register.transfer", json(sale("amount", "1,000,000.00", "tranche", null, "effectiveDate", "2010-06-10", "tradeDate", "2010-06-01")));
        Response register = deal.endeavour().asks().get("/api/v1/deals/" + deal.slug() + "/register?on=2010-06-10");
        assertThat(register.<Map<String, String>>path("positions[0].byTranche")).containsEntry("first", "2550000.00").containsEntry("second", "1950000.00").containsEntry("reduced", "4500000.00");
        assertThat(register.<List<String>>path("entries.findAll { it.cause == 'transfer' }.amount")).containsExactlyInAnyOrder("-283333.33", "-216666.67", "-500000.00");
    }

    @Test
    void the_whole_position_goes_to_a_lender_who_is_new() {
        approved("register.transfer", json(sale("to", "new-fund", "toName", "New Fund Limited", "amount", null, "whole", "true", "tranche", null, "effectiveDate", "2010-06-10",
                "tradeDate", "2010-06-10")));
        assertThat(positions("2010-06-10")).containsEntry("endeavour", "0.00").containsEntry("new-fund", "10000000.00");
        assertThat(slices(1, "principal:first")).endsWith("0.00", "2833333.33", "2833333.33");
        String title = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/proposals").path("rows[0].title");
        assertThat(title).isEqualTo("Transfer 10,000,000.00, the whole position, from Endeavour Financial Corporation to New Fund Limited on 2010-06-10");
    }

    @Test
    void a_transfer_below_the_least_amount_is_refused_unless_it_is_a_whole_holding() {
        term("transfers.minimum", "6,000,000.00");
        assertThat(refused(sale("amount", "4,999,999.99"))).singleElement().satisfies(problem -> {
            assertThat(problem.get("field")).isEqualTo("amount");
            assertThat(problem.get("value")).isEqualTo("4,999,999.99");
            assertThat(problem.get("message")).contains("below the least amount of a transfer, 6,000,000.00", "all of the 5,000,000.00 that Endeavour Financial Corporation holds");
        });
        deal.proposed("register.transfer", json(SALE));
        term("transfers.whole-holdings", "false");
        assertThat(refused(SALE)).singleElement().satisfies(problem -> assertThat(problem.get("message")).contains("excepts no whole holding"));
        term("transfers.minimum", "none");
        deal.proposed("register.transfer", json(sale("amount", "0.01")));
    }

    @Test
    void shares_moved_at_once_are_under_the_same_least_amount() {
        term("transfers.minimum", "1,000,000.00");
        String shares = """
                {"on":"2010-06-10","unit":"amount","shares":[{"lender":"petropavlovsk","value":"20000000.00"},{"lender":"lansdowne-equity-limited","value":"6666666.67"},
                 {"lender":"lansdowne-equity-lp","value":"6666666.67"},{"lender":"lansdowne-strategic","value":"6666666.66"},{"lender":"endeavour","value":"%s"},
                 {"lender":"blackrock","value":"%s"}]}""";
        Response small = deal.proposes(deal.first(), null, "register.move", shares.formatted("9999999.00", "10000001.00"));
        small.then().statusCode(422);
        assertThat(small.<List<String>>path("problems.field")).containsExactly("shares[4].value");
        assertThat(small.<String>path("problems[0].message")).contains("sells 1.00, below the least amount of a transfer, 1,000,000.00");
        deal.proposed("register.move", shares.formatted("9000000.00", "11000000.00"));
    }

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            from          | nobody       | from          | is not a lender of this deal
            from          |              | from          | is missing; name the lender who sells
            to            | endeavour    | to            | sells it; name another lender
            to            | nobody       | to            | a new one needs its legal name
            to            |              | to            | is missing; name the lender who buys
            toName        | Any Fund     | to            | is already the short name of a lender
            amount        | 0.00         | amount        | must be above zero
            amount        | -1           | amount        | must be above zero
            amount        | 1.001        | amount        | at most 2 decimals
            amount        | much         | amount        | digits with a point
            amount        | 5,000,000.01 | amount        | is more than the 5,000,000.00 that Endeavour Financial Corporation holds on 2010-07-26 in the Reduced Principal
            whole         | true         | amount        | leave it empty, or do not ask for the whole
            tranche       | fourth       | tranche       | must be one of [first, second, reduced]
            tranche       | second       | from          | holds nothing on 2010-07-26 in the Second Instalment
            tradeDate     | 2010-07-27   | tradeDate     | is after the effective date 2010-07-26
            tradeDate     |              | tradeDate     | is missing
            tradeDate     | 1899-12-31   | tradeDate     | from the year 1900 to 2199
            effectiveDate |              | effectiveDate | is missing
            effectiveDate | 2010-06-08   | effectiveDate | its register opens on 2010-06-09
            effectiveDate | 2200-01-01   | effectiveDate | up to the year 2199
            fee           | 100.00       | feePaidBy     | seller or buyer
            fee           | 0            | fee           | must be above zero
            feePaidBy     | seller       | feePaidBy     | stands without a fee
            """)
    void what_cannot_be_is_refused_beside_its_field_with_what_would_be_right(String field, String value, String problem, String right) {
        assertThat(refused(sale(field, value))).anySatisfy(wrong -> {
            assertThat(wrong.get("field")).isEqualTo(problem);
            assertThat(wrong.get("message")).contains(right);
        });
    }

    @Test
    void a_transfer_needs_the_number_of_its_certificate() {
        Response made = deal.first().sends().contentType("application/json").body("{\"kind\":\"register.transfer\",\"payload\":" + json(SALE) + ",\"reason\":\"sold\",\"reference\":\" \"}")
                .post("/api/v1/deals/" + deal.slug() + "/proposals");
        made.then().statusCode(422);
        assertThat(made.<String>path("problems[0].field")).isEqualTo("reference");
        deal.proposes(deal.first(), null, "register.transfer", "{\"from\":7}").then().statusCode(422);
    }

    @Test
    void one_cannot_sell_what_one_has_sold_already_from_a_later_day_on() {
        approved("register.transfer", json(SALE));
        Response early = deal.proposes(deal.first(), null, "register.transfer", json(sale("to", "petropavlovsk", "effectiveDate", "2010-07-21")));
        early.then().statusCode(409);
        assertThat(early.<String>path("error")).contains("Endeavour Financial Corporation in Reduced Principal would be negative on 2010-07-26");
    }

    @Test
    void one_that_is_found_out_after_a_payment_was_booked_leaves_what_was_paid_and_makes_the_difference_due() {
        approved("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}");
        assertThat(positions("2010-06-10")).containsEntry("endeavour", "7166666.67").containsEntry("blackrock", "7166666.67");
        approved("register.transfer", json(sale("amount", null, "whole", "true", "tranche", null, "tradeDate", "2010-06-09", "effectiveDate", "2010-06-10")));
        // its 2,833,333.33 of the First Instalment was the buyer's, beside 2,833,333.33 of its own: 20,000,000.00 less 5,666,666.66
        assertThat(positions("2010-06-10")).containsEntry("endeavour", "0.00").containsEntry("blackrock", "14333333.34");
        assertThat(sum(slices(1, "principal:first"))).isEqualTo("17000000.00");
        Response register = deal.endeavour().asks().get("/api/v1/deals/" + deal.slug() + "/register?on=2010-06-10");
        assertThat(register.<List<String>>path("entries.findAll { it.tradeDate != null }.cause")).containsOnly("transfer").hasSize(3);
    }

    @Test
    void warrants_stay_where_they_are_unless_they_are_stapled_to_the_loan() {
        approved("register.transfer", json(SALE));
        assertThat(slices(0, null)).containsExactly("10000000", "3333333", "3333334", "3333333", "5000000", "5000000");
        assertThat(warrants(deal.endeavour(), "2010-07-26")).isEqualTo(5_000_000);
        term("warrants.stapled", "true");
        assertThat(warrants(deal.endeavour(), "2010-07-25")).isEqualTo(5_000_000);
        assertThat(warrants(deal.endeavour(), "2010-07-26")).isZero();
        assertThat(warrants(actingFor("blackrock"), "2010-07-26")).isEqualTo(10_000_000);
    }

    private int warrants(Visitor lender, String on) {
        Response answer = lender.asks().get("/api/v1/deals/" + deal.slug() + "/warrants?on=" + on);
        return new BigDecimal(answer.path("warrants.own.count").toString()).intValueExact();
    }

    private UUID lender(String handle) {
        return Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(deal.id(), null))).stream()
                .filter(lender -> lender.handle().equals(handle)).findFirst().orElseThrow().id();
    }

    private Visitor actingFor(String handle) {
        String login = "transfer-" + UUID.randomUUID();
        accounts.grantLender(accounts.create(login, handle, Visitor.PASSWORD), deal.id(), lender(handle));
        return Visitor.signsIn(login);
    }

    @Test
    void seller_buyer_and_agent_see_trade_date_and_fee_and_a_third_lender_sees_nothing_of_it() {
        approved("register.transfer", json(sale("to", "new-fund", "toName", "Quiet Fund Limited", "fee", "3,517.00", "feePaidBy", "buyer", "tradeDate", "2010-07-19")));
        String base = "/api/v1/deals/" + deal.slug() + "/register?on=2010-07-26";
        for (Visitor party : List.of(deal.first(), deal.endeavour(), actingFor("new-fund"))) {
            Response register = party.asks().get(base);
            assertThat(register.<List<String>>path("entries.findAll { it.cause == 'transfer' }.tradeDate")).isNotEmpty().containsOnly("2010-07-19");
            assertThat(register.<List<String>>path("entries.findAll { it.fee != null }.fee")).as("once").containsExactly("3517.00");
            assertThat(register.<List<String>>path("entries.findAll { it.cause != 'transfer' }.tradeDate")).doesNotContain("2010-07-19");
            assertThat(party.asks().get("/deals/" + deal.slug() + "/register/entries.csv?on=2010-07-26").asString()).contains("2010-07-19,3517.00,buyer", "tradeDate,fee,feePaidBy");
            assertThat(party.asks().get("/deals/" + deal.slug() + "/register?on=2010-07-26").asString()).contains("traded 19 Jul 2010", "3,517.00, paid by the buyer");
        }
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/history").asString()).contains("traded 19 Jul 2010, T-1", "3,517.00, paid by the buyer");
        Visitor third = actingFor("petropavlovsk");
        for (String path : List.of("/register?on=2010-07-26", "/register/entries.csv?on=2010-07-26", "/register/positions.csv?on=2010-07-26", "/history", "/allocation?on=2010-07-26")) {
            assertThat(third.asks().get("/deals/" + deal.slug() + path).then().statusCode(200).extract().asString()).as(path)
                    .doesNotContain("19 Jul 2010", "2010-07-19", "3,517", "3517.00", "T-1", "Quiet Fund");
            assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + path).asString()).as("the seller, " + path).doesNotContain("Quiet Fund", "new-fund");
        }
        for (String path : List.of("", "/form", "/check")) {
            third.sends().formParam("from", "endeavour").post("/deals/" + deal.slug() + "/register/transfer" + path).then().statusCode(404);
        }
        third.asks().get("/deals/" + deal.slug() + "/register/transfer").then().statusCode(404);
        assertThat(rowsBehindTheWallOf("endeavour")).isEqualTo(1);
        assertThat(rowsBehindTheWallOf("new-fund")).isEqualTo(1);
        assertThat(rowsBehindTheWallOf("petropavlovsk")).isZero();
    }

    /** What the database itself gives the portal's role for that lender, whatever the query. */
    private long rowsBehindTheWallOf(String handle) {
        UUID lender = lender(handle);
        return QuarkusTransaction.requiringNew().call(() -> {
            database.createNativeQuery("select set_config('prorata.sees', '{}', true), set_config('prorata.lenders', :lenders, true)").setParameter("lenders", "{" + lender + "}").getSingleResult();
            return ((Number) database.createNativeQuery("select count(*) from transfer where deal_id = :deal").setParameter("deal", deal.id()).getSingleResult()).longValue();
        });
    }

    @Test
    void what_was_known_before_a_transfer_is_shown_as_it_was_to_the_byte() {
        String known = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/matrix").path("known");
        String path = "/deals/" + deal.slug() + "/register/entries.csv?on=2010-12-31&known=" + known;
        String before = deal.first().asks().get(path).asString();
        approved("register.transfer", json(sale("fee", "1.00", "feePaidBy", "seller")));
        assertThat(deal.first().asks().get(path).asString()).isEqualTo(before);
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/register/entries.csv?on=2010-12-31").asString()).isNotEqualTo(before);
    }

    @Test
    void the_two_parties_stand_on_top_of_the_preview_also_among_many() {
        Staffed large = desk.rusoroAmong(400);
        Map<String, String> sale = sale("from", "fund-399", "to", "fund-397", "amount", "500.00", "tranche", null, "effectiveDate", "2010-06-10", "tradeDate", "2010-06-10");
        String page = large.second().asks().get("/approvals/" + large.proposed("register.transfer", json(sale))).then().statusCode(200).extract().asString();
        String table = page.substring(page.indexOf("<tbody>"));
        assertThat(table.indexOf("Fund number 397")).isPositive().isLessThan(table.indexOf("Endeavour Financial Corporation"));
        assertThat(table.indexOf("Fund number 399")).isPositive().isLessThan(table.indexOf("Endeavour Financial Corporation"));
        assertThat(page).contains("Lenders 1 to 200 of 400", "+500.00", "\u2212500.00");
    }
}
