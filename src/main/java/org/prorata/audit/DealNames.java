package org.prorata.audit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How deals are named in addresses, for the trail's pages. Implemented by the room that keeps deals; this room knows their ids only. */
public interface DealNames {

    /** Empty where there is no such deal, and where who asks may not read the trail of it: the two are alike. */
    Optional<UUID> idRead(String slug);

    /** The names of these deals, without those that are not there. */
    Map<UUID, String> slugsOf(Set<UUID> deals);
}
