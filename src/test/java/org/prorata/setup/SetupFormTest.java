package org.prorata.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Form;
import org.prorata.SampleDeal;
import org.prorata.deal.SampleDeals;
import org.prorata.deal.TermSheetReader;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Role;
import org.prorata.identity.Visitor;
import org.prorata.web.Today;

/** A deal set up in the form over real HTTP, without script. */
@QuarkusTest
class SetupFormTest {

    @Inject
    Accounts accounts;
    @Inject
    SampleDeal sample;
    @Inject
    ObjectMapper json;
    @Inject
    Today today;

    private Visitor officer;

    @BeforeEach
    void an_officer_on_the_day_of_the_real_deal() {
        today.pretend(LocalDate.of(2010, 6, 10));
        officer = officer();
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private Visitor officer() {
        String login = "setup-" + UUID.randomUUID();
        accounts.grantAgent(accounts.create(login, "An officer", Visitor.PASSWORD));
        return Visitor.signsIn(login);
    }

    /** The address of a new draft, of a file or empty. */
    private static String begins(Visitor who, String file) {
        RequestSpecification request = who.sends();
        Response made = (file == null ? request.multiPart("text", "") : request.multiPart("file", "deal.yaml", file.getBytes(StandardCharsets.UTF_8))).post("/deals/setup");
        made.then().statusCode(303);
        return made.header("Location").replaceFirst("^https?://[^/]*", "").replaceFirst("/deal$", "");
    }

    private static String rusoro(String slug) {
        return new String(SampleDeals.rusoroText(), StandardCharsets.UTF_8).replace("slug: rusoro-2010", "slug: " + slug);
    }

    private static String slug() {
        return "setup-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Response step(Visitor who, String draft, Step step) {
        return who.asks().get(draft + "/" + step.word()).then().statusCode(200).extract().response();
    }

    private static Response sends(Visitor who, String draft, Step step, Map<String, String> fields) {
        RequestSpecification request = who.sends();
        fields.forEach((name, value) -> request.multiPart(name, value, "text/plain; charset=UTF-8"));
        return request.post(draft + "/" + step.word());
    }

    /** Types into one step of a draft, into fields that may not be on the page yet, and saves. */
    private static Response types(Visitor who, String draft, Step step, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("was", Form.of(who, step(who, draft, step)).value("was", 0));
        return sends(who, draft, step, all);
    }

    private static String sheet(Visitor who, String draft) {
        return who.asks().get(draft + "/term-sheet.yaml").then().statusCode(200).extract().asString();
    }

    private static Response creates(Visitor who, String draft) {
        return Form.of(who, step(who, draft, Step.CHECK)).sends(draft + "/create");
    }

    /** As they stand in the draft that was opened of its file, by step. */
    private static Map<String, String> typed(String slug, Step step) {
        return new TreeMap<>(OpenedSheet.of(rusoro(slug).getBytes(StandardCharsets.UTF_8), FaithfulDraftTest.named(SetupText.class)).only(step.asks()).texts());
    }

    @Test
    void the_form_filled_with_the_real_deals_values_makes_its_term_sheet_and_its_figures() throws Exception {
        String slug = slug();
        String draft = begins(officer, null);
        for (Step step : Step.values()) {
            if (step != Step.CHECK) {
                types(officer, draft, step, typed(slug, step)).then().statusCode(303);
            }
        }
        String sheet = sheet(officer, draft);
        assertThat(TermSheetReader.read(sheet)).isEqualTo(TermSheetReader.read(rusoro(slug)));
        assertThat(TermSheetReader.read(sheet.replace(slug, "rusoro-2010"))).isEqualTo(SampleDeals.rusoro());

        // Each step's page has a field for everything, and sending it as it stands changes nothing.
        for (Step step : Step.values()) {
            if (step != Step.CHECK) {
                Form.of(officer, step(officer, draft, step)).sends(draft + "/" + step.word()).then().statusCode(303);
            }
        }
        assertThat(sheet(officer, draft)).isEqualTo(sheet);

        String check = step(officer, draft, Step.CHECK).asString();
        assertThat(check).contains("The term sheet is complete and right", "106,849.32", "756,164.38", "5,666,666.67", "not yet known", "Fri 9 Jul 2010").doesNotContain("Two lenders");
        assertThat(creates(officer, draft).header("Location")).endsWith("/deals/" + slug);
        SampleDeal.Imported imported = sample.rusoro();
        assertThat(figures(slug)).isEqualTo(figures(imported.slug()));
        assertThat(officer.asks().get("/deals/" + slug + "/term-sheet.yaml").asString())
                .isEqualTo(officer.asks().get("/deals/" + imported.slug() + "/term-sheet.yaml").asString().replace(imported.slug(), slug));
    }

    /** The export of a deal less what is of its import: its name and instants. */
    private JsonNode figures(String slug) throws Exception {
        String export = officer.asks().get("/api/v1/deals/" + slug + "/export").then().statusCode(200).extract().asString();
        return json.readTree(export.replace(slug, "X").replaceAll("\"[0-9T:.-]+Z\"", "\"then\""));
    }

    @Test
    void a_draft_is_kept_as_typed_and_never_refused_only_marked() {
        String draft = begins(officer, null);
        types(officer, draft, Step.TRANCHES, Map.of("tranches[1].id", "Term A!", "tranches[1].principal", "ten million", "tranches[1].principal.note", "what a note; with \"quotes\"\nand lines"))
                .then().statusCode(303);
        String page = step(officer, draft, Step.TRANCHES).asString();
        assertThat(page).contains("value=\"Term A!\"", "value=\"ten million\"", "what a note; with &quot;quotes&quot;\nand lines", "Up to 40 small letters, digits and hyphens", "To correct in this step");
        assertThat(step(officer, draft, Step.CHECK).asString()).contains("href=\"" + draft + "/tranches#f-tranches-1-principal\"", "ten million").doesNotContain("Create the deal");
        assertThat(creates(officer, draft).statusCode()).isEqualTo(409);
    }

    @Test
    void rows_are_added_and_taken_away_by_buttons() {
        String draft = begins(officer, null);
        Response more = types(officer, draft, Step.DEAL, Map.of("parties[1].role", "borrower", "parties[1].name", "Harbour Ltd.", "add", "parties"));
        assertThat(more.header("Location")).contains("/deal?more=parties#f-parties");
        String page = officer.asks().get(draft + "/deal?more=parties").asString();
        assertThat(page).contains("name=\"parties[2].role\"").doesNotContain("name=\"parties[3].role\"");
        types(officer, draft, Step.DEAL, Map.of("parties[1].role", "borrower", "parties[1].name", "Harbour Ltd.", "parties[2].role", "agent", "parties[2].name", "A bank", "parties[3].role", "issuer"));
        types(officer, draft, Step.DEAL, Map.of("parties[1].role", "borrower", "parties[1].name", "Harbour Ltd.", "parties[2].role", "agent", "parties[2].name", "A bank", "parties[3].role", "issuer",
                "remove", "parties[2]")).then().statusCode(303);
        assertThat(sheet(officer, draft)).contains("Harbour Ltd.", "issuer").doesNotContain("A bank");
    }

    @Test
    void lenders_come_from_a_spreadsheet_in_one_go_five_hundred_of_them() {
        String draft = begins(officer, null);
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 500; i++) {
            rows.append("fund-").append(i).append("\tFund number ").append(i).append("\t1,000.00\r\n");
        }
        types(officer, draft, Step.LENDERS, Map.of("opening.on", "2010-06-09", "opening.unit", "amounts", "opening.each", "total", "pasted", rows.toString())).then().statusCode(303);
        Form form = Form.of(officer, step(officer, draft, Step.LENDERS));
        assertThat(form.value("lenders[500].id", 0)).isEqualTo("fund-500");
        assertThat(form.value("lenders[500].held", 0)).isEqualTo("1,000.00");
        form.types("lenders[250].name", "Another name").sends(draft + "/lenders").then().statusCode(303);
        assertThat(sheet(officer, draft)).contains("Another name", "fund-500: \"1,000.00\"");
    }

