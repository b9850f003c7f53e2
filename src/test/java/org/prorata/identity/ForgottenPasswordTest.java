package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.mail.PostOffice;

/** Who forgot the password gets a link by mail, and nobody learns from it who is a user. */
@QuarkusTest
class ForgottenPasswordTest {

    private static final String NEW = "velvet anchor seven thistles";
    private static final String ROWS = "select count(*) from trail where what = ? and subject = ?";

    @Inject
    Accounts accounts;

    private final String mark = UUID.randomUUID().toString();
    private final String login = "absent-" + mark;
    private final String email = "absent-" + mark + "@example.com";
    private UUID user;
    private PostOffice office;

    @BeforeEach
    void a_user_with_an_address_and_a_mail_server() {
        Owner.runs("delete from sign_in_attempt");
        user = accounts.create(login, "Abby Sent", Visitor.PASSWORD);
        accounts.setEmail(user, email);
        office = PostOffice.opens();
    }

    @AfterEach
    void the_mail_server_closes() {
        office.close();
        Owner.runs("delete from sign_in_attempt");
    }

    private static Response forgets(String who) {
        return Visitor.stranger().formParam("who", who).post("/forgotten");
    }

    private static void awaits(String sql, int count, Object... values) {
        for (int i = 0; i < 500 && Owner.counts(sql, values) < count; i++) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(Owner.counts(sql, values)).isEqualTo(count);
    }

    @Test
    void the_sign_in_page_leads_to_a_link_with_which_a_new_password_is_chosen_and_all_sessions_end() {
        Visitor before = Visitor.signsIn(login);
        assertThat(Visitor.stranger().get("/login").asString()).contains("href=\"/forgotten\"");
        Visitor.stranger().get("/forgotten").then().statusCode(200);
        forgets(" " + login.toUpperCase() + " ").then().statusCode(200);
        String token = InvitationTest.follows(office.one(email).link());
        before.asks().get("/api/v1/session").then().statusCode(200);
        assertThat(InvitationTest.opens(token).asString()).contains("Abby Sent").contains("all your sessions end");
        InvitationTest.chooses(token, NEW).then().statusCode(303);
        before.asks().get("/api/v1/session").then().statusCode(401);
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(401);
        Visitor.tries(login, NEW).then().statusCode(200);
        PostOffice.Arrived told = office.await(email, 2).get(1);
        assertThat(told.subject()).isEqualTo("Your password for Prorata was changed");
        assertThat(told.text()).doesNotContain(NEW).contains("/forgotten");
        assertThat(Owner.counts(ROWS, "password.reset", login)).isEqualTo(1);
        assertThat(Owner.counts("select count(*) from trail where what = 'password.forgotten' and subject = ? and address = '127.0.0.1' and user_id is null", login)).isEqualTo(1);
        assertThat(InvitationTest.chooses(token, Visitor.PASSWORD).statusCode()).isEqualTo(410);
    }

    @Test
    void who_is_kept_out_by_a_strangers_guesses_comes_in_by_a_new_password() {
        for (int i = 0; i < Throttle.ANYWHERE; i++) {
            Visitor.tries(login, "a guess of a stranger " + i).then().statusCode(401);
        }
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(429);
        forgets(login).then().statusCode(200);
        InvitationTest.chooses(InvitationTest.follows(office.one(email).link()), NEW).then().statusCode(303);
        Visitor.tries(login, NEW).then().statusCode(200);
    }

    @Test
    void an_address_names_the_user_too_in_capitals_or_not() {
        forgets(email.toUpperCase()).then().statusCode(200);
        assertThat(office.one(email).text()).contains(login);
    }

