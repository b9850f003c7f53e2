package org.prorata.deal;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code lenders:} and {@code movements:} of a term sheet. */
final class RegisterSections {

    private static final List<String> LENDER = List.of("id", "name", "formerly", "former-names", "lei", "group", "published", "contacts", "provenance", "clause");
    private static final List<String> MOVEMENT = List.of("on", "lender", "tranche", "amount", "cause", "reference");
    private static final SheetRule<String> CAUSE = SheetRules.oneOf("cause ", Movement.CAUSES,
            text -> Movement.CAUSES.contains(text) ? Optional.of(text) : Optional.empty());

    private RegisterSections() {
    }

    static List<LenderLine> lenders(SheetSection file) {
        List<LenderLine> lenders = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        Map<String, String> leis = new HashMap<>();
        for (SheetSection each : file.requiredItems("lenders", LENDER)) {
            if (!each.isFields()) {
                continue;
            }
            String id = SheetReading.newId(each, file.reading().lenders(), "lender");
            String name = each.value("name", SheetRules.NAME);
            String other = name == null ? null : ids.putIfAbsent(LenderRules.plain(name), String.valueOf(id));
            if (other != null) {
                each.wrong("name", "Each lender stands here once: " + other + " has this name");
            }
            String lei = each.valueOr(null, "lei", LenderSections.LEI);
            String same = lei == null ? null : leis.putIfAbsent(lei, String.valueOf(id));
            if (same != null) {
                each.wrong("lei", "Each legal entity stands here once: " + same + " has this LEI");
            }
            LenderDetails details = new LenderDetails(name, lei, each.valueOr(null, "group", SheetRules.NAME),
                    Boolean.TRUE.equals(each.valueOr(false, "published", SheetRules.YES_OR_NO)), LenderSections.formerNames(each, name), LenderSections.contacts(each));
            lenders.add(new LenderLine(id, details,
                    each.valueOr(file.reading().provenance(), "provenance", SheetRules.PROVENANCE.and(
                            p -> p == Provenance.UNKNOWN ? "A lender with a name is not unknown" : null)),
                    each.valueOr(null, "clause", SheetRules.CLAUSE)));
        }
        return lenders;
    }

    /** @param opening null where it could not be read */
    static List<Movement> movements(SheetSection file, OpeningRegister opening) {
        SheetReading reading = file.reading();
        SheetRule<String> lender = SheetReading.reference(reading.lenders(), "lender");
        SheetRule<String> tranche = SheetReading.reference(reading.trancheIds(), "tranche");
        SheetRule<BigInteger> amount = SheetRules.signedAmount(reading.currency()).and(a -> a.signum() == 0 ? "An amount other than zero" : null);
        List<Movement> movements = new ArrayList<>();
        for (SheetSection each : file.items("movements", MOVEMENT)) {
            if (!each.isFields()) {
                continue;
            }
            Movement movement = new Movement(each.value("on", notBefore(opening)), each.value("lender", lender),
                    each.value("tranche", tranche), each.value("amount", amount), each.value("cause", CAUSE),
                    each.valueOr(null, "reference", SheetRules.REFERENCE));
            if (Movement.EXCHANGE.equals(movement.cause()) && movement.amount() != null && movement.amount().signum() > 0) {
                each.wrong("amount", "An exchange takes principal away: a negative amount");
            }
            movements.add(movement);
        }
        return movements;
    }

    static SheetRule<LocalDate> notBefore(OpeningRegister opening) {
        return opening == null ? SheetRules.DATE_RULE : SheetRules.DATE_RULE.and(
                date -> TermSheetReader.notBefore(date, opening.on(), "when the register opens"));
    }
}
