package org.prorata.overview;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Something of a deal that is to be done, or to be waited for.
 *
 * @param kind    which of the groups it stands in
 * @param href    where it is done; for one who may not do it, where it is shown
 * @param doing   whether the one who asks may do it
 * @param payment the payment it is about; null where it is about none
 * @param name    a component's, or a proposal's title; null where there is none
 * @param waits   what an unknown waits for: amount, day count, rate; a payment's status where it is due; else null
 * @param on      the due date; null where there is none
 * @param amount  of the deal, a decimal string; null where it is not known, or there is none
 * @param count   how many there are of it, this one included
 * @param by      who proposed it; else null
 */
public record Task(Kind kind, String deal, String title, String sign, String href, boolean doing, Integer payment, String name, String waits, LocalDate on, String amount, int count, String by) {

    /** Of a proposal: whether the deal has changed since it was made. */
    public boolean stale() {
        return "stale".equals(waits);
    }

    /** In the order of the page. */
    public enum Kind { DECIDE, OVERDUE, DUE, WAITING, PROPOSALS, UNKNOWN, ADJUSTMENTS, CONDITIONS, SIGNATURES, ILLUSTRATIVE, ASSUMED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Of the badge that says it. */
        public String badge() {
            return switch (this) {
                case OVERDUE -> "bad";
                case DECIDE, ADJUSTMENTS -> "open";
                case DUE -> "due";
                case ILLUSTRATIVE, ASSUMED -> "warn";
                default -> "unknown";
            };
        }
    }

    public int others() {
        return count - 1;
    }
}
