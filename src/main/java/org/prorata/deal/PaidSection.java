package org.prorata.deal;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.prorata.calc.Fraction;

/** {@code paid:} of a term sheet: what was booked of each payment, with every lender's slice as it was paid. */
final class PaidSection {

    private static final List<String> PAYMENT = List.of("payment", "value-date", "components");
    private static final List<String> COMPONENT = List.of("component", "total", "slices");
    private static final List<String> SLICE = List.of("lender", "slice", "exact", "due");
    private static final SheetRule<Integer> NUMBER = SheetRule.ofText(text -> {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new NotRight("The number of the payment, counted from 1 by due date");
        }
        return Integer.valueOf(text);
    });

    private PaidSection() {
    }

    /** @param opening null where it could not be read */
    static List<PaidPayment> read(SheetSection file, OpeningRegister opening) {
        List<PaidPayment> paid = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (SheetSection each : file.items("paid", PAYMENT)) {
            if (!each.isFields()) {
                continue;
            }
            Integer number = each.value("payment", NUMBER);
            if (number != null && !numbers.add(number)) {
                each.wrong("payment", "Each payment stands here once; this one stands above");
            }
            LocalDate valueDate = each.value("value-date", RegisterSections.notBefore(opening));
            List<PaidComponent> components = components(each);
            if (number != null) {
                paid.add(new PaidPayment(number, valueDate, components));
            }
        }
        return paid;
    }

    private static List<PaidComponent> components(SheetSection payment) {
        SheetReading reading = payment.reading();
        SheetRule<String> known = SheetReading.reference(reading.componentIds(), "component");
        Set<String> once = new HashSet<>();
        List<PaidComponent> components = new ArrayList<>();
        for (SheetSection each : payment.requiredItems("components", COMPONENT)) {
            if (!each.isFields()) {
                continue;
            }
            String component = each.value("component", known);
            if (component != null && !once.add(component)) {
                each.wrong("component", "Each component of a payment stands here once");
            }
            BigInteger total = each.value("total", SheetRules.amount(reading.currency()));
            List<PaidSlice> slices = slices(each, total);
            components.add(new PaidComponent(component, total, slices));
        }
        return components;
    }

    private static List<PaidSlice> slices(SheetSection component, BigInteger total) {
        SheetReading reading = component.reading();
        SheetRule<String> lender = SheetReading.reference(reading.lenders(), "lender");
        SheetRule<BigInteger> amount = SheetRules.amount(reading.currency());
        Set<String> once = new HashSet<>();
        List<PaidSlice> slices = new ArrayList<>();
        boolean complete = total != null;
        BigInteger sum = BigInteger.ZERO;
        BigInteger dueSum = BigInteger.ZERO;
        Fraction exactSum = Fraction.ZERO;
        for (SheetSection each : component.items("slices", SLICE)) {
            if (!each.isFields()) {
                complete = false;
                continue;
            }
            PaidSlice slice = new PaidSlice(each.value("lender", lender), each.value("slice", amount), each.value("exact", SheetRules.FRACTION),
                    each.has("due") ? each.value("due", amount) : null);
            slices.add(slice);
            if (slice.lender() != null && !once.add(slice.lender())) {
                each.wrong("lender", "Each lender has one slice of a component; its slice stands above");
            }
            if (slice.slice() == null || slice.exact() == null) {
                complete = false;
                continue;
            }
            sum = sum.add(slice.slice());
            dueSum = dueSum.add(slice.principal());
            exactSum = exactSum.plus(slice.exact());
            Fraction off = slice.exact().minus(Fraction.of(slice.slice()));
            if (off.compareTo(Fraction.ONE) >= 0 || off.compareTo(Fraction.ONE.negated()) <= 0) {
                each.wrong("exact", "The exact part in minor units, less than one unit from the slice");
            }
        }
        if (complete && !sum.equals(total)) {
            component.wrong("slices", "Slices that add up to the total of " + TranchesSection.shown(total, reading) + ": these add up to "
                    + TranchesSection.shown(sum, reading) + ", " + TranchesSection.difference(sum, total, reading));
        }
        if (complete && sum.equals(total) && !dueSum.equals(total)) {
            component.wrong("slices", "Slices whose due amounts, where given, add up with the others to the total of " + TranchesSection.shown(total, reading) + ": they add up to "
                    + TranchesSection.shown(dueSum, reading));
        }
        if (complete && sum.equals(total) && !exactSum.equals(Fraction.of(total))) {
            component.wrong("slices", "Exact parts that add up to the total, " + total + " minor units: these add up to " + exactSum);
        }
        return slices;
    }
}
