package org.prorata.scenarios;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Positions through time, by walking all entries for each one that is asked for; principal that is no entry yet leaves as if paid as scheduled (rule F3). */
final class Ledger {

    /** @param payment whether it comes after the positions just before the day's payments */
    record Entry(LocalDate on, boolean payment, String lender, String tranche, BigInteger amount) {}

    /** Principal of a component that leaves the tranche on a day. */
    record Leaving(String component, String tranche, LocalDate day, BigInteger total) {}

    private final List<String> lenders;
    private final Map<String, List<Entry>> entries;
    private final Map<Leaving, Map<String, BigInteger>> left = new LinkedHashMap<>();
    private final Map<String, Map<String, BigInteger>> asked = new HashMap<>();

    Ledger(List<String> lenders, List<Entry> entries, List<Leaving> leaving) {
        this.lenders = lenders;
        this.entries = entries.stream().collect(Collectors.groupingBy(Entry::tranche));
        leaving.stream().sorted(Comparator.comparing(Leaving::day)).forEach(each -> {
            Map<String, BigInteger> still = walk(each.tranche(), each.day(), true);
            // what clears the tranche pays each position out exactly, also behind another payment of that day (rule F7)
            left.put(each, sum(still).equals(each.total()) ? still : Slicing.of(each.total(), walk(each.tranche(), each.day(), false)));
        });
    }

    /** What each lender gets of the principal that leaves by this component. */
    Map<String, BigInteger> principal(String component) {
        return left.entrySet().stream().filter(each -> each.getKey().component().equals(component)).findFirst().orElseThrow().getValue();
    }

    Map<String, BigInteger> beforePayments(String tranche, LocalDate day) {
        return asked.computeIfAbsent(tranche + " before " + day, key -> walk(tranche, day, false));
    }

    Map<String, BigInteger> endOf(String tranche, LocalDate day) {
        return asked.computeIfAbsent(tranche + " end of " + day, key -> walk(tranche, day, true));
    }

    private Map<String, BigInteger> walk(String tranche, LocalDate day, boolean withPaymentsOfDay) {
        Map<String, BigInteger> held = new LinkedHashMap<>();
        lenders.forEach(lender -> held.put(lender, BigInteger.ZERO));
        for (Entry entry : entries.getOrDefault(tranche, List.of())) {
            if (entry.on().isBefore(day) || entry.on().equals(day) && (withPaymentsOfDay || !entry.payment())) {
                held.merge(entry.lender(), entry.amount(), BigInteger::add);
            }
        }
        left.forEach((leaving, slices) -> {
            if (leaving.tranche().equals(tranche) && (leaving.day().isBefore(day) || leaving.day().equals(day) && withPaymentsOfDay)) {
                slices.forEach((lender, slice) -> held.merge(lender, slice.negate(), BigInteger::add));
            }
        });
        return held;
    }

    static BigInteger sum(Map<String, BigInteger> held) {
        return held.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
