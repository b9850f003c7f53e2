package org.prorata.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.prorata.calc.Fraction;
import org.prorata.web.Formats;

/**
 * An exact number as an explanation shows it.
 *
 * @param fraction p/q, or p where it is whole: this is the number
 * @param decimal  cut to nine decimals, to read
 * @param cut      whether the decimal is shorter than the number
 */
public record Exact(String fraction, String decimal, boolean cut) {

    private static final int DECIMALS = 9;

    static Exact of(Fraction number) {
        if (number == null) {
            return null;
        }
        BigDecimal decimal = number.toDecimal(DECIMALS, RoundingMode.DOWN);
        boolean cut = !Fraction.of(decimal).equals(number);
        BigDecimal shown = cut ? decimal : decimal.stripTrailingZeros();
        return new Exact(number.toString(), (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString(), cut);
    }

    /** Of minor units, in the currency itself. */
    static Exact inCurrency(Fraction minorUnits, int currencyDecimals) {
        return of(minorUnits.dividedBy(Fraction.of(BigDecimal.TEN.pow(currencyDecimals))));
    }

    /** For pages: thousands parted, a true minus sign, and … where the decimal is cut. */
    public String shown() {
        String plain = Formats.grouped(decimal.startsWith("-") ? decimal.substring(1) : decimal);
        return (decimal.startsWith("-") ? "\u2212" : "") + plain + (cut ? "\u2026" : "");
    }
}
