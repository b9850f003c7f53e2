package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.web.SheetReading;
import org.prorata.identity.Accounts;
import org.prorata.identity.Role;
import org.prorata.identity.Visitor;
import org.prorata.web.Today;

/** Nothing that a lender is shown counts what others did: apart from the instant at which something last happened, it gets the same bytes as if nothing had (rule S4). */
@QuarkusTest
class NothingToCountTest {

    private static final List<String> SHOWN = List.of("/deals", "/deals/%s", "/deals/%s/allocation", "/deals/%s/allocation.csv", "/deals/%s/register", "/deals/%s/history", "/deals/%s/payments",
            "/deals/%s/payments/1", "/deals/%s/payments/2", "/deals/%s/payments/2/slices/principal:second", "/deals/%s/payments/2/slices/second-instalment", "/deals/%s/warrants", "/deals/%s/warrants/slice",
            "/deals/%s/adjustments", "/deals/%s/adjustments.csv", "/deals/%s/lenders", "/deals/%s/lenders.csv", "/deals/%s/lenders/endeavour", "/deals/%s/register/entries.csv",
            "/deals/%s/register/positions.csv", "/api/v1/deals", "/api/v1/deals/%s", "/api/v1/deals/%s/terms", "/api/v1/deals/%s/allocation", "/api/v1/deals/%s/register", "/api/v1/deals/%s/positions",
            "/api/v1/deals/%s/history", "/api/v1/deals/%s/payments", "/api/v1/deals/%s/payments/1/slices", "/api/v1/deals/%s/payments/2/slices", "/api/v1/deals/%s/warrants",
            "/api/v1/deals/%s/warrants/slices", "/api/v1/deals/%s/adjustments", "/api/v1/deals/%s/lenders", "/api/v1/deals/%s/lenders/endeavour");
    private static final List<String> SHEETS = List.of("/deals/%s/allocation.xlsx", "/deals/%s/register/entries.xlsx", "/deals/%s/register/positions.xlsx", "/deals/%s/adjustments.xlsx", "/deals/%s/lenders.xlsx");

    /** As JSON and links write an instant, and as pages say one. */
    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT[0-9:.%A]+Z|\\d{1,2} [A-Z][a-z]+ \\d{4},? (at )?\\d\\d:\\d\\d(:\\d\\d)?[^<,.;]*";

    @Inject Desk desk;
    @Inject Today today;
    @Inject Accounts accounts;

    private Staffed deal;

