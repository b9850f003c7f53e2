package org.prorata.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Role;
import org.prorata.identity.Visitor;
import org.prorata.identity.Walls;
import org.prorata.mail.Mailbag;
import org.prorata.mail.PostOffice;
import org.prorata.register.Lender;
import org.prorata.web.Today;

/** Who is told what by mail: those whom it concerns when it is sent, without a figure and without anybody else's name. */
@QuarkusTest
class NewsTest {

    private static final String TITLE = "Rusoro senior secured exchangeable loan";
    private static final String MOVE = "{\"from\":\"petropavlovsk\",\"to\":\"endeavour\",\"amount\":\"2,500,000.00\",\"tradeDate\":\"2010-06-09\",\"effectiveDate\":\"2010-06-10\"}";
    private static final String AMOUNT = "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}";

    @Inject Desk desk;
    @Inject Accounts accounts;
    @Inject Today today;
    @Inject News news;
    @Inject Mailbag mailbag;

    private final String mark = UUID.randomUUID().toString();
    private Desk.Staffed deal;
    private PostOffice office;

    @BeforeEach
    void a_deal_on_its_first_day_and_a_mail_server() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
        office = PostOffice.opens();
    }

    @AfterEach
    void the_real_day_again() {
        office.close();
        today.pretend(null);
    }

    private String address(String who) {
        return who + "-" + mark + "@example.com";
    }

    /** Somebody with an address and without a grant. */
    private UUID somebody(String who) {
        UUID user = accounts.create(who + "-" + mark, "Some Body", Visitor.PASSWORD);
        accounts.setEmail(user, address(who));
        return user;
    }

    private UUID lender(String handle) {
        UUID user = somebody(handle);
        UUID lender = Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(deal.id(), null))).stream().filter(each -> each.handle().equals(handle)).findFirst().orElseThrow().id();
        accounts.grantLender(user, deal.id(), lender);
        return user;
    }

    private UUID checker(String who) {
        UUID user = somebody(who);
        accounts.grant(user, Role.AGENT_CHECKER, deal.id(), null);
        return user;
    }

    private Response chooses(Visitor who, Map<String, String> choices) {
        return who.sends().contentType(ContentType.JSON).body(choices).post("/api/v1/account/notices");
    }

    private void approved(String kind, String payload) {
        Desk.Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    /** Sends what is due, and then a mail to somebody new: what it was to follow has gone by then, or will not. */
    private void settles() {
        mailbag.empties(office);
    }

    @Test
    void only_the_lenders_whose_own_figures_moved_are_told_and_no_figure_and_no_other_name() {
        lender("petropavlovsk");
        lender("endeavour");
        lender("blackrock");
        approved("register.transfer", MOVE);
        for (String moved : List.of("petropavlovsk", "endeavour")) {
            PostOffice.Arrived mail = office.one(address(moved));
            assertThat(mail.subject()).startsWith("Your allocation changed: ").contains(TITLE);
            assertThat(mail.text()).contains("/deals/" + deal.slug() + "/allocation").contains("/account/notices").contains("Some Body");
            assertThat(mail.text().replaceAll("\\S*://\\S*|\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", ""))
                    .doesNotContainPattern("\\d").doesNotContainIgnoringCase("Petropavlovsk").doesNotContainIgnoringCase("Endeavour").doesNotContainIgnoringCase("BlackRock").doesNotContainIgnoringCase("transfer");
        }
        settles();
        assertThat(office.of(address("blackrock"))).isEmpty();
        assertThat(Owner.counts("select count(*) from news where deal_id = ?", deal.id())).isZero();
    }

    @Test
    void what_moves_everybodys_figures_is_told_to_all_lenders_and_what_moves_none_to_nobody() {
        lender("endeavour");
        lender("blackrock");
        approved("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}");
        settles();
        assertThat(office.of(address("endeavour"))).as("a payment booked as it was expected").isEmpty();
        approved("payment.amount", AMOUNT);
        office.one(address("endeavour"));
        office.one(address("blackrock"));
    }

    @Test
    void a_proposal_waits_for_those_who_decide_of_its_deal_but_not_for_its_maker() {
        checker("checker");
        UUID other = somebody("elsewhere");
        accounts.grant(other, Role.AGENT_CHECKER, desk.rusoro().id(), null);
        accounts.grant(somebody("auditor"), Role.AUDITOR, null, null);
        UUID both = checker("maker");
        accounts.grant(both, Role.AGENT_MAKER, deal.id(), null);
        Visitor maker = Visitor.signsIn("maker-" + mark);
        String proposal = deal.proposes(maker, null, "payment.amount", AMOUNT).then().statusCode(201).extract().path("id");
        PostOffice.Arrived mail = office.one(address("checker"));
        assertThat(mail.subject()).startsWith("A proposal waits for you: ").contains(TITLE);
        assertThat(mail.text()).contains("/approvals/" + proposal).doesNotContain("accrued").doesNotContain("0.00");
        settles();
        for (String who : List.of("elsewhere", "auditor", "maker")) {
            assertThat(office.of(address(who))).as(who).isEmpty();
        }
    }

    @Test
    void who_lost_the_grant_before_it_is_sent_is_told_nothing() {
        office.close();
        UUID lender = lender("endeavour");
        UUID checker = checker("checker");
        lender("petropavlovsk");
        approved("register.transfer", MOVE);
        deal.proposed("payment.amount", AMOUNT);
        accounts.revokeAll(lender);
        accounts.revokeAll(checker);
        office = PostOffice.opens();
        settles();
        office.one(address("petropavlovsk"));
        assertThat(office.of(address("endeavour"))).isEmpty();
        assertThat(office.of(address("checker"))).isEmpty();
        assertThat(Owner.counts("select count(*) from mail where position(? in mail::text) > 0", TITLE)).as("no deal's title is kept before it is sent").isEqualTo(
                Owner.counts("select count(*) from mail where position(? in mail::text) > 0 and sent is not null", TITLE));
    }

    @Test
    void what_was_decided_before_it_is_sent_waits_for_nobody() {
        office.close();
        checker("checker");
        Desk.Staffed.decides(deal.second(), deal.proposed("payment.amount", AMOUNT), "reject").then().statusCode(200);
        office = PostOffice.opens();
        settles();
        assertThat(office.of(address("checker"))).isEmpty();
    }

    @Test
    void what_was_refused_or_is_only_proposed_is_told_to_no_lender() {
        lender("endeavour");
        String proposal = deal.proposed("register.transfer", MOVE);
        Desk.Staffed.decides(deal.first(), proposal, "approve").then().statusCode(409);
        settles();
        assertThat(office.of(address("endeavour"))).isEmpty();
    }

    @Test
    void each_chooses_by_kind_at_once_once_a_day_or_nothing() {
        lender("endeavour");
        lender("petropavlovsk");
        Visitor daily = Visitor.signsIn("endeavour-" + mark);
        assertThat(daily.asks().get("/api/v1/account/notices").<Map<String, String>>path("$")).isEqualTo(Map.of("allocation-changed", "at-once", "new-sign-in", "at-once"));
        Response saved = daily.asks().header("Origin", Visitor.origin()).formParam("csrf", daily.csrf()).formParam("allocation-changed", "daily").formParam("new-sign-in", "at-once").post("/account/notices");
        saved.then().statusCode(303);
        assertThat(daily.asks().get("/account/notices?saved=1").asString()).contains("Your choice is saved").containsPattern("value=\"daily\" selected").contains(address("endeavour"))
                .doesNotContain("A proposal waits");
        chooses(Visitor.signsIn("petropavlovsk-" + mark), Map.of("allocation-changed", "none")).then().statusCode(200);
        assertThat(Owner.counts("select count(*) from trail where what = 'notices.chosen' and subject = ? and details -> 'before' ->> 'allocation-changed' = 'at-once' and details -> 'after' ->> 'allocation-changed' = 'daily'",
                "endeavour-" + mark)).isEqualTo(1);

        approved("register.transfer", MOVE);
        approved("payment.amount", AMOUNT);
        settles();
        assertThat(office.of(address("endeavour"))).isEmpty();
        assertThat(office.of(address("petropavlovsk"))).isEmpty();
        String user = Owner.finds("select id::text from portal_user where login = ?", "endeavour-" + mark);
        assertThat(Owner.counts("select count(*) from mail where about like ? and due > clock_timestamp() and (due at time zone 'UTC')::time = '06:00'", user + "%")).isEqualTo(1);
        Owner.runs("update mail set due = clock_timestamp() where about like ?", user + "%");
        settles();
        PostOffice.Arrived mail = office.one(address("endeavour"));
        assertThat(mail.subject()).isEqualTo("What is new at Prorata");
        assertThat(mail.text().split("/allocation", -1)).as("two pieces of news in one mail").hasSize(3);
        assertThat(Owner.counts("select count(*) from news where user_id = ?::uuid", user)).isZero();
        Owner.runs("update mail set due = clock_timestamp() where about like ?", user + "%");
        settles();
        assertThat(office.of(address("endeavour"))).hasSize(1);
    }

    @Test
    void a_choice_that_is_none_is_told_and_nothing_is_saved() {
        somebody("chooser");
        Visitor who = Visitor.signsIn("chooser-" + mark);
        assertThat(chooses(who, Map.of("new-sign-in", "sometimes", "weather", "daily")).then().statusCode(422).extract().<List<String>>path("problems.field"))
                .containsExactlyInAnyOrder("new-sign-in", "weather");
        who.asks().header("Origin", Visitor.origin()).formParam("csrf", who.csrf()).formParam("new-sign-in", "sometimes").post("/account/notices").then().statusCode(422);
        who.asks().header("Origin", Visitor.origin()).formParam("new-sign-in", "none").post("/account/notices").then().statusCode(403);
        assertThat(who.asks().get("/api/v1/account/notices").<String>path("new-sign-in")).isEqualTo("at-once");
    }

    @Test
    void a_sign_in_from_a_new_place_is_told_once_and_the_first_one_is_not() {
        somebody("traveller");
        String login = "traveller-" + mark;
        Visitor first = Visitor.signsIn(login);
        Visitor.signsIn(login);
        settles();
        assertThat(office.of(address("traveller"))).as("the same program from the same network").isEmpty();
        Visitor.tries(Visitor.stranger().header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"), login, Visitor.PASSWORD).then().statusCode(200);
        PostOffice.Arrived mail = office.one(address("traveller"));
        assertThat(mail.subject()).isEqualTo("A new sign-in to Prorata");
        assertThat(mail.text()).contains("Firefox on Linux").contains("127.0.0.1").contains("/account");
        Visitor.tries(Visitor.stranger().header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"), login, Visitor.PASSWORD).then().statusCode(200);
        Visitor.tries(Visitor.stranger().header("User-Agent", "curl/8").cookie(Visitor.BROWSER_COOKIE, first.browser()), login, Visitor.PASSWORD).then().statusCode(200);
        Visitor.tries(Visitor.stranger().header("User-Agent", "wget/1"), login, "walrus copper nine lanterns").then().statusCode(401);
        settles();
        assertThat(office.of(address("traveller"))).as("a browser that is known, and one that was refused").hasSize(1);
    }

    @Test
    void daily_mails_go_at_the_next_time_of_day() {
        assertThat(news.next(Instant.parse("2026-03-01T05:59:59Z"))).isEqualTo("2026-03-01T06:00:00Z");
        assertThat(news.next(Instant.parse("2026-03-01T06:00:00Z"))).isEqualTo("2026-03-02T06:00:00Z");
        assertThat(news.next(Instant.parse("2026-12-31T23:00:00Z"))).isEqualTo("2027-01-01T06:00:00Z");
    }
}
