package org.prorata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.identity.Owner;

/** What the agency desk does to the shares, by two persons, and what a lender sees of it. */
@QuarkusTest
class AgentJourneyTest extends Journeys {

    private static final String PETROPAVLOVSK = "Petropavlovsk PLC";
    private static final String ENDEAVOUR = "Endeavour Financial Corporation";

    /** Of the First Instalment of 17,000,000.00: with 20,000,000.00 of 60,000,000.00, and with 22,500,000.00. */
    private static final String SLICE_BEFORE = "5,666,666.67";
    private static final String SLICE_AFTER = "6,375,000.00";

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void a_move_of_shares_is_proposed_by_one_approved_by_another_and_seen_by_the_lender(int width) {
        Window lender = allocation(width);
        assertThat(lender.part("Payments")).containsText(SLICE_BEFORE);

        Window first = shareEditor(window(width));
        share(first, PETROPAVLOVSK).fill("22,500,000.00");
        assertThat(sum(first)).containsText("2,500,000.00 is too much");
        share(first, ENDEAVOUR).fill("7,500,000.00");
        assertThat(sum(first)).containsText("adds up");
        first.pictures("shares");
        proposes(first);
        first.showsWhole(first.text("was " + SLICE_BEFORE).first());
        first.showsWhole(first.text(SLICE_AFTER).last());
        assertThat(first.text("You proposed this")).isVisible();
        assertThat(first.button("Approve")).hasCount(0);
        first.pictures("proposal");
        lender.page().reload();
        assertThat(lender.part("Payments")).containsText(SLICE_BEFORE);

        Window second = window(width);
        second.opens("/approvals");
        second.signsIn(officer("Second officer"));
        second.pictures("approvals");
        second.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(second.page().locator("a[href='" + dealPath("") + "']")))
                .getByRole(AriaRole.LINK).first().click();
        approves(second);
        second.pictures("approved");

