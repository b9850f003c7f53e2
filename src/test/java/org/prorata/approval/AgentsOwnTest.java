package org.prorata.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prorata.approval.BundleTest.shares;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.web.Today;

/** Petropavlovsk is the agent and a lender: what raises its own figures is marked, for ever; who proposed and approved stands on every entry. */
@QuarkusTest
class AgentsOwnTest {

    private static final String TO_THE_AGENT = shares("2010-06-10", "22,500,000.00", "7,500,000.00", "10,000,000.00");
    private static final String BETWEEN_OTHERS = shares("2010-06-10", "20,000,000.00", "7,500,000.00", "12,500,000.00");
    private static final String FROM_THE_AGENT = shares("2010-06-10", "17,500,000.00", "12,500,000.00", "10,000,000.00");

    @Inject Desk desk;
    @Inject Today today;

    @BeforeEach
    void on_the_day_of_the_first_payment() {
        today.pretend(LocalDate.of(2010, 6, 10));
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private static List<Map<String, String>> raised(Response proposal) {
        return proposal.path("comparison.raised");
    }

    private static String inboxRow(Staffed deal, String id) {
        String page = deal.second().asks().get("/approvals").asString();
        return page.substring(page.indexOf("/approvals/" + id)).split("</tr>")[0];
    }

    @Test
    void a_transfer_to_the_agent_is_marked_with_what_grows_and_by_how_much() {
        Staffed deal = desk.rusoro();
        Response made = deal.proposes(deal.first(), null, "register.move", TO_THE_AGENT);
        assertThat(made.<Boolean>path("raisesAgent")).isTrue();
        assertThat(raised(made)).allSatisfy(one -> assertThat(one.get("lender")).isEqualTo("Petropavlovsk PLC"))
                .filteredOn(one -> one.get("title").equals("All tranches")).singleElement().satisfies(one -> {
                    assertThat(one.get("before")).isEqualTo("20,000,000.00");
                    assertThat(one.get("after")).isEqualTo("22,500,000.00");
                    assertThat(one.get("by")).isEqualTo("2,500,000.00");
                });
        assertThat(raised(made)).as("warrants too").anySatisfy(one -> assertThat(one.get("unit")).isEqualTo("warrants"));
        String id = made.path("id");
        assertThat(inboxRow(deal, id)).contains("raises the agent’s own");
        assertThat(deal.second().asks().get("/approvals/" + id).asString()).contains("This raises the agent’s own position as a lender", "All tranches by 2,500,000.00 USD");
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        assertThat(inboxRow(deal, id)).as("once decided").contains("raises the agent’s own");
        assertThat(raised(deal.first().asks().get("/api/v1/approvals/" + id))).isEqualTo(raised(made));
    }

    @Test
    void a_new_name_does_not_take_the_mark_away() {
        Staffed deal = desk.rusoro();
        String renamed = "{\"lender\":\"petropavlovsk\",\"name\":\"Amber Holdings PLC\",\"published\":true,\"formerNames\":[],\"contacts\":[]}";
        Staffed.decides(deal.second(), deal.proposed("lender.details", renamed), "approve").then().statusCode(200);
        assertThat(deal.proposes(deal.first(), null, "register.move", TO_THE_AGENT).<Boolean>path("raisesAgent")).isTrue();
    }

    @Test
    void what_leaves_the_agents_own_as_it_is_or_less_is_not_marked() {
        Staffed deal = desk.rusoro();
        for (String payload : List.of(BETWEEN_OTHERS, FROM_THE_AGENT)) {
            Response made = deal.proposes(deal.first(), null, "register.move", payload);
            assertThat(raised(made)).isEmpty();
            assertThat(made.<Boolean>path("raisesAgent")).isFalse();
            assertThat(inboxRow(deal, made.path("id"))).doesNotContain("raises the agent’s own");
            assertThat(deal.second().asks().get("/approvals/" + made.path("id")).asString()).doesNotContain("This raises");
        }
    }

    @Test
    void what_becomes_known_is_no_growth_but_more_of_it_is() {
        Staffed deal = desk.rusoro();
        String amount = "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"%s\"}";
        Response known = deal.proposes(deal.first(), null, "payment.amount", amount.formatted("900,000.00"));
        assertThat(known.<Boolean>path("raisesAgent")).isFalse();
        Staffed.decides(deal.second(), known.path("id"), "approve").then().statusCode(200);
        Response more = deal.proposes(deal.first(), null, "payment.amount", amount.formatted("900,000.30"));
        assertThat(raised(more)).singleElement().satisfies(one -> assertThat(one.get("by")).isEqualTo("0.10"));
    }

    @Test
    void an_affiliate_that_shares_the_agents_group_counts_as_the_agents_own_and_another_group_does_not() {
        String petropavlovsk = "{id: petropavlovsk, name: Petropavlovsk PLC,";
        String blackrock = "{id: blackrock, name: ";
        Staffed affiliated = desk.rusoro(file -> file.replace(petropavlovsk, petropavlovsk + " group: Hambro,").replace(blackrock, blackrock.replace("name", "group: hambro, name")));
        assertThat(affiliated.proposes(affiliated.first(), null, "register.move", BETWEEN_OTHERS).<Boolean>path("raisesAgent")).isTrue();
        Staffed apart = desk.rusoro(file -> file.replace(petropavlovsk, petropavlovsk + " group: Hambro,").replace(blackrock, blackrock.replace("name", "group: other, name")));
        assertThat(apart.proposes(apart.first(), null, "register.move", BETWEEN_OTHERS).<Boolean>path("raisesAgent")).isFalse();
        Staffed nobody = desk.rusoro(file -> file.replace("{id: petropavlovsk, name: Petropavlovsk PLC, formerly: Peter Hambro Mining PLC,", "{id: petropavlovsk, name: Somebody Limited,"));
        assertThat(nobody.proposes(nobody.first(), null, "register.move", TO_THE_AGENT).<Boolean>path("raisesAgent")).as("an agent that lends nothing").isFalse();
    }

    @Test
    void who_proposed_and_approved_and_why_stands_on_the_registers_entries_for_the_agent_alone() {
        Staffed deal = desk.rusoro();
        Response made = deal.proposes(deal.first(), null, "register.move", TO_THE_AGENT);
        Staffed.decides(deal.second(), made.path("id"), "approve").then().statusCode(200);
        String register = "/deals/" + deal.slug() + "/register";
        List<Map<String, Object>> entries = deal.first().asks().get("/api/v1" + register + "?on=2010-06-10").path("entries");
        assertThat(entries).filteredOn(entry -> entry.get("cause").equals("transfer")).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.get("proposedBy")).isEqualTo("First officer");
            assertThat(entry.get("approvedBy")).isEqualTo("Second officer");
            assertThat(entry.get("approvedAt")).isEqualTo(entry.get("known"));
            assertThat(entry.get("reason")).isEqualTo("a test");
        });
        assertThat(entries).filteredOn(entry -> entry.get("cause").equals("initial")).isNotEmpty().allSatisfy(entry -> assertThat(entry).doesNotContainKeys("proposedBy", "approvedBy"));
        assertThat(deal.first().asks().get(register + "?on=2010-06-10").asString()).contains("First officer, Second officer", "a test");
        String csv = deal.first().asks().get(register + "/entries.csv?on=2010-06-10").asString();
        assertThat(csv.lines().findFirst().orElseThrow()).endsWith("proposal,proposedBy,proposedAt,approvedBy,approvedAt,reason");
        assertThat(csv).contains(",First officer,").contains(",Second officer,");
        for (String path : List.of("/api/v1" + register, register, register + "/entries.csv")) {
            Response own = deal.endeavour().asks().get(path + "?on=2010-06-10");
            own.then().statusCode(200);
            assertThat(own.asString()).as(path).doesNotContain("First officer", "Second officer", "a test", made.<String>path("id"));
        }
    }
}
