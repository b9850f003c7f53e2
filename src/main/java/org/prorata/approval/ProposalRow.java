package org.prorata.approval;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.prorata.identity.Viewer;

/**
 * A proposal in a list.
 *
 * @param deal  its name in addresses
 * @param waits whom an open one waits for
 * @param stale whether it is open but the deal has changed since
 * @param raisesAgent whether a figure of the agent's own position as a lender grows by it
 */
public record ProposalRow(UUID id, String deal, String dealTitle, ZoneId zone, String title, String kind, String state, String reason, String madeBy, Instant madeAt,
        String decidedBy, Instant decidedAt, Waits waits, boolean stale, boolean raisesAgent) {

    /** Whom a proposal waits for, seen by the one who asks. */
    public enum Waits { YOU, ANOTHER, NOBODY }

    /** @param version the deal's present one */
    static ProposalRow of(Proposal proposal, String deal, String dealTitle, ZoneId zone, long version, Viewer viewer) {
        return new ProposalRow(proposal.id(), deal, dealTitle, zone, proposal.title(), proposal.kind(), proposal.state().word(), proposal.reason(),
                proposal.madeByName(), proposal.madeAt(), proposal.decidedByName(), proposal.decidedAt(), waits(proposal, viewer),
                proposal.state() == Proposal.State.OPEN && proposal.baseVersion() != version, proposal.raisesAgent());
    }

    private static Waits waits(Proposal proposal, Viewer viewer) {
        if (proposal.state() != Proposal.State.OPEN) {
            return Waits.NOBODY;
        }
        return proposal.madeBy().equals(viewer.userId()) ? Waits.ANOTHER : Waits.YOU;
    }

    public boolean open() {
        return "open".equals(state);
    }

    public boolean own() {
        return waits == Waits.ANOTHER;
    }

    public boolean waitsForYou() {
        return waits == Waits.YOU;
    }
}
