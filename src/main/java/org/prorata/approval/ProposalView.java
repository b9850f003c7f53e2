package org.prorata.approval;

import java.time.Instant;
import java.util.List;
import org.prorata.web.Refused;

/**
 * A proposal as its page shows it.
 *
 * @param stale   whether it is open but something changed since, told by {@code changes}
 * @param again   where the form is that takes up what it says; null where there is none
 * @param refused why what was just tried was not done; null where nothing was
 * @param typed   the comment that was typed then
 */
public record ProposalView(ProposalRow row, String reference, String comment, Instant appliedKnown, boolean mine, boolean stale, List<String> changes, String again,
        ComparisonPage comparison, Refused refused, String typed) {

    ProposalView refused(Refused why, String comment) {
        return new ProposalView(row, reference, this.comment, appliedKnown, mine, stale, changes, again, comparison, why, comment);
    }

    public boolean canDecide() {
        return row.open() && !mine;
    }

    public boolean canApprove() {
        return canDecide() && !stale;
    }

    public boolean canWithdraw() {
        return row.open() && mine;
    }
}
