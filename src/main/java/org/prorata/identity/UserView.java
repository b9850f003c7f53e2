package org.prorata.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.prorata.web.Formats;

/**
 * A user as administrators see it.
 *
 * @param email           where its mail goes; null where it has no address
 * @param withoutPassword whether it was invited and has not come yet
 * @param invitedUntil    until when its invitation may be taken; null where none is open
 * @param lastSignIn   null where it never signed in
 * @param openSessions that may be used
 * @param managed      whether who looks sees and manages all of it; a lender's administrator only the grants of its lenders where the user has others too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserView(UUID id, String login, String name, String email, boolean disabled, boolean withoutPassword, Instant invitedUntil, Instant lastSignIn, int openSessions, boolean managed, List<GrantView> grants) {

    /** On a page of many users; the others stand on the user's own. */
    private static final int FIRST = 4;

    /**
     * @param deal   its name in addresses; null: every deal, or the portal
     * @param lender its handle, with its name; null in all but a lender's grants
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GrantView(UUID id, String role, String deal, String lender, String lenderName, Instant granted) {

        /** As the trail tells it. */
        String line() {
            return role + (deal == null ? "" : " " + deal) + (lender == null ? "" : " " + lender);
        }

        /** Whether it reaches every deal, of which its role knows. */
        public boolean everyDeal() {
            return deal == null && Role.of(role).names() != Role.Names.NOTHING;
        }
    }

    /** Invited, and may come. */
    public boolean invited() {
        return withoutPassword && invitedUntil != null;
    }

    public String invitedMinute() {
        return Formats.minute(invitedUntil);
    }

    public List<GrantView> firstGrants() {
        return grants.subList(0, Math.min(FIRST, grants.size()));
    }

    public int moreGrants() {
        return Math.max(0, grants.size() - FIRST);
    }

    public String lastMinute() {
        return lastSignIn == null ? null : Formats.minute(lastSignIn);
    }
}
