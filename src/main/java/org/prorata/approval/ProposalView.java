package org.prorata.approval;

import java.util.List;
import org.prorata.web.Refused;

/**
 * A proposal as its page shows it.
 *
 * @param may     what the one who looks may do with it
 * @param changes what changed since it was made, where it is open and stale
 * @param again   where the form is that takes up what it says; null where there is none
 * @param refused why what was just tried was not done; null where nothing was
 * @param typed   the comment that was typed then
 */
public record ProposalView(ProposalRow row, String reference, String comment, May may, List<String> changes, String again, Lineage lineage,
        List<Comparison.Raised> raised, List<Comparison.BookedTotal> bookedTotals, ComparisonPage comparison, Refused refused, String typed) {

    private static final int RAISED = 5;

    /** What the one who looks may do with it: @param mine it is his own @param propose he proposes changes of its deal @param decide he decides on them */
    record May(boolean mine, boolean propose, boolean decide) {
    }

    ProposalView refused(Refused why, String comment) {
        return new ProposalView(row, reference, this.comment, may, changes, again, lineage, raised, bookedTotals, comparison, why, comment);
    }

    public boolean isBundle() {
        return !lineage.parts().isEmpty();
    }

    /** The first of the agent's own figures that grow. */
    public List<Comparison.Raised> firstRaised() {
        return raised.stream().limit(RAISED).toList();
    }

    public int moreRaised() {
        return Math.max(0, raised.size() - RAISED);
    }

    public boolean canDecide() {
        return row.open() && may.decide() && !may.mine();
    }

    public boolean canApprove() {
        return canDecide() && !row.stale();
    }

    public boolean canWithdraw() {
        return row.open() && may.propose() && may.mine();
    }

    public boolean canRebase() {
        return row.stale() && may.propose();
    }
}
