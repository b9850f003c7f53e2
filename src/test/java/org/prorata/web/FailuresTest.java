package org.prorata.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FailuresTest {

    private static RequestSpecification json(String body) {
        return given().header("Origin", "http://localhost:" + RestAssured.port).contentType(ContentType.JSON).body(body);
    }

    @Test
    void bad_input_names_field_value_and_what_is_right() {
        given().get("/api/v1/sample/fail/bad").then().statusCode(422).contentType(ContentType.JSON)
                .body("error", containsString("Nothing was saved"))
                .body("problems[0].field", equalTo("amount")).body("problems[0].value", equalTo("=1+1")).body("problems[0].message", equalTo("an amount"));
        given().get("/sample/fail/bad").then().statusCode(422).contentType(ContentType.HTML).body(containsString("<q>=1+1</q>"));
        given().get("/api/v1/sample/dates?on=tomorrow").then().statusCode(400).body("problems[0].field", equalTo("on"));
    }

    @Test
    void a_refusal_gives_its_reason_and_what_it_rests_on() {
        given().get("/api/v1/sample/fail/refused").then().statusCode(409).body("error", equalTo("The ground has changed.")).body("details[0]", equalTo("Payment 2 was booked."));
        given().get("/sample/fail/refused").then().statusCode(409).body(containsString("Payment 2 was booked."));
    }

    @ParameterizedTest
    @CsvSource({"/sample/fail/other, /nothing/of/this/name", "/api/v1/sample/fail/other, /api/v1/nothing"})
    void what_belongs_to_another_and_what_does_not_exist_are_answered_alike(String others, String none) {
        Response first = given().get(others);
        Response second = given().get(none);
        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(first.asString()).isEqualTo(second.asString()).doesNotContain("others");
        assertThat(first.headers().asList()).containsExactlyInAnyOrderElementsOf(second.headers().asList());
    }

    @Test
    void a_bug_shows_an_id_and_nothing_of_its_cause() {
        given().get("/api/v1/sample/fail/bug").then().statusCode(500).body("id.length()", equalTo(36));
        given().get("/sample/fail/bug").then().statusCode(500)
                .body(not(containsString("select"))).body(not(containsString("Exception"))).body(not(containsString("org.prorata")));
    }

    @Test
    void who_must_sign_in_is_led_there_and_back_where_a_page_was_asked_for() {
        given().redirects().follow(false).accept("text/html,*/*").urlEncodingEnabled(false).get("/sample/agents?on=2010-06-10&x=%20").then().statusCode(303)
                .header("Location", endsWith("/login?to=%2Fsample%2Fagents%3Fon%3D2010-06-10%26x%3D%2520"));
        given().redirects().follow(false).accept("*/*").get("/sample/agents").then().statusCode(401);
        given().redirects().follow(false).accept("text/html,*/*").get("/api/v1/sample/agents").then().statusCode(401).contentType(ContentType.JSON);
    }

    @Test
    void json_that_cannot_be_read_or_does_not_fit_is_the_senders() {
        json("{\"amount\":").post("/api/v1/sample").then().statusCode(400).body("error", equalTo("What was sent is no readable JSON."));
        json("{\"amount\":\"x\"}").post("/api/v1/sample").then().statusCode(400).body("problems[0].field", equalTo("/amount"));
        json("{\"amuont\":1}").post("/api/v1/sample").then().statusCode(400).body("problems[0].message", containsString("no such field"));
    }

    @Test
    void requests_of_the_wrong_kind_are_told_so() {
        given().header("Origin", "http://localhost:" + RestAssured.port).delete("/sample").then().statusCode(405).contentType(ContentType.HTML);
        json("x").contentType("text/plain").post("/api/v1/sample").then().statusCode(415).contentType(ContentType.JSON);
        given().accept("image/png").get("/api/v1/sample/dates").then().statusCode(406);
    }

    @Test
    void a_form_that_cannot_be_read_or_has_too_many_fields_is_the_senders() {
        RequestSpecification[] forms = {form("a=%zz"), form("a=1&".repeat(1_001)), given().header("Origin", "http://localhost:" + RestAssured.port)
                .config(RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .contentType("multipart/form-data; boundary=x").body("--x\r\n:::\r\n\r\nabc\r\n--x--\r\n")};
        int[] statuses = {400, 413, 400};
        for (int i = 0; i < forms.length; i++) {
            forms[i].post("/login").then().statusCode(statuses[i]).contentType(ContentType.HTML).body(not(containsString("Exception")));
        }
        form("a=1&".repeat(1_001)).post("/login").then().body(containsString("more fields than the portal takes"));
    }

    private static RequestSpecification form(String body) {
        return given().header("Origin", "http://localhost:" + RestAssured.port).contentType("application/x-www-form-urlencoded").body(body);
    }

    @Test
    void a_stranger_sends_no_more_than_a_name_and_a_password_take() {
        form("login=" + "a".repeat(70_000)).post("/login").then().statusCode(413).header("X-Content-Type-Options", "nosniff").body(containsString("larger than the portal takes"));
        json("\"" + "a".repeat(70_000) + "\"").post("/api/v1/session").then().statusCode(413).contentType(ContentType.JSON);
    }

    @Test
    void methods_that_nothing_takes_are_refused_and_tell_no_address() {
        for (String method : new String[] {"OPTIONS", "PUT", "PATCH", "TRACE"}) {
            given().request(method, "/sample").then().statusCode(405).header("Allow", "GET, HEAD, POST, DELETE").header("X-Frame-Options", "DENY");
            given().request(method, "/nothing/of/this/name").then().statusCode(405);
        }
    }

    @Test
    void a_body_too_large_is_refused_before_it_is_read() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST /api/v1/sample HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 413 ").contains("X-Content-Type-Options").contains("larger than the portal takes");
        }
    }
}
