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
 */
public record ProposalRow(UUID id, String deal, String dealTitle, ZoneId zone, String title, String kind, String state, String reason, String madeBy, Instant madeAt,
        String decidedBy, Instant decidedAt, Waits waits) {

    /** Whom a proposal waits for, seen by the one who asks. */
    public enum Waits { YOU, ANOTHER, NOBODY }

    static ProposalRow of(Proposal proposal, String deal, String dealTitle, ZoneId zone, Viewer viewer) {
        return new ProposalRow(proposal.id(), deal, dealTitle, zone, proposal.title(), proposal.kind(), proposal.state().word(), proposal.reason(),
                proposal.madeByName(), proposal.madeAt(), proposal.decidedByName(), proposal.decidedAt(), waits(proposal, viewer));
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

    public boolean waitsForYou() {
        return waits == Waits.YOU;
    }
}
