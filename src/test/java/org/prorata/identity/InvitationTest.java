package org.prorata.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.mail.PostOffice;

/** An administrator adds a user, who comes in by a link that works once; whatever else is done with links opens and changes nothing. */
@QuarkusTest
class InvitationTest {

    private static final String LINK_COOKIE = Visitor.COOKIE + "-link";
    private static final String REFUSED = "This link opens nothing";
    private static final String REFUSED_ROWS = "select count(*) from trail where what = 'link.refused' and subject = ? and details ->> 'because' = ?";

    @Inject
    Accounts accounts;

    private final String mark = UUID.randomUUID().toString();
    private final String login = "new-" + mark;
    private final String email = "New." + mark + "@Example.com";
    private Visitor admin;
    private Visitor colleague;
    private PostOffice office;

    @BeforeEach
    void an_administrator_and_a_mail_server() {
        accounts.grant(accounts.create("admin-" + mark, "Ada Admin", Visitor.PASSWORD), Role.AGENT_ADMINISTRATOR, null, null);
        admin = Visitor.signsIn("admin-" + mark);
        accounts.grant(accounts.create("second-" + mark, "Bea Admin", Visitor.PASSWORD), Role.AGENT_ADMINISTRATOR, null, null);
        colleague = Visitor.signsIn("second-" + mark);
        office = PostOffice.opens();
    }

    @AfterEach
    void the_mail_server_closes() {
        office.close();
    }

    private String invites() {
        Response invited = admin.sends().contentType(ContentType.JSON).body(Map.of("login", login, "name", "Nora New", "email", email)).post("/api/v1/users");
        invited.then().statusCode(201);
        assertThat(invited.<String>path("handedOver")).isNull();
        return invited.path("id");
    }

    private RequestSpecification form() {
        return admin.asks().header("Origin", Visitor.origin()).formParam("csrf", admin.csrf());
    }

    /** Follows the link as a browser does; the token it keeps in its cookie. */
    static String follows(String link) {
        Response on = Visitor.stranger().get(link);
        assertThat(on.statusCode()).isEqualTo(303);
        assertThat(on.header("Location")).endsWith("/link");
        return on.cookie(LINK_COOKIE);
    }

    static Response opens(String token) {
        return given().redirects().follow(false).cookie(LINK_COOKIE, token).get("/link");
    }

    static Response chooses(String token, String password) {
        return Visitor.stranger().cookie(LINK_COOKIE, token).formParam("password", password).formParam("again", password).post("/link/password");
    }

    @Test
    void the_invited_one_chooses_a_password_signs_in_and_has_what_it_was_granted() {
        Response added = form().formParam("login", login).formParam("name", "Nora New").formParam("email", email).post("/users");
        added.then().statusCode(303);
        String user = added.header("Location").replaceAll(".*/users/([^?]+).*", "$1");
        assertThat(admin.asks().get("/users/" + user + "?done=invited").asString()).contains("The invitation is on its way").contains("invited until").contains(email);
        TwoAdministrators.grant(admin, colleague, UUID.fromString(user), "auditor", null, null);
        Visitor.tries(login, "").then().statusCode(401);
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(401);

        PostOffice.Arrived mail = office.one(email);
        assertThat(mail.text()).contains("Nora New").contains(login).doesNotContain("<");
        String token = follows(mail.link());
        assertThat(opens(token).then().statusCode(200).extract().asString()).contains("Welcome, Nora New").contains(login).doesNotContain(token);
        Response done = chooses(token, Visitor.PASSWORD);
        done.then().statusCode(303);
        assertThat(done.header("Location")).endsWith("/login?done=password");
        assertThat(done.cookie(LINK_COOKIE)).isEmpty();
        assertThat(given().get("/login?done=password").asString()).contains("Your password is set");
        assertThat(Visitor.signsIn(login).asks().get("/api/v1/session").<List<String>>path("user.roles")).containsExactly("auditor");
        assertThat(Owner.counts("select count(*) from trail where what = 'user.invited' and subject = ? and details ->> 'link' = 'mailed' and user_name = 'Ada Admin'", login)).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from trail where what = 'invitation.accepted' and subject = ?", login)).isEqualTo(1);
        assertThat(admin.asks().get("/api/v1/users/" + user).<Object>path("invitedUntil")).isNull();
        assertThat(admin.sends().post("/api/v1/users/" + user + "/invitation").statusCode()).isEqualTo(409);
    }

    @Test
    void looking_at_the_link_uses_nothing_up_however_often() {
        invites();
        String link = office.one(email).link();
        for (int i = 0; i < 3; i++) {
            opens(follows(link)).then().statusCode(200);
        }
        chooses(follows(link), Visitor.PASSWORD).then().statusCode(303);
    }

