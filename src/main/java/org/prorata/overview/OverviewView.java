package org.prorata.overview;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.prorata.identity.UserCounts;

/**
 * The first page, by what the one who asks may do in each deal.
 *
 * @param since  the sign-in before this one, since when changes are told; null where there was none
 * @param own    the deals in which it acts for a lender
 * @param kept   those of which it sees every lender: {@code tasks} are of these
 * @param totals those of which it sees totals alone, without a lender of its own there
 * @param users  what waits for an administrator; null for others
 * @param next   the name to go on after; null on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Overview", description = "What of your deals concerns you today, by your rights in each, fifty deals a page. Amounts are decimal strings; null is not yet known.")
public record OverviewView(Instant since, List<OwnDeal> own, List<Task> tasks, List<DealLine> kept, List<DealLine> totals, UserCounts.Counted users, String next,
        @JsonIgnore boolean canImport, @JsonIgnore boolean tasksOfOthers) {

    @JsonIgnore
    public boolean noDeals() {
        return own.isEmpty() && kept.isEmpty() && totals.isEmpty();
    }
}
