package org.prorata.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.web.Today;

/** Update shares as one does it on the pages, without script. */
@QuarkusTest
class SharePagesTest {

    private static final int PETROPAVLOVSK = 0;
    private static final int ENDEAVOUR = 4;

    @Inject Desk desk;
    @Inject Today today;

    private Staffed deal;
    private String propose;
    private LocalDate before;

    @BeforeEach
    void a_deal_of_its_own() {
        before = today.pretendedDay().orElse(null);
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
        propose = "/deals/" + deal.slug() + "/register/propose";
    }

    @AfterEach
    void the_day_as_it_was() {
        today.pretend(before);
    }

    private Form form(String query) {
        Response page = deal.first().asks().get(propose + query);
        page.then().statusCode(200);
        return Form.of(deal.first(), page);
    }

    private Form move() {
        return form("?on=2010-06-10").types("reason", "Transfer certificate").types("reference", "TC-1");
    }

    private static String proposal(Response made) {
        made.then().statusCode(303);
        return made.header("Location").replaceAll(".*/approvals/", "");
    }

    private List<String> totals(String on) {
        return deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/positions?on=" + on).path("positions.total");
    }

    @Test
    void one_proposes_on_a_page_another_approves_on_a_page_and_the_figures_follow() {
        Form form = move();
        assertThat(form.value("value", PETROPAVLOVSK)).isEqualTo("20,000,000.00");
        String id = proposal(form.typesAt("value", PETROPAVLOVSK, "22,500,000.00").typesAt("value", ENDEAVOUR, "7,500,000.00").sends(propose));

        String own = deal.first().asks().get("/approvals/" + id).asString();
        assertThat(own).contains("You proposed this", "Withdraw").doesNotContain(">Approve<");
        Response page = deal.second().asks().get("/approvals/" + id);
        assertThat(page.asString()).contains("Approve", "Reject", "22,500,000.00", "+2,500,000.00", "−2,500,000.00", "total = sum of the lenders, proved", "Warrants", "TC-1");
        assertThat(deal.second().asks().get("/approvals").asString()).contains("/approvals/" + id, "your decision");
        Form.of(deal.first(), deal.first().asks().get("/approvals/" + id)).sends("/approvals/" + id + "/approve").then().statusCode(409);
        assertThat(totals("2010-06-09")).containsExactly("20000000.00", "6666666.67", "6666666.67", "6666666.66", "10000000.00", "10000000.00");

        Form deciding = Form.of(deal.second(), page).types("comment", "Agrees with the certificate");
        deciding.sends("/approvals/" + id + "/approve").then().statusCode(303);
        deciding.sends("/approvals/" + id + "/approve").then().statusCode(303);
        assertThat(totals("2010-06-09").get(0)).isEqualTo("20000000.00");
        assertThat(totals("2010-06-10")).containsExactly("22500000.00", "6666666.67", "6666666.67", "6666666.66", "7500000.00", "10000000.00");
        assertThat(deal.second().asks().get("/approvals/" + id).asString()).contains("Approved by", "Agrees with the certificate").doesNotContain(">Approve<");
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/register?on=2010-06-10").asString())
                .contains("transfer", "TC-1", "/approvals/" + id, "proved", "illustrative");
    }

    @Test
    void sums_that_differ_are_refused_with_the_difference_in_amounts_and_in_percent() {
        Response amounts = move().typesAt("value", PETROPAVLOVSK, "17,500,000.00").sends(propose);
        amounts.then().statusCode(422);
        assertThat(amounts.asString()).contains("2,500,000.00 is missing", "value=\"17,500,000.00\"", "Transfer certificate", "TC-1");
        Form percent = form("?on=2010-06-10&unit=percent").types("reason", "in percent");
        assertThat(percent.value("value", PETROPAVLOVSK)).isEqualTo("33.333333333");
        Response tooMuch = percent.typesAt("value", PETROPAVLOVSK, "34.333333333").sends(propose);
        tooMuch.then().statusCode(422);
        assertThat(tooMuch.asString()).contains("is not 100 %: 1 is too much", "value=\"34.333333333\"");
    }

