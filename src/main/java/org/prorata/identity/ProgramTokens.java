package org.prorata.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.prorata.web.NotThere;

/** The tokens that users have made for their programs. Implemented by the room that knows what a token opens; this one shows them and takes them away. */
public interface ProgramTokens {

    /**
     * A token that was not revoked: nothing of it opens anything.
     *
     * @param scope    {@code read} or {@code propose}
     * @param deals    by their names in addresses
     * @param lenders  as deal and handle, {@code rusoro-2010/endeavour}
     * @param lastUsed noted once a minute; null where it never was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(UUID id, String name, String scope, List<String> deals, List<String> lenders, Instant made, Instant expires, Instant lastUsed, boolean expired) {
    }

    /** The newest first; outside a transaction. */
    List<Listed> of(UUID user);

    /** Ends one of the user's tokens, and writes that to the trail; refused as {@link NotThere} where it has none of that number. In the caller's transaction. */
    void revoke(UUID user, String login, UUID token, String because);

    /** Ends all the user's tokens, and writes each to the trail; how many there were. In the caller's transaction. */
    int revokeAll(UUID user, String login, String because);
}
