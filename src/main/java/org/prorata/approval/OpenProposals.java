package org.prorata.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.identity.Viewer;

/** The proposals of several deals that nobody has decided yet, in two statements. Within a transaction. */
@ApplicationScoped
public class OpenProposals {

    public static final int MOST = 50;

    /** How the pages of proposals name a deal. */
    public record Named(String slug, String title, ZoneId zone) {}

    /** The oldest first, {@link #MOST} at most. @param deals of which the viewer sees every lender */
    public List<ProposalRow> of(Map<UUID, Named> deals, Viewer viewer) {
        List<Proposal> open = deals.isEmpty() ? List.of() : Proposal.open(deals.keySet(), MOST);
        if (open.isEmpty()) {
            return List.of();
        }
        Map<UUID, Long> versions = DealVersion.current(deals.keySet());
        return open.stream().map(proposal -> {
            Named deal = deals.get(proposal.dealId());
            return ProposalRow.of(proposal, deal.slug(), deal.title(), deal.zone(), versions.get(proposal.dealId()), viewer);
        }).toList();
    }
}
