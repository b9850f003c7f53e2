package org.prorata.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.identity.Visitor;
import org.prorata.web.Today;

/** A lender's names and details: who sees them, how they change, and that what was shown before stays. */
@QuarkusTest
class LenderPagesTest {

    private static final String LEI = "5493001KJTIIGC8Y1R12";
    private static final String BLACKROCK = """
            {"lender":"blackrock","name":"BlackRock Commodities Fund Limited","lei":"%s","group":"BlackRock","published":true,
            "formerNames":[{"name":"BlackRock Natural Resources Hedge Fund Limited","until":"2010-06-09"}],
            "contacts":[{"name":"Ann Other","role":"payments","email":"ann@blackrock.example","phone":"+44 20 7946 0111"}]}""".formatted(LEI);

    @Inject Desk desk;
    @Inject Today today;

    private Staffed deal;
    private LocalDate before;

    @BeforeEach
    void a_deal_of_its_own() {
        before = today.pretendedDay().orElse(null);
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoro();
    }

    @AfterEach
    void the_day_as_it_was() {
        today.pretend(before);
    }

    private String page(String rest) {
        return "/deals/" + deal.slug() + rest;
    }

    private Response api(Visitor who, String rest) {
        return who.asks().get("/api/v1/deals/" + deal.slug() + rest);
    }

    private void approved(String payload) {
        Staffed.decides(deal.second(), deal.proposed("lender.details", payload), "approve").then().statusCode(200);
    }

    private Form form(String lender) {
        return Form.of(deal.first(), deal.first().asks().get(page("/lenders/" + lender + "/edit"))).types("reason", "As the register of companies says");
    }

    @Test
    void the_demonstrations_lenders_have_the_two_former_names_of_the_record_and_nothing_made_up() {
        Response lenders = api(deal.first(), "/lenders");
        lenders.then().statusCode(200).body("illustrative", equalTo(true)).body("lenders", hasSize(6)).body("lenders.lei", contains(nullValue(), nullValue(), nullValue(), nullValue(), nullValue(), nullValue()))
                .body("lenders[0].formerNames.name", contains("Peter Hambro Mining PLC")).body("lenders[0].formerNames[0].until", nullValue())
                .body("lenders[4].formerNames.name", contains("Endeavour Mining Capital Corp.")).body("lenders[4].held", equalTo("10000000.00"));
        api(deal.first(), "/lenders/petropavlovsk").then().statusCode(200).body("contacts", hasSize(0)).body("positions", hasSize(3));
        assertThat(deal.first().asks().get(page("/lenders")).asString()).contains("shares are illustrative", "formerly Peter Hambro Mining PLC", "Lansdowne", ">Complete<", "/lenders/blackrock/edit");
        assertThat(deal.first().asks().get(page("/lenders/petropavlovsk")).asString()).contains("shares are illustrative", "until when is not known", "None is known.", "history?lender=petropavlovsk");
    }

    @Test
    void affiliates_are_told_to_who_may_see_them() {
        api(deal.first(), "/lenders/lansdowne-equity-lp").then().body("affiliates.lender", contains("lansdowne-equity-limited", "lansdowne-strategic"));
        api(deal.first(), "/lenders/endeavour").then().body("affiliates", hasSize(0));
    }