    @Test
    void percentages_that_add_up_to_a_hundred_become_amounts() {
        Form form = form("?on=2010-06-10&unit=percent").types("reason", "in percent");
        for (int i = 0; i < 6; i++) {
            form.typesAt("value", i, List.of("30", "10", "10", "10", "20", "20").get(i));
        }
        String id = proposal(form.sends(propose));
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        assertThat(totals("2010-06-10")).containsExactly("18000000.00", "6000000.00", "6000000.00", "6000000.00", "12000000.00", "12000000.00");
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
        Response negative = move().typesAt("value", PETROPAVLOVSK, "-1").typesAt("newName", 0, "New Fund <Limited>").typesAt("newLender", 0, "New Fund").sends(propose);
        negative.then().statusCode(422);
        assertThat(negative.asString()).contains("id=\"e-petropavlovsk\"", "value=\"-1\"", "New Fund &lt;Limited&gt;", "lower-case letters")
                .doesNotContain("<Limited>");
        Response early = move().types("on", "2010-06-08").typesAt("value", ENDEAVOUR, "1.00").sends(propose);
        early.then().statusCode(422);
        assertThat(early.asString()).contains("is before the deal; its register opens on 2010-06-09", "value=\"1.00\"");
        Response noDate = move().types("on", "soon").sends(propose);
        noDate.then().statusCode(422);
        assertThat(noDate.asString()).contains("a date such as 2010-06-10");
        Response unknownTranche = move().types("tranche", "fourth").sends(propose);
        unknownTranche.then().statusCode(422);
        assertThat(unknownTranche.asString()).contains("must be one of [first, second, reduced]");
        Response noReason = move().types("reason", " ").typesAt("value", PETROPAVLOVSK, "19,000,000.00").typesAt("value", ENDEAVOUR, "11,000,000.00").sends(propose);
        noReason.then().statusCode(422);
        assertThat(noReason.asString()).contains("say in a few words why", "value=\"19,000,000.00\"", "value=\"11,000,000.00\"");
        assertThat(move().sends(propose).asString()).contains("nothing would move");
    }

    @Test
    void a_holder_left_out_is_named() {
        Response made = deal.proposes(deal.first(), null, "register.move",
                "{\"on\":\"2010-06-10\",\"unit\":\"amount\",\"shares\":[{\"lender\":\"petropavlovsk\",\"value\":\"60,000,000.00\"}]}");
        made.then().statusCode(422);
        assertThat(made.<List<String>>path("problems.value")).contains("endeavour", "blackrock");
    }

    @Test
    void a_new_lender_enters_behind_the_others() {
        String id = proposal(move().typesAt("value", ENDEAVOUR, "7,500,000.00").typesAt("newLender", 0, "new-fund").typesAt("newName", 0, "New Fund Limited")
                .typesAt("newValue", 0, "2,500,000.00").sends(propose));
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        assertThat(totals("2010-06-10")).endsWith("10000000.00", "2500000.00");
        assertThat(deal.second().asks().get("/approvals/" + id).asString()).contains("enters the deal");
        assertThat(form("?on=2010-06-11").count("value")).isEqualTo(7);
    }

    @Test
    void the_opening_register_is_replaced_and_illustrative_ends() {
        Form form = form("?kind=register.opening").types("reason", "The agent's own register");
        assertThat(form.value("value", PETROPAVLOVSK)).isEqualTo("20,000,000.00");
        String id = proposal(form.typesAt("value", PETROPAVLOVSK, "25,000,000.00").typesAt("value", ENDEAVOUR, "5,000,000.00").sends(propose));
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        Response register = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/register?on=2010-06-09");
        assertThat(register.<Boolean>path("illustrative")).isFalse();
        assertThat(register.<List<Boolean>>path("tranches.proven")).containsOnly(true);
        assertThat(register.<List<String>>path("positions.total")).startsWith("25000000.00").contains("5000000.00");
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/register?on=2010-06-09").asString()).doesNotContain("shares are illustrative");
    }

