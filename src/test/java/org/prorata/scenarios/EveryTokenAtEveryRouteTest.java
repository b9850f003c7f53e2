package org.prorata.scenarios;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Right;
import org.prorata.identity.Role;
import org.prorata.identity.Routes;
import org.prorata.identity.Routes.Route;
import org.prorata.identity.Visitor;
import org.prorata.identity.Walls;
import org.prorata.register.Lender;
import org.prorata.scenarios.EveryRoleAtEveryRouteTest.Ids;
import org.prorata.web.Today;

/** Asks every resource method by tokens of every scope, whose users may do more: of a deal that the token reaches, of another that its user enters and the token does not, and of none. */
@QuarkusTest
class EveryTokenAtEveryRouteTest {

    private static final Set<Right> READING = EnumSet.of(Right.READ_DEAL, Right.READ_FIGURES, Right.READ_OWN, Right.READ_ALL);

    /** What needs no right and is open to tokens all the same. */
    private static final Set<String> LISTS = Set.of("/api/v1/deals", "/api/v1/overview");

    /** What the parameters of an account's own routes are: of nobody. */
    private static final Map<String, String> OF_AN_ACCOUNT = Map.of("session", UUID.randomUUID().toString(), "token", UUID.randomUUID().toString());

    /** @param rights those that the token has in its deal */
    private record Bearer(String name, Set<Right> rights, String token) {

        RequestSpecification asks() {
            return given().redirects().follow(false).header("Authorization", "Bearer " + token);
        }
    }

    @Inject
    Desk desk;
    @Inject
    Accounts accounts;
    @Inject
    Today today;

    private Desk.Staffed deal;
    private Desk.Staffed other;
    private Ids own;
    private Ids foreign;

