package org.prorata.identity;

import java.util.UUID;
import org.prorata.web.Language;

/**
 * Who is behind a session, whatever it opens: unlike a {@link Viewer}, this is also one whose second factor is awaited.
 *
 * @param session the session's number
 * @param second  whether the session was proved by more than a password
 * @param language its own choice; null where it made none
 * @param fresh   whether the last proof is recent enough for what asks for it anew
 */
public record Person(UUID user, String login, String name, UUID session, boolean second, boolean fresh, Awaits awaits, Language language) {
}
