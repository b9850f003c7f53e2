package org.prorata.scenarios;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.identity.Owner;
import org.prorata.identity.Visitor;
import org.prorata.web.Today;

/** The portal for one who reads French: pages, what is typed, and what stays the same in every language. */
@QuarkusTest
class InFrenchTest {

    private static final int PETROPAVLOVSK = 0;
    private static final int ENDEAVOUR = 4;
    private static final String CANADIAN = "fr-CA,fr;q=0.9,en;q=0.5";

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

    private String path(String rest) {
        return "/deals/" + deal.slug() + rest;
    }

    private static RequestSpecification inFrench(Visitor who) {
        return who.asks().header("Accept-Language", CANADIAN);
    }

    /** As the button at the foot of a page does. */
    private static Response chooses(Visitor who, String language, String page) {
        return who.sends().formParam("language", language).header("Referer", Visitor.origin() + page).post("/language");
    }

    @Test
    void a_lender_whose_browser_asks_for_french_reads_its_allocation_in_french() {
        Response page = inFrench(deal.endeavour()).get(path("/allocation"));
        assertThat(page.header("Content-Language")).isEqualTo("fr");
        assertThat(page.headers().getValues("Vary")).anyMatch(vary -> vary.contains("Accept-Language") && vary.contains("Cookie"));
        assertThat(page.asString()).contains("<html lang=\"fr\">", "Prochain paiement", "Quote-part du capital projeté", "2\u00a0833\u00a0333,33", "16,666666674", "10 juillet 2010", "Bons de souscription",
                "Intérêts courus, non échus", "pas encore connu", "Les quotes-parts sont fictives.").doesNotContain("Next payment", "2,833,333.33", "July", "not yet known", "Warrants");
    }

    @Test
    void why_a_figure_is_what_it_is_stands_there_in_french() {
        assertThat(inFrench(deal.endeavour()).get(path("/payments/3/slices/reduced-principal")).asString())
                .contains("Pourquoi ce chiffre", "126\u00a0027,40", "Report précédent", "Arrondi vers le bas", "Votre rang", "10 %").doesNotContain("126,027.40", "Carry", "Rounded");
    }

    @Test
    void the_agent_reads_the_matrix_in_french() {
        assertThat(inFrench(deal.first()).get(path("/matrix")).asString())
                .contains("Somme des prêteurs", "Chaque colonne est juste", "5\u00a0666\u00a0666,67", "33,333333").doesNotContain("Sum of the lenders", "5,666,666.67", "33.333333");
    }

    @Test
    void a_page_that_was_kept_in_one_language_is_not_given_to_one_who_reads_the_other() {
        String english = deal.endeavour().asks().get(path("/allocation")).asString();
        String french = inFrench(deal.endeavour()).get(path("/allocation")).asString();
        assertThat(english).contains("Next payment", "2,833,333.33").doesNotContain("Prochain");
        assertThat(french).contains("Prochain paiement");
        assertThat(deal.endeavour().asks().get(path("/allocation")).asString()).isEqualTo(english);
    }

