package org.prorata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInPageTest {

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
    void the_first_page_is_the_list_of_deals() {
        assertThat(Visitor.stranger().get("/").then().statusCode(303).extract().header("Location")).endsWith("/deals");
    }

    private static String page() {
        return Visitor.stranger().get("/login").then().statusCode(200).extract().asString();
    }
}
