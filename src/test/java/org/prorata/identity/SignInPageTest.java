package org.prorata.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInPageTest {

    private static final String FORM_COOKIE = Visitor.COOKIE + "-form";

    @Inject
    SampleHints hints;
    @Inject
    Accounts accounts;

    @AfterEach
    void no_hints() {
        hints.show();
    }

    @Test
    void the_users_of_a_demonstration_are_shown_and_no_others() {
        String login = "shown-" + UUID.randomUUID();
        accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
        assertThat(page()).doesNotContain(login).doesNotContain(Visitor.PASSWORD);
        hints.show(new SignInHints.Hint(login, Visitor.PASSWORD, "A lender <of> the deal"));
        assertThat(page()).contains(login).contains(Visitor.PASSWORD).contains("A lender &lt;of&gt; the deal");
    }

    @Test
    void no_password_stands_in_an_address_or_comes_back_on_the_page() {
        String typed = "walrus copper nine lanterns";
        Response answer = Visitor.stranger().formParam("login", "<b>nobody</b>").formParam("password", typed).post("/login");
        answer.then().statusCode(401);
        assertThat(answer.asString()).contains("&lt;b&gt;nobody&lt;/b&gt;").contains("The name or the password is not right.").doesNotContain(typed);
    }

    @Test
    void a_sign_in_from_a_foreign_page_is_refused() {
        Visitor.stranger().header("Sec-Fetch-Site", "cross-site").formParam("login", "a").formParam("password", "b").post("/login").then().statusCode(403);
    }

    @Test
    void a_form_that_the_browser_itself_was_not_given_is_refused() {
        String login = "own-form-" + UUID.randomUUID();
        accounts.create(login, "Ada Marsh", Visitor.PASSWORD);
        Response page = given().get("/login");
        String cookie = page.then().statusCode(200).extract().cookie(FORM_COOKIE);
        assertThat(page.asString()).contains("name=\"csrf\" value=\"" + cookie + "\"");
        assertThat(given().cookie(FORM_COOKIE, cookie).get("/login").cookies()).doesNotContainKey(FORM_COOKIE);
        String another = given().get("/login").cookie(FORM_COOKIE);
        enters(login, given(), cookie).then().statusCode(403).body(containsString("too old"));
        enters(login, given().cookie(FORM_COOKIE, another), cookie).then().statusCode(403);
        enters(login, given().cookie(FORM_COOKIE, "x"), "x").then().statusCode(403);
        enters(login, given().cookie(FORM_COOKIE, cookie), null).then().statusCode(403);
        enters(login, given().cookie(FORM_COOKIE, cookie), cookie).then().statusCode(303).header("Location", endsWith("/deals"));
    }

    private static Response enters(String login, RequestSpecification from, String token) {
        RequestSpecification form = token == null ? from : from.formParam("csrf", token);
        return form.redirects().follow(false).header("Origin", Visitor.origin()).formParam("login", login).formParam("password", Visitor.PASSWORD).post("/login");
    }

    @Test
    void the_first_page_is_the_list_of_deals() {
        assertThat(Visitor.stranger().get("/").then().statusCode(303).extract().header("Location")).endsWith("/deals");
    }

    private static String page() {
        return Visitor.stranger().get("/login").then().statusCode(200).extract().asString();
    }
}
