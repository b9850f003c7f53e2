package org.prorata.approval;

import java.util.UUID;

/** Fired in the transaction that applies a proposal and computes the deal's figures anew. */
public record ProposalApproved(UUID dealId, UUID proposalId) {
}
