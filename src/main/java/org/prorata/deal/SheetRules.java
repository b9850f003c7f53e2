package org.prorata.deal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.prorata.calc.BusinessDays;
import org.prorata.calc.Convention;
import org.prorata.calc.DayCount;
import org.prorata.calc.Fraction;
import org.prorata.calc.Frequency;
import org.prorata.calc.Money;
import org.prorata.calc.NotMoney;

/** The kinds of value that a term sheet holds, each with what is refused. Also used for what is typed into forms. */
final class SheetRules {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_CLAUSE = 40;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");
    /** Names that stand for pages of their own where a deal's name stands. */
    private static final List<String> RESERVED = List.of("import", "format", "setup");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,12})?");
    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,30}|[0-9]{1,3}(,[0-9]{3}){1,9})");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    static final SheetRule<String> NAME = text(LONGEST_NAME, false);
    static final SheetRule<String> TEXT = text(LONGEST_TEXT, true);
    static final SheetRule<String> REFERENCE = text(LONGEST_REFERENCE, false);
    static final SheetRule<String> CLAUSE = text(LONGEST_CLAUSE, false);

    static final SheetRule<String> ID_RULE = SheetRule.ofText(text -> {
        if (!ID.matcher(text).matches()) {
            throw new NotRight("Up to 40 small letters, digits and hyphens, like second-instalment");
        }
        return text;
    });

    static final SheetRule<String> SLUG_RULE = SheetRule.ofText(text -> {
        if (!SLUG.matcher(text).matches() || RESERVED.contains(text)) {
            throw new NotRight("The deal's name in addresses: up to 60 small letters, digits and hyphens, like rusoro-2010; not import, format or setup");
        }
        return text;
    });

    static final SheetRule<LocalDate> DATE_RULE = SheetRule.ofText(SheetRules::date);

    static final SheetRule<LocalTime> TIME_RULE = SheetRule.ofText(text -> {
        try {
            if (TIME.matcher(text).matches()) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeException e) {
            // told below, like any other text that is no time
        }
        throw new NotRight("A time of day of 24 hours, like \"17:00\"");
    });

    static final SheetRule<ZoneId> ZONE = SheetRule.ofText(text -> {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new NotRight("A time zone by its name, like America/Vancouver or Europe/London");
        }
        return ZoneId.of(text);
    });

    static final SheetRule<Currency> CURRENCY = SheetRule.ofText(text -> {
        try {
            Currency currency = Currency.getInstance(text);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // told below, like gold, which has a code but no minor unit
        }
        throw new NotRight("A currency by its ISO 4217 code, like USD, EUR, JPY or KWD");
    });

    static final SheetRule<Boolean> YES_OR_NO = oneOf("", List.of("true", "false", "yes", "no"), text -> switch (text) {
        case "true", "yes" -> Optional.of(true);
        case "false", "no" -> Optional.of(false);
        default -> Optional.empty();
    });

    static final SheetRule<Provenance> PROVENANCE = oneOf("", Arrays.stream(Provenance.values()).map(Provenance::word).toList(),
            Provenance::byWord);
    static final SheetRule<DayCount> DAY_COUNT = oneOf("day count ", Arrays.stream(DayCount.values()).map(DayCount::code).toList(),
            DayCount::byCode);
    static final SheetRule<Convention> CONVENTION = oneOf("convention ",
            Arrays.stream(Convention.values()).map(Convention::code).toList(), Convention::byCode);
    static final SheetRule<Frequency> FREQUENCY = oneOf("frequency ", Arrays.stream(Frequency.values()).map(Frequency::code).toList(),
            Frequency::byCode);
    static final SheetRule<List<String>> CALENDARS = SheetRule.listOf(oneOf("calendar ", BusinessDays.knownCalendars(),
            text -> BusinessDays.knownCalendars().contains(text) ? Optional.of(text) : Optional.<String>empty()))
            .and(codes -> codes.stream().distinct().count() < codes.size() ? "Name each calendar once" : null);
    static final SheetRule<List<LocalDate>> DATES_IN_ORDER = SheetRule.listOf(DATE_RULE).and(SheetRules::outOfOrder);

    static final SheetRule<BigDecimal> PERCENT = SheetRule.ofText(text -> {
        BigDecimal percent = decimal(text, "A percentage from 0 to 100 without the sign, with at most 12 decimals, like 10 or 7.25");
        if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new NotRight("A percentage from 0 to 100, like 10 or 7.25");
        }
        return percent;
    });

    static final SheetRule<BigDecimal> PRICE = SheetRule.ofText(
            text -> decimal(text, "A price that is not negative, with at most 12 decimals, like 0.39"));

    static final SheetRule<BigInteger> WHOLE_NUMBER = SheetRule.ofText(text -> {
        if (!WHOLE.matcher(text).matches()) {
            throw new NotRight("A whole number that is not negative, like 30,000,000");
        }
        return new BigInteger(text.replace(",", ""));
    });

    static final SheetRule<Fraction> FRACTION = SheetRule.ofText(text -> {
        try {
            return Fraction.parse(text);
        } catch (NumberFormatException e) {
            throw new NotRight("A fraction of minor units, like 1700000000/3");
        }
    });

    private SheetRules() {
    }

    static SheetRule<BigInteger> signedAmount(Currency currency) {
        return SheetRule.ofText(text -> {
            try {
                return Money.parse(text, currency).minor();
            } catch (NotMoney e) {
                throw new NotRight(e.getMessage());
            }
        });
    }

    static SheetRule<BigInteger> amount(Currency currency) {
        return signedAmount(currency).and(minor -> minor.signum() < 0 ? "An amount that is not negative" : null);
    }

    static SheetRule<BigInteger> positiveAmount(Currency currency) {
        return signedAmount(currency).and(minor -> minor.signum() <= 0 ? "An amount above zero" : null);
    }

    static <T> SheetRule<T> oneOf(String what, Collection<String> known, Function<String, Optional<T>> byCode) {
        return SheetRule.ofText(text -> byCode.apply(text).orElseThrow(
                () -> new NotRight("Known " + (what.isEmpty() ? "here" : what.strip() + "s") + " are "
                        + known.stream().collect(Collectors.joining(", ")))));
    }

    static SheetRule<String> text(int longest, boolean severalLines) {
        return SheetRule.ofText(text -> {
            if (text.isBlank()) {
                throw new NotRight("Write a text here, or leave the field out");
            }
            if (text.length() > longest) {
                throw new NotRight("A text of at most " + longest + " characters; this has " + text.length());
            }
            if (SheetText.hasControl(severalLines ? text.replace("\n", "") : text)) {
                throw new NotRight(severalLines ? "Remove the characters that cannot be seen"
                        : "Write it in one line, without characters that cannot be seen");
            }
            return text;
        });
    }

    private static LocalDate date(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                LocalDate date = LocalDate.parse(text);
                if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                    throw new NotRight("A date from " + EARLIEST + " to " + LATEST);
                }
                return date;
            }
        } catch (DateTimeException e) {
            throw new NotRight("A date that exists in the calendar: year, month, day, like 2010-06-10");
        }
        throw new NotRight("A date as year, month, day, like 2010-06-10");
    }

    private static String outOfOrder(List<LocalDate> dates) {
        for (int i = 1; i < dates.size(); i++) {
            if (!dates.get(i).isAfter(dates.get(i - 1))) {
                return "Each date is later than the one before it: " + dates.get(i) + " is not after " + dates.get(i - 1);
            }
        }
        return null;
    }

    private static BigDecimal decimal(String text, String right) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NotRight(right);
        }
        return new BigDecimal(text);
    }
}
