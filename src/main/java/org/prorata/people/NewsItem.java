package org.prorata.people;

import java.time.Instant;
import java.util.UUID;
import org.prorata.web.Language;

/**
 * What is to be told to one user, with the user as it stands when it is told.
 *
 * @param email   null where it has no address any more
 * @param barred  whether it is told nothing any more: it is disabled, or chose so
 * @param browser of a sign-in; else null
 * @param network likewise
 * @param language in which the user is written to
 */
record NewsItem(UUID id, UUID user, String name, String email, boolean barred, NewsKind kind, UUID deal, UUID proposal, String browser, String network, Language language, Instant made) {
}
