package org.prorata.allocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.prorata.approval.Approvals;
import org.prorata.approval.Comparison;
import org.prorata.approval.Proposal;
import org.prorata.people.AffectedLenders;
import org.prorata.register.Lender;

/**
 * Finds them in the comparison that the approver was shown, which is what came about: a deal that had changed since would not have taken the proposal. Its lines stand in register order, as the lenders do that
 * were known then. It never changes, and is asked for every reader of the deal.
 */
@ApplicationScoped
class MovedLenders implements AffectedLenders {

    private static final int REMEMBERED = 100;

    @Inject Approvals approvals;

    private final Cache<UUID, Set<UUID>> found = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    @Override
    public Set<UUID> by(UUID dealId, UUID proposalId) {
        return found.get(proposalId, id -> find(dealId, Proposal.byId(id).orElseThrow()));
    }

    private Set<UUID> find(UUID dealId, Proposal proposal) {
        List<Comparison.Line> lines = approvals.comparison(proposal).lines();
        List<Lender> lenders = Lender.of(dealId, proposal.appliedKnown());
        Set<UUID> moved = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).moved()) {
                moved.add(lenders.get(i).id());
            }
        }
        return Set.copyOf(moved);
    }
}
