package org.prorata.approval;

import java.util.UUID;

/**
 * A proposal being applied: whose turn it is, and the proposal that stands on every row it writes.
 *
 * @param approvedBy empty while it is only previewed
 * @param reference  the proposer's, such as a letter's number; may be empty
 */
public record Applied(Turn turn, UUID proposalId, String madeBy, String approvedBy, String reference) {
    public UUID dealId() {
        return turn.dealId();
    }
}
