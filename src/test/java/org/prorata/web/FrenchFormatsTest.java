package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and numbers as Canada writes them in French; what is stored and read by programs stays as it is. */
class FrenchFormatsTest {

    private static String french(Supplier<String> words) {
        return Language.FRENCH.speaking(words);
    }

    @Test
    void thousands_are_parted_by_spaces_that_do_not_break_and_decimals_by_a_comma() {
        assertThat(french(() -> Formats.grouped(new BigDecimal("5666666.67")))).isEqualTo("5\u00a0666\u00a0666,67");
        assertThat(french(() -> Formats.grouped(new BigInteger("22000000")))).isEqualTo("22\u00a0000\u00a0000");
        assertThat(french(() -> Formats.grouped("-1000.1234567"))).isEqualTo("-1\u00a0000,1234567");
        assertThat(french(() -> Formats.grouped("\u22122,500,000.00"))).isEqualTo("\u22122\u00a0500\u00a0000,00");
        assertThat(french(() -> Formats.percent(new BigDecimal("33.33333333333")))).isEqualTo("33,333333333\u00a0%");
    }

    @ParameterizedTest
    @CsvSource({"not a number", "2010-06-10", "17:00", "30/360", "1.2.3", "'1,2'"})
    void what_is_no_figure_stays_as_it_is(String text) {
        assertThat(french(() -> Formats.grouped(text))).isEqualTo(text);
    }

    @Test
    void days_and_instants_are_written_in_french_the_first_of_a_month_as_premier() {
        LocalDate day = LocalDate.of(2010, 6, 10);
        assertThat(french(() -> Formats.longDate(day))).isEqualTo("10 juin 2010");
        assertThat(french(() -> Formats.longDate(LocalDate.of(2010, 8, 1)))).isEqualTo("1er août 2010");
        assertThat(french(() -> Formats.shortDate(LocalDate.of(2010, 7, 11)))).isEqualTo("11 juill. 2010");
        assertThat(french(() -> Formats.weekdayDate(day))).isEqualTo("jeu. 10 juin 2010");
        assertThat(french(() -> Formats.weekdayName(day))).isEqualTo("jeudi");
        assertThat(french(() -> Formats.inZone(Instant.parse("2010-06-10T21:03:22Z"), ZoneId.of("America/Vancouver")))).isEqualTo("10 juin 2010, 14:03:22 HAP");
    }

    @Test
    void what_is_stored_is_written_in_english_whatever_the_language() {
        assertThat(french(() -> Formats.inEnglish("5666666.67"))).isEqualTo("5,666,666.67");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5 666 666,67|5666666.67", "5\u00a0666\u00a0666,67|5666666.67", "5\u202f666\u202f666,67|5666666.67", "5666666,67|5666666.67", "-1 000|-1000", "33,333333333 %|33.333333333%",
            "5,666,666.67|5,666,666.67", "1,234|1.234", "5666666.67|5666666.67", "5 66 666,67|5 66 666,67", "1 234,56,78|1 234,56,78", "beaucoup|beaucoup"})
    void in_french_a_figure_is_read_as_french_and_what_can_only_be_english_as_english(String typed, String read) {
        assertThat(french(() -> Formats.typed(typed))).isEqualTo(read);
    }

    @Test
    void in_english_what_is_typed_is_left_to_whoever_reads_it() {
        assertThat(Formats.typed("5 666 666,67")).isEqualTo("5 666 666,67");
        assertThat(Formats.typed(null)).isNull();
    }

    @Test
    void what_a_form_shows_in_french_it_reads_again() {
        assertThat(french(() -> Formats.typed(Formats.inForm("5,666,666.67")))).isEqualTo("5666666.67");
        assertThat(french(() -> Formats.typed(Formats.inForm("33.333333333")))).isEqualTo("33.333333333");
        assertThat(Formats.inForm("5666666.67")).isEqualTo("5666666.67");
    }
}
