package org.prorata.deal;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.calc.Money;

/** {@code tranches:} of a term sheet. The repayments of each add up to its principal. */
final class TranchesSection {

    private static final List<String> TRANCHE = List.of("id", "name", "principal", "repayments");
    private static final List<String> REPAYMENT = List.of("due", "amount", "wording");

    private TranchesSection() {
    }

    static List<Tranche> read(SheetSection file) {
        List<Tranche> tranches = new ArrayList<>();
        for (SheetSection each : file.requiredItems("tranches", TRANCHE)) {
            Tranche tranche = each.isFields() ? tranche(each) : null;
            if (tranche != null) {
                tranches.add(tranche);
                file.reading().tranches().put(tranche.id(), tranche);
            }
        }
        return tranches;
    }

    private static Tranche tranche(SheetSection section) {
        SheetReading reading = section.reading();
        String id = SheetReading.newId(section, reading.trancheIds(), "tranche");
        Sourced<String> name = section.known("name", SheetRules.NAME);
        Sourced<BigInteger> principal = section.known("principal", SheetRules.positiveAmount(reading.currency()));
        List<SheetSection> items = section.requiredItems("repayments", REPAYMENT);
        List<Instalment> repayments = repayments(items);
        if (repayments.size() == items.size() && !items.isEmpty() && principal != null) {
            BigInteger sum = repayments.stream().map(r -> r.amount().value()).reduce(BigInteger.ZERO, BigInteger::add);
            if (!sum.equals(principal.value())) {
                section.wrong("repayments", "Repayments that add up to the principal of " + shown(principal.value(), reading)
                        + ": these add up to " + shown(sum, reading) + ", " + difference(sum, principal.value(), reading));
            }
        }
        return id == null || name == null || principal == null || repayments.isEmpty() ? null : new Tranche(id, name, principal, repayments);
    }

    private static List<Instalment> repayments(List<SheetSection> items) {
        List<Instalment> repayments = new ArrayList<>();
        LocalDate before = null;
        for (SheetSection each : items) {
            if (!each.isFields()) {
                continue;
            }
            LocalDate due = each.value("due", SheetRules.DATE_RULE);
            Sourced<BigInteger> amount = each.known("amount", SheetRules.positiveAmount(each.reading().currency()));
            String wording = each.valueOr(null, "wording", SheetRules.NAME);
            if (due != null && before != null && !due.isAfter(before)) {
                each.wrong("due", "A date after that of the repayment before it, " + before);
            }
            before = due == null ? before : due;
            if (due != null && amount != null) {
                repayments.add(new Instalment(due, amount, wording));
            }
        }
        return repayments;
    }

    static String shown(BigInteger minor, SheetReading reading) {
        return Money.ofMinor(minor, reading.currency()).grouped();
    }

    /** "100.00 too much", "0.01 too little". */
    static String difference(BigInteger is, BigInteger shouldBe, SheetReading reading) {
        return shown(is.subtract(shouldBe).abs(), reading) + (is.compareTo(shouldBe) > 0 ? " too much" : " too little");
    }
}
