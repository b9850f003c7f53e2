package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void numbers_are_grouped_and_never_rounded() {
        assertThat(Formats.grouped(new BigDecimal("5666666.67"))).isEqualTo("5,666,666.67");
        assertThat(Formats.grouped(new BigDecimal("-1000.1234567"))).isEqualTo("-1,000.1234567");
        assertThat(Formats.grouped(new BigInteger("123456789012345678901234567890"))).isEqualTo("123,456,789,012,345,678,901,234,567,890");
        assertThat(Formats.grouped("999")).isEqualTo("999");
        assertThat(Formats.grouped("-999.00")).isEqualTo("-999.00");
        assertThat(Formats.grouped("not a number")).isEqualTo("not a number");
    }

    @Test
    void a_percentage_has_nine_decimals() {
        assertThat(Formats.percent(new BigDecimal("33.33333333333"))).isEqualTo("33.333333333\u00a0%");
        assertThat(Formats.percent(new BigDecimal("0.0000000005"))).isEqualTo("0.000000001\u00a0%");
        assertThat(Formats.percent(new BigDecimal("100"))).isEqualTo("100.000000000\u00a0%");
    }

    @Test
    void days_and_instants_are_written_for_people() {
        LocalDate day = LocalDate.of(2010, 6, 10);
        assertThat(Formats.longDate(day)).isEqualTo("10 June 2010");
        assertThat(Formats.shortDate(day)).isEqualTo("10 Jun 2010");
        assertThat(Formats.weekdayDate(day)).isEqualTo("Thu 10 Jun 2010");
        assertThat(Formats.inZone(Instant.parse("2010-06-10T21:03:22Z"), ZoneId.of("America/Vancouver"))).isEqualTo("10 Jun 2010, 14:03:22 PDT");
    }
}
