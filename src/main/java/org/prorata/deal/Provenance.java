package org.prorata.deal;

import java.util.Locale;
import java.util.Optional;

/** Where a value comes from (F11). It goes with every term and every figure, to the page, the file and the API. */
public enum Provenance {
    /** Stands in the deal's published source; the clause is named. */
    PUBLISHED,
    /** Follows from published values by a named rule. */
    COMPUTED,
    /** The source is silent; the deal file says what was chosen and why, and the agent can change it. */
    ASSUMED,
    /** Made up for a demonstration; must be replaced before real use. */
    ILLUSTRATIVE,
    /** A user of the agent entered it, and another approved it. */
    ENTERED,
    /** Not known. What depends on it is not computed, and says what it waits for (F10). */
    UNKNOWN;

    /** The word in files, on pages and in JSON: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Provenance> byWord(String word) {
        for (Provenance p : values()) {
            if (p.word().equals(word)) {
                return Optional.of(p);
            }
        }
        return Optional.empty();
    }
}
