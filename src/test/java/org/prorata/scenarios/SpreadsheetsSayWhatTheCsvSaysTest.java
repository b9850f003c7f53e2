package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;
import org.prorata.Desk.Staffed;
import org.prorata.identity.Visitor;
import org.prorata.web.SheetReading;

/** Every table that is offered as CSV is offered as a spreadsheet too: the same cells, to the same people. */
@QuarkusTest
class SpreadsheetsSayWhatTheCsvSaysTest {

    private static final String TRANSFER = "{\"on\":\"2010-06-10\",\"unit\":\"amount\",\"shares\":[{\"lender\":\"petropavlovsk\",\"value\":\"22,500,000.00\"},"
            + "{\"lender\":\"lansdowne-equity-limited\",\"value\":\"6,666,666.67\"},{\"lender\":\"lansdowne-equity-lp\",\"value\":\"6,666,666.67\"},"
            + "{\"lender\":\"lansdowne-strategic\",\"value\":\"6,666,666.66\"},{\"lender\":\"endeavour\",\"value\":\"7,500,000.00\"},"
            + "{\"lender\":\"blackrock\",\"value\":\"10,000,000.00\"}]}";

    @Inject Desk desk;

    private Staffed deal;

    @BeforeEach
    void a_deal() {
        deal = desk.rusoro();
    }

    private static byte[] file(Visitor who, String address) {
        Response answer = who.asks().get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.asByteArray();
    }

    private String of(String rest) {
        return "/deals/" + deal.slug() + rest;
    }

    private static SheetReading same(Visitor who, String address, String query) {
        List<List<String>> csv = SheetReading.csv(file(who, address + ".csv" + query));
        SheetReading book = SheetReading.of(file(who, address + ".xlsx" + query));
        List<String> header = csv.get(0);
        assertThat(book.texts(0, header.size())).as(address).isEqualTo(csv);
        assertThat(book.book().getNumberOfSheets()).isEqualTo(2);
        assertThat(Stream.of(0, 1).flatMap(sheet -> book.types(sheet).stream())).as(address).doesNotContain(CellType.FORMULA, CellType.ERROR);
        List<List<String>> explained = book.texts(1, 5);
        assertThat(explained.stream().map(line -> line.get(0)).toList()).as(address).containsSubsequence(header);
        assertThat(explained.stream().filter(line -> header.contains(line.get(0)) && !line.get(1).isBlank() && !line.get(3).isBlank() && !line.get(4).isBlank()).map(line -> line.get(0)))
                .as("columns with kind, meaning and source at " + address).containsAll(header);
        return book;
    }

    @Test
    void cell_by_cell_and_each_column_is_explained() {
        String id = deal.proposed("register.move", TRANSFER);
        for (String query : List.of("?on=2010-06-10", "?on=2010-09-10")) {
            same(deal.first(), of("/matrix"), query);
            for (Visitor who : List.of(deal.first(), deal.endeavour())) {
                same(who, of("/register/positions"), query);
                same(who, of("/register/entries"), query);
                same(who, of("/lenders"), query);
            }
            same(deal.endeavour(), of("/allocation"), query);
        }
        same(deal.first(), "/approvals/" + id + "/comparison", "");
    }

    @Test
    void the_trail_too() {
        deal.proposed("register.move", TRANSFER);
        String query = "?deal=" + deal.id() + "&what=proposal";
        assertThat(same(deal.first(), "/audit/trail", query).texts(0, 9)).hasSizeGreaterThan(1);
    }