    @Test
    void another_day_tranche_or_unit_shows_other_figures_and_keeps_what_was_typed() {
        Form form = move().typesAt("value", PETROPAVLOVSK, "21,000,000.00");
        Form later = Form.of(deal.first(), form.types("on", "2010-06-11").types("tranche", "reduced").sends(propose + "/form"));
        assertThat(later.value("value", PETROPAVLOVSK)).isEqualTo("21,000,000.00");
        assertThat(later.value("value", ENDEAVOUR)).isEqualTo("5,000,000.00");
        assertThat(later.value("reason", 0)).isEqualTo("Transfer certificate");
        Form percent = Form.of(deal.first(), later.types("unit", "percent").adds("more", "1").sends(propose + "/form"));
        assertThat(percent.value("value", ENDEAVOUR)).isEqualTo("16.666666667");
        assertThat(percent.count("newLender")).isEqualTo(4);
    }

    @Test
    void as_one_types_the_server_says_what_its_own_rules_say() {
        String missing = move().typesAt("value", PETROPAVLOVSK, "17,500,000.00").sends(propose + "/check").asString();
        assertThat(missing).contains("57,500,000.00", "of 60,000,000.00", "2,500,000.00 is missing").doesNotContain("<html");
        assertThat(move().typesAt("value", PETROPAVLOVSK, "x").sends(propose + "/check").asString()).contains("Petropavlovsk PLC, x:");
        assertThat(move().typesAt("value", PETROPAVLOVSK, "22,500,000.00").typesAt("value", ENDEAVOUR, "7,500,000.00").sends(propose + "/check").asString())
                .contains("adds up").doesNotContain("<ul");
    }

    @Test
    void a_form_that_is_sent_twice_makes_one_proposal() {
        Form form = move().typesAt("value", PETROPAVLOVSK, "19,000,000.00").typesAt("value", ENDEAVOUR, "11,000,000.00");
        String first = proposal(form.sends(propose));
        assertThat(proposal(form.sends(propose))).isEqualTo(first);
        assertThat(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/proposals").<List<?>>path("rows")).hasSize(1);
        Response other = form.typesAt("value", PETROPAVLOVSK, "18,000,000.00").typesAt("value", ENDEAVOUR, "12,000,000.00").sends(propose);
        other.then().statusCode(422);
        assertThat(other.asString()).contains("sent before");
        assertThat(proposal(Form.of(deal.first(), other).sends(propose))).isNotEqualTo(first);
    }

    @Test
    void a_form_made_before_the_deal_changed_is_refused_with_what_changed_and_keeps_what_was_typed() {
        Form form = move().typesAt("value", PETROPAVLOVSK, "19,000,000.00").typesAt("value", ENDEAVOUR, "11,000,000.00");
        String waiting = proposal(form.sends(propose));
        Form late = move().typesAt("value", PETROPAVLOVSK, "18,500,000.00").typesAt("value", ENDEAVOUR, "11,500,000.00");
        String amount = deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}");
        Staffed.decides(deal.second(), amount, "approve").then().statusCode(200);

        Response stale = late.sends(propose);
        stale.then().statusCode(409);
        assertThat(stale.asString()).contains("The deal has changed since this form was made", "Enter Interest accrued", "value=\"18,500,000.00\"", "value=\"11,500,000.00\"");
        Response refused = Form.of(deal.second(), deal.second().asks().get("/approvals/" + waiting)).types("comment", "fine").sends("/approvals/" + waiting + "/approve");
        refused.then().statusCode(409);
        assertThat(refused.asString()).contains("It cannot be approved", "Enter Interest accrued", "fine", propose + "?from=" + waiting);
        Form again = form("?from=" + waiting);
        assertThat(again.value("value", PETROPAVLOVSK)).isEqualTo("19,000,000.00");
        assertThat(again.value("reference", 0)).isEqualTo("TC-1");
        assertThat(proposal(again.sends(propose))).isNotEqualTo(waiting);
        assertThat(proposal(Form.of(deal.first(), stale).sends(propose))).isNotEmpty();
    }

