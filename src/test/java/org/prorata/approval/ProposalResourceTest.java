package org.prorata.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk.Staffed;
import org.prorata.Desk;

/** Proposals over the API, from the asking to the figures. */
@QuarkusTest
class ProposalResourceTest {

    private static final String ZERO = "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}";
    private static final String ONE_MILLION = "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"1,000,000.00\"}";

    @Inject Desk desk;

    private Staffed deal;

    @BeforeEach
    void a_deal_of_its_own() {
        deal = desk.rusoro();
    }

    @Test
    void what_one_proposes_and_another_approves_changes_the_figures_once() {
        Response made = deal.proposes(deal.first(), null, "payment.amount", ONE_MILLION);
        made.then().statusCode(201);
        String id = made.path("id");
        assertThat(made.header("Location")).endsWith("/api/v1/approvals/" + id);
        assertThat(made.<String>path("state")).isEqualTo("open");
        assertThat(made.<String>path("payload.amount")).isEqualTo("1,000,000.00");
        List<String> totals = made.path("comparison.columns.findAll { it.title.contains('accrued') }.totalAfter");
        assertThat(totals).containsExactly("1,000,000.00");

        Response own = Staffed.decides(deal.first(), id, "approve");
        own.then().statusCode(409);
        assertThat(own.<String>path("error")).contains("You proposed this yourself");

        Response approved = Staffed.decides(deal.second(), id, "approve");
        approved.then().statusCode(200);
        assertThat(approved.<String>path("state")).isEqualTo("approved");
        assertThat(approved.<String>path("decidedBy")).isEqualTo("Second officer");
        assertThat(approved.<String>path("comment")).isEqualTo("seen");

        Response again = Staffed.decides(deal.second(), id, "approve");
        again.then().statusCode(200);
        assertThat(again.asString()).as("a request sent again has the same answer").isEqualTo(approved.asString());
        Response other = deal.second().sends().contentType("application/json").body("{\"comment\":\"seen twice\"}").post("/api/v1/approvals/" + id + "/approve");
        other.then().statusCode(409);
        assertThat(other.<String>path("error")).contains("already approved");
        assertThat(deal.proposes(deal.first(), null, "payment.amount", ONE_MILLION).<List<String>>path("problems.message")).containsExactly("is the amount as it already stands");
    }

    @Test
    void who_rejects_says_why() {
        String id = deal.proposed("payment.amount", ZERO);
        Response silent = deal.second().sends().contentType("application/json").body("{\"comment\":\"  \"}").post("/api/v1/approvals/" + id + "/reject");
        silent.then().statusCode(422);
        assertThat(silent.<List<String>>path("problems.field")).containsExactly("comment");
        Response page = deal.second().sends().formParam("comment", "").post("/approvals/" + id + "/reject");
        page.then().statusCode(422);
        assertThat(page.asString()).contains("say why it is rejected");
        assertThat(deal.second().asks().get("/api/v1/approvals/" + id).<String>path("state")).isEqualTo("open");
    }

    @Test
    void a_number_with_a_fraction_is_no_number_of_a_payment() {
        Response half = deal.proposes(deal.first(), null, "payment.book", "{\"payment\":1.9,\"valueDate\":\"2010-06-10\",\"components\":[\"principal:first\"]}");
        half.then().statusCode(422);
        assertThat(half.<List<String>>path("problems.field")).containsExactly("payload");
    }

    @Test
    void a_rejected_and_a_withdrawn_proposal_change_nothing() {
        String rejected = deal.proposed("payment.amount", ZERO);
        Staffed.decides(deal.first(), rejected, "reject").then().statusCode(409);
        assertThat(Staffed.decides(deal.second(), rejected, "reject").<String>path("state")).isEqualTo("rejected");
        String withdrawn = deal.proposed("payment.amount", ZERO);
        Staffed.decides(deal.second(), withdrawn, "withdraw").then().statusCode(409);
        assertThat(Staffed.decides(deal.first(), withdrawn, "withdraw").<String>path("state")).isEqualTo("withdrawn");
        Staffed.decides(deal.second(), withdrawn, "approve").then().statusCode(409);
        deal.proposes(deal.first(), null, "payment.amount", ZERO).then().statusCode(201);
    }

