package org.prorata.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.SampleDeal;
import org.prorata.identity.Accounts;
import org.prorata.identity.Visitor;
import org.prorata.identity.Walls;
import org.prorata.web.Today;

/** Principal of the real deal exchanged into shares, over HTTP. */
@QuarkusTest
class ExchangeTest {

    /** Of its 5,000,000.00 of the Reduced Principal. */
    private static final String ENDEAVOURS = "{\"lender\":\"endeavour\",\"amount\":\"2,000,000.00\",\"on\":\"2010-10-01\"}";
    private static final String WITHOUT_LAST_DAY_TO_SIGN = "(?m)^  sign-by:.*(\\n    .*)*";

    @Inject Desk desk;
    @Inject SampleDeal sample;
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

    private Response asks(Visitor who, String path) {
        Response answer = who.asks().get("/api/v1/deals/" + deal.slug() + path);
        answer.then().statusCode(200);
        return answer;
    }

    private List<String> slices(String slug, int payment, String component) {
        return deal.first().asks().get("/api/v1/deals/" + slug + "/export").path("components.find { it.payment == " + payment + " && it.component == '" + component + "' }.slices.slice");
    }

    private String total(int payment, String component) {
        return asks(deal.first(), "/payments/" + payment + "/slices/" + component).path("total.amount");
    }

    private String held(String lender, String on) {
        return asks(deal.first(), "/positions?on=" + on).path("positions.find { it.lender == '" + lender + "' }.byTranche.reduced");
    }

    private void provenOnEveryDate(String known) {
        for (String on : List.of("2010-06-09", "2010-06-10", "2010-09-30", "2010-10-01", "2010-10-02", "2010-12-10", "2011-06-09", "2011-06-10", "2012-01-10")) {
            Response positions = asks(deal.first(), "/positions?on=" + on + (known == null ? "" : "&known=" + known));
            assertThat(positions.<List<Boolean>>path("tranches.proven")).as(on + " as known " + known).containsOnly(true);
        }
    }

