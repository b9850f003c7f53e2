package org.prorata.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The second factors of users. Implemented by the room that knows how they are proved; this room knows only whether a user has any. */
public interface SecondFactor {

    /**
     * @param kind     {@code totp} or {@code passkey}
     * @param lastUsed null where it never was
     */
    record Listed(UUID id, String kind, String name, Instant added, Instant lastUsed) {
    }

    /** In the order they were added. */
    List<Listed> of(UUID user);

    /** With what the user can prove itself: {@code totp}, {@code passkey}, {@code recovery}; empty where it has no second factor. */
    List<String> ways(UUID user);

    /** Takes all of them away, and the recovery codes, in the caller's transaction; how many there were. */
    int takeAway(UUID user);
}
