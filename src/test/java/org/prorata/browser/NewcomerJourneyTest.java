package org.prorata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.factor.Phone;
import org.prorata.identity.Owner;
import org.prorata.identity.Visitor;
import org.prorata.mail.PostOffice;

/** A new officer of the agent's, from the invitation to the first approval, without anybody touching the database. */
@QuarkusTest
class NewcomerJourneyTest extends Journeys {

    private PostOffice office;

    @BeforeEach
    void a_mail_server() {
        office = PostOffice.opens();
    }

    @AfterEach
    void it_closes() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void a_newcomer_is_invited_chooses_a_password_sets_up_an_app_and_a_passkey_and_approves_with_a_fresh_proof(int width) {
        String login = "carla-" + UUID.randomUUID();
        String email = login + "@example.com";
        Window first = window(width);
        first.opens("/users");
        first.signsIn(officer("Ada Admin"));
        types(first, "Name", "Carla Checker");
        types(first, "Sign-in name", login);
        types(first, "Address for mail", email);
        first.presses("Invite");
        assertThat(first.text("The invitation is on its way.")).isVisible();
        first.page().getByLabel("Role", new Page.GetByLabelOptions().setExact(true)).selectOption("agent-checker");
        types(first, "Reason", "Joins the desk");
        first.presses("Ask");
        assertThat(first.text("It counts once another administrator has accepted it.")).isVisible();
        Window second = window(width);
        second.opens("/access-requests");
        second.signsIn(officer("Bea Admin"));
        second.part("Open").getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(login)).getByRole(AriaRole.LINK).first().click();
        second.presses("Accept");
        assertThat(second.text("It is accepted, and counts from the user’s next request.")).isVisible();

        Window carla = window(width);
        FactorJourneyTest.plays(carla);
        carla.opens(office.one(email).link());
        types(carla, "Password", Visitor.PASSWORD);
        types(carla, "Password again", Visitor.PASSWORD);
        carla.presses("Set the password");
        carla.signsIn(login);
        carla.opens("/account/factors");
        carla.presses("Set up an app");
        Phone phone = new Phone(carla.page().locator("#secret").textContent().replace(" ", ""));
        carla.page().getByLabel("Then type the code the app shows").fill(phone.code(-1));
        carla.presses("It works: add it");
        assertThat(carla.page().locator(".codes li")).hasCount(10);
        carla.follows("I have kept them: go on");
        signsOut(carla);

        String proposal = proposed();
        carla.opens(proposal);
        carla.signsIn(login);
        carla.page().getByLabel("Code").fill(phone.code(0));
        carla.presses("Go on");
        assertThat(carla.button("Approve")).isVisible();
        carla.opens("/account/factors");
        carla.presses("Add a passkey");
        carla.page().getByLabel("Name").fill("My laptop");
        carla.presses("Go on to your device");
        assertThat(carla.part("Yours").first()).containsText("passkey");

        Owner.runs("update session set proved = proved - interval '10 minutes'");
        carla.opens(proposal);
        carla.page().getByLabel("Comment").fill("Agrees with the statement");
        carla.expects(403);
        carla.presses("Approve");
        assertThat(carla.text("Prove once more who you are")).isVisible();
        carla.presses("Use a passkey");
        assertThat(carla.text("approved").first()).isVisible();
        assertThat(carla.main()).containsText("Agrees with the statement");
        assertThat(carla.path()).isEqualTo(proposal);
        assertThat(Owner.counts("select count(*) from trail where what = 'proposal.approved' and user_name = 'Carla Checker'")).isPositive();
    }

    private static void types(Window window, String label, String text) {
        window.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static void signsOut(Window window) {
        window.page().getByRole(AriaRole.BANNER).getByRole(AriaRole.BUTTON).click();
    }

    /** The address of a proposal that another officer made. */
    private String proposed() {
        Visitor maker = Visitor.signsIn(officer("First officer"));
        return "/approvals/" + maker.sends().contentType("application/json")
                .body("{\"kind\":\"payment.amount\",\"payload\":{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"},\"reason\":\"a test\",\"reference\":\"T-1\"}")
                .post("/api/v1" + dealPath("/proposals")).then().statusCode(201).extract().<String>path("id");
    }
}
