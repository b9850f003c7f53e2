package org.prorata.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.SampleDeal;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Visitor;
import org.prorata.web.Today;

/** The pages and resources of deals over real HTTP, as the agent, as a lender of another deal, and as nobody. */
@QuarkusTest
class DealPagesTest {

    private static final String REFUSED = "select count(*) from trail where what = 'deal.refused' and user_id is not null and details ->> 'first' <> ''";

    @Inject
    Accounts accounts;
    @Inject
    SampleDeal sample;
    @Inject
    Today today;

    private Visitor agent;
    private SampleDeal.Imported deal;

    @BeforeEach
    void the_real_deal_and_its_agent() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = sample.rusoro();
        agent = Visitor.signsIn(newUser(null));
    }

    @AfterEach
    void today_is_real_again() {
        today.pretend(null);
    }

    @Test
    void the_terms_page_says_all_that_the_release_says() {
        agent.asks().get("/deals/" + deal.slug()).then().statusCode(200).body(allOf(containsString("Petropavlovsk PLC"),
                containsString("formerly Peter Hambro Mining PLC"), containsString("17,000,000.00"), containsString("60,000,000.00"),
                containsString("by no later than July 10, 2010"), containsString("Sat 10 Jul 2010"), containsString("ACT/365F"),
                containsString("before 10 June 2010"), containsString("1.07"), containsString("0.39"), containsString("30,000,000"), containsString("10 January 2012"),
                containsString("Customary representations and warranties"), containsString("Indicative"), containsString("not yet known"),
                containsString("before any withholding tax"), containsString("The formula by which the exchange price is adjusted"),
                containsString("illustrative: they are made up")));
    }

    @Test
    void the_day_after_the_last_day_to_sign_the_deal_has_lapsed() {
        today.pretend(LocalDate.of(2010, 6, 11));

        agent.asks().get("/deals/" + deal.slug()).then().body(containsString("Lapsed"));
        agent.asks().get("/deals/" + deal.slug() + "?on=2010-06-10").then().body(containsString("Indicative"));
        today.pretend(LocalDate.of(2010, 6, 10));
        agent.asks().get("/deals/" + deal.slug() + "?on=2010-12-31").then().body(containsString("Indicative"));
    }

    @Test
    void another_deals_lender_and_a_deal_that_is_not_there_get_the_same_answer() {
        Visitor stranger = Visitor.signsIn(newUser(sample.rusoro().id()));

        for (String path : new String[] {"/deals/%s", "/api/v1/deals/%s", "/api/v1/deals/%s/terms"}) {
            Response others = stranger.asks().get(path.formatted(deal.slug()));
            Response none = stranger.asks().get(path.formatted("no-such-deal"));
            assertThat(others.statusCode()).as(path).isEqualTo(404);
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(others.body().asString()).isEqualTo(none.body().asString());
        }
        stranger.asks().get("/deals").then().statusCode(200).body(not(containsString(deal.slug())));
        stranger.asks().get("/api/v1/deals").then().statusCode(200).body("deals.size()", equalTo(1));
    }

    @Test
    void a_lender_sees_the_terms_and_can_neither_export_nor_propose_nor_import() {
        Visitor lender = Visitor.signsIn(newUser(deal.id()));

        lender.asks().get("/deals/" + deal.slug()).then().statusCode(200).body(allOf(containsString("Reduced Principal"),
                not(containsString("/terms/propose")), not(containsString("term-sheet.yaml"))));
        lender.asks().get("/deals/" + deal.slug() + "/term-sheet.yaml").then().statusCode(404);
        lender.asks().get("/deals/" + deal.slug() + "/terms/propose").then().statusCode(404);
        imports(lender, "format: x").then().statusCode(403);
        lender.asks().get("/deals/format").then().statusCode(200);
    }

    @Test
    void nobody_sees_nothing() {
        Visitor.stranger().get("/api/v1/deals").then().statusCode(401);
        Visitor.stranger().get("/api/v1/deals/" + deal.slug() + "/terms").then().statusCode(401);
    }

    @Test
    void the_terms_as_JSON_carry_provenance_and_clause_and_no_value_where_unknown() {
        agent.asks().get("/api/v1/deals/" + deal.slug() + "/terms").then().statusCode(200)
                .body("stage", equalTo("indicative"))
                .body("tranches[1].principal.value", equalTo("13000000.00"))
                .body("tranches[1].principal.provenance", equalTo("published"))
                .body("tranches[1].principal.clause", equalTo("2"))
                .body("businessDays.calendars.value", equalTo(List.of("GBLO", "USNY", "CATO")))
                .body("businessDays.interestDatesAdjusted.value", equalTo(false))
                .body("stated[0].amounts[0].amount.provenance", equalTo("unknown"))
                .body("stated[0].amounts[0].amount.containsKey('value')", equalTo(false));
    }

    @Test
    void an_exported_deal_imports_to_the_same_file() {
        String exported = agent.asks().get("/deals/" + deal.slug() + "/term-sheet.yaml").then().statusCode(200)
                .header("Content-Disposition", containsString(deal.slug() + ".yaml")).extract().body().asString();
        String slug = "again-" + UUID.randomUUID();
        imports(agent, exported.replace("slug: " + deal.slug(), "slug: " + slug))
                .then().statusCode(201).body("slug", equalTo(slug));

        String second = agent.asks().get("/deals/" + slug + "/term-sheet.yaml").then().statusCode(200).extract().body().asString();
        assertThat(second).isEqualTo(exported.replace("slug: " + deal.slug(), "slug: " + slug));
        assertThat(Owner.counts("select count(*) from trail where what = 'download' and deal_id = ?", deal.id())).isEqualTo(1);
    }

    @Test
    void every_kind_of_deal_is_taken_and_given_back() {
        for (long seed = 1; seed <= 20; seed++) {
            DealFile file = SampleDeals.random(seed);
            if (!file.paid().isEmpty()) {
                continue;
            }
            String slug = "random-" + seed + "-" + UUID.randomUUID();
            String text = TermSheetWriter.write(file).replace("slug: random-" + seed + "\n", "slug: " + slug + "\n");
            Response answer = imports(agent, text);
            assertThat(answer.statusCode()).as("seed %d: %s\n%s", seed, answer.body().asString(), text).isEqualTo(201);

            DealFile back = TermSheetReader.read(agent.asks().get("/deals/" + slug + "/term-sheet.yaml").then().statusCode(200).extract().asByteArray());
            assertThat(back.terms()).as("seed %d", seed).isEqualTo(TermSheetReader.read(text).terms());
            assertThat(back.lenders()).as("seed %d", seed).isEqualTo(file.lenders());
            assertThat(back.movements()).as("seed %d", seed).isEqualTo(file.movements());
            agent.asks().get("/deals/" + slug).then().statusCode(200);
        }
    }

    @Test
    void a_deal_in_brief_stands_as_on_the_day_and_as_known_at_the_instant_asked_for() {
        String brief = "/api/v1/deals/" + deal.slug();
        agent.asks().get(brief + "?on=2010-06-09").then().statusCode(200).body("stage", equalTo("indicative"));
        agent.asks().get(brief + "?known=2001-01-01T00:00:00Z").then().statusCode(404);
        agent.asks().get(brief + "?known=abc").then().statusCode(400);
    }

    @Test
    void a_bad_file_is_answered_with_all_its_lines_and_nothing_is_written() {
        long before = Owner.counts("select count(*) from deal");
        long refused = Owner.counts(REFUSED);
        String bad = BadTermSheetTest.EXAMPLE.replace("currency: EUR", "currency: EURO").replace("percent: 8", "percent: eight");

        imports(agent, bad).then().statusCode(422)
                .body("problems.field", equalTo(List.of("deal.currency", "interest[2].rates[1].percent")))
                .body("problems[0].line", equalTo(1 + (int) bad.substring(0, bad.indexOf("EURO")).chars().filter(c -> c == '\n').count()))
                .body("problems[0].value", equalTo("EURO"));
        assertThat(Owner.counts("select count(*) from deal")).isEqualTo(before);
        assertThat(Owner.counts(REFUSED)).as("rows of it in the trail").isEqualTo(refused + 1);
    }

    @Test
    void a_name_that_is_taken_is_refused_and_nothing_of_the_second_deal_is_written() {
        long before = Owner.counts("select count(*) from deal_version");

        imports(agent, SampleDeal.rusoroText().replace("slug: rusoro-2010", "slug: " + deal.slug())).then().statusCode(422).body("problems[0].field", equalTo("deal.slug"));
        assertThat(Owner.counts("select count(*) from deal_version")).isEqualTo(before);
    }

    @Test
    void the_import_page_shows_the_errors_in_a_table_and_loses_nothing_typed() {
        agent.sends().multiPart("csrf", agent.csrf()).multiPart("text", "format: prorata/term-sheet/1\ndeal: {slug: Caps}\n# my own words <b>\n")
                .post("/deals/import").then().statusCode(422)
                .body(allOf(containsString("deal.slug"), containsString("Missing: write title here"), containsString("# my own words &lt;b&gt;")));
        agent.sends().multiPart("csrf", agent.csrf()).multiPart("text", "").post("/deals/import").then().statusCode(422)
                .body(containsString("Choose a file, or paste its text"));
    }

    @Test
    void the_example_on_the_format_page_imports_from_the_import_page() {
        String page = agent.asks().get("/deals/format").then().statusCode(200).body(containsString("30E/360")).extract().body().asString();
        String shown = page.substring(page.indexOf("<code>", page.indexOf("id=\"example\"")) + 6, page.indexOf("</code></pre>"))
                .replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        assertThat(shown).isEqualTo(BadTermSheetTest.EXAMPLE);
        String slug = "harbour-" + UUID.randomUUID();

        agent.sends().multiPart("csrf", agent.csrf()).multiPart("file", "sheet.yaml", shown.replace("harbour-2026", slug).getBytes(), "application/yaml")
                .post("/deals/import").then().statusCode(303).header("Location", containsString("/deals/" + slug));
        agent.asks().get("/deals/" + slug).then().statusCode(200).body(containsString("Harbour Bridge"));
    }

    @Test
    void the_list_holds_the_deal_with_its_principal() {
        agent.asks().get("/deals?after=" + deal.slug().substring(0, deal.slug().length() - 1)).then().statusCode(200)
                .body(allOf(containsString("/deals/" + deal.slug()), containsString("43,000,000.00")));
        agent.asks().get("/api/v1/deals?after=" + deal.slug().substring(0, deal.slug().length() - 1)).then().statusCode(200)
                .body("deals.slug", hasItem(startsWith(deal.slug())));
    }

    @Test
    void the_OpenAPI_document_describes_the_resources_with_examples() {
        RestAssured.given().get("/q/openapi?format=json").then().statusCode(200)
                .body("paths.'/api/v1/deals/{deal}/terms'.get.responses.'200'.content.'application/json'.examples.size()", equalTo(1))
                .body("paths.'/api/v1/deals'.post.summary", equalTo("Import a term sheet"));
    }

    private static Response imports(Visitor visitor, String file) {
        return visitor.sends().config(RestAssured.config().encoderConfig(
                EncoderConfig.encoderConfig().encodeContentTypeAs("application/yaml", ContentType.TEXT).appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .defaultContentCharset("UTF-8")))
                .contentType("application/yaml").body(file).post("/api/v1/deals");
    }

    /** @param lenderOf the deal to be a lender of; null for an agent */
    private String newUser(UUID lenderOf) {
        String login = "deal-" + UUID.randomUUID();
        UUID user = accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
        if (lenderOf == null) {
            accounts.grantAgent(user);
        } else {
            accounts.grantLender(user, lenderOf, UUID.randomUUID());
        }
        return login;
    }
}
