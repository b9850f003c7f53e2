package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.mail.PostOffice;

/** One's own address for mail counts once it is confirmed, and the one before is told. */
@QuarkusTest
class OwnEmailTest {

    private static final String LINK_COOKIE = Visitor.COOKIE + "-link";

    @Inject
    Accounts accounts;

    private final String mark = UUID.randomUUID().toString();
    private final String login = "reader-" + mark;
    private final String old = "old-" + mark + "@example.com";
    private final String fresh = "fresh-" + mark + "@example.com";
    private UUID user;
    private Visitor visitor;
    private PostOffice office;

    @BeforeEach
    void a_user_with_an_address_and_a_mail_server() {
        Owner.runs("delete from sign_in_attempt");
        user = accounts.create(login, "Rea Der", Visitor.PASSWORD);
        accounts.setEmail(user, old);
        visitor = Visitor.signsIn(login);
        office = PostOffice.opens();
    }

    @AfterEach
    void the_mail_server_closes() {
        office.close();
        Owner.runs("delete from sign_in_attempt");
    }

    private Response changes(String email, String proof) {
        return visitor.asks().header("Origin", Visitor.origin()).formParam("csrf", visitor.csrf()).formParam("email", email).formParam("proof", proof).post("/account/email");
    }

    private static Response confirms(String token) {
        return Visitor.stranger().cookie(LINK_COOKIE, token).post("/link/email");
    }

    @Test
    void a_user_sends_mail_to_others_three_times_an_hour_and_an_address_gets_three() {
        for (int i = 0; i < 3; i++) {
            changes("victim-" + i + "-" + fresh, Visitor.PASSWORD).then().statusCode(303);
        }
        changes("victim-3-" + fresh, Visitor.PASSWORD).then().statusCode(429);
        office.await("victim-2-" + fresh, 1);
        assertThat(office.of("victim-3-" + fresh)).isEmpty();
    }

    @Test
    void an_address_counts_once_the_link_that_was_sent_to_it_was_confirmed() {
        changes(fresh, Visitor.PASSWORD).then().statusCode(303);
        assertThat(visitor.asks().get("/account?asked=1").asString()).contains(old).contains(fresh).contains("a link in it confirms it");
        assertThat(visitor.asks().get("/api/v1/account").<String>path("email")).isEqualTo(old);
        assertThat(visitor.asks().get("/api/v1/account").<String>path("emailToConfirm")).isEqualTo(fresh);
        String token = InvitationTest.follows(office.one(fresh).link());
        assertThat(InvitationTest.opens(token).asString()).contains("Confirm your address").contains(fresh);
        assertThat(visitor.asks().get("/api/v1/account").<String>path("email")).isEqualTo(old);
        InvitationTest.chooses(token, "velvet anchor seven thistles").then().statusCode(410);
        confirms(token).then().statusCode(303);
        assertThat(visitor.asks().get("/api/v1/account").<String>path("email")).isEqualTo(fresh);
        assertThat(office.one(old).text()).contains("another address").doesNotContain(fresh);
        assertThat(Owner.counts("select count(*) from trail where what = 'email.changed' and subject = ? and details ->> 'before' = ? and details ->> 'after' = ?", login, old, fresh)).isEqualTo(1);
        confirms(token).then().statusCode(410);
    }

    @Test
    void it_takes_the_password_as_at_a_sign_in() {
        assertThat(changes(fresh, "walrus copper nine lanterns").then().statusCode(422).extract().asString()).contains("This is not the password you have").contains("value=\"" + fresh + "\"").doesNotContain("walrus");
        assertThat(changes("nobody", "").then().statusCode(422).extract().asString()).contains("e-email").contains("e-proof");
        assertThat(changes(old, Visitor.PASSWORD).then().statusCode(422).extract().asString()).contains("This is the address you have");
        for (int i = 1; i < Throttle.ANYWHERE; i++) {
            changes(fresh, "walrus copper nine lanterns").then().statusCode(422);
        }
        changes(fresh, Visitor.PASSWORD).then().statusCode(429);
        assertThat(office.of(fresh)).isEmpty();
        visitor.asks().header("Origin", Visitor.origin()).formParam("email", fresh).formParam("proof", Visitor.PASSWORD).post("/account/email").then().statusCode(403);
    }

    @Test
    void an_address_of_another_user_is_not_taken_over_nor_told_to_be_one() {
        accounts.setEmail(accounts.create("other-" + mark, "Other", Visitor.PASSWORD), fresh);
        Response asked = visitor.sends().contentType(ContentType.JSON).body(Map.of("email", fresh.toUpperCase(), "password", Visitor.PASSWORD)).post("/api/v1/account/email");
        asked.then().statusCode(202);
        String token = InvitationTest.follows(office.one(fresh).link());
        assertThat(confirms(token).then().statusCode(422).extract().asString()).contains("Another user has this address");
        assertThat(visitor.asks().get("/api/v1/account").<String>path("email")).isEqualTo(old);
    }

    @Test
    void mail_is_in_the_language_its_reader_chose_whatever_its_browser_asks_for() {
        visitor.sends().formParam("language", "fr").post("/language").then().statusCode(303);
        visitor.sends().header("Accept-Language", "en").formParam("email", fresh).formParam("proof", Visitor.PASSWORD).post("/account/email").then().statusCode(303);
        assertThat(office.one(fresh).text()).contains("Bonjour Rea Der,", "Confirmez-la ici\u00a0:", "Le lien sert une fois").doesNotContain("Hello", "\\n");
    }
}
