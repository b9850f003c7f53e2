package org.prorata.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.identity.Visitor;

/** What was proposed on ground that has changed is proposed again in one click, and shows what is different now. */
@QuarkusTest
class RebasingTest {

    private static final String ZERO = "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}";
    private static final String ONE_MILLION = "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"1,000,000.00\"}";
    private static final String TERM = "{\"field\":\"interest.reduced-principal.day-count\",\"value\":\"ACT/360\"}";
    private static final String STANDING = "{\"signatures\":[{\"id\":\"agent\",\"on\":\"2010-06-09\"}]}";

    @Inject Desk desk;

    private Staffed deal;

    @BeforeEach
    void a_deal_of_its_own() {
        deal = desk.rusoro();
    }

    static Response rebases(Visitor who, String proposal) {
        return who.sends().contentType("application/json").post("/api/v1/approvals/" + proposal + "/rebase");
    }

    private void approved(String kind, String payload) {
        Staffed.decides(deal.second(), deal.proposed(kind, payload), "approve").then().statusCode(200);
    }

    private String stale(String kind, String payload) {
        String id = deal.proposed(kind, payload);
        approved("deal.term", "{\"field\":\"interest.second-instalment.day-count\",\"value\":\"ACT/360\"}");
        return id;
    }

    private Response asked(String id) {
        return deal.first().asks().get("/api/v1/approvals/" + id);
    }

    @Test
    void a_stale_proposal_becomes_a_new_one_of_who_clicked_and_each_names_the_other() {
        String old = stale("payment.amount", ONE_MILLION);
        Response made = rebases(deal.second(), old);
        made.then().statusCode(201);
        String id = made.path("id");
        assertThat(made.header("Location")).endsWith("/api/v1/approvals/" + id);
        assertThat(made.<String>path("rebasedFrom")).isEqualTo(old);
        assertThat(made.<String>path("kind")).isEqualTo("payment.amount");
        assertThat(made.<Map<String, String>>path("payload")).isEqualTo(asked(old).<Map<String, String>>path("payload"));
        assertThat(made.<String>path("reason")).isEqualTo("a test");
        assertThat(made.<String>path("reference")).isEqualTo("T-1");
        assertThat(made.<String>path("madeBy")).isEqualTo("Second officer");
        assertThat(made.<Integer>path("baseVersion")).isEqualTo(asked(old).<Integer>path("baseVersion") + 1);
        assertThat(asked(old).<String>path("state")).isEqualTo("withdrawn");
        assertThat(asked(old).<String>path("rebasedAs")).isEqualTo(id);
        assertThat(asked(old).<String>path("decidedBy")).isEqualTo("Second officer");

        assertThat(Staffed.decides(deal.second(), id, "approve").<String>path("error")).contains("You proposed this yourself");
        Staffed.decides(deal.first(), id, "approve").then().statusCode(200);
        assertThat(deal.first().asks().get("/approvals/" + old).asString()).contains("/approvals/" + id, "Proposed again as");
        assertThat(deal.first().asks().get("/approvals/" + id).asString()).contains("/approvals/" + old, "Proposed again from");
    }

    @Test
    void the_new_one_shows_what_is_different_now() {
        String late = deal.proposed("register.move", """
                {"on":"2010-08-02","tranche":"reduced","unit":"amount","shares":[
                {"lender":"petropavlovsk","value":"10,000,000.00"},{"lender":"lansdowne-equity-limited","value":"3,333,333.33"},
                {"lender":"lansdowne-equity-lp","value":"3,333,333.33"},{"lender":"lansdowne-strategic","value":"3,333,333.34"},
                {"lender":"endeavour","value":"4,000,000.00"},{"lender":"blackrock","value":"6,000,000.00"}]}""");
        Response shown = asked(late);
        approved("payment.amount", ONE_MILLION);
        Response made = rebases(deal.first(), late);
        made.then().statusCode(201);
        List<Map<String, String>> outcomes = made.path("differentNow.outcomes");
        assertThat(outcomes).isNotEmpty().allSatisfy(one -> assertThat(one.get("figure")).contains("accrued"));
        assertThat(outcomes).filteredOn(one -> one.get("lender") == null).singleElement().satisfies(total -> {
            assertThat(total.get("then")).isEmpty();
            assertThat(total.get("now")).isEqualTo("1,000,000.00");
        });
        assertThat(outcomes).hasSize(shown.<List<?>>path("comparison.lines").size() + 1);
        assertThat(deal.second().asks().get("/approvals/" + made.path("id")).asString()).contains("What is different now", "1,000,000.00", "Total");
    }

