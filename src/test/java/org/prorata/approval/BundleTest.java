package org.prorata.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.identity.Owner;
import org.prorata.identity.Visitor;
import org.prorata.web.Today;

/** Several changes in one proposal: in their order, each on what those before it made, all or none. */
@QuarkusTest
class BundleTest {

    private static final String ZERO = "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}";
    private static final String FROM_ENDEAVOUR = shares("2010-06-10", "20,000,000.00", "7,500,000.00", "12,500,000.00");
    private static final String ON_TO_PETROPAVLOVSK = shares("2010-06-10", "21,000,000.00", "7,500,000.00", "11,500,000.00");

    @Inject Desk desk;
    @Inject Today today;

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

    static String shares(String on, String petropavlovsk, String endeavour, String blackrock) {
        return "{\"on\":\"" + on + "\",\"unit\":\"amount\",\"shares\":[{\"lender\":\"petropavlovsk\",\"value\":\"" + petropavlovsk + "\"},"
                + "{\"lender\":\"lansdowne-equity-limited\",\"value\":\"6,666,666.67\"},{\"lender\":\"lansdowne-equity-lp\",\"value\":\"6,666,666.67\"},"
                + "{\"lender\":\"lansdowne-strategic\",\"value\":\"6,666,666.66\"},{\"lender\":\"endeavour\",\"value\":\"" + endeavour + "\"},"
                + "{\"lender\":\"blackrock\",\"value\":\"" + blackrock + "\"}]}";
    }

    private static String change(String kind, String payload, String reference) {
        return "{\"kind\":\"" + kind + "\",\"payload\":" + payload + (reference == null ? "" : ",\"reference\":\"" + reference + "\"") + "}";
    }

    private static String bundle(String... changes) {
        return "{\"changes\":[" + String.join(",", changes) + "]}";
    }

    private Response proposes(String... changes) {
        return deal.proposes(deal.first(), null, "bundle", bundle(changes));
    }

    private List<Map<String, Object>> entries() {
        return deal.first().asks().queryParam("on", "2010-12-31").get("/api/v1/deals/" + deal.slug() + "/register").path("entries");
    }

    private static Response combines(Visitor who, String... ids) {
        return who.sends().contentType("application/json").body(Map.of("proposals", List.of(ids))).post("/api/v1/approvals/combine");
    }

    @Test
    void a_days_transfers_are_proposed_together_each_on_what_the_one_before_made() {
        Response made = proposes(change("register.move", FROM_ENDEAVOUR, "TC-1"), change("register.move", ON_TO_PETROPAVLOVSK, "TC-2"), change("payment.amount", ZERO, null));
        made.then().statusCode(201);
        assertThat(made.<String>path("title")).startsWith("3 changes: Move shares");
        List<String> titles = made.path("parts.title");
        assertThat(titles).hasSize(3);
        assertThat(titles.get(1)).as("out of what the first one made").contains("Petropavlovsk PLC +1,000,000.00").contains("1,000,000.00").doesNotContain("Endeavour");
        assertThat(made.<List<String>>path("parts.reference")).containsExactly("TC-1", "TC-2", "T-1");
        String page = deal.second().asks().get("/approvals/" + made.path("id")).asString();
        assertThat(page).contains("Its changes, in their order", "TC-2", titles.get(2).substring(0, 10));

        int before = entries().size();
        Staffed.decides(deal.second(), made.path("id"), "approve").then().statusCode(200);
        List<Map<String, Object>> written = entries().subList(0, entries().size() - before);
        assertThat(written).allSatisfy(entry -> assertThat(entry.get("reference")).isIn("TC-1", "TC-2"));
        assertThat(written.stream().map(entry -> entry.get("known")).distinct()).as("an instant for each transfer").hasSize(2);
        Response all = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/history");
        assertThat(all.<List<String>>path("changes[0].approval.parts.title")).as("each change by its whole title").isEqualTo(titles);
        assertThat(all.<List<String>>path("changes[0].approval.parts.reference")).containsExactly("TC-1", "TC-2", "T-1");
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/history").asString()).contains("3 changes at once", "TC-2", titles.get(2).substring(0, 10));
        Response told = deal.endeavour().asks().get("/api/v1/deals/" + deal.slug() + "/history");
        assertThat(told.asString()).doesNotContain("parts");
        assertThat(told.<List<List<String>>>path("changes.causes")).as("one change for a lender whom only the first transfer touched").contains(List.of("transfer"));
        assertThat(written.stream().map(entry -> entry.get("proposal")).distinct()).containsExactly(made.<String>path("id"));
        assertThat(Owner.counts("select count(*) from calculation where deal_id = ?", deal.id())).as("recomputed once").isEqualTo(2);
    }

