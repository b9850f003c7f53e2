package org.prorata.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code standing:} of a term sheet. */
final class StandingSection {

    private static final List<String> NAMES = List.of("status", "sign-by", "original-maturity", "signatures", "conditions");
    private static final List<String> SIGNATURE = List.of("id", "party", "signed");
    private static final List<String> CONDITION = List.of("id", "text", "met");
    private static final List<String> FACT = List.of("on", "reference", "recorded-by", "approved-by");

    private StandingSection() {
    }

    static Standing read(SheetSection file) {
        SheetSection section = file.section("standing", NAMES);
        if (section == null || !section.isFields()) {
            return Standing.NOTHING_TO_WAIT_FOR;
        }
        Set<String> ids = new HashSet<>();
        List<Signature> signatures = new ArrayList<>();
        for (SheetSection each : section.items("signatures", SIGNATURE)) {
            if (each.isFields()) {
                signatures.add(new Signature(SheetReading.newId(each, ids, "signature"), each.value("party", SheetRules.NAME),
                        fact(each, "signed")));
            }
        }
        ids.clear();
        List<Condition> conditions = new ArrayList<>();
        for (SheetSection each : section.items("conditions", CONDITION)) {
            if (each.isFields()) {
                conditions.add(new Condition(SheetReading.newId(each, ids, "condition"), each.known("text", SheetRules.TEXT),
                        fact(each, "met")));
            }
        }
        Sourced<String> status = section.sourcedOr(null, "status", SheetRules.TEXT);
        Sourced<LocalDate> signBy = section.sourcedOr(null, "sign-by", SheetRules.DATE_RULE);
        Sourced<LocalDate> originalMaturity = section.sourcedOr(null, "original-maturity", SheetRules.DATE_RULE);
        return new Standing(status, signBy, originalMaturity, signatures, conditions);
    }

    /** Null where it has not happened. */
    private static Fact fact(SheetSection of, String name) {
        SheetSection section = of.section(name, FACT);
        if (section == null || !section.isFields()) {
            return null;
        }
        return new Fact(section.value("on", SheetRules.DATE_RULE), section.valueOr(null, "reference", SheetRules.REFERENCE),
                section.valueOr(null, "recorded-by", SheetRules.NAME), section.valueOr(null, "approved-by", SheetRules.NAME));
    }
}