    @Test
    void a_proposal_is_rejected_or_withdrawn_on_its_page() {
        String id = proposal(move().typesAt("value", PETROPAVLOVSK, "19,000,000.00").typesAt("value", ENDEAVOUR, "11,000,000.00").sends(propose));
        Form.of(deal.second(), deal.second().asks().get("/approvals/" + id)).types("comment", "Not agreed").sends("/approvals/" + id + "/reject").then().statusCode(303);
        assertThat(deal.first().asks().get("/approvals/" + id).asString()).contains("Rejected by", "Not agreed", propose + "?from=" + id);
        String second = proposal(form("?from=" + id).sends(propose));
        Form.of(deal.first(), deal.first().asks().get("/approvals/" + second)).sends("/approvals/" + second + "/withdraw").then().statusCode(303);
        assertThat(deal.second().asks().get("/approvals/" + second).asString()).contains("Withdrawn by");
        assertThat(totals("2010-06-10").get(0)).isEqualTo("20000000.00");
    }

    @Test
    void a_lender_sees_its_own_rows_of_the_register_and_nothing_else() {
        String page = deal.endeavour().asks().get("/deals/" + deal.slug() + "/register?on=2010-06-10").then().statusCode(200).extract().asString();
        assertThat(page).contains("Endeavour Financial Corporation", "10,000,000.00").doesNotContain("BlackRock", "Petropavlovsk", "/register/propose", "/approvals/");
        Response json = deal.endeavour().asks().get("/api/v1/deals/" + deal.slug() + "/register");
        assertThat(json.<List<String>>path("positions.lender")).containsExactly("endeavour");
        assertThat(json.<String>path("total.own")).isEqualTo("10000000.00");
        assertThat(json.<String>path("total.deal")).isEqualTo("60000000.00");
        assertThat(page).contains("Own total", "Total of the deal");
        assertThat(json.<List<String>>path("entries.lender")).containsOnly("endeavour");
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/register/entries.csv").asString()).contains("endeavour").doesNotContain("blackrock");
        assertThat(deal.endeavour().asks().get("/deals/" + deal.slug() + "/register/positions.csv").asString()).contains("endeavour").doesNotContain("blackrock");
        for (String path : List.of("", "/form", "/check")) {
            deal.endeavour().sends().formParam("kind", "register.move").post(propose + path).then().statusCode(404);
        }
        deal.endeavour().asks().get(propose).then().statusCode(404);
        deal.endeavour().asks().get(propose + "?from=" + UUID.randomUUID()).then().statusCode(404);
        Staffed other = desk.rusoro();
        String foreign = deal.endeavour().asks().get("/deals/" + other.slug() + "/register").then().statusCode(404).extract().asString();
        assertThat(foreign).isEqualTo(deal.endeavour().asks().get("/deals/no-such-deal/register").asString());
    }

    @Test
    void before_the_opening_nobody_holds_anything_and_the_totals_still_prove_themselves() {
        Response early = deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/positions?on=2010-06-08");
        assertThat(early.<List<String>>path("positions.total")).containsOnly("0.00");
        assertThat(early.<List<Boolean>>path("tranches.proven")).containsOnly(true);
        deal.first().asks().get("/deals/" + deal.slug() + "/register?on=soon").then().statusCode(400);
        deal.first().asks().get("/deals/" + deal.slug() + "/register?entries=0").then().statusCode(400);
    }

    @Test
    void a_form_of_five_hundred_lenders_passes() {
        Staffed large = desk.rusoroAmong(500);
        String path = "/deals/" + large.slug() + "/register/propose";
        Form form = Form.of(large.first(), large.first().asks().get(path + "?on=2010-06-10")).types("reason", "many");
        assertThat(form.count("value")).isEqualTo(500);
        String id = proposal(form.typesAt("value", 1, "0").typesAt("value", 499, "2,000.00").sends(path));
        Response page = large.second().asks().get("/approvals/" + id);
        page.then().statusCode(200);
        assertThat(page.asString()).contains("Lenders 1 to 200 of 500", "?lenders=2", "Fund number 499", "+1,000.00");
        Response last = large.second().asks().get("/approvals/" + id + "?lenders=3");
        assertThat(last.asString()).contains("Lenders 401 to 500 of 500");
        assertThat(last.asString().substring(last.asString().indexOf("<tbody>"))).contains("Fund number 498").doesNotContain("Fund number 499");
        Staffed.decides(large.second(), id, "approve").then().statusCode(200);
        assertThat(large.first().asks().get("/api/v1/deals/" + large.slug() + "/positions?on=2010-06-10").<List<String>>path("positions.total")).endsWith("2000.00");
    }

