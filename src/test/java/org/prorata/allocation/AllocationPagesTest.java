package org.prorata.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.SampleDeal;
import org.prorata.StatementLog;
import org.prorata.approval.Approvals;
import org.prorata.approval.Proposal.Person;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Visitor;
import org.prorata.identity.Walls;
import org.prorata.register.Lender;
import org.prorata.web.Today;

/** The lender's pages over HTTP: what each user sees of the real deal, and what it does not. */
@QuarkusTest
class AllocationPagesTest {

    private static final Person MAKER = new Person(new UUID(7, 1), "Maker");
    private static final Person CHECKER = new Person(new UUID(7, 2), "Checker");

    @Inject SampleDeal sample;
    @Inject Accounts accounts;
    @Inject Approvals approvals;
    @Inject ObjectMapper json;
    @Inject Today today;

    private SampleDeal.Imported deal;
    private List<Lender> lenders;

    @BeforeEach
    void the_deal_on_the_tenth_of_june() {
        today.pretend(LocalDate.parse("2010-06-10"));
        deal = sample.rusoro();
        lenders = Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(deal.id(), null)));
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private Visitor userOf(String... handles) {
        String login = "allocation-" + UUID.randomUUID();
        UUID user = accounts.create(login, "Somebody", Visitor.PASSWORD);
        for (String handle : handles) {
            accounts.grantLender(user, deal.id(), lenders.stream().filter(lender -> lender.handle().equals(handle)).findFirst().orElseThrow().id());
        }
        return Visitor.signsIn(login);
    }

    private Visitor agent() {
        String login = "agency-" + UUID.randomUUID();
        accounts.grantAgent(accounts.create(login, "Agency", Visitor.PASSWORD));
        return Visitor.signsIn(login);
    }

    private String page(String rest) {
        return "/deals/" + deal.slug() + rest;
    }

    private String api(String rest) {
        return "/api/v1/deals/" + deal.slug() + rest;
    }

    private void approved(String kind, ObjectNode payload) {
        Walls.asPortal(() -> approvals.approve(approvals.propose(new Approvals.Ask(deal.id(), kind, payload, "a test", "T-1", null, null), MAKER).id(), CHECKER, ""));
    }

    @Test
    void a_lender_finds_its_own_slices_and_no_others() {
        String html = userOf("endeavour").asks().get(page("/allocation")).then().statusCode(200).extract().asString();
        assertThat(html).contains("2,833,333.33", "2,166,666.67", "17,808.22", "16.666666674", "5,000,000", "illustrative")
                .contains("10 July 2010 is a Saturday; preceding business day over London, New York and Toronto: 9 July 2010")
                .contains("not yet known", "waits for the agent to enter it", "before any withholding tax")
                .doesNotContain("5,666,666.67", "BlackRock Natural Resources Hedge Fund Limited</th>");
    }

    @Test
    void the_resource_says_what_the_page_says() {
        userOf("endeavour").asks().get(api("/allocation")).then().statusCode(200)
                .body("deal.stage", equalTo("indicative")).body("deal.illustrative", equalTo(true))
                .body("payments[0].components[0].amounts.own", equalTo("2833333.33")).body("payments[0].components[0].amounts.deal", equalTo("17000000.00"))
                .body("payments[0].components[1].amounts.own", nullValue()).body("payments[0].components[1].waitsFor", equalTo("amount"))
                .body("payments[1].cashDay.date", equalTo("2010-07-09")).body("warrants.own.count", equalTo("5000000"));
    }

    @Test
    void what_is_anothers_is_answered_like_what_is_not_there() {
        Visitor endeavour = userOf("endeavour");
        Visitor stranger = strangerToTheDeal();
        for (String rest : List.of("/allocation", "/payments", "/payments/2", "/warrants", "/payments/2/slices/principal:second", "/warrants/slice", "/allocation.csv", "/allocation.xlsx")) {
            same404(stranger.asks().get(page(rest)), stranger.asks().get("/deals/no-such-deal" + rest));
        }
        for (String rest : List.of("/allocation", "/allocation.csv", "/allocation.xlsx", "/payments/2/slices/principal:second", "/warrants/slice", "/payments")) {
            same404(endeavour.asks().get(page(rest) + "?lender=blackrock"), endeavour.asks().get(page(rest) + "?lender=nobody"));
        }
        for (String rest : List.of("/payments/0", "/payments/7", "/payments/x", "/payments/7/slices/accrued", "/payments/2/slices/accrued")) {
            same404(endeavour.asks().get(page(rest)), stranger.asks().get("/deals/no-such-deal/payments"));
        }
        for (String rest : List.of("/payments/2/slices", "/warrants/slices", "/allocation", "/warrants", "/payments/2/slices/principal:second")) {
            assertThat(endeavour.asks().get(api(rest) + "?lender=blackrock").statusCode()).isEqualTo(404);
            assertThat(stranger.asks().get(api(rest)).asString()).isEqualTo(stranger.asks().get("/api/v1/deals/no-such-deal" + rest).asString());
        }
    }

    /** A lender of another deal. */
    private Visitor strangerToTheDeal() {
        SampleDeal.Imported mine = deal;
        List<Lender> mineLenders = lenders;
        deal = sample.rusoro();
        lenders = Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(deal.id(), null)));
        Visitor stranger = userOf("endeavour");
        deal = mine;
        lenders = mineLenders;
        return stranger;
    }

    private static void same404(Response one, Response other) {
        assertThat(one.statusCode()).isEqualTo(404);
        assertThat(one.asString().replaceAll("value=\"[^\"]*\"", "")).isEqualTo(other.asString().replaceAll("value=\"[^\"]*\"", ""));
    }

    @Test
    void a_manager_of_three_funds_switches_between_them_and_sees_their_sum() {
        Visitor manager = userOf("lansdowne-equity-limited", "lansdowne-equity-lp", "lansdowne-strategic");
        JsonPath all = manager.asks().get(api("/allocation")).jsonPath();
        assertThat(all.getString("payments[1].components[0].amounts.own")).isEqualTo("4333333.33");
        assertThat(all.getList("payments[1].components[0].amounts.parts.amount")).containsExactly("1444444.45", "1444444.44", "1444444.44");
        JsonPath one = manager.asks().get(api("/allocation?lender=lansdowne-equity-limited")).jsonPath();
        assertThat(one.getString("payments[1].components[0].amounts.own")).isEqualTo("1444444.45");
        assertThat(one.getString("lender")).isEqualTo("lansdowne-equity-limited");
        manager.asks().get(page("/allocation")).then().body(containsString("All mine"));
    }

    @Test
    void positions_follow_the_day_and_figures_what_was_known() {
        Visitor endeavour = userOf("endeavour");
        assertThat(endeavour.asks().get(api("/allocation?on=2010-06-09")).jsonPath().getString("principal.total.own.projected")).isEqualTo("10000000.00");
        assertThat(endeavour.asks().get(api("/allocation?on=2010-07-10")).jsonPath().getString("principal.total.own.projected")).isEqualTo("5000000.00");
        String known = endeavour.asks().get(api("/allocation")).jsonPath().getString("deal.known");
        byte[] before = endeavour.asks().get(api("/allocation?on=2010-06-10&known=" + known)).asByteArray();
        approved("payment.amount", json.createObjectNode().put("term", "accrued").put("due", "2010-06-10").put("amount", "600.00"));
        endeavour.asks().get(api("/allocation")).then().body("payments[0].components[1].amounts.own", equalTo("100.00"));
        assertThat(endeavour.asks().get(api("/allocation?on=2010-06-10&known=" + known)).asByteArray()).isEqualTo(before);
        endeavour.asks().get(api("/allocation?on=soon")).then().statusCode(400);
        endeavour.asks().get(page("/allocation?known=2999-01-01T00:00:00Z")).then().statusCode(400);
    }

    @Test
    void every_slice_opens_into_its_steps() {
        Visitor endeavour = userOf("endeavour");
        endeavour.asks().get(page("/payments/2/slices/second-instalment")).then().statusCode(200)
                .body(containsString("30d/365")).body(containsString("7800000/73")).body(containsString("17,808.22")).body(containsString("216,666,667"))
                .body(not(containsString("433,333,333")));
        JsonPath slice = endeavour.asks().get(api("/payments/2/slices/second-instalment")).jsonPath();
        assertThat(slice.getString("total.total")).isEqualTo("10684932");
        assertThat(slice.getString("total.amount")).isEqualTo("106849.32");
        assertThat(slice.getString("total.unit") + " " + slice.getString("total.unitSize")).isEqualTo("USD 0.01");
        assertThat(slice.getString("slices[0].slice")).isEqualTo("1780822");
        assertThat(slice.getString("slices[0].amount")).isEqualTo("17808.22");
        JsonPath warrants = endeavour.asks().get(api("/warrants/slices")).jsonPath();
        assertThat(warrants.getString("total.unitSize")).isEqualTo("1");
        assertThat(warrants.getString("slices[0].amount")).isEqualTo("5000000");
        assertThat(slice.getList("slices")).hasSize(1);
        assertThat(slice.getString("slices[0].exact.fraction")).isEqualTo("578767150890411/325000000");         // 10,684,932 × 216,666,667 ÷ 1,300,000,000
        endeavour.asks().get(page("/payments/1/slices/accrued")).then().statusCode(200).body(containsString("waits for the agent to enter it"));
        endeavour.asks().get(page("/warrants/slice")).then().statusCode(200).body(containsString("5,000,000"));
    }

    @Test
    void the_agent_opens_any_lenders_slice_and_sees_totals_with_what_to_do() {
        Visitor agent = agent();
        agent.asks().get(page("/payments/2/slices/second-instalment?lender=blackrock")).then().statusCode(200).body(containsString("BlackRock"));
        assertThat(agent.asks().get(api("/payments/2/slices")).jsonPath().getList("components[0].slices")).hasSize(6);
        agent.asks().get(page("/payments/1")).then().statusCode(200)
                .body(containsString(page("/payments/1/book"))).body(containsString(page("/payments/1/amount/accrued")));
        agent.asks().get(page("/warrants")).then().statusCode(200).body(containsString("Total = sum")).body(containsString("BlackRock"));
        userOf("endeavour").asks().get(page("/payments/1")).then().statusCode(200).body(not(containsString("/book"))).body(not(containsString("/amount/")));
    }

    @Test
    void a_booked_slice_is_kept_with_its_working() {
        approved("payment.book", json.createObjectNode().put("payment", 1).put("valueDate", "2010-06-10")
                .<ObjectNode>set("components", json.createArrayNode().add("principal:first")));
        Visitor endeavour = userOf("endeavour");
        endeavour.asks().get(page("/payments/1/slices/principal:first")).then().statusCode(200).body(containsString("booked as paid with value 10 June 2010"))
                .body(containsString("283,333,333"));
        endeavour.asks().get(api("/allocation")).then().body("payments[0].components[0].status", equalTo("paid")).body("payments[0].components[0].paidOn", equalTo("2010-06-10"))
                .body("payments[0].status", equalTo("to be")).body("principal.total.own.booked", equalTo("7166666.67"));
    }

    @Test
    void a_lapsed_deal_says_what_stands_instead() {
        Visitor endeavour = userOf("endeavour");
        today.pretend(LocalDate.parse("2010-06-11"));
        endeavour.asks().get(page("/allocation")).then().statusCode(200).body(containsString("The original maturity of 10 June 2010 stands, no warrants are issued."));
        endeavour.asks().get(page("/allocation")).then().body(containsString("These terms have lapsed; nothing of them is projected.")).body(containsString("Principal, booked"))
                .body(not(containsString("as if paid as scheduled"))).body(not(containsString("Own, projected")));
        endeavour.asks().get(page("/allocation.csv")).then().body(not(containsString("projected"))).body(containsString("share of the booked principal"));
        endeavour.asks().get(page("/warrants")).then().statusCode(200).body(containsString("none are issued"));
        endeavour.asks().get(api("/allocation?on=2010-06-10")).then().body("deal.stage", equalTo("indicative"));
    }

    @Test
    void the_file_is_the_same_bytes_again_and_stands_in_the_trail() {
        Visitor endeavour = userOf("endeavour");
        Response first = endeavour.asks().get(page("/allocation.csv?on=2010-06-10"));
        assertThat(first.header("Content-Disposition")).contains(deal.slug() + "-endeavour-2010-06-10.csv");
        assertThat(endeavour.asks().get(page("/allocation.csv?on=2010-06-10")).asByteArray()).isEqualTo(first.asByteArray());
        assertThat(Owner.counts("select count(*) from trail where deal_id = ? and what = 'download'", deal.id())).isEqualTo(2);
    }

    @Test
    void the_method_is_open_to_whoever_is_signed_in() {
        userOf("endeavour").asks().get("/method").then().statusCode(200).body(containsString("106,849.315068493…")).body(containsString("106,849.32"))
                .body(containsString("42,739.73"));
        Visitor.stranger().get("/method").then().statusCode(401);
    }

    @Test
    void the_allocation_page_takes_four_statements_with_the_session() {
        Visitor endeavour = userOf("endeavour");
        endeavour.asks().get(page("/allocation")).then().statusCode(200);
        List<String> asked = StatementLog.during(() -> endeavour.asks().get(page("/allocation")).then().statusCode(200));
        assertThat(asked).hasSizeBetween(1, 4);
        assertThat(asked).anyMatch(sql -> sql.contains("s.csrf")).anyMatch(sql -> sql.contains("set_config"));
    }

    @Test
    void a_page_that_was_rendered_before_is_shown_to_nobody_else() {
        String login = "allocation-" + UUID.randomUUID();
        UUID user = accounts.create(login, "Somebody", Visitor.PASSWORD);
        accounts.grantLender(user, deal.id(), lenders.stream().filter(lender -> lender.handle().equals("endeavour")).findFirst().orElseThrow().id());
        Visitor endeavour = Visitor.signsIn(login);
        String first = endeavour.asks().get(page("/allocation")).then().statusCode(200).extract().asString();
        assertThat(endeavour.asks().get(page("/allocation")).asString()).isEqualTo(first).contains(endeavour.csrf());

        Visitor again = Visitor.signsIn(login);
        assertThat(again.asks().get(page("/allocation")).asString()).contains(again.csrf()).doesNotContain(endeavour.csrf());
        String others = userOf("blackrock").asks().get(page("/allocation")).asString();
        assertThat(others).contains("BlackRock Natural Resources Hedge Fund Limited</h1>").doesNotContain("Endeavour Financial Corporation</h1>", endeavour.csrf());
        assertThat(endeavour.asks().get(page("/allocation") + "?lender=blackrock").statusCode()).isEqualTo(404);
        assertThat(endeavour.asks().get(page("/allocation") + "?on=2010-07-10").asString()).contains("10 July 2010").isNotEqualTo(first);
        today.pretend(LocalDate.parse("2010-06-11"));
        assertThat(endeavour.asks().get(page("/allocation")).asString()).contains("11 June 2010");
        today.pretend(LocalDate.parse("2010-06-10"));

        accounts.revokeAll(user);
        assertThat(endeavour.asks().get(page("/allocation")).statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_that_was_rendered_before_follows_every_change() {
        Visitor endeavour = userOf("endeavour");
        String before = endeavour.asks().get(page("/allocation")).asString();
        assertThat(before).contains("not yet known");
        ObjectNode entered = json.createObjectNode();
        entered.put("term", "accrued").put("due", "2010-06-10").put("amount", "0.00");
        approved("payment.amount", entered);
        assertThat(endeavour.asks().get(page("/allocation")).asString()).isNotEqualTo(before).doesNotContain("calculation");
    }
}
