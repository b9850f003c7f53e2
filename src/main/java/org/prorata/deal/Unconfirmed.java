package org.prorata.deal;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What of a deal's terms nobody has said: taken for true until somebody confirms it. */
public final class Unconfirmed {

    private Unconfirmed() {}

    /** How many values of the terms are assumed (rule F11). */
    public static int assumed(Terms terms) {
        return count(TermsTree.of(terms));
    }

    private static int count(Object part) {
        if (part instanceof Cited cited) {
            return cited.provenance() == Provenance.ASSUMED ? 1 : 0;
        }
        Collection<?> parts = part instanceof Map<?, ?> map ? map.values() : part instanceof Collection<?> several ? several : List.of();
        return parts.stream().mapToInt(Unconfirmed::count).sum();
    }
}
