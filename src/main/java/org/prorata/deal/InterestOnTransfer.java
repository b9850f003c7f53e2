package org.prorata.deal;

import java.util.Arrays;
import java.util.Optional;

/** Who gets the interest of a running period when principal moves between lenders within it. What the borrower owes is the same either way (rule F5). */
public enum InterestOnTransfer {

    /** Seller and buyer each for the days they held: the period's interest is split at the effective date. */
    SPLIT("split"),

    /** All to the holder on the payment date; seller and buyer settle between themselves. */
    HOLDER("holder");

    private final String word;

    InterestOnTransfer(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static Optional<InterestOnTransfer> byWord(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word.equals(word)).findFirst();
    }
}
