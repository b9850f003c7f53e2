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
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How dates, instants and numbers are written on pages, in the language of the moment: {@code {day.longDate}}, {@code {amount.grouped}}. Exact: nothing is rounded but percentages, and those half-up. */
@TemplateExtension
public final class Formats {

    private static final char SPACE = '\u00a0';
    private static final Map<Language, DateTimeFormatter> LONG_DATE = inEach("d MMMM uuuu");
    private static final Map<Language, DateTimeFormatter> SHORT_DATE = inEach("d MMM uuuu");
    private static final Map<Language, DateTimeFormatter> WEEKDAY_DATE = inEach("EEE d MMM uuuu");
    private static final Map<Language, DateTimeFormatter> INSTANT = inEach("d MMM uuuu, HH:mm:ss zzz");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final Pattern FIRST_OF_MONTH = Pattern.compile("(?<![0-9])1(?= \\p{L})");
    private static final Pattern FIGURE = Pattern.compile("[+\u2212-]?[0-9]{1,3}(,[0-9]{3})*(\\.[0-9]+)?(\u2026|[ \u00a0]%)?|[+\u2212-]?[0-9]+(\\.[0-9]+)?(\u2026|[ \u00a0]%)?");
    private static final Pattern TYPED_IN_FRENCH = Pattern.compile("[+\u2212-]?([0-9]{1,3}([ \u00a0\u202f][0-9]{3})+|[0-9]+)(,[0-9]+)?([ \u00a0\u202f]?%)?");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?=(\\d{3})+$)");
    private static final int PERCENT_DECIMALS = 9;

    private Formats() {
    }

    private static Map<Language, DateTimeFormatter> inEach(String pattern) {
        return Arrays.stream(Language.values()).collect(Collectors.toMap(language -> language, language -> DateTimeFormatter.ofPattern(pattern, language.locale())));
    }

    private static String written(Map<Language, DateTimeFormatter> formats, TemporalAccessor moment) {
        Language language = Language.now();
        String text = formats.get(language).format(moment);
        return language == Language.FRENCH ? FIRST_OF_MONTH.matcher(text).replaceFirst("1er") : text;
    }

    /** 10 June 2010; 10 juin 2010, 1er juin 2010. */
    public static String longDate(LocalDate day) {
        return written(LONG_DATE, day);
    }

    /** 10 Jun 2010; 10 juin 2010. */
    public static String shortDate(LocalDate day) {
        return written(SHORT_DATE, day);
    }

    /** Thu 10 Jun 2010; jeu. 10 juin 2010. */
    public static String weekdayDate(LocalDate day) {
        return written(WEEKDAY_DATE, day);
    }

    /** Saturday; samedi. */
    public static String weekdayName(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Language.now().locale());
    }

    /** 10 Jun 2010, 14:03:22 PDT; 10 juin 2010, 14:03:22 HAP. */
    public static String inZone(Instant at, ZoneId zone) {
        return written(INSTANT, at.atZone(zone));
    }

    /** 2026-01-02 15:04, of UTC, as the head of its column says. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** 22,000,000; 22 000 000. */
    public static String grouped(BigInteger number) {
        return grouped(number.toString());
    }

    /** 5,666,666.67; 5 666 666,67; as many decimals as it has. */
    public static String grouped(BigDecimal number) {
        return grouped(number.toPlainString());
    }

    /** A decimal string with its thousands parted, by commas or, in French, by no-break spaces before a decimal comma; one whose thousands are parted already likewise; anything else as it is. */
    public static String grouped(String decimal) {
        String english = inEnglish(decimal);
        return Language.now() == Language.FRENCH && FIGURE.matcher(english).matches() ? english.replace(',', SPACE).replace('.', ',').replace(" %", SPACE + "%") : english;
    }

    /** How a form shows a figure that nobody has typed yet: in French as {@link #grouped}, which {@link #typed} reads; in English as it is. */
    public static String inForm(String english) {
        return Language.now() == Language.FRENCH ? grouped(english) : english;
    }

    /**
     * What was typed for a figure as a plain decimal: in French 5 666 666,67 is 5666666.67, and so is 5,666,666.67, which can be nothing else; 1,234 has three decimals there. Anything else
     * stays as it is, for whoever reads it to refuse.
     */
    public static String typed(String figure) {
        if (figure == null || Language.now() != Language.FRENCH || !TYPED_IN_FRENCH.matcher(figure.strip()).matches()) {
            return figure;
        }
        return figure.strip().replaceAll("[ \u00a0\u202f]", "").replace(',', '.');
    }

    /** 5,666,666.67 in whatever language, for what is stored or read by programs. */
    public static String inEnglish(String decimal) {
        int point = decimal.indexOf('.');
        String whole = point < 0 ? decimal : decimal.substring(0, point);
        return THOUSANDS.matcher(whole).replaceAll(",") + (point < 0 ? "" : decimal.substring(point));
    }

    /** A percentage with nine decimals: 13.333333333 %; 13,333333333 %. */
    public static String percent(BigDecimal percent) {
        return grouped(percent.setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP)) + SPACE + "%";
    }
}
