package org.prorata.deal;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code stated:} of a term sheet: totals that are entered, not computed. */
final class StatedSection {

    private static final List<String> TERM = List.of("id", "name", "kind", "amounts");
    private static final List<String> AMOUNT = List.of("due", "amount");
    static final SheetRule<ComponentKind> KIND = SheetRules.oneOf("", List.of("interest", "fee"), text -> switch (text) {
        case "interest" -> Optional.of(ComponentKind.INTEREST);
        case "fee" -> Optional.of(ComponentKind.FEE);
        default -> Optional.empty();
    });

    private StatedSection() {
    }

    static List<StatedTerm> read(SheetSection file) {
        List<StatedTerm> terms = new ArrayList<>();
        for (SheetSection each : file.items("stated", TERM)) {
            if (!each.isFields()) {
                continue;
            }
            String id = SheetReading.newId(each, file.reading().termIds(), "interest or stated term");
            Sourced<String> name = each.known("name", SheetRules.NAME);
            ComponentKind kind = each.value("kind", KIND);
            List<StatedAmount> amounts = amounts(each.requiredItems("amounts", AMOUNT));
            if (id != null && name != null && kind != null) {
                terms.add(new StatedTerm(id, name, kind, amounts));
            }
        }
        return terms;
    }

    private static List<StatedAmount> amounts(List<SheetSection> items) {
        List<StatedAmount> amounts = new ArrayList<>();
        LocalDate before = null;
        for (SheetSection each : items) {
            if (!each.isFields()) {
                continue;
            }
            LocalDate due = each.value("due", SheetRules.DATE_RULE);
            Sourced<BigInteger> amount = each.sourced("amount", SheetRules.amount(each.reading().currency()));
            if (due != null && before != null && !due.isAfter(before)) {
                each.wrong("due", "A date after that of the amount before it, " + before);
            }
            before = due == null ? before : due;
            if (due != null && amount != null) {
                amounts.add(new StatedAmount(due, amount));
            }
        }
        return amounts;
    }
}