    @Test
    void a_lender_sees_itself_alone_and_another_is_as_one_that_does_not_exist() {
        approved(BLACKROCK);
        api(deal.endeavour(), "/lenders").then().statusCode(200).body("lenders.lender", contains("endeavour"));
        api(deal.endeavour(), "/lenders/endeavour").then().statusCode(200).body("lender.held", equalTo("10000000.00"));
        for (String ending : List.of("", "/edit")) {
            Response another = deal.endeavour().asks().get(page("/lenders/blackrock" + ending));
            Response missing = deal.endeavour().asks().get(page("/lenders/no-such-one" + ending));
            assertThat(another.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
            assertThat(another.asString().replace("blackrock", "X")).isEqualTo(missing.asString().replace("no-such-one", "X"));
        }
        assertThat(api(deal.endeavour(), "/lenders/blackrock").asString().replace("blackrock", "X")).isEqualTo(api(deal.endeavour(), "/lenders/no-such-one").asString().replace("no-such-one", "X"));
        for (String path : List.of("/lenders", "/lenders.csv", "/lenders/endeavour", "/register", "/history", "/allocation")) {
            assertThat(deal.endeavour().asks().get(page(path)).then().statusCode(200).extract().asString()).as(path)
                    .doesNotContain("BlackRock Commodities", "Ann Other", "ann@blackrock.example", "7946 0111", LEI);
        }
        deal.endeavour().asks().get(page("/lenders/endeavour/edit")).then().statusCode(404);
        assertThat(deal.proposes(deal.endeavour(), null, "lender.details", BLACKROCK).statusCode()).isIn(403, 404);
    }

    @Test
    void its_contacts_are_told_to_the_lender_itself() {
        approved("""
                {"lender":"endeavour","name":"Endeavour Financial Corporation","published":true,"contacts":[{"name":"Bo Desk","email":"bo@endeavour.example"}]}""");
        api(deal.endeavour(), "/lenders/endeavour").then().body("contacts.email", contains("bo@endeavour.example"));
        assertThat(deal.endeavour().asks().get(page("/lenders/endeavour")).asString()).contains("Bo Desk", "bo@endeavour.example", "My details");
    }

    @Test
    void a_rename_changes_names_from_its_known_on_and_what_was_shown_before_stays_to_the_byte() {
        List<String> paths = List.of("/lenders", "/lenders/blackrock", "/register", "/matrix", "/export", "/history", "/positions");
        List<String> files = List.of("/lenders.csv", "/register/positions.csv", "/register/entries.csv", "/matrix.csv");
        String then = api(deal.first(), "/history").path("changes[0].known");
        List<byte[]> jsonThen = paths.stream().map(path -> asKnown("/api/v1" + page(path), then)).toList();
        List<byte[]> filesThen = files.stream().map(path -> asKnown(page(path), then)).toList();

        approved(BLACKROCK);

        for (int i = 0; i < paths.size(); i++) {
            assertThat(asKnown("/api/v1" + page(paths.get(i)), then)).as(paths.get(i)).isEqualTo(jsonThen.get(i));
        }
        for (int i = 0; i < files.size(); i++) {
            assertThat(asKnown(page(files.get(i)), then)).as(files.get(i)).isEqualTo(filesThen.get(i));
        }
        assertThat(deal.first().asks().queryParam("known", then).get(page("/lenders/blackrock")).asString()).contains("BlackRock Natural Resources Hedge Fund Limited").doesNotContain(LEI, "Ann Other");
        api(deal.first(), "/lenders/blackrock").then().body("lender.name", equalTo("BlackRock Commodities Fund Limited")).body("lender.lei", equalTo(LEI))
                .body("lender.provenance", equalTo("entered")).body("lender.formerNames[0].until", equalTo("2010-06-09"));
        for (String path : List.of("/register", "/matrix", "/register/positions.csv", "/matrix.csv", "/lenders.csv")) {
            assertThat(deal.first().asks().get(page(path)).asString()).as(path).contains("BlackRock Commodities Fund Limited");
        }
    }

    private byte[] asKnown(String path, String known) {
        return deal.first().asks().queryParam("on", "2010-06-10").queryParam("known", known).get(path).then().statusCode(200).extract().asByteArray();
    }

    @Test
    void the_history_of_that_lender_tells_the_change_and_no_others_does() {
        approved(BLACKROCK);
        api(deal.first(), "/history").then().body("changes", hasSize(2)).body("changes[0].details", equalTo(true)).body("changes[1].details", equalTo(false));
        api(deal.first(), "/history?lender=blackrock").then().body("changes", hasSize(2));
        api(deal.first(), "/history?lender=endeavour").then().body("changes", hasSize(1));
        api(deal.endeavour(), "/history").then().body("changes", hasSize(1));
    }

    @Test
    void one_types_the_details_another_approves_and_they_stand() {
        Form form = form("petropavlovsk");
        assertThat(form.value("formerName", 0)).isEqualTo("Peter Hambro Mining PLC");
        assertThat(form.value("published", 0)).isEqualTo("yes");
        Form more = Form.of(deal.first(), form.types("lei", "5493 001k jtii gc8y 1r12").typesAt("contactName", 0, "Clo Erk").adds("more", "former").sends(page("/lenders/petropavlovsk/edit/form")));
        assertThat(more.count("formerName")).isEqualTo(2);
        assertThat(more.value("contactName", 0)).isEqualTo("Clo Erk");
        Response made = more.drops("more").typesAt("formerUntil", 0, "2009-09-23").typesAt("formerName", 1, "Older PLC").typesAt("contactEmail", 0, "clo@petropavlovsk.example")
                .sends(page("/lenders/petropavlovsk/edit"));
        made.then().statusCode(303);
        String id = made.header("Location").replaceAll(".*/approvals/", "");
        assertThat(deal.second().asks().get("/approvals/" + id).asString()).contains("Details of a lender", "LEI: none → " + LEI, "contact added: Clo Erk (clo@petropavlovsk.example)",
                "former name added: Older PLC", "former name Peter Hambro Mining PLC: until not known → until 2009-09-23");
        assertThat(Form.of(deal.second(), deal.second().asks().get(page("/lenders/petropavlovsk/edit?from=" + id))).value("lei", 0)).isEqualTo(LEI);
        deal.second().asks().get(page("/lenders/blackrock/edit?from=" + id)).then().statusCode(404);
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        assertThat(deal.first().asks().get(page("/lenders/petropavlovsk")).asString()).contains(LEI, "until 23 September 2009", "Older PLC", "Clo Erk");
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
        Response wrong = form("petropavlovsk").types("name", "BlackRock natural resources HEDGE fund Limited").types("lei", "5493001KJTIIGC8Y1R13").typesAt("formerUntil", 0, "2010-06-11")
                .typesAt("contactEmail", 0, "no address").typesAt("contactPhone", 0, "call me").types("group", "Gr\u202Eoup").sends(page("/lenders/petropavlovsk/edit"));
        wrong.then().statusCode(422);
        assertThat(wrong.asString()).contains("is already another lender of this deal", "would end in 12 and not in 13", "to today, 2010-06-10", "An e-mail address, like", "A telephone number of",
                "without characters that cannot be seen", "the contact&#39;s name here", "value=\"no address\"", "value=\"call me\"", "value=\"2010-06-11\"", "As the register of companies says");
        Response noDate = form("petropavlovsk").typesAt("formerUntil", 0, "once <upon>").sends(page("/lenders/petropavlovsk/edit"));
        noDate.then().statusCode(422);
        assertThat(noDate.asString()).contains("a date such as 2010-06-10", "once &lt;upon&gt;").doesNotContain("<upon>");
        Response same = form("petropavlovsk").sends(page("/lenders/petropavlovsk/edit"));
        same.then().statusCode(422);
        assertThat(same.asString()).contains("nothing would change");
    }

    @Test
    void a_form_made_before_another_change_is_refused_and_keeps_what_was_typed() {
        Form form = form("petropavlovsk").types("group", "Petropavlovsk group");
        approved(BLACKROCK);
        Response stale = form.sends(page("/lenders/petropavlovsk/edit"));
        stale.then().statusCode(409);
        assertThat(stale.asString()).contains("The deal has changed since this form was made", "Petropavlovsk group", "As the register of companies says", "What you typed is still here");
        Form.of(deal.first(), stale).sends(page("/lenders/petropavlovsk/edit")).then().statusCode(303);
    }

    @Test
    void the_api_refuses_what_it_does_not_know_rather_than_forgetting_it() {
        for (String payload : List.of("{\"lender\":\"nobody\",\"name\":\"X\",\"published\":true}", "{\"lender\":\"blackrock\",\"name\":\"X\"}",
                "{\"lender\":\"blackrock\",\"name\":\"X\",\"published\":true,\"contact\":[]}", "{\"lender\":\"blackrock\",\"name\":7,\"published\":true}",
                "{\"lender\":\"blackrock\",\"name\":\" \",\"published\":true}", "{\"lender\":\"blackrock\",\"published\":true,\"name\":\"" + "x".repeat(201) + "\"}",
                "{\"lender\":\"blackrock\",\"name\":\"X\",\"published\":true,\"formerNames\":[null]}")) {
            assertThat(deal.proposes(deal.first(), null, "lender.details", payload).statusCode()).as(payload).isEqualTo(422);
        }
    }

    @Test
    void a_legal_entity_is_one_lender_of_a_deal_whatever_spaces_are_typed_in_its_name() {
        String payload = "{\"lender\":\"%s\",\"name\":\"%s\",\"lei\":\"" + LEI + "\",\"published\":true}";
        approved(payload.formatted("blackrock", "BlackRock Natural Resources Hedge Fund Limited"));
        Response same = deal.proposes(deal.first(), null, "lender.details", payload.formatted("endeavour", "BlackRock Natural\u00a0Resources  Hedge Fund Limited"));
        same.then().statusCode(422).body("problems.field", contains("name", "lei"));
        assertThat(same.<String>path("problems[1].message")).contains("is the LEI of BlackRock Natural Resources Hedge Fund Limited");
    }

    @Test
    void a_name_given_up_is_free_for_another() {
        approved(BLACKROCK);
        approved("{\"lender\":\"endeavour\",\"name\":\"BlackRock Natural Resources Hedge Fund Limited\",\"published\":true}");
        api(deal.first(), "/lenders/endeavour").then().body("lender.name", equalTo("BlackRock Natural Resources Hedge Fund Limited"));
        assertThat(deal.proposes(deal.first(), null, "lender.details", "{\"lender\":\"petropavlovsk\",\"name\":\"blackrock natural resources hedge fund limited\",\"published\":true}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_new_lender_can_enter_with_its_details_in_one_proposal() {
        String move = """
                {"on":"2010-06-10","unit":"amount","shares":[{"lender":"petropavlovsk","value":"20,000,000.00"},{"lender":"lansdowne-equity-limited","value":"6,666,666.67"},
                {"lender":"lansdowne-equity-lp","value":"6,666,666.67"},{"lender":"lansdowne-strategic","value":"6,666,666.66"},{"lender":"endeavour","value":"10,000,000.00"},
                {"lender":"blackrock","value":"9,000,000.00"},{"lender":"new-fund","name":"New Fund Limited","value":"1,000,000.00"}]}""";
        String details = "{\"lender\":\"new-fund\",\"name\":\"New Fund Limited\",\"lei\":\"" + LEI + "\",\"published\":false}";
        String id = deal.proposed("bundle", "{\"changes\":[{\"kind\":\"register.move\",\"payload\":" + move + "},{\"kind\":\"lender.details\",\"payload\":" + details + "}]}");
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        api(deal.first(), "/lenders/new-fund").then().statusCode(200).body("lender.lei", equalTo(LEI)).body("lender.held", equalTo("1000000.00"));
        api(deal.first(), "/history").then().body("changes", hasSize(2)).body("changes[0].details", equalTo(true));
    }

    @Test
    void names_stay_inert_in_files_and_on_pages() {
        approved("{\"lender\":\"blackrock\",\"name\":\"=HYPERLINK(\\\"x\\\") <b>\",\"group\":\"@group\",\"published\":true}");
        String csv = deal.first().asks().get(page("/lenders.csv")).asString();
        assertThat(csv).contains("'=HYPERLINK", "'@group");
        assertThat(deal.first().asks().get(page("/lenders")).asString()).contains("&lt;b&gt;").doesNotContain("<b>\"", "HYPERLINK(\"x\") <b>");
        deal.first().asks().get(page("/lenders.xlsx")).then().statusCode(200);
    }

    @Test
    void the_term_sheet_carries_the_details_to_another_deal() {
        approved(BLACKROCK);
        String file = deal.first().asks().get(page("/term-sheet.yaml")).then().statusCode(200).extract().asString();
        assertThat(file).contains("former-names:", "until: 2010-06-09", "until: unknown", "lei: " + LEI, "ann@blackrock.example");
        String copy = deal.slug() + "-copy";
        deal.first().sends().contentType("text/plain; charset=UTF-8").body(file.replace(deal.slug(), copy)).post("/api/v1/deals").then().statusCode(201);
        assertThat(deal.first().asks().get("/api/v1/deals/" + copy + "/lenders/blackrock").<Object>path("contacts")).isEqualTo(api(deal.first(), "/lenders/blackrock").path("contacts"));
        assertThat(deal.first().asks().get("/api/v1/deals/" + copy + "/lenders").<Object>path("lenders.formerNames")).isEqualTo(api(deal.first(), "/lenders").path("lenders.formerNames"));
        assertThat(deal.first().asks().get("/deals/" + copy + "/term-sheet.yaml").asString().replace(copy, deal.slug())).isEqualTo(file);
    }

    @Test
    void a_file_whose_details_are_wrong_is_refused_with_each_line() {
        String file = deal.first().asks().get(page("/term-sheet.yaml")).asString().replace(deal.slug(), deal.slug() + "-wrong");
        deal.first().sends().contentType("text/plain; charset=UTF-8").body(file.replaceFirst("(?m)^  - \\{?id: blackrock.*$",
                "  - {id: blackrock, name: B, formerly: A, former-names: [{name: B}], lei: 5493001KJTIIGC8Y1R13, contacts: [{name: C, email: c, phone: d}, {role: x}]}"))
                .post("/api/v1/deals").then().statusCode(422).body("problems.message.join(' | ')", allOf(
                        containsString("would end in 12"), containsString("all former names under former-names"),
                        containsString("the name it has now"), containsString("An e-mail address"),
                        containsString("A telephone number"), containsString("write name here")));
        deal.first().sends().contentType("text/plain; charset=UTF-8").body(file.replaceFirst("until: unknown", "until: 2010-06-11")).post("/api/v1/deals").then().statusCode(422)
                .body("problems[0].field", equalTo("lenders.petropavlovsk.formerNames[0].until"));
    }
}
