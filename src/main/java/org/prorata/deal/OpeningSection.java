package org.prorata.deal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.calc.Split;

/**
 * {@code opening:} of a term sheet. {@code amounts:} or {@code percent:} by lender, each either one value (of all tranches together) or one
 * for each tranche. They add up to the principal, or to exactly 100; percentages become amounts by F6 without carry (F2).
 */
final class OpeningSection {

    private static final List<String> NAMES = List.of("on", "provenance", "note", "amounts", "percent");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SheetSection section;
    private final SheetReading reading;
    private final String name;
    /** By lender, then by tranche; the key of a total is null. */
    private final Map<String, Map<String, BigDecimal>> values = new LinkedHashMap<>();
    private boolean complete = true;

    private OpeningSection(SheetSection section, String name) {
        this.section = section;
        this.reading = section.reading();
        this.name = name;
    }

    /** @param terms null where they could not be read; then sums are not checked */
    static OpeningRegister read(SheetSection file, Terms terms) {
        SheetSection section = file.requiredSection("opening", NAMES);
        if (section == null || !section.isFields()) {
            return null;
        }
        LocalDate on = section.value("on", SheetRules.DATE_RULE);
        Provenance provenance = section.valueOr(file.reading().provenance(), "provenance", SheetRules.PROVENANCE.and(
                p -> p == Provenance.UNKNOWN ? "Positions that stand here are not unknown" : null));
        String note = section.valueOr(null, "note", SheetRules.TEXT);
        if (section.has("amounts") == section.has("percent")) {
            section.wrong("amounts", "Write either amounts or percent");
            return null;
        }
        if (on != null && terms != null) {
            datesNotBefore(section, on, terms);
        }
        return new OpeningSection(section, section.has("amounts") ? "amounts" : "percent").register(on, provenance, note, terms);
    }

    private static void datesNotBefore(SheetSection section, LocalDate on, Terms terms) {
        terms.tranches().stream().filter(t -> t.repayments().get(0).due().isBefore(on)).findFirst().ifPresent(t -> section.wrong("on",
                "A date not after the first repayment of " + t.id() + " on " + t.repayments().get(0).due()));
        terms.interest().stream().filter(t -> t.accruesFrom().value().isBefore(on)).findFirst().ifPresent(t -> section.wrong("on",
                "A date not after " + t.id() + " starts to accrue on " + t.accruesFrom().value() + ": who held what before is not known"));
        terms.stated().stream().filter(t -> t.amounts().get(0).due().isBefore(on)).findFirst().ifPresent(t -> section.wrong("on",
                "A date not after " + t.id() + " is first due on " + t.amounts().get(0).due()));
        if (terms.warrants() != null && terms.warrants().issueDate().value().isBefore(on)) {
            section.wrong("on", "A date not after the warrants are issued on " + terms.warrants().issueDate().value());
        }
    }

    private OpeningRegister register(LocalDate on, Provenance provenance, String note, Terms terms) {
        SheetRule<String> lender = SheetReading.reference(reading.lenders(), "lender");
        for (Map.Entry<String, SheetNode.Field> each : section.named(name).entrySet()) {
            SheetNode.Field field = each.getValue();
            String path = section.pathOf(name) + "." + each.getKey();
            read(new SheetNode.Scalar(field.line(), each.getKey(), false), path, lender);
            values.put(each.getKey(), field.node() instanceof SheetNode.Fields byTranche ? byTranche(byTranche, path) : total(field, path));
        }
        if (values.isEmpty()) {
            section.wrong(name, "Write at least one lender with what it holds");
            return null;
        }
        boolean byTranche = !values.values().iterator().next().containsKey(null);
        if (values.values().stream().anyMatch(v -> v.containsKey(null) == byTranche)) {
            section.wrong(name, "Either one value for every lender, or a value for each tranche for every lender");
            return null;
        }
        if (!complete || terms == null || on == null) {
            return null;
        }
        return new OpeningRegister(on, provenance, note, byTranche, byTranche ? linesByTranche(terms) : linesOfTotals(terms));
    }

