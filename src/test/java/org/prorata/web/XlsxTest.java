package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.web.Table.Column;
import org.prorata.web.Table.Kind;

class XlsxTest {

    private static final List<Column> COLUMNS = List.of(Column.text("name", "legal name", "register"), Column.date("on", "the day", "register"),
            Column.instant("known", "since when", "clock"), Column.count("no", "number", "register"), Column.amount("amount", "USD", "principal", "rule F3"),
            new Column("share", Kind.PERCENT, "%", "of the total", "rule F2"));

    private static Table table(List<Column> columns, List<List<String>> rows) {
        return new Table("Sample", Map.of("deal", "Sample deal"), columns, rows);
    }

    private static Cell written(Column column, String cell) {
        return SheetReading.of(Xlsx.of(table(List.of(column), List.of(List.of(cell))))).cell(0, 1, 0);
    }

    private static Cell text(String cell) {
        return written(Column.text("h", "", ""), cell);
    }

    private static Cell amount(String cell) {
        return written(Column.amount("h", "USD", "", ""), cell);
    }

    @Test
    void it_holds_the_cells_of_the_csv() {
        Table table = table(COLUMNS, List.of(
                List.of("Endeavour, \"the\" lender", "2010-09-10", "2010-06-09T07:00:00.123456Z", "1", "2166666.67", "16.666666674"),
                Arrays.asList("Müller\nGmbH", null, "", "20", "-0.01", "100.000000000"),
                List.of("", "", "", "", "not yet known", ""),
                List.of("total", "2012-02-29", "", "1234567", "999999999999999", "0")));
        List<List<String>> csv = SheetReading.csv(Csv.of(table));
        assertThat(SheetReading.of(Xlsx.of(table)).texts(0, COLUMNS.size())).isEqualTo(csv).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-1", "@SUM(A1)", " =1", "\u00a0=1", "=HYPERLINK(\"http://x\")", "=", "1e5", "12", "000123", "2010-09-10", "TRUE", "  two  spaces  ",
            "a\tb\nc", "_x0041_", "_x005F_x0041_", "<b>&amp;'\"", "汉字 🙂"})
    void text_is_text_as_it_was_given(String cell) {
        Cell written = text(cell);
        assertThat(written.getCellType()).isEqualTo(CellType.STRING);
        assertThat(written.getStringCellValue()).isEqualTo(cell);
        assertThat(written.getCellStyle().getDataFormatString()).as("stays text when it is edited").isEqualTo("@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "-1+1", "1,000.00", "1e5", "not yet known", "1.", "−1"})
    void what_is_no_plain_number_is_text_in_a_column_of_numbers_too(String cell) {
        assertThat(amount(cell).getCellType()).isEqualTo(CellType.STRING);
        assertThat(amount(cell).getStringCellValue()).isEqualTo(cell);
    }

    @Test
    void a_number_is_a_number_and_shows_the_decimals_it_was_given() {
        assertThat(amount("-5666666.67").getNumericCellValue()).isEqualTo(-5666666.67);
        assertThat(amount("-5666666.67").getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
        assertThat(amount("5000").getCellStyle().getDataFormatString()).isEqualTo("#,##0");
        assertThat(amount("16.666666674").getCellStyle().getDataFormatString()).isEqualTo("#,##0.000000000");
    }

    @Test
    void a_number_that_a_spreadsheet_would_round_is_exact_text_and_the_explaining_sheet_says_so() {
        assertThat(amount("1234567890123.45").getNumericCellValue()).isEqualTo(1234567890123.45);
        assertThat(amount("12345678901234.56").getStringCellValue()).isEqualTo("12345678901234.56");
        assertThat(amount("12345678901234500000").getNumericCellValue()).isEqualTo(12345678901234500000d);
        SheetReading book = SheetReading.of(Xlsx.of(table(List.of(Column.amount("amount", "USD", "principal", "rule F3")),
                List.of(List.of("1.00"), List.of("12345678901234.56"), List.of("-12345678901234.57")))));
        assertThat(book.texts(1, 6)).contains(List.of("amount", "exact decimal number", "USD", "principal", "rule F3", "2 of more than 15 digits, exact"));
    }

    @Test
    void a_date_is_a_date_and_one_that_spreadsheets_disagree_about_is_text() {
        Cell date = written(Column.date("h", "", ""), "2010-09-10");
        assertThat(DateUtil.isCellDateFormatted(date)).isTrue();
        assertThat(date.getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2010, 9, 10, 0, 0));
        assertThat(written(Column.date("h", "", ""), "1900-03-01").getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(1900, 3, 1, 0, 0));
        assertThat(written(Column.date("h", "", ""), "1900-02-28").getStringCellValue()).isEqualTo("1900-02-28");
        assertThat(written(Column.date("h", "", ""), "open").getStringCellValue()).isEqualTo("open");
    }

    @Test
    void characters_that_no_spreadsheet_can_hold_are_left_out_and_a_text_too_long_for_a_cell_is_cut_and_says_so() {
        assertThat(text("a\u0000b\u001bc").getStringCellValue()).isEqualTo("abc");
        assertThat(text("half \ud83d").getStringCellValue()).isEqualTo("half ?");
        String cut = text(letters(20_000)).getStringCellValue();
        assertThat(cut).hasSizeLessThanOrEqualTo(XlsxCell.LONGEST_TEXT).startsWith(letters(100)).endsWith("the CSV has all of it)").doesNotContain("?");
        String longest = letters(XlsxCell.LONGEST_TEXT / 2) + "x";
        assertThat(text(longest).getStringCellValue()).isEqualTo(longest).hasSize(XlsxCell.LONGEST_TEXT);
    }

    /** So many of the characters that take two units each, always the same and in no order that packs well. */
    private static String letters(int count) {
        return new Random(7).ints(count, 0x20000, 0x2a6d0).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    @Test
    void the_second_sheet_explains_every_column() {
        SheetReading book = SheetReading.of(Xlsx.of(table(COLUMNS, List.of())));
        assertThat(book.book().getNumberOfSheets()).isEqualTo(2);
        List<List<String>> lines = book.texts(1, 6);
        assertThat(lines.get(0)).startsWith("deal", "Sample deal");
        List<String> headings = lines.stream().map(line -> line.get(0)).toList();
        assertThat(headings).containsSubsequence(COLUMNS.stream().map(Column::heading).toList());
        assertThat(lines).contains(List.of("on", "date", "", "the day", "register", ""), List.of("share", "number in per cent", "%", "of the total", "rule F2", ""));
        assertThat(book.types(1)).doesNotContain(CellType.FORMULA);
    }

    @Test
    void where_the_machine_stands_changes_no_byte() {
        TimeZone here = TimeZone.getDefault();
        Table table = table(COLUMNS, List.of(List.of("a", "2010-09-10", "2010-06-09T07:00:00Z", "1", "2.00", "3.000000000")));
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Vancouver"));
            byte[] first = Xlsx.of(table);
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(Xlsx.of(table)).isEqualTo(first);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void the_same_table_gives_the_same_bytes_and_they_tell_no_time_of_making() throws IOException, InterruptedException {
        Table table = table(COLUMNS, List.of(List.of("a", "2010-09-10", "2010-06-09T07:00:00Z", "1", "2.00", "3.000000000")));
        byte[] first = Xlsx.of(table);
        Thread.sleep(20);
        assertThat(Xlsx.of(table)).isEqualTo(first);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(first))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
                assertThat(entry.getExtra()).as("times in the machine's zone at " + entry.getName()).isNull();
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).as(entry.getName()).doesNotContain("created").doesNotContain("modified");
            }
        }
    }

