package org.prorata.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.SampleDeal;
import org.prorata.approval.Approvals;
import org.prorata.approval.Proposal.Person;
import org.prorata.identity.Accounts;
import org.prorata.identity.Visitor;
import org.prorata.identity.Walls;
import org.prorata.register.Lender;
import org.prorata.web.Today;

/** What changed in a deal, for its agent and for lenders: to each what it may know, with the way back to what was shown then. */
@QuarkusTest
class HistoryPagesTest {

    private static final Person MAKER = new Person(new UUID(7, 1), "Maker of the desk");
    private static final Person CHECKER = new Person(new UUID(7, 2), "Checker of the desk");

    @Inject SampleDeal sample;
    @Inject Accounts accounts;
    @Inject Approvals approvals;
    @Inject ObjectMapper json;
    @Inject Today today;

    private SampleDeal.Imported deal;

    @BeforeEach
    void a_deal_with_an_entered_amount_and_a_transfer() throws Exception {
        today.pretend(LocalDate.parse("2010-06-10"));
        deal = sample.rusoro();
        approved("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}", "Nothing was accrued", "");
        approved("register.move", """
                {"on":"2010-08-02","tranche":"reduced","unit":"amount","shares":[
                {"lender":"petropavlovsk","value":"10,000,000.00"},{"lender":"lansdowne-equity-limited","value":"3,333,333.33"},
                {"lender":"lansdowne-equity-lp","value":"3,333,333.33"},{"lender":"lansdowne-strategic","value":"3,333,333.34"},
                {"lender":"endeavour","value":"4,000,000.00"},{"lender":"blackrock","value":"6,000,000.00"}]}""", "Transfer certificate", "TC-1");
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private void approved(String kind, String payload, String reason, String reference) throws Exception {
        var parsed = json.readTree(payload);
        Walls.asPortal(() -> approvals.approve(approvals.propose(new Approvals.Ask(deal.id(), kind, parsed, reason, reference, null, null), MAKER).id(), CHECKER, "Seen"));
    }

    private Visitor userOf(String handle) {
        String login = "history-" + UUID.randomUUID();
        UUID user = accounts.create(login, "Somebody", Visitor.PASSWORD);
        List<Lender> lenders = Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(deal.id(), null)));
        accounts.grantLender(user, deal.id(), lenders.stream().filter(lender -> lender.handle().equals(handle)).findFirst().orElseThrow().id());
        return Visitor.signsIn(login);
    }

    private Visitor agent() {
        String login = "history-agency-" + UUID.randomUUID();
        accounts.grantAgent(accounts.create(login, "Agency", Visitor.PASSWORD));
        return Visitor.signsIn(login);
    }

    private String api(String rest) {
        return "/api/v1/deals/" + deal.slug() + rest;
    }

    @Test
    void the_agent_sees_what_changed_effective_when_known_when_by_whom_approved_by_whom_and_why() {
        agent().asks().get(api("/history")).then().statusCode(200).body("changes", hasSize(3))
                .body("changes.calculation", contains(3, 2, 1)).body("changes[0].effective", equalTo("2010-08-02")).body("changes[0].causes", contains("transfer"))
                .body("changes[0].approval.proposedBy", equalTo("Maker of the desk")).body("changes[0].approval.approvedBy", equalTo("Checker of the desk"))
                .body("changes[0].approval.reason", equalTo("Transfer certificate")).body("changes[0].approval.comment", equalTo("Seen"))
                .body("changes[0].known", notNullValue()).body("changes[1].terms", equalTo(true)).body("changes[2].approval", nullValue());
        assertThat(agent().asks().get("/deals/" + deal.slug() + "/history").then().statusCode(200).extract().asString())
                .contains("Transfer certificate", "Maker of the desk", "Checker of the desk", "2 Aug 2010", "The deal was imported");
    }

    @Test
    void a_lender_sees_its_own_changes_and_the_deals_and_nothing_of_who_dealt_with_whom() {
        Visitor endeavour = userOf("endeavour");
        endeavour.asks().get(api("/history")).then().statusCode(200).body("changes", hasSize(3))
                .body("changes[0].approval", nullValue()).body("entries.findAll { it.reference == 'TC-1' }.amount", contains("-1000000.00"));
        String page = endeavour.asks().get("/deals/" + deal.slug() + "/history").asString();
        assertThat(page).contains("−1,000,000.00", "TC-1", "2 Aug 2010").doesNotContain("BlackRock", "Maker of the desk", "Transfer certificate");
    }

    @Test
    void a_transfer_among_others_is_not_told() {
        userOf("petropavlovsk").asks().get(api("/history")).then().statusCode(200).body("changes", hasSize(2)).body("changes.calculation", contains(nullValue(), nullValue()));
        agent().asks().get(api("/history?lender=petropavlovsk")).then().statusCode(200).body("changes.calculation", contains(2, 1));
        agent().asks().get(api("/history?lender=blackrock")).then().body("changes.calculation", contains(3, 2, 1)).body("entries[-1].amount", equalTo("1000000.00"));
    }

    @Test
    void a_change_opens_the_portal_as_it_was_just_after_it() {
        Visitor endeavour = userOf("endeavour");
        JsonPath history = endeavour.asks().get(api("/history")).jsonPath();
        String then = history.getString("changes[1].known");
        endeavour.asks().queryParam("known", then).get(api("/allocation")).then().statusCode(200).body("deal.known", equalTo(then));
        endeavour.asks().queryParam("known", then).get(api("/history")).then().statusCode(200).body("changes", hasSize(2)).body("changes[0].known", equalTo(then));
    }

    @Test
    void older_changes_come_by_instant_and_a_wrong_one_is_named() {
        String latest = agent().asks().get(api("/history")).path("changes[0].known");
        agent().asks().get(api("/history?before=" + latest)).then().statusCode(200).body("changes.calculation", contains(2, 1)).body("next", nullValue());
        agent().asks().get(api("/history?before=x")).then().statusCode(400);
    }

    @Test
    void another_lenders_history_is_not_there() {
        Visitor endeavour = userOf("endeavour");
        assertThat(endeavour.asks().get(api("/history?lender=blackrock")).statusCode()).isEqualTo(404);
        SampleDeal.Imported mine = deal;
        deal = sample.rusoro();
        Visitor stranger = userOf("endeavour");
        deal = mine;
        assertThat(stranger.asks().get(api("/history")).asString()).isEqualTo(stranger.asks().get("/api/v1/deals/no-such-deal/history").asString());
    }
}
