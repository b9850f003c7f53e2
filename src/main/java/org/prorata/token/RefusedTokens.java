package org.prorata.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.prorata.audit.Trail;
import org.prorata.audit.TrailActor;
import org.prorata.identity.TurnedAway;

/** Writes to the trail that a token was refused, and which, where the portal made it: one row an hour for each token, reason and address, since a program that is refused asks again and again. */
@ApplicationScoped
class RefusedTokens {

    private static final String UNKNOWN = "an unknown token";

    private final TurnedAway turnedAway = new TurnedAway();

    @Inject
    Trail trail;
    @Inject
    TrailActor actor;

    /** Outside a transaction. Whose token it is says nothing of who brought it: the row is nobody's. */
    @ActivateRequestContext
    void note(Misuse misuse, Optional<TokenLookup.Found> found, String address) {
        String because = switch (misuse) {
            case WITH_SESSION -> "it came with a session's cookie";
            case AT_A_PAGE -> "it came to an address that is not for programs";
            case INVALID -> found.map(TokenLookup.Found::fault).orElse("there is no such token");
        };
        String which = found.map(token -> token.id().toString()).orElse(UNKNOWN);
        if (turnedAway.isNewThisHour(because + ": " + which, address)) {
            actor.from(address);
            trail.writeApart("token.refused", null, found.map(token -> token.viewer().login()).orElse(UNKNOWN),
                    found.map(token -> Map.of("token", token.name(), "because", because)).orElse(Map.of("because", because)));
        }
    }
}
