package org.prorata.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CsrfTest {

    private static RequestSpecification ours() {
        return given().header("Origin", "http://localhost:" + RestAssured.port);
    }

    private static RequestSpecification signedIn() {
        return ours().header(SampleSession.HEADER, "yes");
    }

    @Test
    void a_change_from_nowhere_or_from_elsewhere_is_refused() {
        given().formParam("amount", "1").post("/sample").then().statusCode(403).body(containsString("portal’s own pages"));
        given().header("Origin", "null").formParam("amount", "1").post("/sample").then().statusCode(403);
        given().header("Origin", "http://evil.example").contentType(ContentType.JSON).body("{}").post("/api/v1/sample").then().statusCode(403).contentType(ContentType.JSON);
        ours().header("Sec-Fetch-Site", "cross-site").formParam("amount", "1").post("/sample").then().statusCode(403);
    }

    @Test
    void a_form_without_the_sessions_token_is_refused_and_says_what_to_do() {
        signedIn().formParam("amount", "1").post("/sample").then().statusCode(403).body(containsString("nothing was saved"));
        signedIn().formParam("csrf", "of another session").post("/sample").then().statusCode(403);
        signedIn().formParam("csrf", "").post("/sample").then().statusCode(403);
    }

    @Test
    void a_form_with_the_sessions_token_is_taken() {
        signedIn().formParam("csrf", SampleSession.TOKEN).formParam("amount", "1").post("/sample").then().statusCode(422).body(containsString("value=\"1\""));
    }

    @Test
    void a_file_is_taken_with_the_token_beside_it_only() {
        byte[] file = "deal: x".getBytes(StandardCharsets.UTF_8);
        signedIn().multiPart("csrf", SampleSession.TOKEN).multiPart("file", "deal.yaml", file).post("/sample/upload").then().statusCode(200).body(equalTo("deal.yaml 7"));
        signedIn().multiPart("file", "deal.yaml", file).post("/sample/upload").then().statusCode(403);
    }

    @Test
    void a_program_sends_the_token_in_a_header() {
        String body = "{\"amount\":12}";
        signedIn().contentType(ContentType.JSON).body(body).post("/api/v1/sample").then().statusCode(403);
        signedIn().header(Csrf.HEADER, SampleSession.TOKEN).contentType(ContentType.JSON).body(body).post("/api/v1/sample").then().statusCode(200).body("amount", equalTo(12));
    }

    @Test
    void signing_in_needs_no_token_but_the_right_origin() {
        signedIn().post("/sample/open").then().statusCode(200).body(equalTo("opened"));
        given().post("/sample/open").then().statusCode(403);
    }

    @Test
    void reading_needs_neither() {
        given().header("Origin", "http://evil.example").get("/sample?name=x").then().statusCode(200);
    }
}
