package org.prorata.calc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An amount: a whole count of the currency's minor units (rule F1), so 5,666,666.67 US dollars is 566666667. Any size, either sign.
 * Currencies are never mixed: adding or comparing two of them is refused with an {@link IllegalArgumentException}.
 *
 * @param minor    cents for dollars, yen for yen, fils for Kuwaiti dinars
 * @param currency an ISO 4217 currency that has minor units; gold, "no currency" and the like are refused
 */
public record Money(BigInteger minor, Currency currency) implements Comparable<Money> {

    private static final int MOST_DIGITS = 30;
    /** Thirty digits with their commas, a sign and a point. */
    private static final int LONGEST_TEXT = 48;
    private static final char MINUS = '\u2212';
    private static final Pattern PLAIN = Pattern.compile("[-\u2212]?([0-9]++|[0-9]{1,3}(,[0-9]{3})++)(\\.[0-9]++)?");

    public Money {
        Objects.requireNonNull(minor, "minor");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit to count");
        }
    }

    public static Money of(long minor, Currency currency) {
        return new Money(BigInteger.valueOf(minor), currency);
    }

    public static Money ofMinor(BigInteger minor, Currency currency) {
        return new Money(minor, currency);
    }

    /**
     * Reads "5666666.67" or "5,666,666.67", with a minus in front where negative, blanks around allowed. Fewer decimals than the
     * currency has are filled up with zeros.
     *
     * @throws NotMoney for more decimals than the currency has (nothing is rounded silently), exponents, commas out of place, more
     *                  than 30 digits, and anything else
     */
    public static Money parse(String plainDecimal, Currency currency) {
        if (plainDecimal == null || plainDecimal.isBlank()) {
            throw new NotMoney("", "write one like " + example(currency));
        }
        String text = plainDecimal.strip();
        if (text.length() > LONGEST_TEXT || text.chars().filter(c -> c >= '0' && c <= '9').count() > MOST_DIGITS) {
            throw new NotMoney(text, "it is longer than " + MOST_DIGITS + " digits");
        }
        if (!PLAIN.matcher(text).matches()) {
            throw new NotMoney(text, "write digits with a point before the decimals, like " + example(currency));
        }
        BigDecimal value = new BigDecimal(text.replace(",", "").replace(MINUS, '-'));
        int decimals = currency.getDefaultFractionDigits();
        if (value.scale() > decimals) {
            throw new NotMoney(text, currency.getCurrencyCode() + (decimals == 0 ? " has no decimals, like " : " has at most " + decimals
                    + " decimals, like ") + example(currency));
        }
        return new Money(value.setScale(decimals).unscaledValue(), currency);
    }

    private static String example(Currency currency) {
        return Money.of(566666667, currency).decimal();
    }

    public Money plus(Money other) {
        return new Money(minor.add(same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(minor.subtract(same(other).minor), currency);
    }

    public Money negated() {
        return new Money(minor.negate(), currency);
    }

    public boolean isZero() {
        return minor.signum() == 0;
    }

    /** −1, 0 or 1. */
    public int signum() {
        return minor.signum();
    }

    /** For files and JSON: "5666666.67", always with the currency's decimals, "-" in front where negative. */
    public String decimal() {
        return new BigDecimal(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    /** For pages: "5,666,666.67", with a true minus sign (U+2212) in front where negative. */
    public String grouped() {
        String plain = new Money(minor.abs(), currency).decimal();
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        for (int comma = (point < 0 ? plain.length() : point) - 3; comma > 0; comma -= 3) {
            text.insert(comma, ',');
        }
        return signum() < 0 ? MINUS + text.toString() : text.toString();
    }

    @Override
    public int compareTo(Money other) {
        return minor.compareTo(same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " are never added or compared");
        }
        return other;
    }
}