    @Test
    void a_row_that_does_not_fit_its_header_is_a_bug() {
        assertThatThrownBy(() -> Xlsx.of(table(COLUMNS, List.of(List.of("1"))))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ten_thousand_lenders_by_forty_payments_of_three_components_are_written_while_they_are_made() throws IOException {
        List<Column> columns = new ArrayList<>(List.of(Column.text("lender", "", ""), Column.text("name", "", "")));
        IntStream.range(0, 120).forEach(i -> columns.add(Column.amount("payment " + i, "USD", "", "")));
        Iterable<List<String>> rows = () -> IntStream.range(0, 10_000).mapToObj(lender -> {
            List<String> row = new ArrayList<>(List.of("fund-" + lender, "Fund number " + lender));
            IntStream.range(0, 120).forEach(payment -> row.add(lender * 120 + payment + ".67"));
            return row;
        }).iterator();
        byte[] file = Xlsx.of(new Table("Matrix", Map.of(), columns, rows));
        long cells = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            while (!entry.getName().equals("xl/worksheets/sheet1.xml")) {
                entry = zip.getNextEntry();
            }
            byte[] buffer = new byte[1 << 16];
            for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                cells += new String(buffer, 0, n, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '<').count();
            }
        }
        assertThat(cells).as("marks in the sheet: four a cell").isGreaterThan(4L * 10_000 * 122);
        assertThat(file.length).isLessThan(20_000_000);
    }
}
