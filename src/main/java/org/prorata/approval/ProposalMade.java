package org.prorata.approval;

import java.util.UUID;

/** Fired in the transaction that keeps a proposal, also one that was based anew or combined. Another than {@code madeBy} decides on it. */
public record ProposalMade(UUID dealId, UUID proposalId, UUID madeBy) {
}
