package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;

/** Tables of all lenders stay readable where these are many: found by name, ordered by any column, a hundred at a time, with the totals of all. */
@QuarkusTest
class LongTablesTest {

    private static final int LENDERS = 250;
    private static final Pattern NAME = Pattern.compile("<th scope=\"row\">(?:<a [^>]*>)?(Fund number \\d+|Endeavour Financial Corporation)");

    @Inject
    Desk desk;

    private Desk.Staffed deal;

    @BeforeEach
    void a_deal_of_many() {
        deal = desk.rusoroAmong(LENDERS);
    }

    private String page(String path, String query) {
        return deal.first().asks().get("/deals/" + deal.slug() + path + "?on=2010-06-10&" + query).then().statusCode(200).extract().asString();
    }

    /** Of the first table: the matrix has two. */
    private static List<String> names(String page) {
        List<String> names = new ArrayList<>();
        Matcher row = NAME.matcher(page.substring(0, page.indexOf("</table>")));
        while (row.find()) {
            names.add(row.group(1));
        }
        return names;
    }

    @Test
    void a_page_shows_a_hundred_in_register_order_and_the_totals_of_all() {
        for (String path : List.of("/matrix", "/register", "/lenders")) {
            String first = page(path, "");
            assertThat(names(first)).as(path).hasSize(100).startsWith("Endeavour Financial Corporation", "Fund number 1", "Fund number 2");
            assertThat(first).as(path).contains("Lenders 1 to 100 of 250", "Page 1 of 3").doesNotContain("Previous page");
            String last = page(path, "page=3");
            assertThat(names(last)).as(path).hasSize(50).endsWith("Fund number 249");
            assertThat(last).as(path).contains("Lenders 201 to 250 of 250", "Previous page").doesNotContain("Next page");
            assertThat(names(page(path, "page=99"))).as(path).isEqualTo(names(last));
        }
        totalsStay("page=3");
    }

    private void totalsStay(String query) {
        assertThat(page("/matrix", query)).contains("Every column adds up");
        for (String path : List.of("/matrix", "/register")) {
            assertThat(foot(page(path, query))).as(path).isEqualTo(foot(page(path, ""))).contains(".00</td>");
        }
    }

    private static String foot(String page) {
        return page.substring(page.indexOf("<tfoot>"), page.indexOf("</tfoot>"));
    }

    @Test
    void lenders_are_found_by_a_part_of_their_name_whatever_its_case_and_the_totals_stay_those_of_all() {
        for (String path : List.of("/matrix", "/register", "/lenders")) {
            String found = page(path, "find=NUMBER 24");
            assertThat(names(found)).as(path).hasSize(11).startsWith("Fund number 24", "Fund number 240").endsWith("Fund number 249");
            assertThat(found).as(path).contains("Lenders 1 to 11 of 11 that fit, of 250", "value=\"NUMBER 24\"");
            assertThat(page(path, "find=<script>")).as(path).contains("None of 250 fits", "value=\"&lt;script&gt;\"").doesNotContain("<script>\"");
        }
        totalsStay("find=number 24");
    }

    @Test
    void they_are_ordered_by_any_column_and_those_that_are_alike_stay_in_register_order() {
        assertThat(names(page("/matrix", "sort=projected&page=3"))).endsWith("Endeavour Financial Corporation");
        assertThat(names(page("/matrix", "sort=-projected"))).startsWith("Endeavour Financial Corporation");
        assertThat(names(page("/register", "sort=-total"))).startsWith("Endeavour Financial Corporation", "Fund number 1", "Fund number 2");
        assertThat(names(page("/matrix", "sort=-name"))).startsWith("Fund number 99", "Fund number 98");
        assertThat(names(page("/matrix", "sort=warrants&page=3"))).endsWith("Fund number 249", "Endeavour Financial Corporation");
        assertThat(names(page("/register", "sort=total&page=3"))).endsWith("Endeavour Financial Corporation");
        assertThat(names(page("/lenders", "sort=held&page=3"))).endsWith("Endeavour Financial Corporation");
        assertThat(page("/matrix", "sort=-projected")).contains("aria-sort=\"descending\"");
        assertThat(names(page("/matrix", "sort=1:accrued"))).as("not yet known of anybody").startsWith("Endeavour Financial Corporation");
    }

    @Test
    void what_cannot_be_right_is_told_with_its_name_and_value() {
        for (String path : List.of("/matrix", "/register", "/lenders")) {
            for (String wrong : List.of("sort=nothing", "page=0", "page=-1", "page=one", "page=99999999", "find=" + "a".repeat(201))) {
                deal.first().asks().get("/deals/" + deal.slug() + path + "?" + wrong).then().statusCode(400).body(containsString(wrong.substring(0, wrong.indexOf('='))));
            }
        }
    }

    @Test
    void a_short_table_is_shown_whole_without_any_of_it() {
        Desk.Staffed six = desk.rusoro();
        assertThat(six.first().asks().get("/deals/" + six.slug() + "/matrix").asString()).doesNotContain("name=\"find\"").doesNotContain("class=\"sort\"").doesNotContain("Page 1 of");
    }
}