    private Response pasted(Form form, String lines) {
        return form.types("pasted", lines).adds("paste", "1").sends(propose + "/form");
    }

    private static String told(Response page) {
        page.then().statusCode(200);
        return page.asString().replace("&nbsp;", " ").replaceAll("\\s+", " ");
    }

    @Test
    void lines_of_a_spreadsheet_fill_the_fields_of_the_lenders_they_name_in_whatever_order() {
        Response page = pasted(move(), "Lender\tPrincipal after\nEndeavour  Financial Corporation\tUS$ 7,500,000.00\npetropavlovsk;22500000.00;\n");
        assertThat(told(page)).contains("2 fields were filled").doesNotContain("not read");
        Form form = Form.of(deal.first(), page);
        assertThat(form.value("value", PETROPAVLOVSK)).isEqualTo("22500000.00");
        assertThat(form.value("value", ENDEAVOUR)).isEqualTo("7,500,000.00");
        assertThat(form.value("pasted", 0)).isEmpty();
        proposal(form.sends(propose));
    }

    @Test
    void a_figure_stands_behind_its_name_with_commas_or_spaces_between() {
        Form form = Form.of(deal.first(), pasted(move(), "endeavour, 7,500,000.00\n\"Petropavlovsk PLC\" 22 500 000.00"));
        assertThat(form.value("value", PETROPAVLOVSK)).isEqualTo("22500000.00");
        assertThat(form.value("value", ENDEAVOUR)).isEqualTo("7,500,000.00");
    }

    @Test
    void a_line_that_cannot_be_read_in_one_way_fills_nothing_and_stays_with_the_reason() {
        List<String> lines = List.of("endeavor\t1.00", "Nobody Ltd.\t1.00", "endeavour\t(1,000.00)", "petropavlovsk\t1.5E+7", "blackrock\t12 %", "lansdowne-equity-limited\t1.00\t2.00", "lansdowne-strategic\tnil",
                "lansdowne-equity-lp\t1.00", "lansdowne-equity-lp\t2.00");
        Form before = move();
        String held = before.value("value", ENDEAVOUR);
        Response page = pasted(before, String.join("\n", lines));
        assertThat(told(page)).contains("0 fields were filled", "9 lines were not read", "Line 1, “endeavor 1.00”: no lender has this name; is it endeavour?", "Line 2, “Nobody Ltd. 1.00”: no lender has this name; add it",
                "Line 3, “endeavour (1,000.00)”: a share cannot be negative", "Line 4, “petropavlovsk 1.5E+7”: is written with an exponent", "Line 5, “blackrock 12 %”: is a percentage",
                "holds two figures", "Line 7, “lansdowne-strategic nil”: holds no figure", "Line 8, “lansdowne-equity-lp 1.00”: this lender stands in more than one line", "Line 9, “lansdowne-equity-lp 2.00”: this lender");
        Form after = Form.of(deal.first(), page);
        assertThat(after.value("value", ENDEAVOUR)).isEqualTo(held);
        assertThat(after.value("pasted", 0).lines()).containsExactlyElementsOf(lines);
    }

    @Test
    void lines_that_fill_nothing_yet_are_not_passed_over_when_the_shares_are_proposed() {
        Response refused = move().types("pasted", "endeavour\t7,500,000.00").sends(propose);
        refused.then().statusCode(422);
        assertThat(refused.asString()).contains("lines of a spreadsheet still stand below", "endeavour\t7,500,000.00");
    }

    @Test
    void ten_thousand_lines_are_read_and_the_first_of_those_that_were_not_are_told() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            lines.append("Fund number ").append(i).append('\t').append(i).append(".00\n");
        }
        assertThat(told(pasted(move(), lines + "endeavour\t7,500,000.00"))).contains("1 field was filled", "10000 lines were not read", "and 9980 more");
    }
}
