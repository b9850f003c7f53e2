package org.prorata.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Form;
import org.prorata.identity.Accounts;
import org.prorata.identity.FactorsChanged;
import org.prorata.identity.Owner;
import org.prorata.identity.Role;
import org.prorata.identity.Visitor;

/** Deals that ask for a second factor, and administrators who take away a lost one. */
@QuarkusTest
class DealRulesTest {

    /** Who has to be told, as the room that tells them will hear it. */
    @ApplicationScoped
    public static class Heard {

        private final List<FactorsChanged> all = new ArrayList<>();

        void hear(@Observes FactorsChanged changed) {
            all.add(changed);
        }

        List<FactorsChanged.What> of(UUID user) {
            return all.stream().filter(each -> each.user().equals(user)).map(FactorsChanged::what).toList();
        }
    }

    @Inject
    Desk desk;
    @Inject
    Accounts accounts;
    @Inject
    Heard heard;

    private Desk.Staffed deal;
    private Visitor administrator;
    private String mark;

    @BeforeEach
    void a_deal_and_an_administrator_of_the_portal() {
        Owner.runs("delete from sign_in_attempt");
        deal = desk.rusoro();
        mark = UUID.randomUUID().toString();
        accounts.grant(accounts.create("admin-" + mark, "Ada Marsh", Visitor.PASSWORD), Role.AGENT_ADMINISTRATOR, null, null);
        administrator = Visitor.signsIn("admin-" + mark);
    }

    @AfterEach
    void no_deal_asks_any_more() {
        Owner.runs("delete from deal_second_factor");
    }

    private Response asks(String path, String name) {
        return administrator.sends().contentType("application/json").body(Map.of("deal", name)).post("/api/v1/second-factors/deals" + path);
    }

    @Test
    void whoever_enters_a_deal_that_asks_sets_a_second_factor_up_before_anything_is_shown() {
        Desk.Staffed another = desk.rusoro();
        asks("", deal.slug()).then().statusCode(200);
        assertThat(Owner.counts("select count(*) from trail where what = 'deal.second-factor' and deal_id = ? and user_name = 'Ada Marsh'", deal.id())).isOne();
        for (Visitor visitor : List.of(deal.endeavour(), deal.first(), another.first())) {
            for (String address : List.of("/deals/" + deal.slug() + "/allocation", "/deals", "/api/v1/deals/" + deal.slug() + "/payments", "/deals/" + another.slug() + "/payments")) {
                visitor.asks().get(address).then().statusCode(401);
            }
            assertThat(visitor.asks().header("Accept", "text/html").get("/deals/" + deal.slug()).then().statusCode(303).extract().header("Location"))
                    .endsWith("/account/factors?to=%2Fdeals%2F" + deal.slug());
        }
        another.endeavour().asks().get("/deals/" + another.slug() + "/allocation").then().statusCode(200);
        administrator.asks().get("/users").then().statusCode(200);

        Response page = deal.endeavour().asks().get("/account/factors?to=/deals/" + deal.slug());
        assertThat(page.then().statusCode(200).extract().asString()).contains("Set up a second factor", "asks for a second factor").doesNotContain(deal.slug() + "/allocation");
        Response offer = deal.endeavour().sends().post("/api/v1/account/factors/app");
        Phone phone = new Phone(offer.path("secret"));
        Response confirmed = phone.confirms(deal.endeavour(), phone.code(0));
        Visitor in = Visitor.of(confirmed);
        assertThat(confirmed.<List<String>>path("recoveryCodes")).hasSize(10);
        in.asks().get("/deals/" + deal.slug() + "/allocation").then().statusCode(200);
        deal.endeavour().asks().get("/deals/" + deal.slug() + "/allocation").then().statusCode(401);
    }