    @Test
    void every_kind_can_be_based_anew_also_those_without_a_form() {
        List<String> waiting = new ArrayList<>();
        waiting.add(deal.proposed("deal.term", TERM));
        waiting.add(deal.proposed("deal.standing", STANDING));
        waiting.add(deal.proposed("payment.amount", ZERO));
        waiting.add(deal.proposed("bundle", "{\"changes\":[{\"kind\":\"deal.term\",\"payload\":" + TERM + "},{\"kind\":\"payment.amount\",\"payload\":" + ZERO + "}]}"));
        approved("deal.term", "{\"field\":\"interest.second-instalment.day-count\",\"value\":\"ACT/360\"}");
        for (String old : waiting) {
            assertThat(deal.first().asks().get("/approvals/" + old).asString()).contains("Propose again on the deal as it stands");
            Response page = Form.of(deal.first(), deal.first().asks().get("/approvals/" + old)).sends("/approvals/" + old + "/rebase");
            page.then().statusCode(303);
            String made = page.header("Location").replaceAll(".*/approvals/", "");
            assertThat(asked(made).<String>path("rebasedFrom")).isEqualTo(old);
            assertThat(asked(made).<String>path("state")).isEqualTo("open");
        }
    }

    @Test
    void what_cannot_be_proposed_any_more_saves_nothing_and_the_old_one_stays() {
        String late = deal.proposed("payment.amount", ONE_MILLION);
        approved("payment.amount", ONE_MILLION);
        long before = proposals();
        Response refused = rebases(deal.first(), late);
        refused.then().statusCode(422);
        assertThat(refused.<List<String>>path("problems.message")).containsExactly("is the amount as it already stands");
        Response page = Form.of(deal.first(), deal.first().asks().get("/approvals/" + late)).sends("/approvals/" + late + "/rebase");
        page.then().statusCode(422);
        assertThat(page.asString()).contains("is the amount as it already stands", "this proposal stays as it is");
        assertThat(asked(late).<String>path("state")).isEqualTo("open");
        assertThat(proposals()).isEqualTo(before);
    }

    private long proposals() {
        return deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/proposals").<List<?>>path("rows").size();
    }

    @Test
    void what_still_stands_on_its_ground_or_is_decided_is_not_based_anew() {
        String fresh = deal.proposed("payment.amount", ZERO);
        Response refused = rebases(deal.first(), fresh);
        refused.then().statusCode(409);
        assertThat(refused.<String>path("error")).contains("can be approved as it is");
        String rejected = stale("payment.amount", ONE_MILLION);
        Staffed.decides(deal.second(), rejected, "reject").then().statusCode(200);
        rebases(deal.first(), rejected).then().statusCode(409);
        rebases(deal.endeavour(), fresh).then().statusCode(404);
        deal.endeavour().sends().post("/approvals/" + fresh + "/rebase").then().statusCode(404);
    }

    @Test
    void a_double_click_makes_one_proposal() {
        String old = stale("payment.amount", ZERO);
        List<CompletableFuture<Response>> clicks = Stream.generate(() -> CompletableFuture.supplyAsync(() -> rebases(deal.first(), old))).limit(4).toList();
        Set<String> ids = clicks.stream().map(CompletableFuture::join).peek(answer -> answer.then().statusCode(201)).map(answer -> answer.<String>path("id"))
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(rebases(deal.first(), old).<String>path("id")).isEqualTo(ids.iterator().next());
    }

    @Test
    void of_two_people_who_base_it_anew_at_once_one_does_and_the_other_is_told() {
        for (int round = 0; round < 5; round++) {
            String old = deal.proposed("deal.standing", STANDING);
            approved("payment.amount", round % 2 == 0 ? ZERO : ONE_MILLION);
            List<CompletableFuture<Response>> both = Stream.of(deal.first(), deal.second()).map(who -> CompletableFuture.supplyAsync(() -> rebases(who, old))).toList();
            List<Response> answers = both.stream().map(CompletableFuture::join).toList();
            assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(201, 409);
            Response told = answers.stream().filter(answer -> answer.statusCode() == 409).findFirst().orElseThrow();
            assertThat(told.<String>path("error")).contains("has proposed this again already");
        }
    }

    @Test
    void the_inbox_says_which_ground_has_changed() {
        String fresh = deal.proposed("payment.amount", ZERO);
        Response before = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/proposals");
        assertThat(before.<Boolean>path("rows[0].stale")).isFalse();
        approved("payment.amount", ONE_MILLION);
        Response after = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/proposals");
        assertThat(after.<String>path("rows[0].id")).isEqualTo(fresh);
        assertThat(after.<List<Boolean>>path("rows.stale")).containsExactly(true, false);
        String page = deal.first().asks().get("/approvals").asString();
        assertThat(page.substring(page.indexOf(fresh)).split("</tr>")[0]).contains("ground has changed");
    }
}