    @BeforeEach
    void two_deals_on_their_first_day() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
        own = EveryRoleAtEveryRouteTest.with(deal, true);
        other = desk.rusoro();
        foreign = EveryRoleAtEveryRouteTest.with(other, false);
    }

    @AfterEach
    void back_to_the_real_day() {
        today.pretend(null);
    }

    private interface Grants {
        void to(UUID user);
    }

    private String token(String scope, List<String> deals, List<String> lenders, Grants grants) {
        String login = "bearer-" + UUID.randomUUID();
        UUID user = accounts.create(login, "A program's user", Visitor.PASSWORD);
        grants.to(user);
        Response made = Visitor.signsIn(login).sends().contentType(ContentType.JSON).body(Map.of("name", "a token", "scope", scope, "deals", deals, "lenders", lenders)).post("/api/v1/account/tokens");
        made.then().statusCode(201);
        return made.path("token");
    }

    private void everythingAnAgentCanBe(UUID user) {
        accounts.grantAgent(user);
        accounts.grant(user, Role.AUDITOR, null, null);
    }

    private void twoLendersHereAndOneThere(UUID user) {
        accounts.grantLender(user, deal.id(), lender(deal, "endeavour"));
        accounts.grant(user, Role.LENDER_SIGNATORY, deal.id(), lender(deal, "petropavlovsk"));
        accounts.grantLender(user, other.id(), lender(other, "endeavour"));
    }

    private static UUID lender(Desk.Staffed of, String handle) {
        return Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(of.id(), null))).stream().filter(lender -> lender.handle().equals(handle)).findFirst().orElseThrow().id();
    }

    private List<Bearer> bearers() {
        Set<Right> lenders = EnumSet.of(Right.READ_DEAL, Right.READ_FIGURES, Right.READ_OWN);
        Set<Right> agents = EnumSet.of(Right.READ_DEAL, Right.READ_FIGURES, Right.READ_ALL);
        Set<Right> proposing = EnumSet.copyOf(agents);
        proposing.add(Right.PROPOSE);
        String here = deal.slug();
        String third = desk.rusoro().slug();
        return List.of(
                new Bearer("a lender's, of one of its lenders", lenders, token("read", List.of(), List.of(here + "/endeavour"), this::twoLendersHereAndOneThere)),
                new Bearer("a lender's, of one of its deals", lenders, token("read", List.of(here), List.of(), this::twoLendersHereAndOneThere)),
                new Bearer("an agent's that reads", agents, token("read", List.of(here), List.of(), this::everythingAnAgentCanBe)),
                new Bearer("an agent's that proposes", proposing, token("propose", List.of(here), List.of(), this::everythingAnAgentCanBe)),
                new Bearer("an agent's that proposes in several deals", proposing, token("propose", List.of(here, third), List.of(), this::everythingAnAgentCanBe)),
                new Bearer("a borrower's", EnumSet.of(Right.READ_DEAL), token("read", List.of(here), List.of(), user -> {
                    accounts.grant(user, Role.BORROWER, deal.id(), null);
                    accounts.grant(user, Role.BORROWER, other.id(), null);
                })));
    }

    @Test
    void a_token_opens_what_it_names_and_another_deal_of_its_user_answers_like_none() {
        List<Route> routes = Routes.all();
        assertThat(routes).hasSizeGreaterThan(100);
        for (Bearer bearer : bearers()) {
            for (Route route : routes) {
                String as = bearer.name() + " at " + route.verb() + " " + route.path();
                Response mine = asks(bearer, route, own);
                if (!route.path().startsWith("/api/v1/")) {
                    assertThat(mine.statusCode()).as(as).isEqualTo(403);
                    assertThat(mine.asString()).as(as).contains("under /api/v1/ alone");
                    continue;
                }
                boolean allowed = route.right().map(bearer.rights()::contains).orElse(route.reads() && LISTS.contains(route.path()))
                        && (route.reads() || bearer.rights().contains(Right.PROPOSE));
                boolean named = EveryRoleAtEveryRouteTest.named(route);
                EveryRoleAtEveryRouteTest.allowed(as, route, mine, allowed, named ? 404 : 403);
                if (named) {
                    Response others = asks(bearer, route, foreign);
                    Response none = asks(bearer, route, EveryRoleAtEveryRouteTest.MISSING);
                    assertThat(others.statusCode()).as(as).isEqualTo(404);
                    EveryRoleAtEveryRouteTest.alike(as + " of another and none", others, foreign, none, EveryRoleAtEveryRouteTest.MISSING);
                    if (!allowed) {
                        EveryRoleAtEveryRouteTest.alike(as + " of its own and none", mine, own, none, EveryRoleAtEveryRouteTest.MISSING);
                    }
                }
            }
        }
    }

    @Test
    void a_reading_token_changes_nothing_and_no_token_decides_administers_or_touches_an_account() {
        for (Bearer bearer : bearers()) {
            String before = traces();
            for (Route route : Routes.all().stream().filter(route -> !route.reads()).toList()) {
                boolean proposes = bearer.rights().contains(Right.PROPOSE) && route.right().filter(right -> right == Right.PROPOSE || READING.contains(right)).isPresent();
                if (!proposes) {
                    assertThat(asks(bearer, route, own).statusCode()).as(bearer.name() + " at " + route.verb() + " " + route.path()).isIn(403, 404);
                }
            }
            assertThat(traces()).as(bearer.name()).isEqualTo(before);
        }
    }

    /** All that such a request could have changed, but for the rows of those whom the requests name, who are made for each. */
    private static String traces() {
        return Owner.finds("""
                with known as (select id from portal_user where login not like 'somebody-%' and login not like 'asker-%')
                select concat_ws(' ', (select count(*) from proposal), (select count(*) from proposal where state <> 'open'), (select count(*) from program_token where user_id in (select id from known)),
                       (select count(*) from program_token where revoked is not null), (select count(*) from session where user_id in (select id from known)), (select count(*) from known),
                       (select count(*) from portal_user where disabled), (select count(*) from user_grant where user_id in (select id from known)), (select count(*) from deal))""");
    }

    @Test
    void a_token_of_one_lender_shows_nothing_of_the_others_that_its_user_acts_for() {
        String token = token("read", List.of(), List.of(deal.slug() + "/endeavour"), this::twoLendersHereAndOneThere);
        Bearer one = new Bearer("of one lender", Set.of(), token);
        assertThat(one.asks().get("/api/v1/deals/" + deal.slug() + "/lenders").<List<String>>path("lenders.lender")).containsExactly("endeavour");
        for (Route route : Routes.all().stream().filter(route -> route.path().startsWith("/api/v1/") && route.reads() && route.path().contains("{deal}")).toList()) {
            Response answer = asks(one, route, own);
            if (answer.statusCode() == 200 && route.right().equals(Optional.of(Right.READ_OWN))) {
                assertThat(answer.asString()).as(route.path()).contains("endeavour").doesNotContain("\"petropavlovsk\"");
            }
            String path = path(route, own);
            Response others = one.asks().queryParam("lender", "petropavlovsk").get(path);
            Response none = one.asks().queryParam("lender", "nobody").get(path);
            if (others.statusCode() != 200 || none.statusCode() != 200) {
                EveryRoleAtEveryRouteTest.alike(route.path() + "?lender=", others, own, none, own);
            }
            if (route.path().contains("{lender}")) {
                EveryRoleAtEveryRouteTest.alike(route.path(), one.asks().get(EveryRoleAtEveryRouteTest.path(route, own, Map.of("lender", "petropavlovsk"))), own,
                        one.asks().get(EveryRoleAtEveryRouteTest.path(route, own, Map.of("lender", "nobody"))), own);
            }
        }
        assertThat(one.asks().get("/api/v1/deals").<List<String>>path("deals.slug")).containsExactly(deal.slug());
    }

    @Test
    void a_token_lists_the_deals_that_it_reaches_and_no_others() {
        String third = desk.rusoro().slug();
        Bearer both = new Bearer("of two", Set.of(), token("read", List.of(deal.slug(), third), List.of(), this::everythingAnAgentCanBe));
        assertThat(both.asks().get("/api/v1/deals").<List<String>>path("deals.slug")).containsExactlyInAnyOrder(deal.slug(), third);
        assertThat(both.asks().get("/api/v1/approvals").<List<String>>path("rows.deal")).isNotEmpty().allMatch(slug -> slug.equals(deal.slug()) || slug.equals(third));
    }

    private static Response asks(Bearer bearer, Route route, Ids ids) {
        return EveryRoleAtEveryRouteTest.sends(bearer.asks(), route, path(route, ids), ids);
    }

    private static String path(Route route, Ids ids) {
        return EveryRoleAtEveryRouteTest.path(route, ids, OF_AN_ACCOUNT);
    }
}
