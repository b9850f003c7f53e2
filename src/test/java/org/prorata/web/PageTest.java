package org.prorata.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PageTest {

    @Inject
    Today today;
    @Inject
    Assets assets;

    private static String page(boolean signedIn) {
        var request = given();
        return (signedIn ? request.header(SampleSession.HEADER, "yes") : request).queryParam("name", "<b>x</b>").get("/sample").then().statusCode(200).extract().asString();
    }

    @Test
    void what_others_typed_is_text_and_never_markup_also_within_messages() {
        assertThat(page(true)).contains("<h1>&lt;b&gt;x&lt;/b&gt;</h1>", "The demonstration’s today is &lt;b&gt;x&lt;/b&gt;.", "Ada &lt;Lender&gt;", "First &lt;lender&gt;")
                .doesNotContain("<b>x</b>", "<Lender>");
    }

    @Test
    void nothing_on_a_page_stands_in_the_way_of_the_content_security_policy() {
        assertThat(page(true)).doesNotContain("style=", "<style", "onclick", "javascript:").doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("http://", "https://");
    }

    @Test
    void the_navigation_is_that_of_the_signed_in_user() {
        assertThat(page(true)).contains("/approvals", "/audit", "Sign out", "name=\"csrf\" value=\"" + SampleSession.TOKEN + "\"");
        assertThat(page(false)).contains("Sign in").doesNotContain("/approvals", "/audit", "Sign out", SampleSession.TOKEN);
    }

    @Test
    void the_pretended_day_is_said_on_every_page_and_only_then() {
        LocalDate before = today.pretendedDay().orElse(null);
        try {
            today.pretend(LocalDate.of(2010, 6, 10));
            assertThat(page(false)).contains("class=\"pretended\"").contains("today is 10 June 2010.");
            today.pretend(null);
            assertThat(page(false)).doesNotContain("class=\"pretended\"");
        } finally {
            today.pretend(before);
        }
    }

    @Test
    void tags_show_their_own_arguments_and_nothing_of_the_page_around() {
        assertThat(page(false))
                .contains("<span class=\"num\">1,234,567.89</span>", "<span class=\"ccy\">US$</span> 1</span>", "<span class=\"unknown\">not yet known</span>")
                .contains("title=\"published: stands in the published terms (clause 2)\"", "<span class=\"sr\">(assumed)</span>")
                .contains("<label for=\"f-lender\">Show the position on</label>", "<option value=\"b\" selected>Second lender</option>", "name=\"on\" value=\"2010-06-10\"")
                .contains("{\"includeIndicatorStyles\":false,\"allowEval\":false,")
                .doesNotContain("of the page, not of a tag");
    }

    @Test
    void every_answer_carries_the_security_headers_and_is_not_stored() {
        for (String path : new String[] {"/sample?name=x", "/api/v1/sample/dates", "/nothing", "/sample/fail/bug", "/sample/file.csv"}) {
            Response answer = given().get(path);
            assertThat(answer.header("Content-Security-Policy")).as(path).startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'").doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).contains("camera=()");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Strict-Transport-Security")).as("only over TLS").isNull();
        }
    }

    @Test
    void assets_come_from_ourselves_under_addresses_that_change_with_them() {
        for (String asset : new String[] {assets.css(), assets.logo(), assets.favicon(), assets.htmx()}) {
            Response answer = given().get(asset);
            assertThat(answer.statusCode()).as(asset).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(given().get("/assets/none.css?v=1").header("Cache-Control")).isEqualTo("no-store");
        assertThat(given().get("/assets/prorata.css").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_download_is_a_file_with_a_harmless_name() {
        Response file = given().get("/sample/file.csv");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"a-b-.-.csv\"");
        assertThat(file.contentType()).isEqualTo("text/csv; charset=UTF-8; header=present");
        assertThat(file.asString()).isEqualTo("a\r\n'=1\r\n");
    }
}
