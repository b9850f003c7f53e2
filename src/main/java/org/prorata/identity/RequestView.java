package org.prorata.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.prorata.web.Formats;

/**
 * What was asked for a user, as an administrator sees it.
 *
 * @param asks       {@code grant}, or {@code enable}: that it is let in again
 * @param deal       its name in addresses; null: every deal, or the portal
 * @param lender     its handle, with its name; null in all but a lender's grants
 * @param byLender   whether a lender's own administrator asked
 * @param state      {@code open}, {@code accepted}, {@code refused} or {@code withdrawn}
 * @param decidedBy  null while it is open, as are when and the comment
 * @param mayDecide  whether the one who looks may accept or refuse it
 * @param mayWithdraw whether it made it, and may take it back
 * @param waitsFor   why the one who looks may not decide: {@code another}, {@code other} (it is for itself) or {@code lender} (another administrator of the lender's does); null where it may, or nobody may any more
 * @param ids        what it names, by number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(UUID id, String asks, UUID user, String login, String name, String role, String deal, String lender, String lenderName, String reason, boolean byLender,
        UUID askedById, String askedBy, Instant asked, String state, String decidedBy, Instant decided, String comment, boolean mayDecide, boolean mayWithdraw, String waitsFor, @JsonIgnore Ids ids) {

    /** @param colleague whether an administrator of the lender's who has come, other than who asked and whom it is for, could decide */
    record Ids(UUID deal, UUID lender, boolean colleague) {
    }

    /** As the trail tells it. */
    String line() {
        return asks.equals("enable") ? "enable" : new UserView.GrantView(null, role, deal, lender, null, null).line();
    }

    @JsonIgnore
    public boolean isOpen() {
        return state.equals("open");
    }

    @JsonIgnore
    public boolean isGrant() {
        return asks.equals("grant");
    }

    /** Whether it is of every deal, of which its role knows. */
    @JsonIgnore
    public boolean isEveryDeal() {
        return isGrant() && deal == null && Role.of(role).names() != Role.Names.NOTHING;
    }

    @JsonIgnore
    public String getAskedMinute() {
        return Formats.minute(asked);
    }

    @JsonIgnore
    public String getDecidedMinute() {
        return decided == null ? null : Formats.minute(decided);
    }
}
