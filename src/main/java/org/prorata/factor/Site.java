package org.prorata.factor;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address under which passkeys are made and asked for: {@code prorata.address}, such as {@code https://portal.example.org}. Browsers give a passkey to that address alone, and to none that is a number,
 * so it is never taken from what a request says of itself; only without one the portal takes its own at localhost, where nobody else can be.
 */
@ApplicationScoped
class Site {

    private static final String LOCAL = "localhost";

    /** @param origin as browsers write it @param host the passkeys' relying party */
    record Place(String origin, String host) {
    }

    private final Optional<URI> configured;

    Site(@ConfigProperty(name = "prorata.address") Optional<URI> configured) {
        this.configured = configured;
    }

    private static Optional<Place> place(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        boolean named = "https".equals(address.getScheme()) && host.matches("[a-z0-9.-]*[a-z][a-z0-9.-]*") || "http".equals(address.getScheme()) && host.equals(LOCAL);
        return named ? Optional.of(new Place(origin(address.getScheme(), host, address.getPort()), host)) : Optional.empty();
    }

    private static String origin(String scheme, String host, int port) {
        boolean usual = port <= 0 || port == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }

    /** Empty where passkeys cannot be used: the configured address is none of theirs, or there is none and the request was not made to localhost. */
    Optional<Place> place(RoutingContext request) {
        if (configured.isPresent()) {
            return place(configured.get());
        }
        HostAndPort asked = request.request().authority();
        return asked != null && asked.host().equalsIgnoreCase(LOCAL) ? Optional.of(new Place(origin(request.request().scheme(), LOCAL, asked.port()), LOCAL)) : Optional.empty();
    }
}
