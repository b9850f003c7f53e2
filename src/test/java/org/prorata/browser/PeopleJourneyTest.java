package org.prorata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.identity.Visitor;
import org.prorata.mail.PostOffice;

/** How somebody comes in, comes back after forgetting the password, and says what to be told of. */
@QuarkusTest
class PeopleJourneyTest extends Journeys {

    private static final String NEW = "velvet anchor seven thistles";

    private PostOffice office;

    @BeforeEach
    void a_mail_server() {
        office = PostOffice.opens();
    }

    @AfterEach
    void it_closes() {
        office.close();
    }

    private static void types(Window window, String label, String text) {
        window.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static void chooses(Window window, String password) {
        types(window, "Password", password);
        types(window, "Password again", password);
        window.presses("Set the password");
    }

    @ParameterizedTest
    @ValueSource(ints = {Window.DESK, Window.PHONE})
    void an_invited_user_comes_in_forgets_the_password_comes_back_and_chooses_its_notices(int width) {
        String login = "nora-" + UUID.randomUUID();
        String email = login + "@example.com";
        Window administrator = window(width);
        administrator.opens("/users");
        administrator.signsIn(officer("Ada Admin"));
        types(administrator, "Name", "Nora New");
        types(administrator, "Sign-in name", login);
        types(administrator, "Address for mail", email);
        administrator.pictures("add-user");
        administrator.presses("Invite");
        assertThat(administrator.text("The invitation is on its way.")).isVisible();
        assertThat(administrator.button("Withdraw the invitation")).isVisible();
        administrator.pictures("invited");

        Window nora = window(width);
        nora.opens(office.one(email).link());
        assertThat(nora.heading("Choose your password")).isVisible();
        assertThat(nora.path()).isEqualTo("/link");
        nora.pictures("choose-password");
        nora.expects(422);
        chooses(nora, "short");
        assertThat(nora.main()).containsText("12 to 128 characters; this one has 5");
        nora.pictures("choose-password-refused");
        chooses(nora, Visitor.PASSWORD);
        assertThat(nora.text("Your password is set. Sign in with it.")).isVisible();
        nora.signsIn(login);
        assertThat(nora.heading("Deals")).isVisible();
        nora.expects(410);
        nora.opens(office.one(email).link());
        assertThat(nora.heading("This link opens nothing")).isVisible();
        nora.pictures("link-refused");

        nora.opens("/account");
        assertThat(nora.main()).containsText(email);
        nora.pictures("account");
        nora.follows("What you are told by mail");
        nora.page().getByLabel("A sign-in from a new place").selectOption("daily");
        nora.pictures("notices");
        nora.presses("Save");
        assertThat(nora.text("Your choice is saved.")).isVisible();
        nora.presses("Sign out");

        nora.follows("Forgot your password?");
        types(nora, "Sign-in name or address for mail", email);
        nora.pictures("forgotten");
        nora.presses("Send the link");
        assertThat(nora.heading("Look into your mail")).isVisible();
        nora.pictures("forgotten-asked");
        nora.opens(office.await(email, 2).get(1).link());
        chooses(nora, NEW);
        assertThat(nora.text("Your password is set. Sign in with it.")).isVisible();
        types(nora, "Sign-in name", login);
        types(nora, "Password", NEW);
        nora.presses("Sign in");
        assertThat(nora.heading("Deals")).isVisible();
        assertThat(office.await(email, 3).get(2).subject()).isEqualTo("Your password for Prorata was changed");
        assertThat(nora.page().content()).doesNotContain(office.of(email).get(1).link());
    }
}
