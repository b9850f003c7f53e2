package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.SampleDeal;

/** What Endeavour gets from every address it can think of: its own figures, the deal's, and nothing of another's. */
@QuarkusTest
class LendersSeeNothingOfEachOtherTest {

    /** Addresses of a deal; those of the agent alone are among them. */
    private static final List<String> OF_A_DEAL = List.of("", "/allocation", "/allocation.csv", "/allocation.xlsx", "/register", "/history", "/payments", "/payments/1", "/payments/2", "/payments/6",
            "/payments/2/slices", "/warrants", "/terms", "/positions", "/matrix", "/matrix.csv", "/matrix.xlsx", "/export", "/proposals", "/term-sheet.yaml", "/register/propose", "/register/transfer",
            "/register/exchange", "/register/exchanges/1/correct", "/register/entries/1/correct",
            "/payments/1/book", "/payments/1/amount/accrued", "/register/positions.csv", "/register/positions.xlsx", "/register/entries.csv", "/register/entries.xlsx",
            "/lenders", "/lenders.csv", "/lenders.xlsx", "/lenders/endeavour", "/lenders/petropavlovsk", "/lenders/petropavlovsk/edit");

    /** Figures that only other lenders have: positions, slices and shares of Petropavlovsk and the Lansdowne funds, as pages, files and JSON write them. */
    private static final List<String> OTHERS = List.of("20,000,000.00", "20000000.00", "5,666,666.67", "5666666.67", "4,333,333.33", "4333333.33", "1,888,888.89",
            "1888888.89", "3,333,333.3", "3333333.3", "35,616.4", "35616.4", "11,872.1", "11872.1", "252,054.7", "252054.7", "33.333333326", "11.1111111");

    @Inject Desk desk;
    @Inject SampleDeal sample;

    private Desk.Staffed deal;

    @BeforeEach
    void a_deal() {
        deal = desk.rusoro();
    }

    @Test
    void no_address_of_its_own_deal_shows_it_another_lenders_figure() {
        for (String base : List.of("/deals/", "/api/v1/deals/")) {
            for (String path : OF_A_DEAL) {
                for (String query : List.of("", "?on=2010-06-09", "?on=2010-12-31", "?lender=petropavlovsk", "?lender=lansdowne-equity-limited")) {
                    Response answer = deal.endeavour().asks().get(base + deal.slug() + path + query);
                    assertThat(answer.statusCode()).as(base + path + query).isIn(200, 404);
                    String body = answer.body().asString();
                    OTHERS.forEach(figure -> assertThat(body).as(base + path + query).doesNotContain(figure));
                }
            }
        }
    }

    @Test
    void nor_does_any_page_beside_the_deals() {
        for (String path : List.of("/deals", "/api/v1/deals", "/method", "/q/openapi")) {
            String body = deal.endeavour().asks().get(path).then().statusCode(200).extract().asString();
            OTHERS.forEach(figure -> assertThat(body).as(path).doesNotContain(figure));
        }
    }

    @Test
    void another_deal_answers_as_one_that_does_not_exist() {
        SampleDeal.Imported others = sample.rusoro();
        for (String base : List.of("/deals/", "/api/v1/deals/")) {
            for (String path : OF_A_DEAL) {
                Response foreign = deal.endeavour().asks().get(base + others.slug() + path);
                Response missing = deal.endeavour().asks().get(base + "test-0-nothing-there" + path);
                assertThat(foreign.statusCode()).as(base + path).isEqualTo(missing.statusCode()).isEqualTo(404);
                assertThat(foreign.body().asString().replace(others.slug(), "X")).isEqualTo(missing.body().asString().replace("test-0-nothing-there", "X"));
                assertThat(headers(foreign)).isEqualTo(headers(missing));
            }
        }
    }

    private static String headers(Response answer) {
        return answer.headers().asList().stream().map(header -> header.getName() + ": " + header.getValue()).sorted().collect(Collectors.joining("\n"));
    }

    @Test
    void requests_made_up_by_chance_find_nothing() {
        long seed = 42;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        SampleDeal.Imported others = sample.rusoro();
        List<String> handles = List.of("petropavlovsk", "lansdowne-equity-limited", "lansdowne-equity-lp", "lansdowne-strategic", "blackrock", "endeavour", "nobody", "");
        for (int i = 0; i < 300; i++) {
            String slug = random.nextBoolean() ? deal.slug() : others.slug();
            String path = (random.nextBoolean() ? "/deals/" : "/api/v1/deals/") + slug + OF_A_DEAL.get(random.nextInt(OF_A_DEAL.size()));
            if (random.nextInt(4) == 0) {
                path = path.replaceFirst("/payments.*", "") + "/payments/" + (random.nextInt(9) - 1) + "/slices/" + List.of("principal:first", "second-instalment",
                        "reduced-principal", "accrued", "x").get(random.nextInt(5));
            }
            String query = "?lender=" + handles.get(random.nextInt(handles.size())) + "&on=20" + (10 + random.nextInt(2)) + "-0" + (1 + random.nextInt(9)) + "-15";
            Response answer = deal.endeavour().asks().get(path + query);
            assertThat(answer.statusCode()).as(path + query).isLessThan(500);
            String body = answer.body().asString();
            OTHERS.forEach(figure -> assertThat(body).as(answer.statusCode() + " for the request").doesNotContain(figure));
        }
    }
}
