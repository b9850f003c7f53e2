package org.prorata.calc;

/** A text that is no amount of its currency. The message names the value and what would be right. */
public class NotMoney extends IllegalArgumentException {

    private static final int LONGEST_SHOWN = 40;

    NotMoney(String value, String right) {
        super("\"" + shown(value) + "\" is not an amount: " + right);
    }

    /** Short and without control characters: it may come from anyone and goes to pages and log lines. */
    private static String shown(String value) {
        String start = value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
