package org.prorata.register;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which entries are one transfer: those that became known together and hold from the same day, and through each correction those that it took back and wrote. So a
 * transfer keeps its identity, and its standing entries add up to zero, however often and in however small parts it is corrected.
 */
final class TransferParts {

    private record Written(Instant known, LocalDate on) {}

    private final Map<Long, Entry> entries = new HashMap<>();
    private final Map<Long, Long> leads = new HashMap<>();
    private final Set<Long> reversed = new HashSet<>();

    private TransferParts() {}

    /** @param all entries of the deal, in the order they were written */
    static TransferParts of(List<Entry> all) {
        TransferParts parts = new TransferParts();
        Map<Written, Long> first = new HashMap<>();
        for (Entry entry : all) {
            if (entry.kind() == Cause.TRANSFER) {
                parts.entries.put(entry.seq(), entry);
                parts.join(entry.seq(), first.computeIfAbsent(new Written(entry.known(), entry.on()), written -> entry.seq()));
                if (entry.reverses() != null) {
                    parts.reversed.add(entry.reverses());
                    parts.join(entry.seq(), entry.reverses());
                }
            }
        }
        return parts;
    }

    private void join(long one, long other) {
        long a = lead(one);
        long b = lead(other);
        if (a != b) {
            leads.put(Math.max(a, b), Math.min(a, b));
        }
    }

    private long lead(long seq) {
        long lead = seq;
        while (leads.containsKey(lead)) {
            lead = leads.get(lead);
        }
        return lead;
    }

    /** The entries that still count of the transfer that this one was ever of, in the order they were written; empty where none does, or it is of none. */
    List<Entry> standingWith(long seq) {
        if (!entries.containsKey(seq)) {
            return List.of();
        }
        List<Entry> standing = new ArrayList<>();
        entries.values().stream().filter(entry -> stands(entry) && lead(entry.seq()) == lead(seq)).sorted((a, b) -> Long.compare(a.seq(), b.seq())).forEach(standing::add);
        return List.copyOf(standing);
    }

    /** Everything that stands with each transfer's entries together, at the place of the first that was ever written of it. */
    static List<Entry> together(List<Entry> all) {
        TransferParts parts = of(all);
        Set<Long> reversed = new HashSet<>();
        all.stream().filter(entry -> entry.reverses() != null).forEach(entry -> reversed.add(entry.reverses()));
        return all.stream().filter(entry -> entry.reverses() == null && !reversed.contains(entry.seq()))
                .sorted(Comparator.comparingLong((Entry entry) -> parts.lead(entry.seq())).thenComparingLong(Entry::seq)).toList();
    }

    /**
     * Who sold how much to whom. Within a transfer and a tranche entries are read on until they add up to zero, which is mostly a seller and its buyer; where a
     * correction left more of them, buyers are matched with sellers in the order they stand, as {@link Spread} matches them.
     */
    List<Sale> sales() {
        List<Sale> sales = new ArrayList<>();
        Map<Long, Map<String, List<Entry>>> transfers = new LinkedHashMap<>();
        entries.values().stream().filter(this::stands)
                .sorted(Comparator.comparingLong((Entry entry) -> lead(entry.seq())).thenComparingLong(Entry::seq))
                .forEach(entry -> transfers.computeIfAbsent(lead(entry.seq()), lead -> new LinkedHashMap<>())
                        .computeIfAbsent(entry.tranche(), tranche -> new ArrayList<>()).add(entry));
        transfers.values().forEach(byTranche -> byTranche.values().forEach(ofTranche -> {
            int from = 0;
            BigInteger sum = BigInteger.ZERO;
            for (int i = 0; i < ofTranche.size(); i++) {
                sum = sum.add(ofTranche.get(i).amount());
                if (sum.signum() == 0) {
                    sales.addAll(matched(ofTranche.subList(from, i + 1)));
                    from = i + 1;
                }
            }
        }));
        return sales;
    }

    private static List<Sale> matched(List<Entry> balanced) {
        Map<UUID, BigInteger> toSell = new LinkedHashMap<>();
        balanced.stream().filter(entry -> entry.amount().signum() < 0).forEach(entry -> toSell.merge(entry.lenderId(), entry.amount().negate(), BigInteger::add));
        List<Sale> sales = new ArrayList<>();
        for (Entry bought : balanced) {
            BigInteger toBuy = bought.amount().max(BigInteger.ZERO);
            for (UUID seller : toSell.keySet()) {
                BigInteger amount = toBuy.min(toSell.get(seller));
                if (amount.signum() > 0) {
                    sales.add(new Sale(bought.on(), bought.tranche(), seller, bought.lenderId(), amount));
                    toBuy = toBuy.subtract(amount);
                    toSell.merge(seller, amount, BigInteger::subtract);
                }
            }
        }
        return sales;
    }

    /** Whether the two entries are of one transfer, through all its corrections. */
    boolean areOne(long one, long other) {
        return entries.containsKey(one) && entries.containsKey(other) && lead(one) == lead(other);
    }

    private boolean stands(Entry entry) {
        return entry.reverses() == null && !reversed.contains(entry.seq());
    }
}