    @Test
    void shares_are_typed_in_french_and_proposed_and_the_proposal_is_the_same_for_one_who_reads_english() {
        chooses(deal.first(), "fr", path("/register/propose")).then().statusCode(303);
        Response page = deal.first().asks().get(path("/register/propose?on=2010-06-10"));
        Form form = Form.of(deal.first(), page).types("reason", "Certificat").types("reference", "CC-1");
        assertThat(form.value("value", PETROPAVLOVSK)).isEqualTo("20\u00a0000\u00a0000,00");
        Response made = form.typesAt("value", PETROPAVLOVSK, "22 500 000,00").typesAt("value", ENDEAVOUR, "7500000").sends(path("/register/propose"));
        made.then().statusCode(303);
        String proposal = made.header("Location").replaceAll(".*/approvals/", "");
        assertThat(deal.first().asks().get("/approvals/" + proposal).asString()).contains("22\u00a0500\u00a0000,00", "+2\u00a0500\u00a0000,00", "Proposée par", "Capital au 2010-06-10", "Toutes les tranches").doesNotContain("22,500,000.00");
        assertThat(deal.second().asks().get("/approvals/" + proposal).asString()).contains("22,500,000.00", "+2,500,000.00", "Proposed by").doesNotContain("22\u00a0500\u00a0000,00");
        Desk.Staffed.decides(deal.second(), proposal, "approve").then().statusCode(200);
        assertThat(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/positions?on=2010-06-10").<List<String>>path("positions.total")).startsWith("22500000.00").contains("7500000.00");
    }

    @Test
    void what_cannot_be_read_is_refused_beside_its_field_and_comes_back_as_it_was_typed() {
        chooses(deal.first(), "fr", path("/register/propose")).then().statusCode(303);
        Form form = Form.of(deal.first(), deal.first().asks().get(path("/register/propose?on=2010-06-10"))).types("reason", "Certificat").types("reference", "CC-1");
        Response again = form.typesAt("value", PETROPAVLOVSK, "1,234").typesAt("value", ENDEAVOUR, "sept millions").sends(path("/register/propose"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.asString()).contains("value=\"1,234\"", "value=\"sept millions\"", "aria-errormessage=\"e-petropavlovsk\"", "aria-errormessage=\"e-endeavour\"",
                "USD a au plus 2 décimales, comme 5\u00a0666\u00a0666,67", "écrivez des chiffres, avec une virgule avant les décimales").doesNotContain("write digits");
    }

    @Test
    void french_figures_are_no_figures_on_an_english_page() {
        Form form = Form.of(deal.first(), deal.first().asks().get(path("/register/propose?on=2010-06-10"))).types("reason", "Certificate").types("reference", "TC-1");
        Response again = form.typesAt("value", PETROPAVLOVSK, "22 500 000,00").sends(path("/register/propose"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.asString()).contains("value=\"22 500 000,00\"", "write digits with a point before the decimals, like 5666666.67");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/allocation.csv", "/register/positions.csv", "/register/entries.csv"})
    void a_download_is_the_same_to_the_byte_in_every_language(String file) {
        byte[] english = deal.endeavour().asks().get(path(file)).then().statusCode(200).extract().asByteArray();
        chooses(deal.endeavour(), "fr", path("/allocation")).then().statusCode(303);
        Response french = inFrench(deal.endeavour()).get(path(file));
        assertThat(french.asByteArray()).isEqualTo(english);
        assertThat(french.header("Content-Language")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/term-sheet.yaml", "/matrix.csv", "/adjustments.csv", "/lenders.csv"})
    void nor_do_the_agents_downloads_change_with_the_language(String file) {
        byte[] english = deal.first().asks().get(path(file)).then().statusCode(200).extract().asByteArray();
        assertThat(inFrench(deal.first()).get(path(file)).asByteArray()).isEqualTo(english);
    }

    @Test
    void what_programs_read_is_in_english_whatever_they_accept() {
        String api = "/api/v1/deals/" + deal.slug();
        assertThat(inFrench(deal.endeavour()).get(api + "/allocation").asString()).isEqualTo(deal.endeavour().asks().get(api + "/allocation").asString());
        Response refused = inFrench(deal.endeavour()).get(api + "/allocation?on=someday");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).isEqualTo(deal.endeavour().asks().get(api + "/allocation?on=someday").asString()).contains("What was sent cannot be used");
    }

    @Test
    void a_choice_is_kept_with_the_user_for_every_browser_and_leads_back_to_the_page_it_was_made_on() {
        Response chosen = chooses(deal.endeavour(), "fr", path("/allocation?on=2010-07-01"));
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.header("Location")).endsWith(path("/allocation?on=2010-07-01"));
        assertThat(deal.endeavour().asks().header("Accept-Language", "en").get("/account").asString()).contains("<html lang=\"fr\">", "Vos sessions");
        chooses(deal.endeavour(), "en", "/account").then().statusCode(303);
        assertThat(inFrench(deal.endeavour()).get("/account").asString()).contains("<html lang=\"en\">", "Your sessions");
    }

    @Test
    void a_choice_needs_the_token_of_the_session_and_changes_nothing_without_it() {
        assertThat(deal.endeavour().asks().header("Origin", Visitor.origin()).formParam("language", "fr").post("/language").statusCode()).isEqualTo(403);
        assertThat(deal.endeavour().sends().formParam("language", "de").post("/language").statusCode()).isEqualTo(422);
        assertThat(Visitor.stranger().header("Origin", "https://elsewhere.example").formParam("language", "fr").post("/language").statusCode()).isEqualTo(403);
        assertThat(deal.endeavour().asks().get("/account").asString()).contains("<html lang=\"en\">");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,-,en", "-,fr-CA,fr", "-,'de, fr;q=0.5, en;q=0.7',en", "-,de,en", "fr,en,fr", "en,fr,en", "xx,fr,fr", "-,;;;=,en"})
    void before_anybody_signed_in_the_cookie_counts_then_what_the_browser_accepts_then_english(String cookie, String accepts, String shown) {
        RequestSpecification request = given();
        if (cookie != null) {
            request.cookie("prorata-language", cookie);
        }
        if (accepts != null) {
            request.header("Accept-Language", accepts);
        }
        assertThat(request.get("/login").asString()).contains("<html lang=\"" + shown + "\">");
    }

    @Test
    void a_stranger_chooses_by_the_foot_of_the_page_and_is_led_nowhere_else() {
        Response chosen = Visitor.stranger().formParam("language", "fr").header("Referer", "https://elsewhere.example//evil.example").post("/language");
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.header("Location")).endsWith("/deals");
        assertThat(chosen.cookie("prorata-language")).isEqualTo("fr");
    }

    @Test
    void refusals_that_a_person_reads_are_in_its_language() {
        assertThat(inFrench(deal.endeavour()).get("/deals/none-such").asString()).contains("Cette page n’existe pas", "<html lang=\"fr\">");
        assertThat(inFrench(deal.endeavour()).get("/users").asString()).contains("Accès refusé");
    }

    @Test
    void none_is_singular_in_french_and_plural_in_english() {
        assertThat(deal.endeavour().asks().get("/account?revoked=0&changed=0").asString()).contains("Your 0 tokens are revoked");
        assertThat(inFrench(deal.endeavour()).get(path("/payments")).asString()).doesNotContain("0 jours");
        Owner.runs("delete from sign_in_attempt");
    }
}
