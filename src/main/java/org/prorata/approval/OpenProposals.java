package org.prorata.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.identity.Viewer;

/** The proposals of several deals that nobody has decided yet, in three statements. Within a transaction. */
@ApplicationScoped
public class OpenProposals {

    public static final int MOST_OF_A_DEAL = 5;

    /** How the pages of proposals name a deal. */
    public record Named(String slug, String title, ZoneId zone) {}

    /**
     * @param rows the oldest first, {@link #MOST_OF_A_DEAL} of each deal at most
     * @param more how many more of a deal wait; a deal all of whose proposals are shown is left out
     */
    public record Open(List<ProposalRow> rows, Map<UUID, Integer> more) {}

    /** @param deals of which the viewer sees every lender */
    public Open of(Map<UUID, Named> deals, Viewer viewer) {
        List<Proposal> open = deals.isEmpty() ? List.of() : Proposal.open(deals.keySet(), MOST_OF_A_DEAL);
        if (open.isEmpty()) {
            return new Open(List.of(), Map.of());
        }
        Map<UUID, Long> versions = DealVersion.current(deals.keySet());
        List<ProposalRow> rows = open.stream().map(proposal -> {
            Named deal = deals.get(proposal.dealId());
            return ProposalRow.of(proposal, deal.slug(), deal.title(), deal.zone(), versions.get(proposal.dealId()), viewer);
        }).toList();
        Map<UUID, Integer> more = new HashMap<>(Proposal.countOpen(deals.keySet()));
        open.forEach(shown -> more.merge(shown.dealId(), -1, Integer::sum));
        more.values().removeIf(left -> left <= 0);
        return new Open(rows, more);
    }
}
