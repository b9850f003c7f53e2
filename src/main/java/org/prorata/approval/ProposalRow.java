package org.prorata.approval;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.prorata.identity.Right;
import org.prorata.identity.Viewer;

/**
 * A proposal in a list.
 *
 * @param deal  its name in addresses
 * @param waits whom an open one waits for
 * @param own   whether the one who asks made it
 * @param combinable whether it can be made one proposal with others: open, one's own, by one who may still propose
 * @param stale whether it is open but the deal has changed since
 * @param raisesAgent whether a figure of the agent's own position as a lender grows by it
 */
public record ProposalRow(UUID id, String deal, String dealTitle, ZoneId zone, String title, String kind, String state, String reason, String madeBy, Instant madeAt,
        String decidedBy, Instant decidedAt, Waits waits, boolean own, boolean combinable, boolean stale,
        boolean raisesAgent) {

    /** Whom a proposal waits for, seen by the one who asks. */
    public enum Waits { YOU, ANOTHER, NOBODY }

    /** @param version the deal's present one */
    static ProposalRow of(Proposal proposal, String deal, String dealTitle, ZoneId zone, long version, Viewer viewer) {
        boolean own = proposal.madeBy().equals(viewer.userId());
        boolean open = proposal.state() == Proposal.State.OPEN;
        return new ProposalRow(proposal.id(), deal, dealTitle, zone, proposal.title(), proposal.kind(), proposal.state().word(), proposal.reason(),
                proposal.madeByName(), proposal.madeAt(), proposal.decidedByName(), proposal.decidedAt(), waits(proposal, own, viewer),
                own, open && own && viewer.may(Right.PROPOSE, proposal.dealId()), open && proposal.baseVersion() != version, proposal.raisesAgent());
    }

    private static Waits waits(Proposal proposal, boolean own, Viewer viewer) {
        if (proposal.state() != Proposal.State.OPEN) {
            return Waits.NOBODY;
        }
        return !own && viewer.may(Right.DECIDE, proposal.dealId()) ? Waits.YOU : Waits.ANOTHER;
    }

    public boolean open() {
        return "open".equals(state);
    }

    public boolean waitsForYou() {
        return waits == Waits.YOU;
    }
}