    @Test
    void a_password_that_cannot_be_one_is_told_and_the_link_still_works() {
        invites();
        String token = follows(office.one(email).link());
        Response wrong = Visitor.stranger().cookie(LINK_COOKIE, token).formParam("password", "password1234").formParam("again", "otherwise").post("/link/password");
        assertThat(wrong.then().statusCode(422).extract().asString()).contains("common password").contains("not the password as you typed it above").doesNotContain("password1234").doesNotContain("otherwise");
        chooses(token, "nora new 1234567").then().statusCode(422);
        chooses(token, Visitor.PASSWORD).then().statusCode(303);
    }

    @Test
    void a_used_expired_withdrawn_superseded_disabled_or_made_up_link_is_refused_alike_is_on_the_trail_and_changes_nothing() {
        String user = invites();
        String first = follows(office.one(email).link());
        admin.sends().post("/api/v1/users/" + user + "/invitation").then().statusCode(200);
        String second = follows(office.await(email, 2).get(1).link());
        String page = refused(first, "a newer one was sent");

        assertThat(form().post("/users/" + user + "/invite/withdraw").statusCode()).isEqualTo(303);
        assertThat(refused(second, "it was withdrawn")).isEqualTo(page);
        assertThat(admin.sends().delete("/api/v1/users/" + user + "/invitation").statusCode()).isEqualTo(409);

        form().post("/users/" + user + "/invite").then().statusCode(303);
        String third = follows(office.await(email, 3).get(2).link());
        Owner.runs("update one_time_link set expires = clock_timestamp() where user_id = ?", UUID.fromString(user));
        assertThat(refused(third, "it is too old")).isEqualTo(page);

        admin.sends().post("/api/v1/users/" + user + "/invitation").then().statusCode(200);
        String fourth = follows(office.await(email, 4).get(3).link());
        admin.sends().post("/api/v1/users/" + user + "/disable").then().statusCode(200);
        assertThat(refused(fourth, "its user is disabled")).isEqualTo(page);
        assertThat(admin.sends().post("/api/v1/users/" + user + "/invitation").statusCode()).isEqualTo(409);
        assertThat(Owner.counts("select count(*) from portal_user where login = ? and password_hash is null", login)).isEqualTo(1);

        TwoAdministrators.letIn(admin, colleague, user);
        chooses(fourth, Visitor.PASSWORD).then().statusCode(303);
        assertThat(refused(fourth, "it was used")).isEqualTo(page);
        Visitor.signsIn(login);

        String madeUp = "A".repeat(43);
        assertThat(opens(madeUp).then().statusCode(410).extract().asString()).isEqualTo(page);
        assertThat(chooses(madeUp, Visitor.PASSWORD).then().statusCode(410).extract().asString()).isEqualTo(page);
        assertThat(given().get("/link").then().statusCode(410).extract().asString()).isEqualTo(page);
        for (String odd : List.of("short", "x".repeat(44), "%22%3E%3Cscript", "..%2F..")) {
            Response on = Visitor.stranger().get("/link/" + odd);
            assertThat(on.statusCode()).isIn(303, 404);
            assertThat(on.header("Set-Cookie") == null || on.cookie(LINK_COOKIE).isEmpty()).isTrue();
        }
        assertThat(Owner.counts(REFUSED_ROWS, "an unknown link", "there is none")).isPositive();
    }

    /** As a page and as a form that is sent; what the page says. */
    private String refused(String token, String because) {
        String page = opens(token).then().statusCode(410).extract().asString();
        assertThat(page).contains(REFUSED).doesNotContain("Nora").doesNotContain(login).doesNotContain(token);
        Response sent = chooses(token, "velvet anchor seven thistles");
        assertThat(sent.then().statusCode(410).extract().asString()).isEqualTo(page);
        assertThat(Visitor.stranger().cookie(LINK_COOKIE, token).post("/link/email").then().statusCode(410).extract().asString()).isEqualTo(page);
        assertThat(Owner.counts(REFUSED_ROWS, login, because)).isEqualTo(1);
        Visitor.tries(login, "velvet anchor seven thistles").then().statusCode(401);
        return page;
    }

    @Test
    void two_who_use_one_link_at_once_make_one_password() {
        invites();
        String token = follows(office.one(email).link());
        List<String> passwords = List.of(Visitor.PASSWORD, "velvet anchor seven thistles", "copper walrus nine canals", "seven lanterns and a marsh");
        List<CompletableFuture<Integer>> all = passwords.stream().map(password -> CompletableFuture.supplyAsync(() -> chooses(token, password).statusCode())).toList();
        List<Integer> answers = all.stream().map(CompletableFuture::join).toList();
        assertThat(answers).containsOnly(303, 410).containsOnlyOnce(303);
        Visitor.tries(login, passwords.get(answers.indexOf(303))).then().statusCode(200);
    }

