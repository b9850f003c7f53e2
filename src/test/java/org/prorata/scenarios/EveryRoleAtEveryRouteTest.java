package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.prorata.web.Formats;
import org.prorata.web.Today;

/** Asks every resource method as every role, of a deal of one's own, of another's and of none, and compares the answers with the table of rights. */
@QuarkusTest
class EveryRoleAtEveryRouteTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");

    /** What the parameters of a path are; those of a payment by the end of the path. A new one has to be told here. */
    private static final Map<String, String> PARAMETERS = Map.of("kind", "csv", "lender", "endeavour", "component", "principal:second", "term", "accrued", "no", "1", "payment", "2", "step", "deal", "letter", UUID.randomUUID().toString(), "factor", UUID.randomUUID().toString(),
            "form", UUID.randomUUID().toString());
    private static final Map<String, String> PAYMENTS = Map.of("book", "2", "correct", "1", "{term}", "1");

    private static final String NONE = UUID.randomUUID().toString();
    private static final String UNREADABLE = "\u0007" + "x".repeat(20_000);

    /** Whom the requests are made as; {@code role} is null for one without any grant. */
    private record Asker(String name, Role role, boolean everyDeal, Visitor visitor) {

        boolean has(Right right) {
            return role != null && right.roles().contains(role) && (right != Right.IMPORT || everyDeal);
        }
    }

    /** @param transfer the number of an entry that can be corrected @param exchange likewise of an exchange */
    record Ids(String deal, String proposal, String transfer, String exchange) {}

    @Inject Desk desk;
    @Inject Accounts accounts;
    @Inject Today today;

    private Desk.Staffed deal;
    private Ids own;
    private Ids foreign;
    static final Ids MISSING = new Ids("test-0-nothing-there", NONE, "1", "1");

    @BeforeEach
    void two_deals_on_their_first_day() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
        own = with(deal, false);
        foreign = with(desk.rusoro(), false);
    }

    @AfterEach
    void back_to_the_real_day() {
        today.pretend(null);
    }

    /** A payment that is booked, a transfer that came to light later, what that leaves due, perhaps an exchange, and an open proposal. */
    static Ids with(Desk.Staffed staffed, boolean exchanged) {
        approved(staffed, "payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}");
        approved(staffed, "register.move", """
                {"on":"2010-06-10","unit":"amount","shares":[{"lender":"petropavlovsk","value":"20000000.00"},{"lender":"lansdowne-equity-limited","value":"6666666.67"},
                 {"lender":"lansdowne-equity-lp","value":"6666666.67"},{"lender":"lansdowne-strategic","value":"6666666.66"},{"lender":"endeavour","value":"4000000.00"},
                 {"lender":"blackrock","value":"16000000.00"}]}""");
        if (exchanged) {
            approved(staffed, "register.exchange", "{\"lender\":\"petropavlovsk\",\"amount\":\"2,000,000.00\",\"on\":\"2010-10-01\"}");
        }
        return new Ids(staffed.slug(), staffed.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}"), entryOf(staffed, "transfer"),
                exchanged ? entryOf(staffed, "exchange") : "1");
    }

    private static String entryOf(Desk.Staffed staffed, String cause) {
        return staffed.first().asks().get("/api/v1/deals/" + staffed.slug() + "/register?on=2011-12-31").<List<Map<String, Object>>>path("entries").stream()
                .filter(each -> each.get("cause").equals(cause)).map(each -> each.get("seq").toString()).findFirst().orElseThrow();
    }

    private static void approved(Desk.Staffed staffed, String kind, String payload) {
        Desk.Staffed.decides(staffed.second(), staffed.proposed(kind, payload), "approve").then().statusCode(200);
    }

    private List<Asker> askers() {
        List<Asker> askers = new ArrayList<>(List.of(asker("without a grant", null, false)));
        Stream.of(Role.values()).forEach(role -> askers.add(asker(role.word(), role, role.names() == Role.Names.NOTHING)));
        return askers;
    }

    private Asker asker(String name, Role role, boolean everyDeal) {
        UUID endeavour = Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(deal.id(), null))).stream()
                .filter(lender -> lender.handle().equals("endeavour")).findFirst().orElseThrow().id();
        String login = "route-" + UUID.randomUUID();
        UUID user = accounts.create(login, name, Visitor.PASSWORD);
        if (role != null) {
            accounts.grant(user, role, everyDeal ? null : deal.id(), role.names() == Role.Names.A_LENDER ? endeavour : null);
        }
        if (role == Role.LENDER_ADMINISTRATOR) {
            Owner.runs("insert into deal_lender_administration (deal_id) values (?) on conflict do nothing", deal.id());
        }
        return new Asker(name, role, everyDeal, Visitor.signsIn(login));
    }

    @Test
    void every_role_gets_what_the_table_says_and_another_deal_answers_like_none() {
        List<Route> routes = Routes.all().stream().filter(route -> route.right().isPresent()).toList();
        assertThat(routes).hasSizeGreaterThan(70);
        deal = desk.rusoro();
        own = with(deal, true);
        for (Asker asker : askers()) {
            for (Route route : routes) {
                Right right = route.right().get();
                String as = asker.name() + " at " + route.verb() + " " + route.path() + " of ";
                Response mine = asks(asker, route, own, Map.of());
                if (!named(route)) {
                    allowed(as + "the portal", route, mine, asker.has(right), 403);
                    if (ofAUser(route)) {
                        Response none = asks(asker, route, MISSING, Map.of());
                        assertThat(none.statusCode()).as(as + "a user who is not there").isIn(asker.has(right) ? List.of(400, 404, 422) : List.of(403));
                        if (!asker.has(right)) {
                            assertThat(headers(mine)).as(as + "a user and none").isEqualTo(headers(none));
                        }
                    }
                    continue;
                }
                allowed(as + "its own", route, mine, asker.has(right), 404);
                Response others = asks(asker, route, foreign, Map.of());
                Response none = asks(asker, route, MISSING, Map.of());
                assertThat(others.statusCode()).as(as + "another").isEqualTo(404);
                alike(as + "another and none", others, foreign, none, MISSING);
                if (!asker.has(right)) {
                    alike(as + "its own and none", mine, own, none, MISSING);
                }
            }
        }
    }

    @Test
    void another_lender_answers_like_none_to_a_lender() {
        for (Role role : List.of(Role.LENDER_VIEWER, Role.LENDER_SIGNATORY)) {
            Asker asker = asker(role.word(), role, false);
            for (Route route : Routes.all().stream().filter(route -> route.path().contains("{lender}")).toList()) {
                Response others = asks(asker, route, own, Map.of("lender", "petropavlovsk"));
                Response none = asks(asker, route, own, Map.of("lender", "nobody"));
                assertThat(others.statusCode()).as(route.path()).isEqualTo(404);
                alike(asker.name() + " at " + route.path(), others, own, none, own);
            }
            for (Route route : Routes.all().stream().filter(route -> route.reads() && route.path().contains("{deal}")).toList()) {
                Response others = asker.visitor().asks().queryParam("lender", "petropavlovsk").get(path(route, own, Map.of()));
                Response none = asker.visitor().asks().queryParam("lender", "nobody").get(path(route, own, Map.of()));
                if (others.statusCode() != 200 || none.statusCode() != 200) {
                    alike(asker.name() + " at " + route.path() + "?lender=", others, own, none, own);
                }
            }
        }
    }

    @Test
    void the_trail_of_anothers_deal_is_searched_like_that_of_none() {
        Asker auditor = asker("an auditor", Role.AUDITOR, false);
        Ids gone = new Ids(foreign.deal().substring(1) + "z", MISSING.proposal(), "1", "1");   // as long, so that the answers are
        for (String path : List.of("/audit", "/api/v1/audit", "/audit/trail.csv", "/audit/trail.jsonl")) {
            auditor.visitor().asks().get(path + "?deal=" + own.deal()).then().statusCode(200);
            Response others = auditor.visitor().asks().get(path + "?deal=" + foreign.deal());
            Response none = auditor.visitor().asks().get(path + "?deal=" + gone.deal());
            assertThat(others.statusCode()).as(path).isEqualTo(400);
            alike(path, others, foreign, none, gone);
        }
    }

    @Test
    void combining_asks_of_each_proposal_whether_its_deal_is_ones_own() {
        for (String path : List.of("/approvals/combine", "/api/v1/approvals/combine")) {
            Asker maker = asker("a maker", Role.AGENT_MAKER, false);
            Response others = combines(maker, path, foreign.proposal());
            Response none = combines(maker, path, MISSING.proposal());
            assertThat(others.statusCode()).isEqualTo(404);
            alike(path, others, foreign, none, MISSING);
        }
    }

    @Test
    void who_keeps_every_deal_may_bring_one_in() {
        for (Route route : Routes.all().stream().filter(route -> route.right().equals(Optional.of(Right.IMPORT))).toList()) {
            Response answer = asks(asker("maker of all", Role.AGENT_MAKER, true), route, own, Map.of());
            assertThat(answer.statusCode()).as(route.method()).isIn(200, 303, 409, 422);
            assertThat(asks(asker("auditor of all", Role.AUDITOR, true), route, own, Map.of()).statusCode()).as(route.method()).isEqualTo(403);
        }
    }

    @Test
    void nobody_signed_in_gets_nothing() {
        for (Route route : Routes.all().stream().filter(route -> route.right().isPresent()).toList()) {
            assertThat(sends(Visitor.stranger(), route, path(route, own, Map.of()), own).statusCode()).as(route.method()).isEqualTo(401);
        }
    }

    @Test
    void a_borrower_reads_the_deals_totals_and_no_figure_of_any_lender() {
        Asker borrower = asker("a borrower", Role.BORROWER, false);
        List<String> lenders = Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> Lender.of(deal.id(), null))).stream().map(Lender::handle).toList();
        Set<String> figures = figuresOf(lenders);
        for (Route route : Routes.all().stream().filter(route -> route.reads() && route.right().equals(Optional.of(Right.READ_DEAL))).toList()) {
            for (String query : List.of("", "?on=2010-06-09", "?on=2010-12-31")) {
                String body = borrower.visitor().asks().get(path(route, own, Map.of()) + query).then().statusCode(200).extract().asString();
                figures.forEach(figure -> assertThat(body).as(route.path() + query).doesNotContain(figure));
                assertThat(body).as(route.path() + query).doesNotContain("/approvals", "/audit", "/book", "/propose", "/register");
            }
        }
        assertThat(borrower.visitor().asks().get("/api/v1/deals/" + own.deal() + "/payments?on=2010-06-10").<String>path("principal.total.dealBooked")).isEqualTo("43000000.00");
        assertThat(borrower.visitor().asks().get("/deals/" + own.deal() + "/payments").asString()).contains("43,000,000.00", "17,000,000.00");
    }

    /** Every lender's positions and slices as the export has them, as JSON and as pages write them; without those that are some total's too. */
    private Set<String> figuresOf(List<String> lenders) {
        List<Map<String, Object>> positions = deal.first().asks().get("/api/v1/deals/" + own.deal() + "/positions").path("positions");
        assertThat(positions).hasSameSizeAs(lenders);
        List<Map<String, Object>> slices = deal.first().asks().get("/api/v1/deals/" + own.deal() + "/payments/2/slices").path("components.slices.flatten()");
        Stream<Object> ofPositions = positions.stream().flatMap(row -> Stream.concat(((Map<?, ?>) row.get("byTranche")).values().stream(), Stream.of(row.get("total"))));
        return Stream.concat(ofPositions, slices.stream().map(slice -> slice.get("amount"))).filter(Objects::nonNull).map(Object::toString)
                .filter(amount -> !amount.startsWith("0.00")).flatMap(amount -> Stream.of(amount, Formats.grouped(amount))).collect(Collectors.toSet());
    }

    @Test
    void the_time_that_another_deal_takes_is_told_but_not_asserted() {
        Asker lender = asker("a lender", Role.LENDER_VIEWER, false);
        Map<String, List<Long>> times = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            for (String rest : List.of("/payments", "/register", "")) {
                for (Ids ids : List.of(foreign, MISSING)) {
                    long start = System.nanoTime();
                    lender.visitor().asks().get("/deals/" + ids.deal() + rest).then().statusCode(404);
                    times.computeIfAbsent("/deals/{deal}" + rest + (ids == foreign ? " of another" : " of none"), none -> new ArrayList<>()).add(System.nanoTime() - start);
                }
            }
        }
        times.forEach((what, nanos) -> System.out.println(what + ": median " + nanos.stream().sorted().toList().get(nanos.size() / 2) / 1_000 + " µs of " + nanos.size()));
    }

    private static boolean ofAUser(Route route) {
        return route.path().contains("{user}") || route.path().contains("{request}") || route.path().contains("{draft}");
    }

    static boolean named(Route route) {
        return route.path().contains("{deal}") || route.path().contains("{proposal}");
    }

    /** Allowed: a page, or a form that is answered without being done, since what is sent says nothing that could be. */
    static void allowed(String as, Route route, Response answer, boolean allowed, int refused) {
        if (!allowed) {
            assertThat(answer.statusCode()).as(as).isEqualTo(refused);
        } else if (route.reads()) {
            assertThat(answer.statusCode()).as(as).isEqualTo(200);
        } else {
            assertThat(answer.statusCode()).as(as).isIn(200, 204, 303, 400, 409, 422);
        }
    }

    static void alike(String as, Response one, Ids ofOne, Response other, Ids ofOther) {
        assertThat(one.statusCode()).as(as).isEqualTo(other.statusCode());
        assertThat(without(one.asString(), ofOne)).as(as).isEqualTo(without(other.asString(), ofOther));
        assertThat(headers(one)).as(as).isEqualTo(headers(other));
    }

    private static String without(String body, Ids ids) {
        return body.replace(ids.deal(), "X").replace(ids.proposal(), "Y");
    }

    private static String headers(Response answer) {
        return answer.headers().asList().stream().map(header -> header.getName() + ": " + header.getValue()).sorted().collect(Collectors.joining("\n"));
    }

    private static Response asks(Asker asker, Route route, Ids ids, Map<String, String> otherwise) {
        return sends(route.reads() ? asker.visitor().asks() : asker.visitor().sends(), route, path(route, ids, otherwise), ids);
    }

    static Response sends(RequestSpecification request, Route route, String path, Ids ids) {
        if (route.reads()) {
            return request.get(path);
        }
        if (path.endsWith("/combine")) {
            return combine(request, path, ids.proposal());
        }
        if ("application/json".equals(route.consumes())) {
            return request.contentType("application/json").body(path.endsWith("/proposals") ? Map.of("kind", "payment.amount", "reason", "") : Map.of("comment", UNREADABLE))
                    .request(route.verb(), path);
        }
        if ("multipart/form-data".equals(route.consumes())) {
            return request.multiPart("text", "x").request(route.verb(), path);
        }
        if (route.consumes() != null && route.consumes().contains("yaml")) {
            return request.contentType(route.consumes()).body("x".getBytes(StandardCharsets.UTF_8)).request(route.verb(), path);
        }
        return request.formParam("comment", UNREADABLE).request(route.verb(), path);
    }

    private static Response combines(Asker asker, String path, String proposal) {
        return combine(asker.visitor().sends(), path, proposal);
    }

    private static Response combine(RequestSpecification request, String path, String proposal) {
        return path.startsWith("/api/") ? request.contentType("application/json").body(Map.of("proposals", List.of(proposal))).post(path)
                : request.formParam("proposal", proposal).post(path);
    }

    /** The numbers in the path of a user who is there, with a grant and an open session of its own; a new one each time, since many a route takes away what it names. */
    private static Map<String, String> somebody(boolean ofLender, String deal) {
        UUID user = UUID.randomUUID();
        UUID grant = UUID.randomUUID();
        UUID session = UUID.randomUUID();
        UUID token = UUID.randomUUID();
        Owner.runs("insert into portal_user (id, login, name, password_hash) values (?, ?, 'Somebody', 'none')", user, "somebody-" + user);
        Owner.runs("insert into user_grant (id, user_id, role, deal_id, lender_id) select ?, ?, ?, d.id, l.id from deal d join lender l on l.deal_id = d.id and l.handle = 'endeavour' where ? and d.slug = ? "
                + "union all select ?, ?, 'auditor', null, null where not ?", grant, user, "lender-viewer", ofLender, deal, grant, user, ofLender);
        UUID request = UUID.randomUUID();
        UUID by = UUID.randomUUID();
        Owner.runs("insert into portal_user (id, login, name, password_hash) values (?, ?, 'Who asked', 'none')", by, "asker-" + by);
        Owner.runs("insert into grant_request (id, user_id, asks, role, deal_id, lender_id, reason, by_lender, asked_by) select ?, ?, 'grant', 'lender-signatory', g.deal_id, g.lender_id, '', g.lender_id is not null, ? "
                + "from user_grant g where g.id = ?", request, user, by, grant);
        Owner.runs("insert into session (id, token_hash, user_id, csrf) values (?, ?, ?, 'none')", session, session.toString().getBytes(StandardCharsets.UTF_8), user);
        Owner.runs("insert into program_token (id, user_id, name, token_hash, proposes, deals, lender_deals, lenders, expires) values (?, ?, 'Somebody''s', sha256(?), false, array[?], '{}', '{}', clock_timestamp() + interval '1 day')",
                token, user, token.toString().getBytes(StandardCharsets.UTF_8), UUID.randomUUID());
        UUID draft = UUID.randomUUID();
        Owner.runs("insert into setup_draft (id, made_by, changed_by) values (?, ?, ?)", draft, user, user);
        return Map.of("user", user.toString(), "grant", grant.toString(), "session", session.toString(), "token", token.toString(), "request", request.toString(), "draft", draft.toString());
    }

    static String path(Route route, Ids ids, Map<String, String> otherwise) {
        Map<String, String> user = ofAUser(route) && ids.proposal().equals(NONE) ? Map.of("user", NONE, "grant", NONE, "session", NONE, "token", NONE, "request", NONE, "draft", NONE) : ofAUser(route) ? somebody(route.right().equals(Optional.of(Right.ADMINISTER_LENDER)), ids.deal()) : Map.of();
        Matcher parameters = PARAMETER.matcher(route.path());
        StringBuilder path = new StringBuilder();
        while (parameters.find()) {
            String name = parameters.group(1);
            String value = switch (name) {
                case "deal" -> ids.deal();
                case "proposal" -> ids.proposal();
                case "entry" -> route.path().contains("/exchanges/") ? ids.exchange() : ids.transfer();
                case "n" -> PAYMENTS.entrySet().stream().filter(end -> route.path().endsWith(end.getKey())).findFirst().orElseThrow().getValue();
                default -> user.getOrDefault(name, otherwise.getOrDefault(name, PARAMETERS.get(name)));
            };
            assertThat(value).as("what {" + name + "} of " + route.path() + " is").isNotNull();
            parameters.appendReplacement(path, Matcher.quoteReplacement(value));
        }
        return parameters.appendTail(path).toString();
    }
}
