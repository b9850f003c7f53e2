package org.prorata.web;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** How dates, instants and numbers are written on pages: {@code {day.longDate}}, {@code {amount.grouped}}. Exact: nothing is rounded but percentages, and those half-up. */
@TemplateExtension
public final class Formats {

    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY_DATE = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss zzz", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?=(\\d{3})+$)");
    private static final int PERCENT_DECIMALS = 9;

    private Formats() {
    }

    /** 10 June 2010. */
    public static String longDate(LocalDate day) {
        return LONG_DATE.format(day);
    }

    /** 10 Jun 2010. */
    public static String shortDate(LocalDate day) {
        return SHORT_DATE.format(day);
    }

    /** Thu 10 Jun 2010. */
    public static String weekdayDate(LocalDate day) {
        return WEEKDAY_DATE.format(day);
    }

    /** Saturday. */
    public static String weekdayName(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** 10 Jun 2010, 14:03:22 PDT. */
    public static String inZone(Instant at, ZoneId zone) {
        return INSTANT.format(at.atZone(zone));
    }

    /** 2026-01-02 15:04, of UTC, as the head of its column says. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** 22,000,000. */
    public static String grouped(BigInteger number) {
        return grouped(number.toString());
    }

    /** 5,666,666.67; as many decimals as it has. */
    public static String grouped(BigDecimal number) {
        return grouped(number.toPlainString());
    }

    /** A decimal string with its thousands parted by commas; anything else as it is. */
    public static String grouped(String decimal) {
        int point = decimal.indexOf('.');
        String whole = point < 0 ? decimal : decimal.substring(0, point);
        return THOUSANDS.matcher(whole).replaceAll(",") + (point < 0 ? "" : decimal.substring(point));
    }

    /** A percentage with nine decimals: 13.333333333 %. */
    public static String percent(BigDecimal percent) {
        return grouped(percent.setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP)) + "\u00a0%";
    }
}