    @BeforeEach
    void the_first_payment_is_booked() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
        EventfulDeal.approved(deal, "payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}");
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String address : SHOWN) {
            Response answer = deal.endeavour().asks().get(address.formatted(deal.slug()));
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            String headers = answer.headers().asList().stream().map(header -> header.getName() + ": " + header.getValue()).sorted().collect(Collectors.joining("\n"));
            shown.put(address, (headers + "\n" + answer.asString()).replaceAll(INSTANT, "an instant").replaceAll("content-length: \\d+", "content-length: what it is").lines()
                    .collect(Collectors.joining("\n")));
        }
        for (String address : SHEETS) {
            byte[] sheet = deal.endeavour().asks().get(address.formatted(deal.slug())).then().statusCode(200).extract().asByteArray();
            shown.put(address, SheetReading.everything(sheet).replaceAll(INSTANT, "an instant"));
        }
        return shown;
    }

    @Test
    void what_others_do_between_themselves_changes_nothing_but_the_instant() {
        Map<String, String> before = shown();
        // Twice as much to and fro, told late, which leaves adjustments between the two, and an exchange of details.
        for (String[] parties : new String[][] {{"petropavlovsk", "blackrock"}, {"blackrock", "petropavlovsk"}}) {
            EventfulDeal.approved(deal, "register.transfer", "{\"from\":\"" + parties[0] + "\",\"to\":\"" + parties[1] + "\",\"amount\":\"3,000,000.00\",\"tradeDate\":\"2010-06-01\",\"effectiveDate\":\"2010-06-10\"}");
        }
        EventfulDeal.approved(deal, "adjustment.settle", "{\"adjustment\":1,\"lenders\":[\"petropavlovsk\",\"blackrock\"],\"on\":\"2010-06-10\",\"how\":\"paid\"}");
        Map<String, String> after = shown();
        SHOWN.forEach(address -> assertThat(after.get(address)).as(address).isEqualTo(before.get(address)));
        SHEETS.forEach(address -> assertThat(after.get(address)).as(address).isEqualTo(before.get(address)));
    }

    /** Weights are cut at it for all lenders alike, so that the cut has to be hidden from those who had no part in it. */
    @Test
    void a_transfer_between_others_inside_an_interest_period_tells_no_day_of_it() {
        String login = "borrower-" + UUID.randomUUID();
        accounts.grant(accounts.create(login, "The borrower", Visitor.PASSWORD), Role.BORROWER, deal.id(), null);
        String payment = "/api/v1/deals/" + deal.slug() + "/payments/4";
        Response before = deal.endeavour().asks().get(payment);
        Response slice = deal.endeavour().asks().get(payment + "/slices");
        EventfulDeal.approved(deal, "register.transfer", "{\"from\":\"blackrock\",\"to\":\"lansdowne-strategic\",\"tranche\":\"reduced\",\"amount\":\"1,000,000.00\",\"tradeDate\":\"2010-06-01\",\"effectiveDate\":\"2010-10-01\"}");
        assertThat(deal.first().asks().get(payment).asString()).as("the agent sees the cut").contains("2010-10-01");
        Response after = deal.endeavour().asks().get(payment);
        for (String path : List.of("totals.factors", "totals.weightSum", "totals.total")) {
            assertThat(after.<Object>path(path)).as(path).isEqualTo(before.path(path));
        }
        for (String path : List.of("components.slices.weight", "components.slices.positions", "components.slices.exact")) {
            assertThat(deal.endeavour().asks().get(payment + "/slices").<Object>path(path)).as(path).isNotNull().isEqualTo(slice.path(path));
        }
        for (String page : List.of("/payments/4", "/payments/4/slices/reduced-principal")) {
            assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + page).asString()).doesNotContain("1 Oct 2010", "1 October 2010", "2010-10-01");
        }
        assertThat(Visitor.signsIn(login).asks().get(payment).then().statusCode(200).extract().asString()).doesNotContain("2010-10-01").contains("\"factors\":[]");
        EventfulDeal.approved(deal, "register.transfer", "{\"from\":\"endeavour\",\"to\":\"lansdowne-strategic\",\"tranche\":\"reduced\",\"amount\":\"1,000,000.00\",\"tradeDate\":\"2010-06-01\",\"effectiveDate\":\"2010-11-01\"}");
        assertThat(deal.endeavour().asks().get(payment).asString()).as("its own sale").contains("2010-11-01").doesNotContain("2010-10-01");
        Response own = deal.endeavour().asks().get(payment + "/slices");
        assertThat(own.<List<List<List<?>>>>path("components.slices.positions").get(0).get(0)).as("before and after its own sale").hasSize(2);
    }

    @Test
    void a_lenders_adjustments_are_numbered_by_themselves_everywhere() {
        EventfulDeal.approved(deal, "register.transfer", "{\"from\":\"petropavlovsk\",\"to\":\"blackrock\",\"amount\":\"3,000,000.00\",\"tradeDate\":\"2010-06-01\",\"effectiveDate\":\"2010-06-10\"}");
        EventfulDeal.approved(deal, "register.transfer", "{\"from\":\"endeavour\",\"to\":\"blackrock\",\"amount\":\"3,000,000.00\",\"tradeDate\":\"2010-06-01\",\"effectiveDate\":\"2010-06-10\"}");
        EventfulDeal.approved(deal, "adjustment.settle", "{\"adjustment\":2,\"lenders\":[\"endeavour\"],\"on\":\"2010-06-10\",\"how\":\"paid\"}");
        String api = "/api/v1/deals/" + deal.slug();
        assertThat(deal.first().asks().get(api + "/adjustments").<List<Integer>>path("adjustments.no")).as("the agent's").containsExactly(2, 1);
        assertThat(deal.endeavour().asks().get(api + "/adjustments").<List<Integer>>path("adjustments.no")).containsExactly(1);
        Response history = deal.endeavour().asks().get(api + "/history");
        assertThat(history.<List<List<Integer>>>path("changes.adjusted")).contains(List.of(1)).doesNotContain(List.of(2));
        assertThat(history.<List<List<Integer>>>path("changes.settled")).contains(List.of(1)).doesNotContain(List.of(2));
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/adjustments.csv").asString()).contains("\n1,").doesNotContain("\n2,");
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/history").asString()).contains("#adjustment-1", "Adjustment 1 settled").doesNotContain("djustment-2", "djustment 2");
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/history").asString()).contains("#adjustment-2", "Settle adjustment 2");
    }

    @Test
    void the_agent_is_told_the_numbers() {
        assertThat(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/history").<List<Integer>>path("changes.calculation")).containsExactly(2, 1);
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/payments/1").asString()).contains("calculation 2.");
    }
}
