package org.prorata.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How deals are named where they are granted. Implemented by the room that keeps deals; this room knows their ids only. */
public interface GrantedDeals {

    /** Empty where there is no such deal. */
    Optional<UUID> idOf(String slug);

    /** The names of these deals in addresses, without those that are not there. */
    Map<UUID, String> slugsOf(Set<UUID> deals);

    /** The names of deals in addresses, in their order. @param most at most so many */
    List<String> slugs(int most);
}
