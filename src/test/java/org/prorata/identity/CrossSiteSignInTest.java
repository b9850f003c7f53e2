package org.prorata.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page elsewhere cannot sign somebody in as another, to read later what is typed in there: a sign-in from another site is refused like any other change (S5). */
@QuarkusTest
class CrossSiteSignInTest {

    @Inject
    Accounts accounts;

    private String login;

    @BeforeEach
    void a_user() {
        login = "cross-site-" + UUID.randomUUID();
        accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
    }

    private static List<RequestSpecification> elsewhere() {
        return List.of(given().header("Origin", "http://evil.example"), given().header("Origin", "null"), given(), given().header("Sec-Fetch-Site", "cross-site"),
                given().header("Sec-Fetch-Site", "same-site"), given().header("Origin", Visitor.origin()).header("Sec-Fetch-Site", "cross-site"),
                given().header("Origin", Visitor.origin() + ".evil.example"), given().header("Referer", Visitor.origin() + "/login"));
    }

    @Test
    void with_the_right_password_from_another_site_nobody_is_signed_in() {
        for (RequestSpecification from : elsewhere()) {
            refused(Visitor.ofItsBrowser(from).redirects().follow(false).formParam("login", login).formParam("password", Visitor.PASSWORD).post("/login"));
        }
        for (RequestSpecification from : elsewhere()) {
            refused(Visitor.tries(from, login, Visitor.PASSWORD));
        }
        assertThat(Owner.counts("select count(*) from session s join portal_user u on u.id = s.user_id where u.login = ?", login)).isZero();
    }

    @Test
    void nor_does_a_wrong_one_cost_a_guess() {
        for (RequestSpecification from : elsewhere()) {
            refused(Visitor.tries(from, login, "walrus copper nine lanterns"));
        }
        assertThat(Owner.counts("select count(*) from sign_in_attempt where account = sha256(convert_to(?, 'UTF8'))", login)).isZero();
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403);
        assertThat(answer.cookies()).isEmpty();
    }
}