    @Test
    void amounts_are_numbers_dates_are_dates_and_words_are_text() {
        SheetReading book = SheetReading.of(file(deal.endeavour(), of("/allocation.xlsx?on=2010-06-10")));
        List<String> header = book.texts(0, 12).get(0);
        int row = book.texts(0, 12).indexOf(List.of("principal", "2", "2010-07-10", "2010-07-09", "Second Instalment", "lender", "Endeavour Financial Corporation", "USD", "2166666.67",
                "", "", "illustrative"));
        assertThat(row).isPositive();
        Cell amount = book.cell(0, row, header.indexOf("amount"));
        assertThat(amount.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(amount.getNumericCellValue()).isEqualTo(2166666.67);
        assertThat(amount.getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
        assertThat(book.cell(0, row, header.indexOf("cash due date")).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.parse("2010-07-09"));
        assertThat(book.cell(0, row, header.indexOf("lender")).getCellType()).isEqualTo(CellType.STRING);
        SheetReading matrix = SheetReading.of(file(deal.first(), of("/matrix.xlsx?on=2010-06-10")));
        assertThat(matrix.texts(0, 30).stream().flatMap(List::stream)).contains("not yet known");
        assertThat(matrix.texts(1, 5).toString()).contains("waits for the amount", "illustrative");
    }

    @Test
    void an_old_known_gives_the_same_bytes_before_and_after_a_change() {
        String known = deal.first().asks().get("/api/v1" + of("/matrix?on=2010-06-10")).path("known");
        String query = "?on=2010-06-10&known=" + known;
        List<byte[]> before = files(query);
        String id = deal.proposed("register.move", TRANSFER);
        Staffed.decides(deal.second(), id, "approve").then().statusCode(200);
        assertThat(files(query)).usingElementComparator(Arrays::compare).isEqualTo(before);
        assertThat(files("?on=2010-06-10").get(0)).isNotEqualTo(before.get(0));
    }

    private List<byte[]> files(String query) {
        return List.of(file(deal.first(), of("/matrix.xlsx" + query)), file(deal.first(), of("/register/positions.xlsx" + query)),
                file(deal.first(), of("/register/entries.xlsx" + query)), file(deal.endeavour(), of("/allocation.xlsx" + query)),
                file(deal.first(), of("/matrix.csv" + query)), file(deal.endeavour(), of("/allocation.csv" + query)));
    }

    @Test
    void a_file_has_the_csvs_name_and_rights_and_stands_on_the_trail() {
        Response answer = deal.first().asks().get(of("/matrix.xlsx?on=2010-06-10"));
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + deal.slug() + "-matrix-2010-06-10.xlsx\"");
        assertThat(answer.contentType()).isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        file(deal.endeavour(), of("/allocation.xlsx?on=2010-06-10"));
        file(deal.endeavour(), of("/register/positions.xlsx?on=2010-06-10"));
        assertThat(deal.first().asks().get("/api/v1/audit?what=download&deal=" + deal.id()).<List<String>>path("rows.subject"))
                .containsExactly("positions.xlsx", deal.slug() + "-endeavour-2010-06-10.xlsx", deal.slug() + "-matrix-2010-06-10.xlsx");
    }

    @Test
    void a_lender_finds_its_own_rows_and_nothing_of_anothers() {
        for (String rest : List.of("/register/positions.xlsx", "/register/entries.xlsx", "/allocation.xlsx")) {
            SheetReading book = SheetReading.of(file(deal.endeavour(), of(rest + "?on=2010-06-10")));
            assertThat(Stream.of(book.texts(0, 12), book.texts(1, 6)).flatMap(List::stream).flatMap(List::stream))
                    .contains("Endeavour Financial Corporation").doesNotContain("petropavlovsk", "Petropavlovsk PLC", "20000000.00");
        }
        deal.endeavour().asks().get(of("/allocation.xlsx?lender=petropavlovsk")).then().statusCode(404);
        deal.endeavour().asks().get(of("/matrix.xlsx")).then().statusCode(404);
        deal.endeavour().asks().get("/approvals/" + deal.proposed("register.move", TRANSFER) + "/comparison.xlsx").then().statusCode(404);
        Staffed other = desk.rusoro();
        for (String rest : List.of("/register/positions.xlsx", "/register/entries.xlsx", "/allocation.xlsx")) {
            deal.endeavour().asks().get("/deals/" + other.slug() + rest).then().statusCode(404);
            deal.endeavour().asks().get("/deals/no-such-deal" + rest).then().statusCode(404);
        }
        deal.first().asks().get(of("/matrix.ods")).then().statusCode(404);
    }

    @Test
    void the_pages_lead_to_both() {
        for (String page : List.of("/matrix", "/register")) {
            String html = deal.first().asks().get(of(page + "?on=2010-06-10")).asString();
            assertThat(html).contains(".csv?on=2010-06-10\"").contains(".xlsx?on=2010-06-10\"");
        }
        assertThat(deal.endeavour().asks().get(of("/allocation?on=2010-06-10")).asString()).contains("/allocation.csv?on=2010-06-10").contains("/allocation.xlsx?on=2010-06-10");
        assertThat(deal.first().asks().get("/audit").asString()).contains("/audit/trail.csv?", "/audit/trail.xlsx?");
        String id = deal.proposed("register.move", TRANSFER);
        assertThat(deal.first().asks().get("/approvals/" + id).asString()).contains("/comparison.csv\"", "/comparison.xlsx\"");
    }
}