    @Test
    void what_stands_on_ground_that_has_changed_is_refused_and_told_what_changed() {
        String late = deal.proposed("payment.amount", ZERO);
        String early = deal.proposed("payment.amount", ONE_MILLION);
        long base = deal.first().asks().get("/api/v1/approvals/" + late).jsonPath().getLong("baseVersion");
        Staffed.decides(deal.second(), early, "approve").then().statusCode(200);
        Response refused = Staffed.decides(deal.second(), late, "approve");
        refused.then().statusCode(409);
        assertThat(refused.<List<String>>path("details")).singleElement().asString().contains("1,000,000.00", "First officer", "Second officer");
        assertThat(deal.first().asks().get("/api/v1/approvals/" + late).<List<String>>path("changedSince")).hasSize(1);
        Response stale = deal.first().sends().contentType("application/json")
                .body("{\"kind\":\"payment.amount\",\"payload\":" + ZERO + ",\"reason\":\"again\",\"baseVersion\":" + base + "}")
                .post("/api/v1/deals/" + deal.slug() + "/proposals");
        stale.then().statusCode(409);
        assertThat(stale.<List<String>>path("details")).hasSize(1);
    }

    @Test
    void a_retried_request_has_one_effect_and_another_with_its_key_is_refused() {
        String first = deal.proposes(deal.first(), "key-1", "payment.amount", ZERO).path("id");
        Response retried = deal.proposes(deal.first(), "key-1", "payment.amount", ZERO);
        retried.then().statusCode(201);
        assertThat(retried.<String>path("id")).isEqualTo(first);
        deal.proposes(deal.first(), "key-1", "payment.amount", ONE_MILLION).then().statusCode(422);
        deal.proposes(deal.first(), "a key with spaces", "payment.amount", ZERO).then().statusCode(422);
        assertThat(deal.proposes(deal.second(), "key-1", "payment.amount", ZERO).<String>path("id")).as("another person's key").isNotEqualTo(first);
    }

    @Test
    void equal_requests_at_the_same_moment_have_one_effect_and_one_answer() {
        for (int round = 0; round < 5; round++) {
            String key = "race-" + round;
            List<CompletableFuture<Response>> racing = Stream.generate(() -> CompletableFuture.supplyAsync(() ->
                    deal.proposes(deal.first(), key, "payment.amount", ZERO))).limit(4).toList();
            Set<String> ids = racing.stream().map(CompletableFuture::join).peek(answer -> answer.then().statusCode(201))
                    .map(answer -> answer.<String>path("id")).collect(Collectors.toSet());
            assertThat(ids).hasSize(1);
        }
        assertThat(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/proposals").<List<?>>path("rows")).hasSize(5);
    }

    @Test
    void what_cannot_be_read_is_named_by_its_field() {
        Response unknownKind = deal.proposes(deal.first(), null, "payment.guess", ZERO);
        unknownKind.then().statusCode(422);
        assertThat(unknownKind.<List<String>>path("problems.field")).containsExactly("kind");
        assertThat(deal.proposes(deal.first(), null, "payment.amount", "null").<List<String>>path("problems.field")).containsExactly("payload");
        assertThat(deal.proposes(deal.first(), null, "payment.amount", "[]").<List<String>>path("problems.field")).containsExactly("payload");
        Response noReason = deal.first().sends().contentType("application/json").body("{\"kind\":\"payment.amount\",\"payload\":" + ZERO + ",\"reason\":\" \"}")
                .post("/api/v1/deals/" + deal.slug() + "/proposals");
        noReason.then().statusCode(422);
        assertThat(noReason.<List<String>>path("problems.field")).containsExactly("reason");
        deal.first().sends().contentType("application/json").body("{").post("/api/v1/deals/" + deal.slug() + "/proposals").then().statusCode(400);
        deal.first().asks().get("/api/v1/approvals?page=0").then().statusCode(400);
    }

    @Test
    void a_lender_finds_nothing_of_proposals_whether_they_are_there_or_not() {
        String id = deal.proposed("payment.amount", ZERO);
        for (String there : List.of("/api/v1/approvals/" + id, "/approvals/" + id, "/approvals/" + id + "/comparison.csv", "/approvals/" + id + "/comparison.xlsx", "/api/v1/deals/" + deal.slug() + "/proposals")) {
            String missing = there.replace(id, UUID.randomUUID().toString()).replace(deal.slug(), "no-such-deal");
            Response foreign = deal.endeavour().asks().get(there);
            foreign.then().statusCode(404);
            assertThat(foreign.asString()).isEqualTo(deal.endeavour().asks().get(missing).asString());
        }
        deal.endeavour().asks().get("/approvals").then().statusCode(403);
        deal.endeavour().asks().get("/api/v1/approvals").then().statusCode(403);
        for (String verb : List.of("approve", "reject", "withdraw")) {
            Staffed.decides(deal.endeavour(), id, verb).then().statusCode(404);
            deal.endeavour().sends().formParam("comment", "").post("/approvals/" + id + "/" + verb).then().statusCode(404);
        }
        deal.proposes(deal.endeavour(), null, "payment.amount", ZERO).then().statusCode(404);
        deal.first().asks().get("/api/v1/approvals/" + UUID.randomUUID()).then().statusCode(404);
        deal.first().asks().get("/approvals/not-a-number").then().statusCode(404);
    }
}
