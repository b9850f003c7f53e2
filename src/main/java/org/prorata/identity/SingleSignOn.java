package org.prorata.identity;

import java.net.URI;
import java.util.Optional;

/** Sign-in by a provider outside the portal. Implemented by the room that speaks with it; where none is configured nothing is offered. */
public interface SingleSignOn {

    /** What people call the provider; empty where none is configured. */
    Optional<String> provider();

    /**
     * Where the browser signs out there too; asked before the session ends.
     *
     * @return empty where the session was not opened by the provider, or it cannot be asked
     */
    Optional<URI> signOut(String session);
}
