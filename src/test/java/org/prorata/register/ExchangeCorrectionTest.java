package org.prorata.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Visitor;
import org.prorata.identity.Walls;
import org.prorata.web.Today;

/** Exchanges into shares that were entered wrongly, put right over HTTP: both times, four eyes, and what was paid meanwhile (rules F3, F13, F15). */
@QuarkusTest
class ExchangeCorrectionTest {

    /** Of its 5,000,000.00 of the Reduced Principal. */
    private static final String ENDEAVOURS = "{\"lender\":\"endeavour\",\"amount\":\"2,000,000.00\",\"on\":\"2010-10-01\"}";
    private static final String KIND = "register.correct-exchange";
    private static final String WITHOUT_LAST_DAY_TO_SIGN = "(?m)^  sign-by:.*(\\n    .*)*";
    private static final List<String> DAYS = List.of("2010-06-09", "2010-06-10", "2010-09-30", "2010-10-01", "2010-10-14", "2010-10-15", "2010-12-10", "2011-06-09", "2011-06-10", "2012-01-10");

    @Inject Desk desk;
    @Inject Today today;
    @Inject Accounts accounts;

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

    private void approved(String kind, String payload) {
        Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    /** As {@link #ENDEAVOURS}; the number of its entry. */
    private long exchanged() {
        approved("register.exchange", ENDEAVOURS);
        return standing();
    }

    /** The entry that the agent's register offers to correct; the only exchange there is. */
    private long standing() {
        String page = deal.first().asks().get("/deals/" + deal.slug() + "/register?on=2012-01-10").asString();
        assertThat(page.split("/register/exchanges/", -1)).as("one exchange stands").hasSize(2);
        return Long.parseLong(page.replaceAll("(?s).*/register/exchanges/(\\d+)/correct.*", "$1"));
    }

    private void corrected(long entry, String right) {
        approved(KIND, "{\"entry\":" + entry + "," + right + "}");
    }

    private Response asks(Visitor who, String path) {
        Response answer = who.asks().get("/api/v1/deals/" + deal.slug() + path);
        answer.then().statusCode(200);
        return answer;
    }

    private String known() {
        return asks(deal.first(), "/export").path("known");
    }

    private List<String> slices(int payment, String component) {
        return asks(deal.first(), "/export").path("components.find { it.payment == " + payment + " && it.component == '" + component + "' }.slices.slice");
    }

    private String total(int payment, String component) {
        return asks(deal.first(), "/payments/" + payment + "/slices/" + component).path("total.amount");
    }

    private String held(String lender, String tranche, String on) {
        return asks(deal.first(), "/positions?on=" + on).path("positions.find { it.lender == '" + lender + "' }.byTranche." + tranche);
    }

    private void provenOnEveryDate(String known) {
        for (String on : DAYS) {
            Response positions = asks(deal.first(), "/positions?on=" + on + (known == null ? "" : "&known=" + known));
            assertThat(positions.<List<Boolean>>path("tranches.proven")).as(on + " as known " + known).containsOnly(true);
        }
    }

    /** What the database tells every lender of, in whole: it follows each entry by itself. */
    private void allOfItLeft(long cents) {
        assertThat(Owner.counts("select coalesce(sum(amount), 0)::bigint from exchanged where deal_id = ?", deal.id())).isEqualTo(cents);
        assertThat(Owner.counts("select count(*) from entry e full join exchanged x using (deal_id, seq) where coalesce(e.corrects, e.cause, 'none') in ('exchange', 'none') and deal_id = ?"
                + " and (e.amount, e.on_date, e.known, e.tranche) is distinct from (-x.amount, x.on_date, x.known, x.tranche)", deal.id())).isZero();
    }

    @Test
    void a_wrong_amount_is_reversed_and_the_right_one_written_with_the_same_effective_date() {
        long entry = exchanged();
        String before = known();
        corrected(entry, "\"amount\":\"1,500,000.00\"");
        // 30,000,000.00 × 10 % × 21/365 + 28,500,000.00 × 10 % × 70/365 = 172,602.7397… + 546,575.3424…
        assertThat(total(4, "reduced-principal")).isEqualTo("719178.08");
        assertThat(total(6, "principal:reduced")).isEqualTo("28500000.00");
        assertThat(held("endeavour", "reduced", "2010-10-01")).isEqualTo("3500000.00");
        Response register = asks(deal.first(), "/register?on=2010-10-01");
        assertThat(register.<List<String>>path("entries.findAll { it.corrects == 'exchange' }.amount")).containsExactly("-1500000.00", "2000000.00");
        assertThat(register.<List<String>>path("entries.findAll { it.corrects == 'exchange' }.on")).containsOnly("2010-10-01");
        assertThat(asks(deal.first(), "/positions?on=2010-10-01&known=" + before).<String>path("positions.find { it.lender == 'endeavour' }.byTranche.reduced")).isEqualTo("3000000.00");
        provenOnEveryDate(null);
        provenOnEveryDate(before);
        allOfItLeft(1_500_000_00);
    }

    @Test
    void it_can_be_corrected_again_and_at_last_taken_back_as_if_it_had_never_been() {
        List<String> interest = slices(4, "reduced-principal");
        String file = deal.first().asks().get("/deals/" + deal.slug() + "/term-sheet.yaml").asString();
        long first = exchanged();
        corrected(first, "\"amount\":\"1,500,000.00\"");
        corrected(standing(), "\"whole\":true");
        assertThat(held("endeavour", "reduced", "2010-10-01")).as("the whole is what it holds without the exchange").isEqualTo("0.00");
        long last = standing();
        String proposal = deal.proposed(KIND, "{\"entry\":" + last + ",\"takenBack\":true}");
        assertThat(deal.second().asks().get("/api/v1/approvals/" + proposal).<String>path("title"))
                .isEqualTo("Take back the exchange of 2010-10-01 (T-1): 5,000,000.00 of Reduced Principal of Endeavour Financial Corporation");
        Staffed.decides(deal.second(), proposal, "approve").then().statusCode(200);
        assertThat(held("endeavour", "reduced", "2010-10-01")).isEqualTo("5000000.00");
        assertThat(slices(4, "reduced-principal")).isEqualTo(interest);
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/term-sheet.yaml").asString()).isEqualTo(file);
        provenOnEveryDate(null);
        allOfItLeft(0);
        for (long gone : new long[] {first, last}) {
            Response again = deal.proposes(deal.first(), null, KIND, "{\"entry\":" + gone + ",\"takenBack\":true}");
            again.then().statusCode(422);
            assertThat(again.<String>path("problems[0].message")).startsWith("is not an exchange that stands");
        }
    }

    @Test
    void of_a_wrong_date_nothing_is_left_on_that_day() {
        corrected(exchanged(), "\"on\":\"2010-10-15\"");
        assertThat(held("endeavour", "reduced", "2010-10-14")).isEqualTo("5000000.00");
        assertThat(held("endeavour", "reduced", "2010-10-15")).isEqualTo("3000000.00");
        Response quarter = asks(deal.endeavour(), "/payments/4/slices/reduced-principal");
        assertThat(quarter.<List<String>>path("total.stretches.from")).as("a day on which nothing changed in the end cuts no period").containsExactly("2010-09-10", "2010-10-15");
        // 30,000,000.00 × 10 % × 35/365 + 28,000,000.00 × 10 % × 56/365 = 287,671.2328… + 429,589.0410…
        assertThat(quarter.<String>path("total.amount")).isEqualTo("717260.27");
        provenOnEveryDate(null);
        corrected(standing(), "\"on\":\"2010-09-30\"");
        assertThat(held("endeavour", "reduced", "2010-09-30")).isEqualTo("3000000.00");
        provenOnEveryDate(null);
        allOfItLeft(2_000_000_00);
    }

    private UUID lender(String handle) {
        return Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(deal.id(), null))).stream()
                .filter(lender -> lender.handle().equals(handle)).findFirst().orElseThrow().id();
    }

    private Visitor actingFor(String handle) {
        String login = "exchange-" + UUID.randomUUID();
        accounts.grantLender(accounts.create(login, handle, Visitor.PASSWORD), deal.id(), lender(handle));
        return Visitor.signsIn(login);
    }

    /** Bytes of every address at that instant, the agent's and one lender's. */
    private Map<String, String> shown(String known, Visitor lender) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String on : List.of("2010-10-01", "2010-12-10", "2011-06-10")) {
            String at = "?on=" + on + "&known=" + known;
            for (String path : List.of("/api/v1/deals/%s/positions", "/api/v1/deals/%s/register", "/api/v1/deals/%s/payments", "/api/v1/deals/%s/payments/4", "/api/v1/deals/%s/payments/4/slices/reduced-principal",
                    "/api/v1/deals/%s/payments/6", "/api/v1/deals/%s/history", "/api/v1/deals/%s/adjustments", "/deals/%s/register/entries.csv", "/deals/%s/register/positions.csv")) {
                shown.put("agent " + path + at, bytes(deal.first(), path + at));
                shown.put("lender " + path + at, bytes(lender, path + at));
            }
            for (String path : List.of("/api/v1/deals/%s/export", "/api/v1/deals/%s/matrix", "/deals/%s/matrix.csv", "/deals/%s/term-sheet.yaml")) {
                shown.put("agent " + path + at, bytes(deal.first(), path + at));
            }
            for (String path : List.of("/api/v1/deals/%s/allocation", "/deals/%s/allocation.csv")) {
                shown.put("lender " + path + at, bytes(lender, path + at));
            }
        }
        return shown;
    }

    private String bytes(Visitor who, String path) {
        return new String(who.asks().get(path.formatted(deal.slug())).then().statusCode(200).extract().asByteArray(), StandardCharsets.ISO_8859_1);
    }

    private static BigDecimal sum(List<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What all adjustments together make due beside what was paid, by lender; lenders of nothing are left out. */
    private Map<String, BigDecimal> adjusted() {
        Map<String, BigDecimal> adjusted = new TreeMap<>();
        for (Map<String, String> each : asks(deal.first(), "/export").<List<Map<String, String>>>path("adjustments")) {
            adjusted.merge(each.get("lender"), new BigDecimal(each.get("due")).subtract(new BigDecimal(each.get("before"))), BigDecimal::add);
        }
        adjusted.values().removeIf(amount -> amount.signum() == 0);
        return adjusted;
    }

    @Test
    void what_was_paid_after_it_stays_paid_and_each_lenders_difference_becomes_an_adjustment_that_adds_up_to_zero() {
        deal = desk.rusoro(text -> text.replaceFirst(WITHOUT_LAST_DAY_TO_SIGN, ""));
        today.pretend(LocalDate.of(2011, 6, 10));
        long entry = exchanged();
        approved("payment.book", "{\"payment\":4,\"valueDate\":\"2010-12-10\"}");
        approved("payment.book", "{\"payment\":6,\"valueDate\":\"2011-06-10\",\"components\":[\"principal:reduced\"]}");
        Visitor other = actingFor("blackrock");
        String before = known();
        Map<String, String> then = shown(before, other);
        List<String> paid = slices(4, "reduced-principal");

        String proposal = deal.proposed(KIND, "{\"entry\":" + entry + ",\"lender\":\"blackrock\"}");
        assertThat(deal.first().asks().get("/approvals/" + proposal + "/comparison.csv").asString())
                .contains("Endeavour Financial Corporation,\"Payment 4, 2010-12-10\",\"Adjustment of Interest on the Reduced Principal, interest, booked\",USD,0.00,38356.1");
        Staffed.decides(deal.second(), proposal, "approve").then().statusCode(200);

        assertThat(slices(4, "reduced-principal")).as("cash that was paid").isEqualTo(paid);
        assertThat(total(4, "reduced-principal")).isEqualTo("709589.04");
        assertThat(held("endeavour", "reduced", "2010-10-01")).isEqualTo("5000000.00");
        assertThat(held("blackrock", "reduced", "2010-10-01")).isEqualTo("3000000.00");
        assertThat(asks(deal.first(), "/positions?on=2011-06-10").<List<String>>path("positions.byTranche.reduced")).as("paid out in full, to the right ones").containsOnly("0.00");
        Response export = asks(deal.first(), "/export");
        for (String component : List.of("reduced-principal", "principal:reduced")) {
            String of = "adjustments.findAll { it.component == '" + component + "' }.";
            assertThat(sum(export.path(of + "due"))).as(component).isEqualByComparingTo(sum(export.path(of + "before"))).isPositive();
        }
        // interest: 2,000,000.00 for 70 days of 2,590 million of 709,589.04 is 38,356.16, to the cent that carries leave; principal: 2,000,000.00
        Map<String, BigDecimal> due = adjusted();
        assertThat(due).containsOnlyKeys("blackrock", "endeavour");
        assertThat(due.get("endeavour")).isBetween(new BigDecimal("2038356.15"), new BigDecimal("2038356.18"));
        assertThat(due.get("blackrock")).isEqualByComparingTo(due.get("endeavour").negate());
        provenOnEveryDate(null);
        allOfItLeft(2_000_000_00);

        shown(before, other).forEach((address, bytes) -> assertThat(bytes).as(address).isEqualTo(then.get(address)));
        assertThat(shown(known(), other)).as("as known now it is otherwise").isNotEqualTo(then);

        // the other way round again: nothing is due any more
        corrected(standing(), "\"lender\":\"endeavour\"");
        assertThat(adjusted()).isEmpty();
        provenOnEveryDate(null);
    }

    @Test
    void taken_back_after_payments_it_leaves_what_was_not_paid_outstanding_and_splits_what_was() {
        deal = desk.rusoro(text -> text.replaceFirst(WITHOUT_LAST_DAY_TO_SIGN, ""));
        today.pretend(LocalDate.of(2011, 6, 10));
        long entry = exchanged();
        approved("payment.book", "{\"payment\":4,\"valueDate\":\"2010-12-10\"}");
        corrected(entry, "\"takenBack\":true");
        assertThat(total(4, "reduced-principal")).as("a booked total is never computed anew").isEqualTo("709589.04");
        Response export = asks(deal.first(), "/export");
        assertThat(sum(export.path("adjustments.due"))).isEqualByComparingTo(sum(export.path("adjustments.before")));
        // a sixth of 709,589.04 is 118,264.84, where 86,301.36 was paid
        assertThat(adjusted().get("endeavour")).isBetween(new BigDecimal("31963.47"), new BigDecimal("31963.49"));
        assertThat(adjusted().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("0");
        assertThat(total(6, "principal:reduced")).isEqualTo("30000000.00");
        provenOnEveryDate(null);
    }

    @Test
    void another_lender_sees_the_deals_totals_put_right_and_no_trace_of_whose_it_was() {
        Visitor other = actingFor("blackrock");
        long entry = exchanged();
        corrected(entry, "\"amount\":\"1,500,000.00\"");
        Response register = asks(other, "/register?on=2010-10-01");
        assertThat(register.<String>path("tranches.find { it.id == 'reduced' }.total.deal")).isEqualTo("28500000.00");
        assertThat(register.<List<String>>path("entries.cause")).containsOnly("initial");
        assertThat(asks(other, "/allocation?on=2010-10-01").<String>path("principal.tranches.find { it.id == 'reduced' }.own.share.percent")).isEqualTo("17.543859649");
        for (String path : List.of("/register/entries.csv?on=2010-10-01", "/history", "/register?on=2010-10-01", "/allocation?on=2010-10-01", "/payments/4")) {
            assertThat(other.asks().get("/deals/" + deal.slug() + path).then().statusCode(200).extract().asString()).as(path).doesNotContain("T-1", "1,500,000.00", "exchanges/");
        }
        String form = "/deals/" + deal.slug() + "/register/exchanges/" + standing() + "/correct";
        for (Visitor stranger : List.of(other, deal.endeavour())) {
            stranger.asks().get(form).then().statusCode(404);
            stranger.sends().formParam("amount", "1").post(form).then().statusCode(404);
            stranger.sends().formParam("amount", "1").post(form + "/form").then().statusCode(404);
        }
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/history").asString()).contains("Correction", "1,500,000.00").doesNotContain("exchanges/");
    }

    @Test
    void a_position_that_would_be_negative_on_a_later_date_is_refused_and_named() {
        long entry = exchanged();
        approved("register.transfer", "{\"from\":\"endeavour\",\"to\":\"blackrock\",\"amount\":\"3,000,000.00\",\"tranche\":\"reduced\",\"tradeDate\":\"2010-10-20\",\"effectiveDate\":\"2010-11-01\"}");
        Response more = deal.proposes(deal.first(), null, KIND, "{\"entry\":" + entry + ",\"amount\":\"2,000,000.01\"}");
        more.then().statusCode(409);
        assertThat(more.<String>path("error")).contains("Endeavour Financial Corporation in Reduced Principal would be negative on 2010-11-01");
        assertThat(more.asString()).contains("3,000,000.00 leave it on 2010-11-01 (T-1)");
        Response later = deal.proposes(deal.first(), null, KIND, "{\"entry\":" + entry + ",\"on\":\"2010-11-02\",\"amount\":\"2,000,000.01\"}");
        later.then().statusCode(422);
        assertThat(later.<String>path("problems[0].message")).contains("is more than the 2,000,000.00 that Endeavour Financial Corporation holds in the Reduced Principal on 2010-11-02");
        corrected(entry, "\"amount\":\"2,000,000.00\",\"on\":\"2010-11-02\"");
        assertThat(held("endeavour", "reduced", "2010-11-02")).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "entry":1,"amount":"1"                                       | entry   | is not an exchange that stands; opening amounts, transfers and payments
            "entry":99,"takenBack":true                                  | entry   | is not an exchange that stands
            "takenBack":true                                             | entry   | is not an exchange that stands
            "entry":@                                                    | amount  | nothing would change
            "entry":@,"takenBack":false                                  | amount  | nothing would change
            "entry":@,"lender":"endeavour","amount":"2000000","on":"2010-10-01","tranche":"reduced" | amount | nothing would change
            "entry":@,"lender":"nobody"                                  | lender  | is not a lender of this deal
            "entry":@,"tranche":"first"                                  | tranche | must be one of [reduced]
            "entry":@,"tranche":"none"                                   | tranche | must be one of [reduced]
            "entry":@,"amount":"5,000,000.01"                            | amount  | is more than the 5,000,000.00 that Endeavour Financial Corporation holds in the Reduced Principal on 2010-10-01
            "entry":@,"amount":"0"                                       | amount  | must be above zero
            "entry":@,"amount":"-1"                                      | amount  | must be above zero
            "entry":@,"amount":""                                        | amount  | is missing
            "entry":@,"amount":"a lot"                                   | amount  | amount
            "entry":@,"amount":"1","whole":true                          | amount  | stands beside the whole position
            "entry":@,"on":"2010-06-08"                                  | on      | its register opens on 2010-06-09
            "entry":@,"on":"2200-01-01"                                  | on      | up to the year 2199
            "entry":@,"on":"2011-06-11"                                  | lender  | holds nothing
            "entry":@,"takenBack":true,"amount":"1"                      | amount  | stands beside taking it back
            "entry":@,"takenBack":true,"on":"2010-10-02"                 | on      | stands beside taking it back
            """)
    void what_cannot_be_is_refused_beside_its_field_with_what_would_be_right(String payload, String field, String right) {
        long entry = exchanged();
        Response made = deal.proposes(deal.first(), null, KIND, "{" + payload.replace("@", String.valueOf(entry)) + "}");
        made.then().statusCode(422);
        assertThat(made.<List<Map<String, String>>>path("problems")).anySatisfy(wrong -> {
            assertThat(wrong.get("field")).isEqualTo(field);
            assertThat(wrong.get("message")).contains(right);
        });
    }

    @Test
    void one_imported_in_a_tranche_that_the_terms_do_not_let_be_exchanged_can_be_moved_to_the_right_one() {
        deal = desk.rusoro(text -> text + "movements:\n  - {on: 2010-06-20, lender: endeavour, tranche: second, amount: \"-1,000,000.00\", cause: exchange, reference: N-1}\n");
        assertThat(total(2, "principal:second")).isEqualTo("12000000.00");
        String proposal = deal.proposed(KIND, "{\"entry\":" + standing() + ",\"tranche\":\"reduced\"}");
        assertThat(deal.second().asks().get("/api/v1/approvals/" + proposal).<String>path("title"))
                .isEqualTo("Correct the exchange of 2010-06-20 (N-1) of Endeavour Financial Corporation: of Reduced Principal, not Second Instalment");
        Staffed.decides(deal.second(), proposal, "approve").then().statusCode(200);
        assertThat(held("endeavour", "second", "2010-06-20")).isEqualTo("2166666.67");
        assertThat(held("endeavour", "reduced", "2010-06-20")).isEqualTo("4000000.00");
        assertThat(total(2, "principal:second")).isEqualTo("13000000.00");
        assertThat(total(6, "principal:reduced")).isEqualTo("29000000.00");
        provenOnEveryDate(null);
        allOfItLeft(1_000_000_00);
    }

    @Test
    void it_is_a_proposal_like_any_other_and_the_right_entry_keeps_the_reference_of_its_notice() {
        long entry = exchanged();
        String payload = "{\"entry\":" + entry + ",\"amount\":\"1,500,000.00\"}";
        String id = deal.proposes(deal.first(), "once", KIND, payload).then().statusCode(201).extract().path("id");
        assertThat(deal.proposes(deal.first(), "once", KIND, payload).<String>path("id")).as("sent twice, made once").isEqualTo(id);
        deal.proposes(deal.first(), "once", KIND, "{\"entry\":" + entry + ",\"takenBack\":true}").then().statusCode(422);
        Staffed.decides(deal.first(), id, "approve").then().statusCode(409);
        String stale = deal.proposed(KIND, "{\"entry\":" + entry + ",\"takenBack\":true}");
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        Staffed.decides(deal.second(), stale, "approve").then().statusCode(409);
        deal.first().sends().contentType("application/json").post("/api/v1/approvals/" + stale + "/rebase").then().statusCode(422);
        Response unnamed = deal.first().sends().contentType("application/json").body("{\"kind\":\"" + KIND + "\",\"payload\":{\"entry\":" + standing() + ",\"amount\":\"1.00\"},\"reason\":\"again\"}")
                .post("/api/v1/deals/" + deal.slug() + "/proposals");
        Staffed.decides(deal.second(), unnamed.path("id"), "approve").then().statusCode(200);
        assertThat(asks(deal.first(), "/register?on=2010-10-01").<String>path("entries[0].reference")).isEqualTo("T-1");
    }
}