    @Test
    void at_a_sign_in_the_answer_says_where_to_set_it_up_and_where_it_is_asked_no_more_nothing_is() {
        asks("", deal.slug()).then().statusCode(200);
        asks("", deal.slug()).then().statusCode(422);
        String login = "viewer-" + mark;
        accounts.grant(accounts.create(login, "Ben Marsh", Visitor.PASSWORD), Role.BORROWER, deal.id(), null);
        Response begun = Visitor.tries(login, Visitor.PASSWORD);
        assertThat(begun.<String>path("prove")).isEqualTo("/api/v1/account/factors");
        assertThat(begun.<List<?>>path("secondFactor")).isEmpty();
        Visitor waiting = Visitor.of(begun);
        waiting.asks().get("/deals/" + deal.slug() + "/payments").then().statusCode(401);
        asks("/remove", deal.slug()).then().statusCode(200);
        asks("/remove", deal.slug()).then().statusCode(422);
        waiting.asks().get("/deals/" + deal.slug() + "/payments").then().statusCode(200);
        asks("", "no-such-deal").then().statusCode(422);
    }

    @Test
    void the_page_shows_what_is_asked_and_only_administrators_change_it() {
        Response page = administrator.asks().get("/second-factors");
        assertThat(page.asString()).contains("asks nobody by itself", "No deal asks.");
        Form.of(administrator, page).types("deal", deal.slug()).sends("/second-factors/deals").then().statusCode(303);
        assertThat(administrator.asks().get("/second-factors").asString()).contains("Ask the users of " + deal.slug() + " no more");
        Response wrong = administrator.sends().formParam("deal", "no-such-deal").post("/second-factors/deals");
        assertThat(wrong.then().statusCode(422).extract().asString()).contains("There is no deal of this name", "no-such-deal");
        String login = "maker-" + mark;
        accounts.grant(accounts.create(login, "Ben Marsh", Visitor.PASSWORD), Role.AUDITOR, desk.rusoro().id(), null);
        Visitor auditor = Visitor.signsIn(login);
        auditor.sends().formParam("deal", deal.slug()).post("/second-factors/deals/remove").then().statusCode(403);
        auditor.asks().get("/second-factors").then().statusCode(403);
        assertThat(Owner.counts("select count(*) from deal_second_factor where deal_id = ?", deal.id())).isOne();
    }

    @Test
    void an_administrator_takes_lost_second_factors_away_and_the_user_is_told() {
        String login = "lost-" + mark;
        UUID user = accounts.create(login, "Ben Marsh", Visitor.PASSWORD);
        Visitor visitor = Visitor.signsIn(login);
        Phone.setUpFor(visitor);
        String page = administrator.asks().get("/users/" + user).then().statusCode(200).extract().asString();
        assertThat(page).contains("authenticator app", "Take away what was lost");
        Owner.runs("update session set proved = proved - interval '10 minutes'");
        administrator.sends().delete("/api/v1/users/" + user + "/factors").then().statusCode(403);
        administrator.sends().contentType("application/json").body(Map.of("password", Visitor.PASSWORD)).post("/api/v1/session/proof").then().statusCode(200);
        administrator.sends().formParam("x", "1").post("/users/" + user + "/factors/take-away").then().statusCode(303);
        visitor.asks().get("/api/v1/account").then().statusCode(401);
        assertThat(Visitor.tries(login, Visitor.PASSWORD).<Object>path("secondFactor")).isNull();
        assertThat(heard.of(user)).containsExactly(FactorsChanged.What.ADDED, FactorsChanged.What.TAKEN_AWAY_BY_AN_ADMINISTRATOR);
        assertThat(Owner.counts("select count(*) from trail where what = 'user.factors-taken' and subject = ? and user_name = 'Ada Marsh'", login)).isOne();
        assertThat(Owner.counts("select count(*) from recovery_code where user_id = ?", user)).isZero();
        administrator.sends().delete("/api/v1/users/" + user + "/factors").then().statusCode(409);
        UUID itself = UUID.fromString(Owner.finds("select id::text from portal_user where login = ?", "admin-" + mark));
        administrator.sends().delete("/api/v1/users/" + itself + "/factors").then().statusCode(409);
    }
}