    private Map<String, BigDecimal> total(SheetNode.Field field, String path) {
        Map<String, BigDecimal> one = new LinkedHashMap<>();
        one.put(null, read(field.node(), path, rule()));
        return one;
    }

    private Map<String, BigDecimal> byTranche(SheetNode.Fields fields, String path) {
        SheetRule<String> tranche = SheetReading.reference(reading.trancheIds(), "tranche");
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        fields.byName().forEach((id, field) -> {
            read(new SheetNode.Scalar(field.line(), id, false), path + "." + id, tranche);
            amounts.put(id, read(field.node(), path + "." + id, rule()));
        });
        return amounts;
    }

    /** Amounts in minor units, or percentages. */
    private SheetRule<BigDecimal> rule() {
        return name.equals("percent") ? SheetRules.PERCENT
                : node -> new BigDecimal(SheetRules.amount(reading.currency()).read(node));
    }

    private <T> T read(SheetNode node, String path, SheetRule<T> rule) {
        try {
            return rule.read(node);
        } catch (NotRight e) {
            reading.problems().add(e.at() == null ? node : e.at(), path, e.getMessage());
            complete = false;
            return null;
        }
    }

    private List<OpeningLine> linesOfTotals(Terms terms) {
        List<BigInteger> amounts = amounts(terms.totalPrincipal(), null, "the principal of all tranches");
        List<OpeningLine> lines = new ArrayList<>();
        for (String lender : values.keySet()) {
            lines.add(new OpeningLine(lender, amounts.get(lines.size()), null));
        }
        return lines;
    }

    private List<OpeningLine> linesByTranche(Terms terms) {
        List<Map<String, BigInteger>> byLender = new ArrayList<>();
        values.forEach((lender, v) -> byLender.add(new LinkedHashMap<>()));
        for (Tranche tranche : terms.tranches()) {
            List<BigInteger> amounts = amounts(tranche.principal().value(), tranche.id(), "the principal of " + tranche.id());
            int i = 0;
            for (Map<String, BigDecimal> of : values.values()) {
                if (of.containsKey(tranche.id())) {
                    byLender.get(i).put(tranche.id(), amounts.get(i));
                }
                i++;
            }
        }
        List<OpeningLine> lines = new ArrayList<>();
        for (String lender : values.keySet()) {
            lines.add(new OpeningLine(lender, null, byLender.get(lines.size())));
        }
        return lines;
    }

    private List<BigInteger> amounts(BigInteger principal, String tranche, String whatItIs) {
        List<BigDecimal> stated = values.values().stream().map(v -> v.getOrDefault(tranche, BigDecimal.ZERO)).toList();
        BigDecimal sum = stated.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (name.equals("amounts")) {
            if (sum.compareTo(new BigDecimal(principal)) != 0) {
                section.wrong(name, "Amounts that add up to " + whatItIs + ", " + TranchesSection.shown(principal, reading) + ": these add up to "
                        + TranchesSection.shown(sum.toBigIntegerExact(), reading) + ", "
                        + TranchesSection.difference(sum.toBigIntegerExact(), principal, reading));
            }
            return stated.stream().map(BigDecimal::toBigIntegerExact).toList();
        }
        if (sum.compareTo(HUNDRED) != 0) {
            section.wrong(name, "Percentages that add up to exactly 100" + (tranche == null ? "" : " in " + tranche) + ": these add up to "
                    + sum.stripTrailingZeros().toPlainString() + ", " + sum.subtract(HUNDRED).abs().stripTrailingZeros().toPlainString()
                    + (sum.compareTo(HUNDRED) > 0 ? " too much" : " too little"));
            return stated.stream().map(p -> BigInteger.ZERO).toList();
        }
        int decimals = stated.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        BigInteger[] weights = stated.stream().map(p -> p.setScale(decimals).unscaledValue()).toArray(BigInteger[]::new);
        return List.of(Split.withoutCarry(principal, weights).slices());
    }
}
