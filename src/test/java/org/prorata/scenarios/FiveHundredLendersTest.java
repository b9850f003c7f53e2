package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.Form;
import org.prorata.web.Today;

/** The limits on what a request brings leave room for a real deal, and end above it. */
@QuarkusTest
class FiveHundredLendersTest {

    private static final int LENDERS = 500;
    private static final int LIMIT = 32_768;
    /** A body is sent as it is, whatever its kind. */
    private static final RestAssuredConfig RAW = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("multipart/form-data", ContentType.TEXT));

    @Inject Desk desk;
    @Inject Today today;

    private Staffed deal;

    @BeforeEach
    void a_deal_of_five_hundred() {
        today.pretend(LocalDate.of(2010, 6, 10));
        deal = desk.rusoroAmong(LENDERS);
    }

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private String propose() {
        return "/deals/" + deal.slug() + "/register/propose";
    }

    @Test
    void the_share_form_of_five_hundred_lenders_passes_as_the_page_sends_it() {
        Form form = Form.of(deal.first(), deal.first().asks().get(propose() + "?on=2010-06-10"));
        assertThat(form.count("value")).isEqualTo(LENDERS);
        form.types("reason", "Transfer certificate").types("reference", "TC-1");
        for (int i = 1; i < LENDERS; i++) {
            form.typesAt("value", i, "1,001.00");
        }
        form.typesAt("value", 0, form.value("value", 0).equals("59,501,000.00") ? "59,500,501.00" : "not what it should be");
        Response made = form.sends(propose());
        assertThat(made.statusCode()).as(made.asString().lines().filter(line -> line.contains("error")).toList().toString()).isEqualTo(303);
        String approval = made.header("Location").replaceAll(".*/approvals/", "/approvals/");
        assertThat(deal.second().asks().get(approval).statusCode()).isEqualTo(200);
        Form.of(deal.second(), deal.second().asks().get(approval)).sends(approval + "/approve").then().statusCode(303);
        assertThat(deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/positions?on=2010-06-10").<String>path("positions[499].total")).isEqualTo("1001.00");
    }

    @Test
    void a_form_of_more_fields_than_any_deal_has_is_refused_in_words() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i <= LIMIT; i++) {
            body.append("--x\r\nContent-Disposition: form-data; name=\"value\"\r\n\r\n1\r\n");
        }
        Response refused = deal.first().sends().config(RAW).contentType("multipart/form-data; boundary=x").body(body.append("--x--\r\n").toString()).post(propose());
        refused.then().statusCode(413);
        assertThat(refused.asString()).contains("more fields than the portal takes").doesNotContain("Exception");
    }

    @Test
    void a_file_larger_than_a_term_sheet_may_be_is_refused_in_words() throws Exception {
        try (RawRequest large = new RawRequest(RestAssured.port)) {
            RawRequest.Answer refused = large.sends(RawRequest.head(RestAssured.port, "/api/v1/deals", "text/plain", 13 * 1024 * 1024)).answer();
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.body()).contains("larger than the portal takes");
        }
        assertThat(RestAssured.given().get("/login").statusCode()).as("the next one does not notice").isEqualTo(200);
    }
}
