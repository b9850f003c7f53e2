package org.prorata.approval;

import java.util.UUID;

/** A proposal being applied: whose turn it is, and the proposal that stands on every row it writes. */
public record Applied(Turn turn, UUID proposalId, String madeBy, String approvedBy) {
    public UUID dealId() {
        return turn.dealId();
    }
}