    @Test
    void what_is_exchanged_bears_interest_until_that_day_and_does_not_fall_due() {
        approved("register.exchange", ENDEAVOURS);
        Response quarter = asks(deal.endeavour(), "/payments/4/slices/reduced-principal");
        // 30,000,000.00 × 10 % × 21/365 = 172,602.7397… and 28,000,000.00 × 10 % × 70/365 = 536,986.3013…: 709,589.0410… together
        assertThat(quarter.<List<String>>path("total.stretches.principal")).containsExactly("30000000.00", "28000000.00");
        assertThat(quarter.<List<String>>path("total.stretches.from")).containsExactly("2010-09-10", "2010-10-01");
        assertThat(quarter.<List<Integer>>path("total.stretches.days")).containsExactly(21, 70);
        assertThat(quarter.<String>path("total.amount")).isEqualTo("709589.04");
        // 5,000,000.00 for 21 days and 3,000,000.00 for 70 are 315 of 2,590 million days: 86,301.3697…
        assertThat(slices(deal.slug(), 4, "reduced-principal")).containsExactly("249315.07", "83105.03", "83105.02", "83105.03", "86301.36", "124657.53");
        assertThat(total(5, "reduced-principal")).isEqualTo("690410.96");                 // 28,000,000.00 × 10 % × 90/365
        assertThat(total(6, "reduced-principal")).isEqualTo("705753.42");                 // … × 92/365
        assertThat(total(3, "reduced-principal")).isEqualTo("756164.38");                 // the quarter before is as it was
        assertThat(total(6, "principal:reduced")).isEqualTo("28000000.00");
        assertThat(slices(deal.slug(), 6, "principal:reduced")).containsExactly("10000000.00", "3333333.33", "3333333.34", "3333333.33", "3000000.00", "5000000.00");
        assertThat(held("endeavour", "2010-09-30")).isEqualTo("5000000.00");
        assertThat(held("endeavour", "2010-10-01")).isEqualTo("3000000.00");
        provenOnEveryDate(null);
        Response shown = asks(deal.endeavour(), "/payments/6");
        assertThat(shown.<String>path("payment.components.find { it.component == 'principal:reduced' }.mark.provenance")).isEqualTo("computed");
        assertThat(asks(deal.endeavour(), "/payments/1").<String>path("payment.components[0].mark.provenance")).isEqualTo("published");
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/payments/6").asString()).contains("The terms state US$ 30,000,000.00", "no more falls due than what is outstanding");
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

    @Test
    void another_lender_sees_the_deals_totals_fall_and_no_trace_of_whose_it_was() {
        String known = asks(deal.first(), "/matrix").path("known");
        Visitor other = actingFor("blackrock");
        String before = asks(other, "/allocation?on=2010-10-01&known=" + known).asString();
        approved("register.exchange", ENDEAVOURS);
        Response allocation = asks(other, "/allocation?on=2010-10-01");
        String reduced = "principal.tranches.find { it.id == 'reduced' }.";
        assertThat(allocation.<String>path(reduced + "dealBooked")).isEqualTo("28000000.00");
        assertThat(allocation.<String>path(reduced + "dealProjected")).isEqualTo("28000000.00");
        assertThat(allocation.<String>path(reduced + "own.projected")).isEqualTo("5000000.00");
        assertThat(allocation.<String>path(reduced + "own.share.percent")).isEqualTo("17.857142857");
        assertThat(allocation.<String>path("exchange.position.deal")).isEqualTo("28000000.00");
        assertThat(asks(other, "/allocation?on=2010-09-30").<String>path(reduced + "dealBooked")).isEqualTo("30000000.00");
        assertThat(asks(other, "/allocation?on=2011-06-10").<String>path(reduced + "dealProjected")).isEqualTo("0.00");
        // 28,000,000.00 × 10 % × 20/365 on top of the 21 days before: accrued by 21 October
        assertThat(asks(other, "/allocation?on=2010-10-21").<String>path("interest.find { it.term == 'reduced-principal' }.accrued.deal")).isEqualTo("326027.40");
        Response register = asks(other, "/register?on=2010-10-01");
        assertThat(register.<String>path("tranches.find { it.id == 'reduced' }.total.deal")).isEqualTo("28000000.00");
        assertThat(register.<List<String>>path("entries.cause")).containsOnly("initial");
        assertThat(asks(other, "/register?on=2010-10-01&known=" + known).<String>path("tranches.find { it.id == 'reduced' }.total.deal")).isEqualTo("30000000.00");
        assertThat(asks(other, "/allocation?on=2010-10-01&known=" + known).asString()).isEqualTo(before);
        for (String path : List.of("/register/entries.csv?on=2010-10-01", "/history", "/register?on=2010-10-01", "/allocation?on=2010-10-01", "/payments/4", "/payments/4/slices/reduced-principal", "/payments/6")) {
            assertThat(other.asks().get("/deals/" + deal.slug() + path).then().statusCode(200).extract().asString()).as(path)
                    .doesNotContain("T-1", "86,301", "73,972", "register/exchange");
        }
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/history").asString()).contains("Exchange", "T-1");
        for (String path : List.of("", "/form")) {
            other.sends().formParam("lender", "endeavour").post("/deals/" + deal.slug() + "/register/exchange" + path).then().statusCode(404);
        }
        other.asks().get("/deals/" + deal.slug() + "/register/exchange").then().statusCode(404);
    }

    @Test
    void once_all_is_exchanged_what_is_due_is_nothing_and_known() {
        List<String> lenders = asks(deal.first(), "/positions").path("positions.lender");
        approved("bundle", lenders.stream().map(lender -> "{\"kind\":\"register.exchange\",\"payload\":{\"lender\":\"" + lender + "\",\"whole\":true,\"on\":\"2010-10-01\"}}")
                .collect(Collectors.joining(",", "{\"changes\":[", "]}")));
        assertThat(total(4, "reduced-principal")).isEqualTo("172602.74");
        for (String nothing : List.of("reduced-principal", "principal:reduced")) {
            assertThat(total(6, nothing)).isEqualTo("0.00");
            assertThat(slices(deal.slug(), 6, nothing)).hasSize(6).containsOnly("0.00");
        }
        // each change of the proposal has an instant of its own: all of them can be looked at
        List<String> instants = asks(deal.first(), "/register?on=2010-10-01").path("entries.findAll { it.cause == 'exchange' }.known");
        assertThat(instants).hasSize(6).doesNotHaveDuplicates();
        instants.forEach(this::provenOnEveryDate);
        Response again = deal.proposes(deal.first(), null, "register.exchange", ENDEAVOURS);
        again.then().statusCode(422);
        assertThat(again.<String>path("problems[0].message")).contains("holds nothing in the Reduced Principal on 2010-10-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"lender":"nobody","amount":"1","on":"2010-10-01"}                           | lender | is not a lender of this deal
            {"amount":"1","on":"2010-10-01"}                                             | lender | name the lender who exchanges
            {"lender":"endeavour","amount":"5,000,000.01","on":"2010-10-01"}             | amount | is more than the 5,000,000.00 that Endeavour Financial Corporation holds in the Reduced Principal on 2010-10-01
            {"lender":"endeavour","amount":"0","on":"2010-10-01"}                        | amount | must be above zero
            {"lender":"endeavour","amount":"-1","on":"2010-10-01"}                       | amount | must be above zero
            {"lender":"endeavour","amount":"a lot","on":"2010-10-01"}                    | amount | amount
            {"lender":"endeavour","amount":"1","whole":true,"on":"2010-10-01"}           | amount | stands beside the whole position
            {"lender":"endeavour","on":"2010-10-01"}                                     | amount | is missing
            {"lender":"endeavour","amount":"1"}                                          | on     | is missing
            {"lender":"endeavour","amount":"1","on":"2010-06-08"}                        | on     | its register opens on 2010-06-09
            {"lender":"endeavour","amount":"1","on":"2200-01-01"}                        | on     | up to the year 2199
            {"lender":"endeavour","amount":"1","on":"2011-06-11"}                        | lender | holds nothing
            """)
    void what_cannot_be_is_refused_beside_its_field_with_what_would_be_right(String payload, String field, String right) {
        Response made = deal.proposes(deal.first(), null, "register.exchange", payload);
        made.then().statusCode(422);
        assertThat(made.<List<Map<String, String>>>path("problems")).anySatisfy(wrong -> {
            assertThat(wrong.get("field")).isEqualTo(field);
            assertThat(wrong.get("message")).contains(right);
        });
    }

    @Test
    void it_needs_the_reference_of_its_notice_and_terms_that_let_principal_be_exchanged() {
        Response made = deal.first().sends().contentType("application/json").body("{\"kind\":\"register.exchange\",\"payload\":" + ENDEAVOURS + ",\"reason\":\"exchanged\",\"reference\":\" \"}")
                .post("/api/v1/deals/" + deal.slug() + "/proposals");
        made.then().statusCode(422);
        assertThat(made.<String>path("problems[0].field")).isEqualTo("reference");
        deal = desk.rusoro(text -> text.substring(0, text.indexOf("\nexchange:")) + text.substring(text.indexOf("\nwarrants:")));
        Response none = deal.proposes(deal.first(), null, "register.exchange", ENDEAVOURS);
        none.then().statusCode(422);
        assertThat(none.<String>path("problems[0].message")).contains("no principal of this deal can be exchanged");
    }

    @Test
    void a_transfer_of_that_day_comes_first_and_what_was_exchanged_cannot_be_sold_later() {
        approved("register.transfer", "{\"from\":\"blackrock\",\"to\":\"endeavour\",\"whole\":true,\"tranche\":\"reduced\",\"tradeDate\":\"2010-09-30\",\"effectiveDate\":\"2010-10-01\"}");
        approved("register.exchange", "{\"lender\":\"endeavour\",\"whole\":true,\"on\":\"2010-10-01\"}");
        assertThat(held("endeavour", "2010-10-01")).isEqualTo("0.00");
        assertThat(total(6, "principal:reduced")).isEqualTo("20000000.00");
        Response sale = deal.proposes(deal.first(), null, "register.transfer",
                "{\"from\":\"endeavour\",\"to\":\"blackrock\",\"amount\":\"1.00\",\"tranche\":\"reduced\",\"tradeDate\":\"2010-07-01\",\"effectiveDate\":\"2010-07-26\"}");
        sale.then().statusCode(409);
        assertThat(sale.<String>path("error")).contains("Endeavour Financial Corporation in Reduced Principal would be negative on 2010-10-01");
    }

    @Test
    void one_found_out_after_payments_were_booked_leaves_what_was_paid_and_makes_the_difference_due() {
        deal = desk.rusoro(text -> text.replaceFirst(WITHOUT_LAST_DAY_TO_SIGN, ""));
        today.pretend(LocalDate.of(2011, 6, 10));
        approved("payment.book", "{\"payment\":4,\"valueDate\":\"2010-12-10\"}");
        approved("register.exchange", ENDEAVOURS);
        assertThat(total(4, "reduced-principal")).as("30,000,000.00 × 10 % × 91/365 was paid").isEqualTo("747945.21");
        Response export = asks(deal.first(), "/export");
        List<String> due = export.path("adjustments.due");
        List<String> before = export.path("adjustments.before");
        assertThat(due).hasSize(6);
        assertThat(sum(due)).isEqualByComparingTo(sum(before));
        // 747,945.21 × 315/2,590 instead of a sixth
        assertThat(export.<String>path("adjustments.find { it.lender == 'endeavour' }.due")).isIn("90966.30", "90966.31");
        approved("payment.book", "{\"payment\":6,\"valueDate\":\"2011-06-10\",\"components\":[\"principal:reduced\"]}");
        assertThat(asks(deal.first(), "/payments/6/slices/principal:reduced").<String>path("total.paidOn")).isEqualTo("2011-06-10");
        assertThat(total(6, "principal:reduced")).isEqualTo("28000000.00");
        assertThat(asks(deal.endeavour(), "/register?on=2011-06-10").<String>path("tranches.find { it.id == 'reduced' }.total.deal")).isEqualTo("0.00");
        provenOnEveryDate(null);
        // what was booked is a fact: an exchange before it that would leave less than what was paid is refused
        Response late = deal.proposes(deal.first(), null, "register.exchange", "{\"lender\":\"blackrock\",\"amount\":\"1.00\",\"on\":\"2011-06-01\"}");
        late.then().statusCode(409);

        String file = deal.first().asks().get("/deals/" + deal.slug() + "/term-sheet.yaml").then().statusCode(200).extract().asString();
        SampleDeal.Imported again = sample.imported(file);
        List<String> open = new ArrayList<>(slices(deal.slug(), 5, "reduced-principal"));
        deal = new Staffed(again.id(), again.slug(), deal.first(), deal.second(), deal.endeavour());
        assertThat(slices(again.slug(), 5, "reduced-principal")).isEqualTo(open);
        provenOnEveryDate(null);
    }

    private static BigDecimal sum(List<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void of_several_instalments_the_last_are_shortened_first() {
        deal = desk.rusoro(text -> text.replace("""
                      - due: 2011-06-10
                        amount: {value: "30,000,000.00", clause: 3}
                """, Stream.of("2010-12-10", "2011-03-10", "2011-06-10").map(due -> "      - due: " + due + "\n        amount: {value: \"10,000,000.00\", clause: 3}\n").collect(Collectors.joining())));
        approved("register.exchange", "{\"lender\":\"petropavlovsk\",\"whole\":true,\"on\":\"2010-10-01\"}");
        approved("register.exchange", ENDEAVOURS);
        assertThat(Stream.of(4, 5, 6).map(payment -> total(payment, "principal:reduced"))).containsExactly("10000000.00", "8000000.00", "0.00");
        provenOnEveryDate(null);
    }
}
