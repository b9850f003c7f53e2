package org.prorata.identity;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who asks, and what its grants let it see and do, as they stood when the request came in.
 *
 * @param roles   the roles it holds, each with the deals it holds it in
 * @param lenders by deal, the lenders it acts for
 * @param administered by deal, the lenders whose users it manages; it sees nothing else of them by that
 * @param rights  those of its roles that it may use: all, but for what reaches less far than its user
 */
public record Viewer(UUID userId, String login, String name, Map<Role, In> roles, Map<UUID, Set<UUID>> lenders, Map<UUID, Set<UUID>> administered, Set<Right> rights) {

    /** In which deals a role is held. @param all in every deal; {@code named} says nothing about the others then */
    public record In(boolean all, Set<UUID> named) {

        static final In NONE = new In(false, Set.of());
        public static final In ALL = new In(true, Set.of());

        public In {
            named = Set.copyOf(named);
        }

        public boolean has(UUID deal) {
            return all || named.contains(deal);
        }

        public boolean any() {
            return all || !named.isEmpty();
        }

        /** The named ones as PostgreSQL writes an array. */
        public String array() {
            return Walls.array(named);
        }

        In and(In other) {
            Set<UUID> both = new HashSet<>(named);
            both.addAll(other.named);
            return new In(all || other.all, both);
        }

        /** Only those of these deals. */
        In among(Set<UUID> deals) {
            Set<UUID> kept = new HashSet<>(deals);
            if (!all) {
                kept.retainAll(named);
            }
            return new In(false, kept);
        }
    }

    private static final Set<Right> ALL_RIGHTS = Set.of(Right.values());

    public Viewer(UUID userId, String login, String name, Map<Role, In> roles, Map<UUID, Set<UUID>> lenders, Map<UUID, Set<UUID>> administered) {
        this(userId, login, name, roles, lenders, administered, ALL_RIGHTS);
    }

    public Viewer {
        rights = Set.copyOf(rights);
        roles = Map.copyOf(roles);
        lenders = copy(lenders);
        administered = copy(administered);
    }

    private static Map<UUID, Set<UUID>> copy(Map<UUID, Set<UUID>> byDeal) {
        return byDeal.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    }

    /** Whether it has this right in some deal. */
    public boolean may(Right right) {
        return where(right).any();
    }

    /** Whether it has this right in this deal. */
    public boolean may(Right right, UUID deal) {
        return where(right).has(deal);
    }

    /** The deals in which it has this right. */
    public In where(Right right) {
        return rights.contains(right) ? in(right.roles()) : In.NONE;
    }

    /** The deals in which it holds any of these roles. An administrator's and another role's grant without a deal are of every deal. */
    private In in(Set<Role> any) {
        In in = In.NONE;
        for (Role role : any) {
            In held = roles.get(role);
            in = held == null ? in : in == In.NONE ? held : in.and(held);
        }
        return in;
    }

    /** The deals it keeps, as one who proposes or approves changes of them. */
    public In kept() {
        return where(Right.PROPOSE).and(where(Right.DECIDE));
    }

    /** Whether it keeps some deal, be it one alone. */
    public boolean anyAgent() {
        return kept().any();
    }

    /** Whether it acts for some lender. */
    public boolean anyLender() {
        return !lenders.isEmpty();
    }

    /** Whether it keeps this deal, and so sees every lender in it. */
    public boolean keeps(UUID deal) {
        return kept().has(deal);
    }

    /** Whether it sees every lender of this deal, be it without changing anything. */
    public boolean seesAll(UUID deal) {
        return may(Right.READ_ALL, deal);
    }

    /** The lenders of this deal it acts for; empty where there are none. An agent's grant adds none. */
    public Set<UUID> lendersOf(UUID deal) {
        return lenders.getOrDefault(deal, Set.of());
    }

    /** The same one where no more than this is reached: less or as much as before in every deal, never more. */
    public Viewer within(Reach reach) {
        Map<UUID, Set<UUID>> reached = new HashMap<>();
        lenders.forEach((deal, acts) -> {
            Set<UUID> kept = new HashSet<>(acts);
            if (!reach.deals().contains(deal)) {
                kept.retainAll(reach.lenders());
            }
            if (!kept.isEmpty()) {
                reached.put(deal, kept);
            }
        });
        Map<Role, In> held = new EnumMap<>(Role.class);
        roles.forEach((role, in) -> held.put(role, in.among(role.names() == Role.Names.A_LENDER ? reached.keySet() : reach.deals())));
        Set<Right> usable = new HashSet<>(rights);
        usable.retainAll(reach.rights());
        return new Viewer(userId, login, name, held, reached, Map.of(), usable);
    }
}
