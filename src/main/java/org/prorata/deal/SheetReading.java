package org.prorata.deal;

import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the sections of one file need to know of each other while it is read. */
final class SheetReading {

    /** Stands in for a currency that was not understood: four decimals, so that no amount is blamed for the currency. */
    private static final Currency ANY = Currency.getInstance("CLF");

    /** Among more names than these no likely one is looked for. */
    private static final int MOST_COMPARED = 200;

    private final SheetProblems problems = new SheetProblems();
    private final Map<String, Tranche> tranches = new LinkedHashMap<>();
    private final Set<String> trancheIds = new LinkedHashSet<>();
    private final Set<String> termIds = new LinkedHashSet<>();
    private final Set<String> lenders = new LinkedHashSet<>();
    private Provenance provenance = Provenance.ENTERED;
    private Currency currency = ANY;

    SheetProblems problems() {
        return problems;
    }

    Provenance provenance() {
        return provenance;
    }

    /** @param ofBareValues null where it was not understood: what is wrong then is that, and no value of the file */
    void provenance(Provenance ofBareValues) {
        provenance = ofBareValues == null ? Provenance.ENTERED : ofBareValues;
    }

    Currency currency() {
        return currency;
    }

    void currency(Currency ofTheDeal) {
        currency = ofTheDeal;
    }

    Set<String> trancheIds() {
        return trancheIds;
    }

    Map<String, Tranche> tranches() {
        return tranches;
    }

    Set<String> termIds() {
        return termIds;
    }

    Set<String> lenders() {
        return lenders;
    }

    /** The ids that components of this deal have. */
    Set<String> componentIds() {
        Set<String> ids = new HashSet<>(termIds);
        trancheIds.forEach(t -> ids.add("principal:" + t));
        return ids;
    }

    /** Reads an id that must not stand in {@code taken} yet, and adds it. */
    static String newId(SheetSection item, Set<String> taken, String of) {
        String id = item.value("id", SheetRules.ID_RULE);
        if (id != null && !taken.add(id)) {
            item.wrong("id", "Each " + of + " has an id of its own; this one is taken above");
        }
        return id;
    }

    /** The id of something above in the file. */
    static SheetRule<String> reference(Set<String> known, String what) {
        return SheetRule.ofText(text -> {
            if (!known.contains(text)) {
                String near = known.size() > MOST_COMPARED ? null : Nearest.of(text, known);
                throw new NotRight("There is no such " + what + (near == null ? "" : "; perhaps " + near)
                        + (near == null && known.size() <= 12 && !known.isEmpty() ? "; known are " + String.join(", ", known) : ""));
            }
            return text;
        });
    }
}
