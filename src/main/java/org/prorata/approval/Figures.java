package org.prorata.approval;

import java.util.UUID;

/** What recomputes a deal. One implementation, in the room that knows all figures. */
public interface Figures {

    /** Makes and stores the deal's next calculation from what stands in this transaction; refuses ({@code web.Refused}) what no figures can be made of. */
    void recompute(Turn turn, UUID proposalId);

    /** Applies the change and recomputes, between a look at the figures before it and after it. The caller rolls back. */
    Comparison compare(UUID dealId, Runnable changeAndRecompute);
}
