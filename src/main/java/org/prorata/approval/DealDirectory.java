package org.prorata.approval;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** How deals are named in addresses and lists. Implemented by the room that keeps deals; this room knows their ids only. */
public interface DealDirectory {

    Optional<UUID> idOf(String slug);

    /** The name in addresses, such as {@code rusoro-2010}. */
    String slugOf(UUID dealId);

    /** The name in lists. */
    String titleOf(UUID dealId);

    /** Whose civil dates the deal's dates are. */
    ZoneId zoneOf(UUID dealId);
}
