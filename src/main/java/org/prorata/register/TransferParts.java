package org.prorata.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** The entries that still count of the transfer with this one, in the order they were written; empty where the entry itself counts no more, or is of none. */
    List<Entry> standingWith(long seq) {
        if (!entries.containsKey(seq) || !stands(entries.get(seq))) {
            return List.of();
        }
        List<Entry> standing = new ArrayList<>();
        entries.values().stream().filter(entry -> stands(entry) && lead(entry.seq()) == lead(seq)).sorted((a, b) -> Long.compare(a.seq(), b.seq())).forEach(standing::add);
        return List.copyOf(standing);
    }

    private boolean stands(Entry entry) {
        return entry.reverses() == null && !reversed.contains(entry.seq());
    }
}