    @Test
    void everybody_gets_the_same_answer_and_only_who_can_come_back_a_link() {
        UUID disabled = accounts.create("disabled-" + mark, "Disabled", Visitor.PASSWORD);
        accounts.setEmail(disabled, "disabled-" + mark + "@example.com");
        accounts.disable(disabled);
        accounts.create("without-" + mark, "Without", Visitor.PASSWORD);
        accounts.invite("invited-" + mark, "Invited", "invited-" + mark + "@example.com", null);
        String answer = forgets(login).asString();
        for (String who : List.of("disabled-" + mark, "disabled-" + mark + "@example.com", "without-" + mark, "invited-" + mark, "nobody-" + mark, "", "a\u0001\r\nb", "x".repeat(5000))) {
            Response other = forgets(who);
            other.then().statusCode(200);
            assertThat(other.asString()).isEqualTo(answer);
        }
        office.one(email);
        for (String who : List.of("disabled", "without", "invited")) {
            awaits("select count(*) from trail where what = 'password.forgotten' and subject = ? and details ->> 'link' like 'none: %'", who.equals("disabled") ? 2 : 1, who + "-" + mark);
        }
        assertThat(office.of("disabled-" + mark + "@example.com")).isEmpty();
        assertThat(office.of("invited-" + mark + "@example.com")).isEmpty();
        assertThat(Owner.counts("select count(*) from trail where position('nobody-' || ? in trail::text) > 0", mark)).as("what nobody is called is not kept").isZero();
    }

    @Test
    void the_time_that_the_answer_takes_is_told_but_not_asserted() {
        long[] known = LongStream.range(0, 21).map(i -> forgets(login).time()).sorted().toArray();
        long[] unknown = LongStream.range(0, 21).map(i -> forgets("nobody-" + UUID.randomUUID()).time()).sorted().toArray();
        System.out.printf("a new password for a user: median %d ms, for nobody: %d ms%n", known[10], unknown[10]);
    }

    @Test
    void three_links_an_hour_are_sent_to_a_user_and_the_latest_alone_works() {
        for (int i = 0; i < 6; i++) {
            forgets(i % 2 == 0 ? login : email).then().statusCode(200);
        }
        List<PostOffice.Arrived> mails = office.await(email, 3);
        awaits(ROWS, 1, "password.forgotten.throttled", login);
        assertThat(office.of(email)).hasSize(3);
        List<String> tokens = mails.stream().map(mail -> InvitationTest.follows(mail.link())).toList();
        List<Integer> answers = tokens.stream().map(token -> InvitationTest.opens(token).statusCode()).toList();
        assertThat(answers).containsExactlyInAnyOrder(200, 410, 410);
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(200);
    }

    @Test
    void an_address_is_throttled_over_all_names_apart_from_guesses() {
        Owner.runs("insert into sign_in_attempt (id, account, known_browser, address) select gen_random_uuid(), sha256(n::text::bytea), false, 'forgotten 127.0.0.1' from generate_series(1, 60) n");
        forgets(login).then().statusCode(200);
        awaits(ROWS, 1, "password.forgotten.throttled", login);
        assertThat(office.of(email)).isEmpty();
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(200);
    }

    @Test
    void the_link_works_for_an_hour_and_not_for_a_user_who_is_disabled_meanwhile() {
        forgets(login);
        String token = InvitationTest.follows(office.one(email).link());
        assertThat(Owner.counts("select count(*) from one_time_link where user_id = ? and expires between clock_timestamp() + interval '59 minutes' and clock_timestamp() + interval '61 minutes'", user)).isEqualTo(1);
        accounts.disable(user);
        InvitationTest.chooses(token, NEW).then().statusCode(410);
        accounts.setDisabled(user, false);
        Owner.runs("update one_time_link set expires = expires - interval '1 hour' where user_id = ?", user);
        InvitationTest.chooses(token, NEW).then().statusCode(410);
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(200);
    }

    @Test
    void guesses_of_the_old_password_do_not_keep_out_who_has_chosen_a_new_one() {
        for (int i = 0; i < Throttle.ANYWHERE; i++) {
            Visitor.tries(login, "walrus copper nine lanterns").then().statusCode(401);
        }
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(429);
        forgets(login);
        InvitationTest.chooses(InvitationTest.follows(office.one(email).link()), NEW).then().statusCode(303);
        Visitor.tries(login, NEW).then().statusCode(200);
    }
}
