package org.prorata.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wrong password costs a guess; seven guesses an hour from anywhere and three more from browsers that are known. */
@QuarkusTest
class ThrottleTest {

    private static final String WRONG = "walrus copper nine lanterns";

    @Inject
    Accounts accounts;

    private String login;

    @BeforeEach
    void a_user_and_an_hour_without_guesses() {
        Owner.runs("delete from sign_in_attempt");
        login = "throttle-" + UUID.randomUUID();
        accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
    }

    @AfterEach
    void nothing_is_left_for_other_tests() {
        Owner.runs("delete from sign_in_attempt");
    }

    @Test
    void after_seven_wrong_passwords_the_right_one_is_not_looked_at() {
        guesses(login, Throttle.ANYWHERE);
        Response throttled = Visitor.tries(login, Visitor.PASSWORD);
        throttled.then().statusCode(429);
        assertThat(Integer.parseInt(throttled.header("Retry-After"))).isBetween(3500, 3600);
        assertThat(throttled.<String>path("again")).isNotBlank();
    }

    @Test
    void the_page_says_from_when_on_to_try_again_and_keeps_the_name() {
        guesses(login, Throttle.ANYWHERE);
        String page = Visitor.stranger().formParam("login", login).formParam("password", WRONG).post("/login")
                .then().statusCode(429).extract().asString();
        assertThat(page).containsPattern("try again from \\d\\d:\\d\\d UTC").contains(login);
    }

    @Test
    void attempts_that_are_turned_away_do_not_prolong_it() {
        guesses(login, Throttle.ANYWHERE);
        for (int i = 0; i < 20; i++) {
            Visitor.tries(login, WRONG).then().statusCode(429);
        }
        Owner.runs("update sign_in_attempt set at = at - interval '1 hour'");
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(200);
    }

    @Test
    void the_hour_slides() {
        guesses(login, Throttle.ANYWHERE);
        Owner.runs("update sign_in_attempt set at = at - interval '1 hour' where id = (select id from sign_in_attempt order by at limit 1)");
        Visitor.tries(login, WRONG).then().statusCode(401);
        Visitor.tries(login, WRONG).then().statusCode(429);
    }

    @Test
    void a_right_password_is_no_guess() {
        for (int i = 0; i < Throttle.ANYWHERE + 1; i++) {
            Visitor.tries(login, Visitor.PASSWORD).then().statusCode(200);
        }
    }

    @Test
    void a_name_nobody_has_gets_the_same_answers() {
        String nobody = "nobody-" + UUID.randomUUID();
        for (int i = 0; i < Throttle.ANYWHERE; i++) {
            Response known = Visitor.tries(login, WRONG);
            Response unknown = Visitor.tries(nobody, WRONG);
            assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(401);
            assertThat(unknown.asString()).isEqualTo(known.asString());
            assertThat(unknown.cookies()).isEqualTo(known.cookies());
        }
        Response unknown = Visitor.tries(nobody, WRONG);
        unknown.then().statusCode(429);
        assertThat(unknown.<String>path("error")).startsWith("Too many wrong passwords");
    }

    @Test
    void a_name_nobody_has_takes_the_time_of_a_known_one() {
        String nobody = "nobody-" + UUID.randomUUID();
        Visitor.tries(login, WRONG);
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < Throttle.ANYWHERE - 1; i++) {
            known = Math.min(known, Visitor.tries(login, WRONG).time());
            unknown = Math.min(unknown, Visitor.tries(nobody, WRONG).time());
        }
        assertThat(unknown).as("best of six, in ms, against %s ms", known).isBetween(known / 2, known * 2);
    }

    @Test
    void who_has_signed_in_here_before_is_not_kept_out_by_strangers() {
        Visitor owner = Visitor.signsIn(login);
        guesses(login, Throttle.ANYWHERE);
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(429);
        Visitor.tries(Visitor.stranger().cookie(Visitor.BROWSER_COOKIE, owner.browser()), login, Visitor.PASSWORD).then().statusCode(200);
    }

    @Test
    void an_account_takes_ten_guesses_an_hour_in_all() {
        Visitor owner = Visitor.signsIn(login);
        int looked = 0;
        for (int i = 0; i < 30; i++) {
            Response answer = i % 2 == 0 ? Visitor.tries(login, WRONG) : Visitor.tries(Visitor.stranger().cookie(Visitor.BROWSER_COOKIE, owner.browser()), login, WRONG);
            looked += answer.statusCode() == 401 ? 1 : 0;
        }
        assertThat(looked).isEqualTo(10);
    }

    @Test
    void a_browser_known_to_one_account_is_a_stranger_to_another() {
        String other = "throttle-" + UUID.randomUUID();
        accounts.create(other, "Ben Marsh", Visitor.PASSWORD);
        Visitor owner = Visitor.signsIn(other);
        guesses(login, Throttle.ANYWHERE);
        Visitor.tries(Visitor.stranger().cookie(Visitor.BROWSER_COOKIE, owner.browser()), login, Visitor.PASSWORD).then().statusCode(429);
    }

    @Test
    void guesses_at_the_same_moment_are_counted_one_by_one() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(16);
        List<Callable<Integer>> attempts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            attempts.add(() -> Visitor.tries(login, WRONG).statusCode());
        }
        int looked = 0;
        for (Future<Integer> status : many.invokeAll(attempts)) {
            looked += status.get() == 401 ? 1 : 0;
        }
        many.shutdown();
        assertThat(looked).isEqualTo(Throttle.ANYWHERE);
    }

    @Test
    void an_address_takes_sixty_guesses_an_hour_over_all_names() {
        Owner.runs("insert into sign_in_attempt (id, account, known_browser, address) select gen_random_uuid(), sha256(n::text::bytea), false, '127.0.0.1' from generate_series(1, 60) n");
        Visitor.tries(login, Visitor.PASSWORD).then().statusCode(429);
    }

    private static void guesses(String login, int times) {
        for (int i = 0; i < times; i++) {
            Visitor.tries(login, WRONG).then().statusCode(401);
        }
    }
}
