package org.prorata.approval;

import java.math.BigDecimal;
import org.prorata.web.Formats;

/**
 * A figure before and after, as texts with their thousands parted by commas; empty where it is not known.
 *
 * @param entering whether it is of a lender who was not there before
 */
public record Moved(String before, String after, boolean entering) {

    public boolean changed() {
        return !before.equals(after);
    }

    public boolean known() {
        return !after.isEmpty();
    }

    public boolean knownBefore() {
        return !before.isEmpty();
    }

    public boolean up() {
        return changed() && knownBefore() && known() && by().signum() > 0;
    }

    public boolean down() {
        return changed() && knownBefore() && known() && by().signum() < 0;
    }

    private BigDecimal by() {
        return number(after).subtract(number(before));
    }

    /** Signed, such as {@code +2,500,000.00}; empty where either figure is not known or nothing changed. */
    public String difference() {
        if (!up() && !down()) {
            return "";
        }
        return (up() ? "+" : "\u2212") + Formats.inEnglish(by().abs().toPlainString());
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", "").replace('\u2212', '-'));
    }
}
