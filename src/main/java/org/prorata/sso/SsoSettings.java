package org.prorata.sso;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is configured of the provider; the start has looked at it. */
@ApplicationScoped
class SsoSettings {

    /** The provider's address, below which its own description stands; empty: there is no single sign-on. */
    @ConfigProperty(name = "prorata.sso.issuer")
    Optional<String> issuer;

    @ConfigProperty(name = "prorata.sso.client-id")
    Optional<String> clientId;

    @ConfigProperty(name = "prorata.sso.client-secret")
    Optional<String> clientSecret;

    /** What people call the provider. */
    @ConfigProperty(name = "prorata.sso.name", defaultValue = "single sign-on")
    String name;

    /** Whether the provider asks everybody for a second factor itself. */
    @ConfigProperty(name = "prorata.sso.second-factor", defaultValue = "false")
    boolean secondFactor;

    boolean on() {
        return issuer.isPresent();
    }

    String issuer() {
        return issuer.orElseThrow();
    }

    String clientId() {
        return clientId.orElseThrow();
    }

    String clientSecret() {
        return clientSecret.orElseThrow();
    }

    String name() {
        return name;
    }

    boolean secondFactor() {
        return secondFactor;
    }
}
