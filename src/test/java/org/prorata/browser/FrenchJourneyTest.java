package org.prorata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.identity.Visitor;

/** Who reads French chooses it once, at the foot of a page, and types figures as one writes them. */
@QuarkusTest
class FrenchJourneyTest extends Journeys {

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void a_lender_chooses_french_before_it_signs_in_and_reads_its_figures_and_their_reasons(int width) {
        Window lender = window(width);
        String login = lender("petropavlovsk");
        lender.opens("/login");
        lender.button("Français").click();
        assertThat(lender.heading("Se connecter")).isVisible();
        lender.pictures("french-sign-in");
        lender.opens(dealPath("/allocation"));
        lender.page().getByLabel("Nom d’utilisateur").fill(login);
        lender.page().getByLabel("Mot de passe").fill(Visitor.PASSWORD);
        lender.main().locator("form[action='/login'] button").first().click();
        assertThat(lender.heading("Petropavlovsk PLC")).isVisible();
        assertThat(lender.text("Les quotes-parts sont fictives.")).isVisible();
        assertThat(lender.part("Paiements")).containsText("4\u00a0333\u00a0333,33");
        assertThat(lender.part("Paiements")).containsText("pas encore connu");
        assertThat(lender.main()).containsText("10 juillet 2010");
        lender.pictures("french-allocation");
        lender.part("Paiements").locator("a", new Locator.LocatorOptions().setHasText("5\u00a0666\u00a0666,67")).first().click();
        assertThat(lender.heading("5\u00a0666\u00a0666,67")).isVisible();
        assertThat(lender.main()).containsText("Arrondi vers le bas");
        lender.pictures("french-explanation");
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void an_officer_types_new_shares_in_french_and_is_told_what_is_missing_as_it_types(int width) {
        Window first = window(width);
        first.opens(dealPath("/register/propose"));
        first.signsIn(officer("First officer"));
        first.button("Français").click();
        assertThat(first.heading("Modifier les quotes-parts")).isVisible();
        first.page().getByLabel("Nouvelle quote-part de Petropavlovsk PLC").fill("22 500 000,00");
        assertThat(first.page().locator("#check")).containsText("2\u00a0500\u00a0000,00 de trop");
        first.page().getByLabel("Nouvelle quote-part de Endeavour Financial Corporation").fill("7500000");
        assertThat(first.page().locator("#check")).containsText("le compte y est");
        first.pictures("french-shares");
        first.page().getByLabel("Motif").fill("Certificat de cession");
        first.button("Proposer").click();
        assertThat(first.text("C’est vous qui l’avez proposée")).isVisible();
        assertThat(first.main()).containsText("22\u00a0500\u00a0000,00");
        first.pictures("french-proposal");
    }
}
