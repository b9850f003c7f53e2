package org.prorata.identity;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who asks, and what its grants let it see, as they stood when the request came in.
 *
 * @param keepsAll whether it is an agent of every deal
 * @param kept     the deals it is an agent of by a grant of their own; says nothing about the others where {@code keepsAll}
 * @param lenders  by deal, the lenders it acts for
 */
public record Viewer(UUID userId, String login, String name, boolean keepsAll, Set<UUID> kept, Map<UUID, Set<UUID>> lenders) {

    public Viewer {
        kept = Set.copyOf(kept);
        lenders = lenders.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    }

    /** Whether it is an agent of some deal, be it of one alone. */
    public boolean anyAgent() {
        return keepsAll || !kept.isEmpty();
    }

    /** Whether it acts for some lender. */
    public boolean anyLender() {
        return !lenders.isEmpty();
    }

    /** Whether it is the agent of this deal, which sees every lender in it. */
    public boolean keeps(UUID deal) {
        return keepsAll || kept.contains(deal);
    }

    /** The lenders of this deal it acts for; empty where there are none. An agent's grant adds none. */
    public Set<UUID> lendersOf(UUID deal) {
        return lenders.getOrDefault(deal, Set.of());
    }

    /** Whether it sees anything of this deal at all: as its agent or for a lender in it. */
    public boolean enters(UUID deal) {
        return keeps(deal) || lenders.containsKey(deal);
    }

    /** The deals it enters by a grant that names them; where {@code keepsAll} it enters all others too. */
    public Set<UUID> namedDeals() {
        Set<UUID> named = new HashSet<>(kept);
        named.addAll(lenders.keySet());
        return Set.copyOf(named);
    }
}
