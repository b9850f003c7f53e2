package org.prorata.approval;

import java.util.UUID;

/** What recomputes a deal. One implementation, in the room that knows all figures. */
public interface Figures {

    /** Makes and stores the deal's next calculation from what stands in this transaction; refuses ({@code web.Refused}) what no figures can be made of. */
    void recompute(Turn turn, UUID proposalId);

    /**
     * Applies the change between a look at the figures before it and after it; refuses what {@link #recompute} would. Nothing is stored of the figures, and
     * the caller rolls back the change.
     */
    Comparison compare(UUID dealId, Runnable change);
}
