package org.prorata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.factor.Phone;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Role;
import org.prorata.identity.Visitor;

/** A second factor from its set-up to an approval with it: an authenticator app, and a passkey of a device that the browser plays. */
@QuarkusTest
class FactorJourneyTest extends Journeys {

    private static final String COMMENT = "Agrees with the agent's statement\nand its annex";

    @Inject
    Accounts administrators;

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void an_app_is_set_up_and_from_then_on_its_code_is_asked_after_the_password(int width) {
        String login = lender("endeavour");
        Window window = window(width);
        window.opens("/account");
        window.signsIn(login);
        window.pictures("account-without-factor");
        window.follows("Set one up");
        window.pictures("factors-none");
        window.presses("Set up an app");
        assertThat(window.page().getByRole(AriaRole.IMG)).isVisible();
        window.showsWhole(window.page().locator("svg.qr"));
        window.pictures("app");
        Phone phone = new Phone(window.page().locator("#secret").textContent().replace(" ", ""));
        window.expects(422);
        code(window, "Then type the code the app shows", phone.wrongCode());
        window.presses("It works: add it");
        assertThat(window.text("This is not the code of this secret")).isVisible();
        code(window, "Then type the code the app shows", phone.code(-1));
        window.presses("It works: add it");
        assertThat(window.page().locator(".codes li")).hasCount(10);
        window.pictures("codes");
        String recovery = window.page().locator(".codes li").first().textContent();
        window.follows("I have kept them: go on");
        window.pictures("factors-app");
        window.follows("Your account");
        assertThat(window.part("Your second factor").first()).containsText("authenticator app");
        window.pictures("account-with-factor");
        window.page().getByRole(AriaRole.BANNER).getByRole(AriaRole.BUTTON).click();

        window.opens(dealPath("/allocation"));
        window.signsIn(login);
        assertThat(window.heading("One more step")).isVisible();
        window.pictures("step");
        window.opens(dealPath("/allocation"));
        assertThat(window.heading("One more step")).isVisible();
        window.expects(401);
        code(window, "Code", phone.wrongCode());
        window.presses("Go on");
        assertThat(window.text("This was not right")).isVisible();
        code(window, "Code", phone.code(0));
        window.presses("Go on");
        assertThat(window.part("Payments")).isVisible();
        assertThat(window.path()).isEqualTo(dealPath("/allocation"));

        Window other = window(width);
        other.opens(dealPath("/allocation"));
        other.signsIn(login);
        code(other, "Code", recovery);
        other.presses("Go on");
        assertThat(other.part("Payments")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void a_passkey_signs_in_by_itself_and_approves(int width) {
        String login = officer("Second officer");
        Window window = window(width);
        plays(window);
        window.opens("/account/factors");
        window.signsIn(login);
        window.presses("Add a passkey");
        window.page().getByLabel("Name").fill("My laptop");
        window.pictures("passkey");
        window.presses("Go on to your device");
        assertThat(window.page().locator(".codes li")).hasCount(10);
        window.follows("I have kept them: go on");
        assertThat(window.part("Yours").first()).containsText("passkey");
        window.pictures("factors-passkey");
        window.page().getByRole(AriaRole.BANNER).getByRole(AriaRole.BUTTON).click();

        String proposal = proposed();
        window.opens(proposal);
        window.pictures("sign-in");
        window.presses("Sign in with a passkey");
        assertThat(window.button("Approve")).isVisible();

        Owner.runs("update session set proved = proved - interval '10 minutes'");
        window.page().getByLabel("Comment").fill(COMMENT);
        window.expects(403);
        window.presses("Approve");
        assertThat(window.text("Prove once more who you are")).isVisible();
        window.pictures("prove-passkey");
        window.presses("Use a passkey");
        assertThat(window.text("approved").first()).isVisible();
        assertThat(window.main()).containsText("and its annex");
        assertThat(window.path()).isEqualTo(proposal);

        window.page().getByRole(AriaRole.BANNER).getByRole(AriaRole.BUTTON).click();
        window.opens("/approvals");
        window.signsIn(login);
        assertThat(window.heading("One more step")).isVisible();
        window.pictures("step-passkey");
        window.presses("Use a passkey");
        window.page().waitForURL("**/approvals");
    }

    @Test
    void an_approver_without_a_second_factor_gives_the_password_once_more_also_without_scripts() {
        String login = officer("Second officer");
        Window window = windowWithoutScripts();
        window.opens(proposed());
        window.signsIn(login);
        assertThat(window.button("Sign in with a passkey")).hasCount(0);
        Owner.runs("update session set proved = proved - interval '10 minutes'");
        window.page().getByLabel("Comment").fill(COMMENT);
        window.expects(403);
        window.presses("Approve");
        window.pictures("prove-password");
        window.expects(403);
        window.page().getByLabel("Your password").fill("walrus copper nine lanterns");
        window.presses("Prove it and go on");
        assertThat(window.text("This is not your password.")).isVisible();
        window.page().getByLabel("Your password").fill(Visitor.PASSWORD);
        window.presses("Prove it and go on");
        assertThat(window.main()).containsText("and its annex");
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void an_administrator_asks_for_a_second_factor_in_a_deal_whose_lender_sets_one_up(int width) {
        String name = "admin-" + UUID.randomUUID();
        administrators.grant(administrators.create(name, "Administrator", Visitor.PASSWORD), Role.AGENT_ADMINISTRATOR, null, null);
        try {
            Window administrator = window(width);
            administrator.opens("/second-factors");
            administrator.signsIn(name);
            String slug = dealPath("").substring("/deals/".length());
            administrator.page().getByLabel("Deal", new Page.GetByLabelOptions().setExact(true)).fill(slug);
            administrator.presses("Ask");
            assertThat(administrator.part("Deals that ask").first()).containsText(slug);
            administrator.pictures("second-factors");
            Window window = window(width);
            window.opens(dealPath("/allocation"));
            String login = lender("endeavour");
            window.signsIn(login);
            assertThat(window.heading("Set up a second factor")).isVisible();
            window.pictures("factors-required");
            window.presses("Set up an app");
            Phone phone = new Phone(window.page().locator("#secret").textContent().replace(" ", ""));
            code(window, "Then type the code the app shows", phone.code(0));
            window.presses("It works: add it");
            window.follows("I have kept them: go on");
            assertThat(window.part("Payments")).isVisible();
            assertThat(window.path()).isEqualTo(dealPath("/allocation"));
            administrator.opens("/users/" + Owner.finds("select id::text from portal_user where login = ?", login));
            administrator.pictures("user-with-factor");
            administrator.presses("Take away what was lost");
            assertThat(administrator.text("The second factors are taken away")).isVisible();
        } finally {
            Owner.runs("delete from deal_second_factor");
        }
    }

    private static void code(Window window, String label, String code) {
        window.page().getByLabel(label).fill(code);
    }

    /** A device with a finger's reader, which always says yes. */
    static void plays(Window window) {
        CDPSession session = window.context().newCDPSession(window.page());
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", asked);
    }

    /** The address of a proposal that another officer made. */
    private String proposed() {
        Visitor first = Visitor.signsIn(officer("First officer"));
        return "/approvals/" + first.sends().contentType("application/json")
                .body("{\"kind\":\"payment.amount\",\"payload\":{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"},\"reason\":\"a test\",\"reference\":\"T-1\"}")
                .post("/api/v1" + dealPath("/proposals")).then().statusCode(201).extract().<String>path("id");
    }
}
