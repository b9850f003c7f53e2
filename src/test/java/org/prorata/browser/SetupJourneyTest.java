package org.prorata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.deal.SampleDeals;

/** An officer who never saw a term-sheet file sets up a deal from nothing. */
@QuarkusTest
class SetupJourneyTest extends Journeys {

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void a_small_deal_is_set_up_from_nothing_with_a_mistake_found_while_it_is_typed(int width) {
        String slug = "harbour-" + UUID.randomUUID().toString().substring(0, 8);
        Window officer = window(width);
        officer.opens("/deals");
        officer.signsIn(officer("First officer"));
        officer.follows("Set up a deal");
        officer.presses("Begin a new draft");
        assertThat(officer.heading("Deal and parties").first()).isVisible();
        officer.pictures("setup-empty");

        chooses(officer, "provenance", "published");
        types(officer, "deal.slug", "Harbour 2026");
        assertThat(officer.page().locator("#e-f-deal-slug")).containsText("small letters, digits and hyphens");
        assertThat(officer.page().locator("#check")).containsText("To correct in this step");
        officer.pictures("setup-mistake");
        types(officer, "deal.slug", slug);
        assertThat(officer.page().locator("#e-f-deal-slug")).hasText("");
        types(officer, "deal.title", "Harbour term loan");
        types(officer, "deal.currency", "USD");
        types(officer, "deal.zone", "Europe/London");
        chooses(officer, "parties[1].role", "borrower");
        types(officer, "parties[1].name", "Harbour Holdings Ltd.");
        assertThat(officer.page().locator("#check")).containsText("The rules find nothing wrong in this step");
        goesOn(officer, "Tranches");

        types(officer, "tranches[1].id", "a");
        types(officer, "tranches[1].name", "Tranche A");
        types(officer, "tranches[1].principal", "9,000,000.00");
        officer.pictures("setup-tranches");
        goesOn(officer, "Lenders and shares");

        types(officer, "opening.on", "2026-06-09");
        lender(officer, 1, "north", "North Fund L.P.", "4,500,000.00");
        officer.presses("Add a lender");
        lender(officer, 2, "south", "South Bank plc", "2,500,000.00");
        officer.presses("Add a lender");
        lender(officer, 3, "east", "East Credit Ltd.", "2,000,000.00");
        officer.pictures("setup-lenders");
        goesOn(officer, "Business days");

        types(officer, "business-days.calendars", "GBLO");
        officer.page().locator("[name='business-days.own-holidays.none']").check();
        chooses(officer, "business-days.convention", "following");
        chooses(officer, "business-days.interest-dates-adjusted", "false");
        officer.pictures("setup-days");
        goesOn(officer, "Principal payments");

        types(officer, "tranches[1].repayments[1].due", "2026-12-10");
        types(officer, "tranches[1].repayments[1].amount", "4,000,000.00");
        officer.presses("Add a payment");
        types(officer, "tranches[1].repayments[2].due", "2027-06-10");
        types(officer, "tranches[1].repayments[2].amount", "5,000,000.00");
        officer.pictures("setup-principal");
        goesOn(officer, "Interest and fees");

        officer.presses("Add an interest term");
        types(officer, "interest[1].id", "interest-a");
        types(officer, "interest[1].name", "Interest on Tranche A");
        chooses(officer, "interest[1].tranche", "a");
        chooses(officer, "interest[1].day-count", "ACT/360");
        types(officer, "interest[1].accrues-from", "2026-06-10");
        chooses(officer, "interest[1].dates.every", "quarterly");
        types(officer, "interest[1].dates.until", "2027-06-10");
        types(officer, "interest[1].rates[1].from", "2026-06-10");
        types(officer, "interest[1].rates[1].percent", "7.25");
        officer.presses("Add a stated term");
        types(officer, "stated[1].id", "fee");
        types(officer, "stated[1].name", "Arrangement fee");
        chooses(officer, "stated[1].kind", "fee");
        types(officer, "stated[1].amounts[1].due", "2026-06-10");
        officer.page().locator("[name='stated[1].amounts[1].amount.unknown']").check();
        officer.pictures("setup-interest");
        goesOn(officer, "Warrants and exchange");
        officer.pictures("setup-warrants");
        goesOn(officer, "Conditions and signatures");
        officer.pictures("setup-standing");
        goesOn(officer, "Check and create");

        assertThat(officer.main()).containsText("The term sheet is complete and right");
        assertThat(officer.part("Schedule of payments")).containsText("4,000,000.00");
        assertThat(officer.part("Schedule of payments")).containsText("not yet known");
        assertThat(officer.part("Slices by lender")).containsText("2,000,000.00");
        officer.pictures("setup-check");
        officer.presses("Create the deal");
        assertThat(officer.heading("Harbour term loan").first()).isVisible();
        assertThat(officer.path()).isEqualTo("/deals/" + slug);
        officer.pictures("setup-created");
        officer.opens("/deals/setup");
        assertThat(officer.link(slug)).isVisible();
        officer.pictures("setup-drafts");
    }

    @Test
    void the_real_deal_is_opened_from_its_file_and_all_its_steps_can_be_used_by_everybody() {
        Window officer = window(Window.DESK);
        officer.opens("/deals/import");
        officer.signsIn(officer("First officer"));
        officer.page().locator("#text").fill(new String(SampleDeals.rusoroText(), java.nio.charset.StandardCharsets.UTF_8));
        officer.pictures("setup-from-import");
        officer.presses("Edit it in the form");
        for (String step : new String[] {"deal", "tranches", "lenders", "days", "principal", "interest", "warrants", "standing"}) {
            officer.opens(officer.path().replaceFirst("[a-z]+$", step));
            officer.page().evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            officer.pictures("setup-real-" + step);
        }
        officer.opens(officer.path().replaceFirst("[a-z]+$", "check"));
        officer.pictures("setup-real-check");
        assertThat(officer.faults()).isEmpty();
    }

    private static void lender(Window officer, int row, String id, String name, String held) {
        types(officer, "lenders[" + row + "].id", id);
        types(officer, "lenders[" + row + "].name", name);
        types(officer, "lenders[" + row + "].held", held);
    }

    private static void goesOn(Window officer, String next) {
        officer.presses("Save and go on");
        assertThat(officer.page().locator("h1")).hasText(next);
    }

    private static void types(Window officer, String field, String value) {
        field(officer, field).fill(value);
    }

    private static void chooses(Window officer, String field, String value) {
        field(officer, field).selectOption(value);
    }

    private static Locator field(Window officer, String name) {
        return officer.page().locator("[name='" + name + "']");
    }
}
