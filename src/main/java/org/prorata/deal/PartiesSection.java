package org.prorata.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code parties:} and {@code remarks:} of a term sheet. */
final class PartiesSection {

    private static final List<String> PARTY = List.of("role", "name", "formerly");
    private static final List<String> REMARK = List.of("topic", "text", "provenance", "clause");
    private static final SheetRule<String> ROLE = SheetRules.oneOf("role ", Party.ROLES,
            text -> Party.ROLES.contains(text) ? Optional.of(text) : Optional.empty());

    private PartiesSection() {
    }

    static List<Party> read(SheetSection file) {
        List<Party> parties = new ArrayList<>();
        for (SheetSection each : file.requiredItems("parties", PARTY)) {
            if (each.isFields()) {
                String role = each.value("role", ROLE);
                Sourced<String> name = each.sourced("name", SheetRules.NAME);
                parties.add(new Party(role, name, each.valueOr(null, "formerly", SheetRules.NAME)));
            }
        }
        if (file.has("parties") && parties.stream().noneMatch(p -> Party.BORROWER.equals(p.role()))) {
            file.wrong("parties", "Name at least the borrower: role: borrower");
        }
        return parties;
    }

    static List<Remark> remarks(SheetSection file) {
        List<Remark> remarks = new ArrayList<>();
        for (SheetSection each : file.items("remarks", REMARK)) {
            if (each.isFields()) {
                remarks.add(new Remark(each.value("topic", SheetRules.NAME), each.value("text", SheetRules.TEXT),
                        each.valueOr(file.reading().provenance(), "provenance", SheetRules.PROVENANCE),
                        each.valueOr(null, "clause", SheetRules.CLAUSE)));
            }
        }
        return remarks;
    }
}
