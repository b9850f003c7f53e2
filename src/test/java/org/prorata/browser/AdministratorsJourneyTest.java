package org.prorata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.identity.Owner;
import org.prorata.identity.Role;
import org.prorata.identity.Visitor;

/** How access is given by two, at the agent's and at a lender. */
@QuarkusTest
class AdministratorsJourneyTest extends Journeys {

    private static void chooses(Window window, String label, String option) {
        window.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
    }

    private static void types(Window window, String label, String text) {
        window.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void what_one_administrator_asks_another_accepts_and_the_users_next_request_has_it(int width) {
        String login = "journey-" + UUID.randomUUID();
        UUID user = accounts.create(login, "Otto Auditor", Visitor.PASSWORD);
        Window otto = window(width);
        otto.opens("/login");
        otto.signsIn(login);
        assertThat(otto.heading("Deals")).isVisible();

        Window first = window(width);
        first.opens("/users/" + user);
        first.signsIn(officer("Ada Admin"));
        chooses(first, "Role", "auditor");
        types(first, "Reason", "Audits the year 2010");
        first.pictures("ask-grant");
        first.presses("Ask");
        assertThat(first.text("It counts once another administrator has accepted it.")).isVisible();
        assertThat(first.part("Open requests")).containsText("another administrator");
        first.pictures("grant-asked");
        otto.expects(403);
        otto.opens("/approvals");

        Window second = window(width);
        second.opens("/access-requests");
        second.signsIn(officer("Bea Admin"));
        assertThat(second.page().locator("nav .count").first()).isVisible();
        second.pictures("access-requests");
        second.part("Open").getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(login))
                .getByRole(AriaRole.LINK).first().click();
        assertThat(second.main()).containsText("Audits the year 2010");
        types(second, "Comment", "As their letter says");
        second.pictures("access-request");
        second.presses("Accept");
        assertThat(second.text("It is accepted, and counts from the user’s next request.")).isVisible();
        second.pictures("access-accepted");

        otto.opens("/approvals");
        assertThat(otto.heading("Approvals")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void a_lenders_administrator_grants_a_colleague_and_does_not_see_another_lenders_user(int width) {
        String head = lender("endeavour");
        UUID headId = accounts.byLogin(head).orElseThrow();
        String colleague = lender("endeavour");
        String foreign = lender("blackrock");
        Window administrator = window(width);
        administrator.opens("/lender-administrators");
        administrator.signsIn(officer("Ada Admin"));
        String slug = dealPath("").substring("/deals/".length());
        types(administrator, "Deal", slug);
        administrator.presses("Allow");
        assertThat(administrator.part("Deals that allow it")).containsText(slug);
        administrator.pictures("lender-administrators");
        UUID deal = UUID.fromString(Owner.finds("select id::text from deal where slug = ?", slug));
        UUID lender = UUID.fromString(Owner.finds("select id::text from lender where deal_id = ? and handle = 'endeavour'", deal));
        accounts.grant(headId, Role.LENDER_ADMINISTRATOR, deal, lender);

        Window window = window(width);
        window.opens("/lender-users");
        window.signsIn(head);
        assertThat(window.main()).containsText(colleague);
        assertThat(window.main()).not().containsText(foreign);
        window.pictures("lender-users");
        UUID colleagueId = accounts.byLogin(colleague).orElseThrow();
        window.opens("/lender-users/" + colleagueId);
        chooses(window, "Role", "lender-signatory");
        types(window, "Reason", "Signs for us from now on");
        window.pictures("lender-user");
        window.presses("Ask");
        assertThat(window.text("It is asked for, and counts once another administrator has accepted it.")).isVisible();
        window.expects(404);
        window.opens("/lender-users/" + accounts.byLogin(foreign).orElseThrow());
        assertThat(window.main()).not().containsText(foreign);
        window.opens("/lender-requests");
        window.pictures("lender-requests");

        administrator.opens("/users/" + colleagueId);
        administrator.part("Open requests").getByRole(AriaRole.LINK).first().click();
        administrator.presses("Accept");
        assertThat(administrator.text("It is accepted, and counts from the user’s next request.")).isVisible();
        window.opens("/lender-users/" + colleagueId);
        assertThat(window.part("Grants")).containsText("Lender, signatory");
    }
}