    @Test
    void two_terms_change_in_one_bundle_and_both_hold_afterwards() {
        Response made = proposes(change("deal.term", "{\"field\":\"interest.reduced-principal.day-count\",\"value\":\"ACT/360\"}", null),
                change("deal.term", "{\"field\":\"interest.second-instalment.day-count\",\"value\":\"ACT/360\"}", null), change("payment.amount", ZERO, null));
        made.then().statusCode(201);
        Staffed.decides(deal.second(), made.path("id"), "approve").then().statusCode(200);
        String known = deal.first().asks().get("/api/v1/approvals/" + made.path("id")).path("known");
        for (String when : List.of("", "?known=" + known)) {
            String terms = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/terms" + when).asString();
            assertThat(terms.split("ACT/360", -1)).as(when).hasSizeGreaterThan(2);
        }
        assertThat(deal.proposes(deal.first(), null, "payment.amount", ZERO).<List<String>>path("problems.message")).containsExactly("is the amount as it already stands");
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/history").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_wrong_is_named_by_the_place_of_its_change_and_nothing_is_kept() {
        Response wrong = proposes(change("payment.amount", ZERO, null), change("register.move", FROM_ENDEAVOUR.replace("2010-06-10", "2010-01-01"), null));
        wrong.then().statusCode(422);
        assertThat(wrong.<List<String>>path("problems.field")).containsExactly("changes[1].on");
        Response twice = proposes(change("payment.amount", ZERO, null), change("payment.amount", ZERO, null));
        assertThat(twice.<List<String>>path("problems.field")).as("the second meets what the first did").containsExactly("changes[1].amount");
        assertThat(proposes(change("payment.amount", ZERO, null), change("payment.guess", ZERO, null)).<List<String>>path("problems.field")).containsExactly("changes[1].kind");
        assertThat(proposes().<List<String>>path("problems.field")).containsExactly("changes");
        assertThat(proposes(change("bundle", bundle(change("payment.amount", ZERO, null)), null)).<List<String>>path("problems.field")).containsExactly("changes[0].kind");
        assertThat(proposes("{\"kind\":\"payment.amount\"}", "7").<List<String>>path("problems.field")).containsExactly("changes[0].payload", "changes[1].kind", "changes[1].payload");
        assertThat(proposes(change("payment.amount", ZERO, "x".repeat(201))).<List<String>>path("problems.field")).containsExactly("changes[0].reference");
        assertThat(proposes(Collections.nCopies(201, change("payment.amount", ZERO, null)).toArray(String[]::new)).<List<String>>path("problems.message"))
                .singleElement().asString().contains("at most 200");
        assertThat(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/proposals").<List<?>>path("rows")).isEmpty();
    }

    @Test
    void a_bundle_whose_third_change_fails_at_approval_leaves_nothing() {
        String id = proposes(change("register.move", FROM_ENDEAVOUR, null), change("payment.amount", ZERO, null),
                change("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\"}", null)).path("id");
        int before = entries().size();
        today.pretend(LocalDate.of(2010, 6, 9));   // on which a value date of the 10th is still to come
        Response refused = Staffed.decides(deal.second(), id, "approve");
        refused.then().statusCode(409);
        assertThat(refused.<List<String>>path("details")).singleElement().asString().contains("change 3, valueDate: ", "still to come");
        assertThat(deal.first().asks().get("/api/v1/approvals/" + id).<String>path("state")).isEqualTo("open");
        assertThat(entries()).hasSize(before);
        assertThat(Owner.counts("select count(*) from deal_terms where deal_id = ?", deal.id())).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from calculation where deal_id = ?", deal.id())).isEqualTo(1);
        today.pretend(LocalDate.of(2010, 6, 10));
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
    }

    @Test
    void what_one_change_books_another_of_the_same_proposal_puts_right() {
        String book = change("payment.book", "{\"payment\":1,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}", null);
        String notPaid = change("payment.correct", "{\"payment\":1,\"notPaid\":true}", null);
        String back = change("register.move", shares("2010-06-10", "20,000,000.00", "10,000,000.00", "10,000,000.00"), null);
        List<String> before = positions();
        Response made = proposes(book, change("register.move", FROM_ENDEAVOUR, "TC-1"), back, notPaid, book, notPaid);
        made.then().statusCode(201);
        assertThat(made.<List<?>>path("parts")).hasSize(6);
        Staffed.decides(deal.second(), made.path("id"), "approve").then().statusCode(200);
        assertThat(positions()).as("all taken back").isEqualTo(before);
        Response register = deal.first().asks().queryParam("on", "2010-06-10").get("/api/v1/deals/" + deal.slug() + "/register");
        assertThat(register.<List<Boolean>>path("tranches.proven")).containsOnly(true);
    }

    private List<String> positions() {
        return deal.first().asks().queryParam("on", "2010-06-10").get("/api/v1/deals/" + deal.slug() + "/register").path("positions.collect { it.byTranche.toString() }");
    }

    @Test
    void ones_own_open_proposals_are_made_one_in_the_order_they_were_made() {
        String first = deal.proposed("register.move", FROM_ENDEAVOUR);
        String second = deal.proposed("payment.amount", ZERO);
        Response inbox = deal.first().asks().get("/approvals");
        assertThat(inbox.asString()).contains("Make one proposal of these", "value=\"" + first + "\"", "value=\"" + second + "\"");
        Form form = Form.of(deal.first(), inbox).adds("proposal", second).adds("proposal", first);
        Response made = form.sends("/approvals/combine");
        made.then().statusCode(303);
        String id = made.header("Location").replaceAll(".*/approvals/", "");
        assertThat(form.sends("/approvals/combine").header("Location")).as("a double click").endsWith(id);
        Response bundle = deal.first().asks().get("/api/v1/approvals/" + id);
        assertThat(bundle.<List<String>>path("parts.origin")).containsExactly(first, second);
        assertThat(bundle.<List<String>>path("parts.reference")).containsExactly("T-1", "T-1");
        assertThat(bundle.<String>path("reason")).isEqualTo("a test");
        for (String original : List.of(first, second)) {
            Response withdrawn = deal.first().asks().get("/api/v1/approvals/" + original);
            assertThat(withdrawn.<String>path("state")).isEqualTo("withdrawn");
            assertThat(withdrawn.<String>path("combinedInto")).isEqualTo(id);
            assertThat(deal.second().asks().get("/approvals/" + original).asString()).contains("Made part of", "/approvals/" + id);
            Response late = Staffed.decides(deal.second(), original, "approve");
            late.then().statusCode(409);
            assertThat(late.<String>path("error")).contains("already withdrawn");
        }
        Staffed.decides(deal.first(), id, "approve").then().statusCode(409);
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
    }

    @Test
    void what_cannot_be_made_one_stays_as_it_is() {
        String zero = deal.proposed("payment.amount", ZERO);
        String again = deal.proposed("payment.amount", ZERO);
        Response refused = combines(deal.first(), zero, again);
        refused.then().statusCode(422);
        assertThat(refused.<List<String>>path("problems.field")).containsExactly("changes[1].amount");
        Response page = Form.of(deal.first(), deal.first().asks().get("/approvals")).adds("proposal", zero).adds("proposal", again).sends("/approvals/combine");
        page.then().statusCode(422);
        assertThat(page.asString()).contains("change 2, amount: is the amount as it already stands").containsPattern("value=\"" + zero + "\"[^>]* checked");
        assertThat(combines(deal.first(), zero).<List<String>>path("problems.message")).containsExactly("choose at least two proposals");
        String others = deal.proposes(deal.second(), null, "deal.term", "{\"field\":\"warrants.stapled\",\"value\":\"false\"}").path("id");
        assertThat(combines(deal.first(), zero, others).<String>path("error")).contains("one's own");
        String elsewhere = desk.rusoro().proposes(deal.first(), null, "payment.amount", ZERO).path("id");
        assertThat(elsewhere).isNotNull();
        assertThat(combines(deal.first(), zero, elsewhere).<List<String>>path("problems.message")).containsExactly("choose proposals of one deal");
        combines(deal.endeavour(), zero, again).then().statusCode(403);
        assertThat(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/proposals").<List<String>>path("rows.state")).containsOnly("open");
    }

    @Test
    void approving_an_original_while_it_is_combined_has_one_effect() {
        for (int round = 0; round < 4; round++) {
            Staffed desked = desk.rusoro();
            String first = desked.proposed("payment.amount", ZERO);
            String second = desked.proposed("deal.term", "{\"field\":\"warrants.stapled\",\"value\":\"false\"}");
            CompletableFuture<Response> combining = CompletableFuture.supplyAsync(() -> combines(desked.first(), first, second));
            CompletableFuture<Response> approving = CompletableFuture.supplyAsync(() -> Staffed.decides(desked.second(), first, "approve"));
            Set<Integer> codes = Set.of(combining.join().statusCode() / 100, approving.join().statusCode() / 100);
            assertThat(codes).as("one of the two").containsExactlyInAnyOrder(2, 4);
            List<String> states = desked.first().asks().get("/api/v1/deals/" + desked.slug() + "/proposals").path("rows.state");
            assertThat(states).containsExactlyInAnyOrderElementsOf(combining.join().statusCode() == 201 ? List.of("open", "withdrawn", "withdrawn") : List.of("open", "approved"));
        }
    }
}
