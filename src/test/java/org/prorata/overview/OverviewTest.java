package org.prorata.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.SampleDeal;
import org.prorata.StatementLog;
import org.prorata.identity.Accounts;
import org.prorata.identity.Role;
import org.prorata.identity.Visitor;
import org.prorata.identity.Walls;
import org.prorata.register.Lender;
import org.prorata.web.Today;

/** The first page over HTTP, by role: what concerns one, the same figures as elsewhere, and nothing of anybody else. */
@QuarkusTest
class OverviewTest {

    private static final String OVERVIEW = "/api/v1/overview";

    @Inject Desk desk;
    @Inject SampleDeal sample;
    @Inject Accounts accounts;
    @Inject Today today;

    private Staffed deal;

    @BeforeEach
    void the_deal_on_the_tenth_of_june() {
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

    /** A user who acts for the lender of that handle in each of these deals. */
    private String lenderIn(String handle, UUID... deals) {
        String login = "overview-" + UUID.randomUUID();
        UUID user = accounts.create(login, "Treasury", Visitor.PASSWORD);
        for (UUID in : deals) {
            UUID lender = Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(in, null))).stream().filter(each -> each.handle().equals(handle)).findFirst().orElseThrow().id();
            accounts.grantLender(user, in, lender);
        }
        return login;
    }

    @Test
    void a_lender_sees_what_it_gets_next_and_what_of_it_is_not_yet_known() {
        deal.endeavour().asks().get("/deals").then().statusCode(200).body(containsString("2,833,333.33")).body(containsString("not yet known"))
                .body(containsString("waits for the agent to enter it")).body(containsString("16.666666674")).body(containsString("5,000,000")).body(containsString("Nothing to do."))
                .body(containsString("This is your first visit."));
        deal.endeavour().asks().get(OVERVIEW).then().statusCode(200).body("own.size()", equalTo(1)).body("kept.size()", equalTo(0)).body("tasks.size()", equalTo(0))
                .body("own[0].nextComponents[1].waitsFor", equalTo("amount")).body("own[0].nextComponents[1].amounts.own", nullValue()).body("users", nullValue());
    }

    @Test
    void its_figures_are_those_of_the_allocation_page() {
        approved("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}");
        for (LocalDate day : List.of(LocalDate.of(2010, 6, 10), LocalDate.of(2010, 7, 10), LocalDate.of(2011, 6, 10))) {
            today.pretend(day);
            JsonPath glance = deal.endeavour().asks().get(OVERVIEW).then().statusCode(200).extract().jsonPath();
            JsonPath page = deal.endeavour().asks().get("/api/v1/deals/" + deal.slug() + "/allocation").jsonPath();
            assertThat(glance.<Object>get("own[0].next")).as("next on %s", day).isEqualTo(page.get("next"));
            assertThat(glance.<Object>get("own[0].principal")).as("principal on %s", day).isEqualTo(page.get("principal.total"));
            assertThat(glance.<Object>get("own[0].warrants")).as("warrants on %s", day).isEqualTo(page.get("warrants"));
            assertThat(glance.<Object>get("own[0].deal")).as("deal on %s", day).isEqualTo(page.get("deal"));
        }
    }

    @Test
    void a_lender_sees_no_deal_and_no_lender_but_its_own() {
        Staffed other = desk.rusoro();
        String seen = deal.endeavour().asks().get("/deals").asString() + deal.endeavour().asks().get(OVERVIEW).asString();
        assertThat(seen).contains(deal.slug()).doesNotContain(other.slug(), "5,666,666.67", "5666666.67", "blackrock", "BlackRock", "/approvals", "/matrix");
    }

    @Test
    void what_changed_since_the_last_visit_is_told_of_its_own_figures_alone() {
        String login = lenderIn("endeavour", deal.id());
        Visitor.signsIn(login);
        Visitor second = Visitor.signsIn(login);
        second.asks().get("/deals").then().body(containsString("Nothing of yours became different."));

        approved("register.transfer", "{\"from\":\"petropavlovsk\",\"to\":\"blackrock\",\"amount\":\"1,000,000.00\",\"tradeDate\":\"2010-06-01\",\"effectiveDate\":\"2010-06-10\"}");
        second.asks().get(OVERVIEW).then().body("own[0].changes.shown.size()", equalTo(0)).body("own[0].changes.more", equalTo(0));

        approved("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}");
        approved("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"600.00\"}");
        second.asks().get(OVERVIEW).then().body("own[0].changes.first", equalTo(false)).body("own[0].changes.shown.kind", equalTo(List.of("booked", "entered")))
                .body("own[0].changes.shown[0].after", equalTo("2833333.33")).body("own[0].changes.shown[1].after", equalTo("100.00"));
        second.asks().get("/deals").then().body(containsString("paid on 10 June 2010, US$ 2,833,333.33")).body(containsString("now known, US$ 100.00"));

        Visitor.signsIn(login).asks().get("/deals").then().body(containsString("now known, US$ 100.00"));
        Visitor.signsIn(login).asks().get("/deals").then().body(containsString("Nothing of yours became different."));
    }

    @Test
    void the_agent_sees_what_is_to_be_done_each_with_a_link_to_where() {
        String proposal = deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"600.00\"}");
        String page = OVERVIEW + "?after=" + deal.slug().substring(0, deal.slug().length() - 1);
        List<String> seen = deal.second().asks().get(page).then().statusCode(200).extract().jsonPath()
                .getList("tasks.findAll { it.deal == '" + deal.slug() + "' }.collect { it.kind + ' ' + it.href }");
        String base = "/deals/" + deal.slug();
        assertThat(seen).contains("DECIDE /approvals/" + proposal, "DUE " + base + "/payments/1/book", "UNKNOWN " + base + "/payments/1/amount/accrued", "CONDITIONS " + base,
                "ILLUSTRATIVE " + base + "/register/propose");
        List<String> first = deal.first().asks().get(page).jsonPath().getList("tasks.findAll { it.deal == '" + deal.slug() + "' }.kind");
        assertThat(first).contains("WAITING").doesNotContain("DECIDE");
    }

    @Test
    void the_page_shows_a_proposal_that_waits_and_one_that_the_deal_has_left_behind_to_maker_checker_and_auditor() {
        String proposal = deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"600.00\"}");
        String login = "overview-" + UUID.randomUUID();
        accounts.grant(accounts.create(login, "Audrey Auditor", Visitor.PASSWORD), Role.AUDITOR, deal.id(), null);
        Visitor auditor = Visitor.signsIn(login);
        String page = "/deals?after=" + deal.slug().substring(0, deal.slug().length() - 1);
        for (Visitor each : List.of(deal.first(), deal.second(), auditor)) {
            assertThat(row(each, page, proposal)).contains("proposed by First officer").doesNotContain("the deal has changed since");
        }
        String other = deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}");
        Desk.Staffed.decides(deal.second(), other, "approve").then().statusCode(200);
        for (Visitor each : List.of(deal.first(), deal.second(), auditor)) {
            assertThat(row(each, page, proposal)).contains("proposed by First officer", "the deal has changed since");
        }
    }

    /** The row of a proposal: the page shows those of other deals, too. */
    private static String row(Visitor visitor, String page, String proposal) {
        String shown = visitor.asks().get(page).then().statusCode(200).extract().asString();
        assertThat(shown).contains("/approvals/" + proposal);
        return shown.substring(shown.indexOf("/approvals/" + proposal)).split("</tr>", 2)[0];
    }

    @Test
    void many_proposals_of_one_deal_hide_none_of_another_and_those_not_shown_are_counted() {
        String before = deal.slug().substring(0, deal.slug().length() - 1);
        IntStream.range(0, 60).forEach(i -> deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"" + i + ".00\"}"));
        Staffed other = desk.rusoro();
        String proposal = other.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"600.00\"}");
        JsonPath seen = other.second().asks().get(OVERVIEW + "?after=" + other.slug().substring(0, other.slug().length() - 1)).jsonPath();
        assertThat(seen.<String>getList("tasks.findAll { it.deal == '" + other.slug() + "' && it.kind == 'DECIDE' }.href")).containsExactly("/approvals/" + proposal);

        JsonPath crowded = other.second().asks().get(OVERVIEW + "?after=" + before).jsonPath();
        assertThat(crowded.<String>getList("tasks.findAll { it.deal == '" + deal.slug() + "' && it.kind == 'DECIDE' }.name")).hasSize(5).allMatch(name -> name.matches(".*USD [0-4]\\.00"));
        assertThat(crowded.<Integer>getList("tasks.findAll { it.deal == '" + deal.slug() + "' && it.kind == 'PROPOSALS' }.count")).containsExactly(55);
        assertThat(other.second().asks().get("/deals?after=" + before).asString()).contains("55 more proposals");
    }

    @Test
    void every_link_to_where_something_is_done_opens() {
        deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"600.00\"}");
        List<String> links = deal.second().asks().get(OVERVIEW + "?after=" + deal.slug().substring(0, deal.slug().length() - 1)).jsonPath()
                .getList("tasks.findAll { it.deal == '" + deal.slug() + "' }.href");
        assertThat(links).hasSizeGreaterThan(4).allSatisfy(link -> assertThat(deal.second().asks().get(link).statusCode()).as(link).isEqualTo(200));
    }

    @Test
    void an_auditor_sees_the_same_without_the_doing_and_a_borrower_totals_alone() {
        String login = "overview-" + UUID.randomUUID();
        UUID auditor = accounts.create(login, "Auditor", Visitor.PASSWORD);
        accounts.grant(auditor, Role.AUDITOR, deal.id(), null);
        JsonPath seen = Visitor.signsIn(login).asks().get(OVERVIEW).jsonPath();
        assertThat(seen.<Boolean>getList("tasks.doing")).isNotEmpty().containsOnly(false);
        assertThat(seen.<String>getList("tasks.href")).noneMatch(link -> link.endsWith("/book") || link.contains("/propose") || link.contains("/amount/"));

        String of = "overview-" + UUID.randomUUID();
        accounts.grant(accounts.create(of, "Borrower", Visitor.PASSWORD), Role.BORROWER, deal.id(), null);
        Visitor borrower = Visitor.signsIn(of);
        borrower.asks().get(OVERVIEW).then().body("own.size()", equalTo(0)).body("tasks.size()", equalTo(0)).body("kept.size()", equalTo(0)).body("totals[0].deal", equalTo(deal.slug()))
                .body("totals[0].next.sum.deal", equalTo("17000000.00")).body("totals[0].next.sum.own", nullValue());
        assertThat(borrower.asks().get("/deals").asString()).contains("17,000,000.00").doesNotContain("2,833,333.33", "Endeavour");
    }

    @Test
    void an_administrator_alone_sees_which_users_wait() {
        String login = "overview-" + UUID.randomUUID();
        accounts.grant(accounts.create(login, "Administrator", Visitor.PASSWORD), Role.AGENT_ADMINISTRATOR, null, null);
        Visitor administrator = Visitor.signsIn(login);
        int without = administrator.asks().get(OVERVIEW).then().statusCode(200).extract().path("users.withoutGrant");
        accounts.create("overview-" + UUID.randomUUID(), "Without a grant", Visitor.PASSWORD);
        administrator.asks().get(OVERVIEW).then().body("users.withoutGrant", equalTo(without + 1)).body("own.size()", equalTo(0)).body("kept.size()", equalTo(0));
        assertThat(administrator.asks().get("/deals").asString()).contains("without a grant", "/second-factors").doesNotContain(deal.slug());
    }

    @Test
    void the_number_of_statements_does_not_grow_with_the_deals() {
        Visitor ofOne = Visitor.signsIn(lenderIn("endeavour", deal.id()));
        String login = lenderIn("endeavour", deal.id(), sample.rusoro().id(), sample.rusoro().id(), sample.rusoro().id(), sample.rusoro().id());
        Visitor ofFive = Visitor.signsIn(login);
        ofOne.asks().get("/deals").then().statusCode(200);
        ofFive.asks().get(OVERVIEW).then().statusCode(200).body("own.size()", equalTo(5));
        List<String> one = StatementLog.during(() -> ofOne.asks().get("/deals").then().statusCode(200));
        List<String> five = StatementLog.during(() -> ofFive.asks().get("/deals").then().statusCode(200));
        assertThat(five).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(6);
    }
}
