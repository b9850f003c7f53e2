package org.prorata.people;

import java.util.Set;
import java.util.UUID;

/** Whose figures an approved proposal moved. Implemented by the room that keeps allocations; this room knows lenders by id only. */
public interface AffectedLenders {

    /** The lenders of the deal of whom some position, share, slice, warrant or adjustment is another since. Called as the portal's own work, within a transaction. */
    Set<UUID> by(UUID dealId, UUID proposalId);
}