        lender.page().reload();
        assertThat(lender.part("Payments")).containsText(SLICE_AFTER);
        assertThat(lender.part("Payments")).not().containsText(SLICE_BEFORE);
    }

    @Test
    void once_the_real_opening_register_is_in_no_page_warns_of_illustrative_shares() {
        Window lender = allocation(Window.DESK);
        assertThat(lender.text("The shares are illustrative.")).isVisible();

        Window first = shareEditor(window(Window.DESK));
        first.page().getByLabel("A replacement of the opening register").check();
        assertThat(first.main()).containsText("before: as the opening register stands");
        Map.of(PETROPAVLOVSK, "24,000,000.00", "Lansdowne U.K. Equity Fund Limited", "6,000,000.00", "Lansdowne U.K. Equity Fund L.P.", "6,000,000.00",
                "Lansdowne U.K. Strategic Investment Master Fund Limited", "6,000,000.00", ENDEAVOUR, "9,000,000.00",
                "BlackRock Natural Resources Hedge Fund Limited", "9,000,000.00").forEach((name, amount) -> share(first, name).fill(amount));
        assertThat(sum(first)).containsText("adds up");
        first.pictures("opening");
        proposes(first);

        Window second = window(Window.DESK);
        second.opens(first.path());
        second.signsIn(officer("Second officer"));
        approves(second);

        lender.page().reload();
        assertThat(lender.part("Payments")).containsText("6,800,000.00");
        assertThat(lender.text("The shares are illustrative.")).hasCount(0);
        lender.pictures("allocation-of-the-real-register");
    }

    @Test
    void shares_are_updated_without_scripts_and_what_was_typed_survives_a_wrong_sum() {
        Window first = shareEditor(windowWithoutScripts());
        first.page().getByLabel("percent of the total").check();
        first.presses("Show what they hold then");
        assertThat(share(first, ENDEAVOUR)).hasValue("16.666666667");
        first.page().getByLabel("amounts in").check();
        first.presses("Show what they hold then");
        share(first, PETROPAVLOVSK).fill("22,500,000.00");
        first.expects(422);
        proposes(first);
        assertThat(sum(first)).containsText("2,500,000.00 is too much");
        assertThat(share(first, PETROPAVLOVSK)).hasValue("22,500,000.00");
        first.pictures("shares-wrong-without-scripts");
        share(first, ENDEAVOUR).fill("7,500,000.00");
        first.presses("Propose");
        assertThat(first.main()).containsText("was " + SLICE_BEFORE);

        Window second = windowWithoutScripts();
        second.opens(first.path());
        second.signsIn(officer("Second officer"));
        approves(second);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_typed_while_the_session_ended_is_there_again_after_the_sign_in(boolean scripts) {
        String officer = officer("First officer");
        Window first = scripts ? window(Window.DESK) : windowWithoutScripts();
        first.opens(dealPath("/register/propose"));
        first.signsIn(officer);
        share(first, PETROPAVLOVSK).fill("22,500,000.00");
        share(first, ENDEAVOUR).fill("7,500,000.00");
        if (scripts) {
            assertThat(sum(first)).containsText("adds up");
        }
        Owner.runs("delete from session where user_id = (select id from portal_user where login = ?)", officer);
        proposes(first);
        first.signsIn(officer);
        if (!scripts) {
            first.pictures("typed");
            first.presses("Back to the form");
        }
        assertThat(first.main()).containsText("nothing has been sent yet");
        assertThat(share(first, PETROPAVLOVSK)).hasValue("22,500,000.00");
        assertThat(share(first, ENDEAVOUR)).hasValue("7,500,000.00");
        assertThat(first.page().getByLabel("Reason")).hasValue("Transfer certificate received");
        first.pictures("shares-again" + (scripts ? "" : "-without-scripts"));
        first.presses("Propose");
        assertThat(first.text("You proposed this")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void a_column_of_a_spreadsheet_is_pasted_downwards_and_the_keyboard_goes_from_lender_to_lender(int width) {
        Window first = shareEditor(window(width));
        pastes(share(first, PETROPAVLOVSK), "22,000,000.00\r\n6,000,000.00\r\n6,000,000.00\r\n6,000,000.00\r\n");
        assertThat(share(first, "Lansdowne U.K. Strategic Investment Master Fund Limited")).hasValue("6,000,000.00");
        assertThat(share(first, ENDEAVOUR)).hasValue("10,000,000.00");
        assertThat(sum(first)).containsText("adds up");

        pastes(share(first, ENDEAVOUR), "1\n2\n3\n");
        assertThat(first.text("more lines than lenders")).isVisible();
        pastes(share(first, ENDEAVOUR), "BlackRock\t1\nEndeavour\t2\n");
        assertThat(first.text("these are several columns")).isVisible();
        assertThat(share(first, ENDEAVOUR)).hasValue("10,000,000.00");
        first.pictures("shares-pasted");

        share(first, PETROPAVLOVSK).press("Enter");
        assertThat(share(first, "Lansdowne U.K. Equity Fund Limited")).isFocused();
        share(first, "Lansdowne U.K. Equity Fund Limited").press("ArrowUp");
        assertThat(share(first, PETROPAVLOVSK)).isFocused();
        assertThat(first.heading("Update shares")).isVisible();
    }

    private static void pastes(Locator into, String text) {
        into.focus();
        into.evaluate("(field, text) => { const data = new DataTransfer(); data.setData('text/plain', text); field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }", text);
    }

    private Window allocation(int width) {
        Window lender = window(width);
        lender.opens(dealPath("/allocation"));
        lender.signsIn(lender("petropavlovsk"));
        return lender;
    }

    private Window shareEditor(Window first) {
        first.opens(dealPath("/register/propose"));
        first.signsIn(officer("First officer"));
        return first;
    }

    private static Locator share(Window window, String lender) {
        return window.page().getByLabel("New share of " + lender);
    }

    private static Locator sum(Window window) {
        return window.page().locator("#check");
    }

    private static void proposes(Window first) {
        first.page().getByLabel("Reason").fill("Transfer certificate received");
        first.page().getByLabel("Reference").fill("TC-1");
        first.presses("Propose");
    }

    private static void approves(Window second) {
        second.page().getByLabel("Comment, for the record").fill("Certificate seen");
        second.presses("Approve");
        assertThat(second.main()).containsText("Approved by");
        assertThat(second.main()).containsText("Second officer");
        assertThat(second.path()).startsWith("/approvals/");
    }
}
