package org.prorata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lenders do: read their own slices, ask why, look at several funds, and leave. */
@QuarkusTest
class LenderJourneyTest extends Journeys {

    /** Of the First Instalment of 17,000,000.00, with 20,000,000.00 of 60,000,000.00. */
    private static final String FIRST = "5,666,666.67";

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void a_lender_signs_in_sees_its_allocation_to_the_cent_and_opens_the_reasons_of_a_slice(int width) {
        Window lender = window(width);
        lender.opens(dealPath("/allocation"));
        lender.signsIn(lender("petropavlovsk"));
        assertThat(lender.heading("Petropavlovsk PLC")).isVisible();
        assertThat(lender.text("The shares are illustrative.")).isVisible();
        Locator payments = lender.part("Payments");
        assertThat(payments).containsText("4,333,333.33");
        assertThat(payments).containsText("not yet known");
        assertThat(lender.part("Warrants")).containsText("10,000,000");
        Locator drawings = lender.main().getByRole(AriaRole.IMG);
        assertThat(drawings).hasCount(4);
        assertThat(drawings.first()).containsText("Own 20,000,000.00");
        assertThat(drawings.last()).containsText(FIRST + " + ?");
        lender.showsWhole(drawings.last());
        lender.pictures("allocation");

        Locator slice = payments.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(FIRST));
        lender.showsWhole(slice);
        slice.click();
        assertThat(lender.main()).containsText("17,000,000.00");
        assertThat(lender.main()).containsText(FIRST);
        lender.pictures("explanation");
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void a_manager_of_three_funds_sees_their_sum_and_switches_between_them(int width) {
        Window manager = window(width);
        manager.opens(dealPath("/allocation"));
        manager.signsIn(lender("lansdowne-equity-limited", "lansdowne-equity-lp", "lansdowne-strategic"));
        assertThat(manager.heading("My allocation")).isVisible();
        assertThat(manager.part("Payments")).containsText(FIRST);
        assertThat(manager.part("Payments")).containsText("4,333,333.33");
        assertThat(manager.part("Warrants")).containsText("3,333,334");
        manager.pictures("three-funds");

        for (List<String> fund : List.of(List.of("Lansdowne U.K. Equity Fund Limited", "1,444,444.45", "3,333,333"), List.of("Lansdowne U.K. Equity Fund L.P.", "1,444,444.44", "3,333,334"),
                List.of("Lansdowne U.K. Strategic Investment Master Fund Limited", "1,444,444.44", "3,333,333"))) {
            manager.follows(fund.get(0));
            assertThat(manager.heading(fund.get(0))).isVisible();
            assertThat(manager.part("Payments")).containsText(fund.get(1));
            assertThat(manager.part("Warrants")).containsText(fund.get(2));
            assertThat(manager.part("Payments")).not().containsText(FIRST);
        }
        manager.pictures("one-fund");
        manager.follows("All mine");
        assertThat(manager.part("Payments")).containsText(FIRST);
    }

    @Test
    void what_is_copied_of_a_page_is_numbers_that_a_spreadsheet_takes() {
        Window lender = window(Window.DESK);
        lender.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        lender.opens(dealPath("/allocation"));
        lender.signsIn(lender("petropavlovsk"));
        Locator table = lender.part("Principal").locator("table");
        table.evaluate("table => getSelection().setBaseAndExtent(table.tBodies[0].rows[0], 0, table.tBodies[0].rows[2], table.tBodies[0].rows[2].childNodes.length)");
        assertThat(copied(lender).lines().findFirst()).contains("First Instalment\t17000000.00\t0.00\t5666666.67\t0.00\t–");
        lender.main().locator(".facts .num").nth(1).dblclick();
        assertThat(copied(lender)).isEqualTo("14333333.33");
    }

    private static String copied(Window window) {
        window.page().keyboard().press("Control+C");
        return (String) window.page().evaluate("() => navigator.clipboard.readText()");
    }

    @Test
    void a_lender_reads_its_allocation_and_its_reasons_without_scripts() {
        Window lender = windowWithoutScripts();
        lender.opens(dealPath("/allocation"));
        lender.signsIn(lender("petropavlovsk"));
        Locator slice = lender.part("Payments").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(FIRST));
        assertThat(slice).isVisible();
        slice.click();
        assertThat(lender.main()).containsText("17,000,000.00");
        assertThat(lender.main()).containsText(FIRST);
        lender.pictures("explanation-without-scripts");
    }

    @Test
    void nothing_is_left_to_see_once_somebody_has_signed_out() {
        Window lender = window(Window.DESK);
        lender.opens(dealPath("/allocation"));
        lender.signsIn(lender("petropavlovsk"));
        assertThat(lender.part("Payments")).containsText(FIRST);
        List<Cookie> kept = lender.context().cookies();

        lender.presses("Sign out");
        assertThat(lender.heading("Sign in")).isVisible();
        lender.page().goBack();
        assertThat(lender.heading("Sign in")).isVisible();
        assertThat(lender.page().content()).doesNotContain(FIRST).doesNotContain("Petropavlovsk");
        lender.pictures("back-after-sign-out");

        lender.context().addCookies(kept);
        lender.opens(dealPath("/allocation"));
        assertThat(lender.path()).isEqualTo("/login");
    }
}
