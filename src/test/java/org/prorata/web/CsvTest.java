package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.web.Table.Column;

class CsvTest {

    private static byte[] file(List<Column> columns, List<String> row) {
        return Csv.of(new Table("Sample", Map.of(), columns, List.of(row)));
    }

    private static String written(Column column, String cell) {
        String file = new String(file(List.of(column), List.of(cell)), StandardCharsets.UTF_8);
        assertThat(file).startsWith("h\r\n").endsWith("\r\n");
        return file.substring(3, file.length() - 2);
    }

    private static String written(String cell) {
        return written(Column.text("h", "", ""), cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-cmd", "@SUM(A1)", " =1", "\u00a0=1", "\u200f=1", "\ufeff=1", "\u202e@x", "＝1", "－x", "-1,000.00", "--1", "=", "-", "-5666666.67", "+1"})
    void a_cell_that_could_start_a_formula_is_written_inert(String cell) {
        assertThat(Csv.inert(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5666666.67", "0", "2010-09-10", "Endeavour Financial Corporation", "a=b", "1/3", "", "’=1’"})
    void plain_words_stay_as_they_are(String cell) {
        assertThat(Csv.inert(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5666666.67", "-5666666.67", "+1", "0"})
    void a_number_in_a_column_of_numbers_stays_as_it_is(String cell) {
        assertThat(written(Column.amount("h", "USD", "", ""), cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "-1+1", "-cmd", "-1,000.00", "-1;=2"})
    void but_no_formula_hides_in_a_column_of_numbers(String cell) {
        assertThat(written(Column.amount("h", "USD", "", ""), cell).replace("\"", "")).startsWith("'" + cell.charAt(0));
    }

    @Test
    void a_formula_behind_a_line_break_a_tab_or_a_semicolon_is_inert_too() {
        assertThat(Csv.inert("a\r\n=1")).isEqualTo("a\r\n'=1");
        assertThat(Csv.inert("a;\u200f=1")).isEqualTo("a;'\u200f=1");
        assertThat(Csv.inert("a\t+1")).isEqualTo("a\t'+1");
        assertThat(Csv.inert("\t=1")).isEqualTo("'\t'=1");
    }

    @Test
    void quotes_commas_and_line_breaks_are_quoted() {
        assertThat(written("say \"no\", twice")).isEqualTo("\"say \"\"no\"\", twice\"");
        assertThat(written("two\nlines")).isEqualTo("\"two\nlines\"");
    }

    @Test
    void script_is_only_text_and_control_characters_are_left_out() {
        assertThat(written("<script>alert(1)</script>")).isEqualTo("<script>alert(1)</script>");
        assertThat(written("a\u0000b\u001bc")).isEqualTo("abc");
        assertThat(written("\u0000=1")).isEqualTo("'=1");
    }

    @Test
    void text_is_utf_8_and_an_empty_cell_is_empty() {
        byte[] file = file(List.of(Column.text("name", "", ""), Column.text("note", "", "")), Arrays.asList("Müller", null));
        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("name,note\r\nMüller,\r\n");
    }

    @Test
    void a_row_that_does_not_fit_its_header_is_a_bug() {
        assertThatThrownBy(() -> file(List.of(Column.text("a", "", ""), Column.text("b", "", "")), List.of("1"))).isInstanceOf(IllegalArgumentException.class);
    }
}
