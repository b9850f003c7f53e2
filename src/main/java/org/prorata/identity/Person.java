package org.prorata.identity;

import java.util.UUID;

/**
 * Who is behind a session, whatever it opens: unlike a {@link Viewer}, this is also one whose second factor is awaited.
 *
 * @param session the session's number
 * @param second  whether the session was proved by more than a password
 * @param fresh   whether the last proof is recent enough for what asks for it anew
 */
public record Person(UUID user, String login, String name, UUID session, boolean second, boolean fresh, Awaits awaits) {
}
