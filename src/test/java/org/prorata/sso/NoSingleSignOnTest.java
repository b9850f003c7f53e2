package org.prorata.sso;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.prorata.identity.Visitor;

/** Without a provider there is nothing of it. */
@QuarkusTest
class NoSingleSignOnTest {

    @Test
    void the_sign_in_page_offers_none_and_its_addresses_are_not_there() {
        assertThat(given().get("/login").asString()).doesNotContain("/login/sso").doesNotContain("single sign-on");
        Visitor.stranger().formParam("to", "/deals").post("/login/sso").then().statusCode(404);
        given().get("/login/sso/return?code=a&state=b").then().statusCode(404);
        given().formParam("logout_token", "a").post("/login/sso/logout").then().statusCode(404);
    }
}