    @Test
    void what_is_wrong_is_told_while_one_types_and_what_was_wrong_no_more() {
        String draft = begins(officer, rusoro(slug()));
        Form form = Form.of(officer, step(officer, draft, Step.TRANCHES)).types("tranches[2].principal", "13,000,000.001");
        String wrong = form.sends(draft + "/tranches/check").then().statusCode(200).extract().asString();
        assertThat(wrong).contains("id=\"e-f-tranches-2-principal\" hx-swap-oob=\"true\"", "USD has at most 2 decimals", "name=\"shows-wrong\" value=\"tranches[2].principal\"");
        assertThat(step(officer, draft, Step.TRANCHES).asString()).as("nothing was saved").contains("13,000,000.00\"").doesNotContain("13,000,000.001");
        String right = form.types("tranches[2].principal", "13,000,000.00").adds("shows-wrong", "tranches[2].principal").sends(draft + "/tranches/check").asString();
        assertThat(right).contains("id=\"e-f-tranches-2-principal\" hx-swap-oob=\"true\"></p>", "The rules find nothing wrong");
    }

    @Test
    void two_who_change_one_step_lose_nothing_and_two_who_change_two_do_not_meet() {
        String draft = begins(officer, rusoro(slug()));
        Visitor other = officer();
        Form mine = Form.of(officer, step(officer, draft, Step.DEAL));
        Form theirs = Form.of(other, step(other, draft, Step.DEAL));
        Form elsewhere = Form.of(other, step(other, draft, Step.DAYS));
        mine.types("deal.title", "My title").types("parties[1].name", "Mine").sends(draft + "/deal").then().statusCode(303);
        elsewhere.types("business-days.own-holidays", "2010-07-09").drops("business-days.own-holidays.none").sends(draft + "/days").then().statusCode(303);
        Response conflict = theirs.types("deal.title", "Their title").sends(draft + "/deal");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.asString()).contains("This step has changed since you opened it", "The deal, Title", "My title", "value=\"Their title\"", "Mine", "An officer");
        assertThat(sheet(other, draft)).contains("My title", "2010-07-09").doesNotContain("Their title");
        Form.of(other, conflict).sends(draft + "/deal").then().statusCode(303);
        assertThat(sheet(other, draft)).contains("Their title", "2010-07-09").doesNotContain("My title");
    }

    @Test
    void pressed_twice_it_makes_one_deal_and_the_draft_ends() {
        String slug = slug();
        String draft = begins(officer, rusoro(slug));
        Form form = Form.of(officer, step(officer, draft, Step.CHECK));
        Form late = Form.of(officer, step(officer, draft, Step.DEAL));
        for (int i = 0; i < 2; i++) {
            assertThat(form.sends(draft + "/create").header("Location")).endsWith("/deals/" + slug);
        }
        assertThat(Owner.counts("select count(*) from deal where slug = ?", slug)).isEqualTo(1);
        assertThat(late.types("deal.title", "Too late").sends(draft + "/deal").header("Location")).endsWith(draft + "/check");
        assertThat(step(officer, draft, Step.CHECK).asString()).contains("A deal was made of this draft", "/deals/" + slug).doesNotContain("Create the deal", "Delete this draft");
        assertThat(officer.asks().get("/deals/setup").asString()).contains("<a href=\"/deals/" + slug + "\">");
        String id = draft.substring(draft.lastIndexOf('/') + 1);
        assertThat(Owner.finds("select string_agg(what, ' ' order by at) from trail where details ->> 'draft' = ?", id)).isEqualTo("setup.made setup.created");
        assertThat(Owner.counts("select count(*) from trail t join deal d on d.id = t.deal_id where d.slug = ? and what = 'deal.imported'", slug)).isEqualTo(1);
    }

    @Test
    void a_draft_that_changed_since_it_was_looked_at_makes_no_deal_nor_does_one_whose_name_is_taken() {
        String slug = slug();
        String draft = begins(officer, rusoro(slug));
        Form old = Form.of(officer, step(officer, draft, Step.CHECK));
        Form.of(officer, step(officer, draft, Step.DEAL)).types("deal.title", "Another title").sends(draft + "/deal");
        assertThat(old.sends(draft + "/create").statusCode()).isEqualTo(409);
        assertThat(Owner.counts("select count(*) from deal where slug = ?", slug)).isZero();
        String taken = sample.rusoro().slug();
        Form.of(officer, step(officer, draft, Step.DEAL)).types("deal.slug", taken).sends(draft + "/deal");
        assertThat(step(officer, draft, Step.CHECK).asString()).contains("Another deal has this name in addresses", draft + "/deal#f-deal-slug").doesNotContain("Create the deal");
    }

    @Test
    void a_deal_of_two_lenders_warns_that_each_can_work_out_the_other() {
        String draft = begins(officer, twoLenders(slug()));
        assertThat(step(officer, draft, Step.CHECK).asString()).contains("Two lenders: each can work out");
    }

    private static String twoLenders(String slug) {
        return """
                format: prorata/term-sheet/1
                provenance: entered
                deal: {slug: %s, title: Two lenders, currency: USD, zone: Europe/London}
                parties: [{role: borrower, name: Harbour Ltd.}]
                tranches:
                  - id: a
                    name: Tranche A
                    principal: "1,000.00"
                    repayments: [{due: 2026-12-10, amount: "1,000.00"}]
                business-days: {calendars: [GBLO], convention: following, interest-dates-adjusted: false}
                lenders: [{id: north, name: North}, {id: south, name: South}]
                opening: {on: 2026-06-09, amounts: {north: {a: "400.00"}, south: {a: "600.00"}}}
                """.formatted(slug);
    }

    @Test
    void a_preview_leaves_nothing_behind() {
        String slug = slug();
        String draft = begins(officer, rusoro(slug));
        String before = Owner.finds("select concat_ws(' ', (select count(*) from deal), (select count(*) from entry), (select count(*) from trail where what like 'deal.%'))");
        step(officer, draft, Step.CHECK);
        assertThat(Owner.finds("select concat_ws(' ', (select count(*) from deal), (select count(*) from entry), (select count(*) from trail where what like 'deal.%'))")).isEqualTo(before);
        officer.asks().get("/deals/" + slug).then().statusCode(404);
    }

    @Test
    void a_deleted_draft_is_gone_and_so_is_what_it_held() {
        String draft = begins(officer, rusoro(slug()));
        Form.of(officer, step(officer, draft, Step.CHECK)).sends(draft + "/delete").then().statusCode(303);
        for (String page : List.of("/deal", "/check", "/term-sheet.yaml")) {
            officer.asks().get(draft + page).then().statusCode(404);
        }
        assertThat(Owner.finds("select typed from setup_draft where id = ?", UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)))).isEqualTo("{}");
    }

    @Test
    void a_file_with_a_history_is_not_opened_but_named() {
        String file = rusoro(slug()) + "\nmovements:\n  - {on: 2010-08-31, lender: endeavour, tranche: reduced, amount: \"-1.00\", cause: exchange}\n";
        Response refused = officer.sends().multiPart("text", file).post("/deals/setup");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("movements", "The form has no field for this");
    }

    @Test
    void amounts_are_typed_and_shown_as_the_language_writes_them() {
        String draft = begins(officer, rusoro(slug()));
        RequestSpecification french = officer.asks().cookie("prorata-local-language", "fr").header("Accept-Language", "fr");
        String page = french.get(draft + "/tranches").asString();
        assertThat(page).contains("17 000 000,00".replace(' ', '\u00a0'));
        Form form = Form.of(officer, step(officer, draft, Step.TRANCHES));
        RequestSpecification sent = officer.sends().header("Accept-Language", "fr").multiPart("was", form.value("was", 0), "text/plain; charset=UTF-8");
        typed("x", Step.TRANCHES).forEach((name, value) -> sent.multiPart(name, name.equals("tranches[1].principal") ? "18 000 000,50" : value, "text/plain; charset=UTF-8"));
        sent.post(draft + "/tranches").then().statusCode(303);
        assertThat(sheet(officer, draft)).contains("18000000.50", "30,000,000.00");
    }

    @Test
    void who_does_not_keep_every_deal_sees_no_draft_in_pages_or_in_the_database() throws SQLException {
        String draft = begins(officer, rusoro(slug()));
        SampleDeal.Imported deal = sample.rusoro();
        String login = "one-" + UUID.randomUUID();
        accounts.grant(accounts.create(login, "A maker of one deal", Visitor.PASSWORD), Role.AGENT_MAKER, deal.id(), null);
        Visitor maker = Visitor.signsIn(login);
        for (String page : List.of("/deal", "/lenders", "/check", "/term-sheet.yaml")) {
            maker.asks().get(draft + page).then().statusCode(403);
        }
        maker.asks().get("/deals/setup").then().statusCode(403);
        Config config = ConfigProvider.getConfig();
        try (Connection portal = DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class), config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class)); Statement statement = portal.createStatement()) {
            portal.setAutoCommit(false);
            for (String keeps : List.of("", "{}", "{" + deal.id() + "}", "all")) {
                statement.execute("select set_config('prorata.keeps', '" + keeps + "', true), set_config('prorata.sees', 'all', true), set_config('prorata.lenders', '{}', true)");
                try (ResultSet found = statement.executeQuery("select count(*) from setup_draft")) {
                    found.next();
                    assertThat(found.getLong(1) > 0).as(keeps).isEqualTo(keeps.equals("all"));
                }
                portal.rollback();
            }
        }
    }
}
