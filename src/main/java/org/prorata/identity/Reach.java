package org.prorata.identity;

import java.util.Set;
import java.util.UUID;

/**
 * How far something that stands for a user, such as a program's token, reaches at most. It grants nothing: what it opens is what the user's own grants open too.
 *
 * @param rights  those it may use
 * @param deals   where it reaches all that the user's grants reach
 * @param lenders whose rows it reaches in other deals, by a lender's grants alone
 */
public record Reach(Set<Right> rights, Set<UUID> deals, Set<UUID> lenders) {

    public Reach {
        rights = Set.copyOf(rights);
        deals = Set.copyOf(deals);
        lenders = Set.copyOf(lenders);
    }
}
