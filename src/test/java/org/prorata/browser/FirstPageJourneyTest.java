package org.prorata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first page to the reasons of one cent, without typing an address on the way. */
@QuarkusTest
class FirstPageJourneyTest extends Journeys {

    private static final String FIRST = "5,666,666.67";

    private static Locator link(Locator in, String name) {
        return in.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)).first();
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void a_lender_goes_from_what_it_gets_next_to_the_explained_cent(int width) {
        Window lender = window(width);
        lender.opens("/deals");
        lender.signsIn(lender("petropavlovsk"));
        assertThat(lender.main()).containsText(FIRST);
        assertThat(lender.main()).containsText("waits for the agent to enter it");
        assertThat(lender.main()).containsText("Nothing to do.");
        lender.pictures("first-page-lender");
        link(lender.main(), "See the allocation").click();
        link(lender.part("Payments"), FIRST).click();
        assertThat(lender.main()).containsText("17,000,000.00");
        assertThat(lender.main()).containsText(FIRST);
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void the_agent_goes_from_what_is_to_be_done_to_the_explained_cent(int width) {
        Window agent = window(width);
        agent.opens("/deals?after=" + dealPath("").substring("/deals/".length(), dealPath("").length() - 1));
        agent.signsIn(officer("Agency desk"));
        assertThat(agent.part("What is to be done")).containsText("Payment 1: book it");
        agent.pictures("first-page-agent");
        agent.main().locator("a[href='" + dealPath("") + "']").first().click();
        agent.follows("Matrix");
        link(agent.main(), FIRST).click();
        assertThat(agent.main()).containsText("17,000,000.00");
        assertThat(agent.main()).containsText(FIRST);
    }
}