    @Test
    void the_token_is_in_no_page_no_address_no_trail_and_only_its_hash_in_the_database() {
        invites();
        String link = office.one(email).link();
        String token = follows(link);
        assertThat(link).isEqualTo("/link/" + token);
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(opens(token).headers().getValues("Referrer-Policy")).containsExactly("same-origin");
        chooses(token, "short").then().statusCode(422);
        chooses(token, Visitor.PASSWORD).then().statusCode(303);
        opens(token).then().statusCode(410);
        // Signed in, what is refused is on the trail with its path.
        admin.asks().cookie(LINK_COOKIE, token).get("/link").then().statusCode(410);
        admin.asks().get("/link/" + token + "/else").then().statusCode(404);
        admin.asks().get("/link/" + token).then().statusCode(303);
        assertThat(Owner.counts("select count(*) from trail where position(? in t::text) > 0".replace("t::text", "trail::text"), token)).isZero();
        assertThat(Owner.counts("select count(*) from one_time_link where token_hash = sha256(convert_to(?, 'UTF8'))", token)).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from mail where position(? in mail::text) > 0", token)).isZero();
        assertThat(Owner.counts("select count(*) from one_time_link where position(? in one_time_link::text) > 0", HexFormat.of().formatHex(token.getBytes()))).isZero();
    }

    @Test
    void what_is_wrong_with_a_new_user_is_told_beside_its_field_and_nothing_typed_is_lost() {
        invites();
        Response wrong = form().formParam("login", "Nora!").formParam("name", " ").formParam("email", "nora@example.com\r\nBcc: all@example.com").post("/users");
        assertThat(wrong.then().statusCode(422).extract().asString()).contains("e-login").contains("e-name").contains("e-email").contains("value=\"Nora!\"");
        for (String same : List.of(email, email.toLowerCase(), " " + email.toUpperCase() + " ")) {
            Response taken = admin.sends().contentType(ContentType.JSON).body(Map.of("login", "other-" + UUID.randomUUID(), "name", "Other", "email", same)).post("/api/v1/users");
            assertThat(taken.then().statusCode(422).extract().<List<String>>path("problems.field")).containsExactly("email");
        }
        admin.sends().contentType(ContentType.JSON).body(Map.of("login", login, "name", "Other", "email", "other-" + mark + "@example.com")).post("/api/v1/users").then().statusCode(422);
        assertThat(Owner.counts("select count(*) from portal_user where lower(email) like ?", "%" + mark + "%")).isEqualTo(1);
        assertThat(office.of("other-" + mark + "@example.com")).isEmpty();
        assertThat(admin.asks().get("/users?q=" + email.toUpperCase()).asString()).contains(login);
    }

    @Test
    void who_was_disabled_leaves_the_address_to_the_user_that_the_person_becomes() {
        String user = invites();
        admin.sends().post("/api/v1/users/" + user + "/disable").then().statusCode(200);
        admin.sends().contentType(ContentType.JSON).body(Map.of("login", "again-" + mark, "name", "Nora New", "email", email)).post("/api/v1/users").then().statusCode(201);
        assertThat(admin.asks().get("/api/v1/users/" + user).<Object>path("email")).isNull();
        assertThat(office.await(email, 2).get(1).text()).contains("again-" + mark);
        assertThat(Owner.counts("select count(*) from trail where what = 'email.changed' and subject = ? and details ->> 'before' = ? and details ->> 'after' = ''", login, email)).isEqualTo(1);
    }

    @Test
    void only_our_own_pages_send_the_form_behind_a_link() {
        invites();
        String token = follows(office.one(email).link());
        Visitor.ofItsBrowser(given()).redirects().follow(false).cookie(LINK_COOKIE, token).formParam("password", Visitor.PASSWORD).formParam("again", Visitor.PASSWORD).post("/link/password").then().statusCode(403);
        Visitor.ofItsBrowser(given()).redirects().follow(false).cookie(LINK_COOKIE, token).header("Origin", "https://evil.example").formParam("password", Visitor.PASSWORD).formParam("again", Visitor.PASSWORD)
                .post("/link/password").then().statusCode(403);
        given().redirects().follow(false).header("Host", "portal.example:" + io.restassured.RestAssured.port).get("/link/" + token).then().statusCode(403);
        chooses(token, Visitor.PASSWORD).then().statusCode(303);
    }
}
