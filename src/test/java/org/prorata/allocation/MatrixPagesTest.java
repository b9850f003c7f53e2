package org.prorata.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.identity.Owner;

/** The agent's matrix over HTTP: totals that prove themselves, and a way from each slice to its explanation. */
@QuarkusTest
class MatrixPagesTest {

    @Inject Desk desk;

    private Desk.Staffed deal;

    @BeforeEach
    void a_deal() {
        deal = desk.rusoro();
    }

    @Test
    void every_column_carries_the_deals_total_and_the_sum_of_its_lenders_and_they_are_the_same() {
        deal.first().asks().get("/api/v1/deals/" + deal.slug() + "/matrix?on=2010-06-10").then().statusCode(200)
                .body("rows.size()", equalTo(6))
                .body("columns.proven", everyItem(equalTo(true)))
                .body("columns.find { it.key == '2:second-instalment' }.total", equalTo("106849.32"))
                .body("columns.find { it.key == '2:second-instalment' }.sum", equalTo("106849.32"))
                .body("columns.find { it.key == '1:accrued' }.waitsFor", equalTo("amount"))
                .body("columns.find { it.key == 'warrants' }.sum", equalTo("30000000"));
    }

    @Test
    void a_slice_leads_to_its_explanation() {
        String page = deal.first().asks().get("/deals/" + deal.slug() + "/matrix?on=2010-06-10").then().statusCode(200).extract().asString();
        String link = "/deals/" + deal.slug() + "/payments/2/slices/second-instalment?on=2010-06-10&amp;lender=endeavour";
        assertThat(page).contains(link);
        deal.first().asks().get(link.replace("&amp;", "&")).then().statusCode(200).body(containsString("17,808.22"));
    }

    @Test
    void the_calculations_time_is_told_in_the_deals_zone() {
        assertThat(deal.first().asks().get("/deals/" + deal.slug() + "/matrix").asString()).containsPattern("Calculation 1, known \\d+ \\w+ \\d{4}[^<]* P[SD]T");
    }

    @Test
    void the_csv_holds_the_same_figures_and_its_download_is_on_the_trail() {
        String csv = deal.first().asks().get("/deals/" + deal.slug() + "/matrix.csv?on=2010-06-10").then().statusCode(200).extract().asString();
        assertThat(csv).contains("endeavour,Endeavour Financial Corporation,2833333.33,2166666.67,5000000.00").contains("Sum of the lenders").contains("Total of the deal");
        deal.first().asks().get("/api/v1/audit?what=download").then().statusCode(200).body(containsString(deal.slug() + "-matrix-2010-06-10.csv"));
    }

    @Test
    void what_is_the_agents_alone_is_for_a_lender_like_what_is_not_there_and_its_attempt_stands_in_the_trail() {
        for (String path : List.of("/deals/%s/matrix", "/deals/%s/matrix.csv", "/deals/%s/term-sheet.yaml", "/deals/%s/terms/propose", "/deals/%s/standing/propose",
                "/deals/%s/register/propose", "/deals/%s/payments/1/book", "/deals/%s/payments/1/amount/accrued", "/api/v1/deals/%s/matrix", "/api/v1/deals/%s/export",
                "/api/v1/deals/%s/proposals")) {
            Response own = deal.endeavour().asks().get(path.formatted(deal.slug()));
            Response none = deal.endeavour().asks().get(path.formatted("nothing-there"));
            assertThat(own.statusCode()).as(path).isEqualTo(404).isEqualTo(none.statusCode());
            assertThat(own.asString()).as(path).isEqualTo(none.asString());
            assertThat(Owner.counts("select count(*) from trail where what = 'access.refused' and subject = ?", "GET " + path.formatted(deal.slug()))).as(path).isEqualTo(1);
        }
        for (String path : List.of("/deals/%s/terms/propose", "/deals/%s/standing/propose")) {
            deal.endeavour().sends().formParam("reason", "x").post(path.formatted(deal.slug())).then().statusCode(404);
        }
    }
}
