package org.prorata.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Role;
import org.prorata.identity.Visitor;

/** A portal that sends no mail says so, and lets an administrator hand over what it cannot send. */
@QuarkusTest
@TestProfile(WithoutMailTest.NoServer.class)
class WithoutMailTest {

    public static class NoServer implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("prorata.mail.host", "", "prorata.mail.from", "");
        }
    }

    @Inject Accounts accounts;
    @Inject Outbox outbox;
    @Inject MailNotice notice;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void an_invitations_link_is_shown_to_the_administrator_once_and_on_the_trail() {
        accounts.grant(accounts.create("admin-" + mark, "Ada Admin", Visitor.PASSWORD), Role.AGENT_ADMINISTRATOR, null, null);
        Visitor admin = Visitor.signsIn("admin-" + mark);
        assertThat(admin.asks().get("/users").asString()).contains("Mail is not set up").contains("PRORATA_MAIL_HOST");
        assertThat(notice.lines().toString()).contains("Mail is not set up");
        Response invited = admin.asks().header("Origin", Visitor.origin()).formParam("csrf", admin.csrf()).formParam("login", "new-" + mark).formParam("name", "Nora New").formParam("email", mark + "@example.com").post("/users");
        String page = invited.then().statusCode(201).extract().asString();
        String link = page.replaceAll("(?s).*<code>(http://localhost:\\d+/link/[A-Za-z0-9_-]{43})</code>.*", "$1").replaceFirst("http://[^/]+", "");
        assertThat(page).contains("Hand this link over to Nora New");
        String user = Owner.finds("select id::text from portal_user where login = ?", "new-" + mark);
        assertThat(admin.asks().get("/users/" + user).asString()).doesNotContain("/link/");
        String token = Visitor.stranger().get(link).cookie(Visitor.COOKIE + "-link");
        String again = admin.sends().contentType(ContentType.JSON).post("/api/v1/users/" + user + "/invitation").then().statusCode(200).extract().path("handedOver");
        given().cookie(Visitor.COOKIE + "-link", token).get("/link").then().statusCode(410);
        token = Visitor.stranger().get(again.replaceFirst("http://[^/]+", "")).cookie(Visitor.COOKIE + "-link");
        Visitor.stranger().cookie(Visitor.COOKIE + "-link", token).formParam("password", Visitor.PASSWORD).formParam("again", Visitor.PASSWORD).post("/link/password").then().statusCode(303);
        Visitor.signsIn("new-" + mark);
        assertThat(Owner.counts("select count(*) from trail where what like 'user.invited%' and subject = ? and details ->> 'link' like 'given to the administrator%'", "new-" + mark)).isEqualTo(2);
        assertThat(Owner.counts("select count(*) from trail where position('/link/' in trail::text) > 0")).isZero();
    }

    @Test
    void nobody_is_promised_mail_and_none_is_kept() {
        String page = given().get("/forgotten").then().statusCode(200).extract().asString();
        assertThat(page).contains("This portal sends no mail").doesNotContain("<form method=\"post\" action=\"/forgotten\"");
        Visitor.stranger().formParam("who", "somebody").post("/forgotten").then().statusCode(409);
        String login = "user-" + mark;
        accounts.create(login, "Some Body", Visitor.PASSWORD);
        Visitor visitor = Visitor.signsIn(login);
        assertThat(visitor.asks().get("/account").asString()).contains("This portal sends no mail").doesNotContain("action=\"/account/email\"");
        assertThat(visitor.asks().get("/account/notices").asString()).contains("This portal sends no mail");
        visitor.sends().contentType(ContentType.JSON).body(Map.of("email", mark + "@example.com", "password", Visitor.PASSWORD)).post("/api/v1/account/email").then().statusCode(422);
        QuarkusTransaction.requiringNew().run(() -> outbox.post(new Letter(mark + "@example.com", "x", "y", null)));
        assertThat(Owner.counts("select count(*) from mail where recipient = ?", mark + "@example.com")).isZero();
        given().get("/mail").then().statusCode(404);
        given().get("/mail/" + UUID.randomUUID()).then().statusCode(404);
    }
}
