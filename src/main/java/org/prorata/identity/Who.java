package org.prorata.identity;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.prorata.web.NotThere;

/** Who makes this request. */
@RequestScoped
public class Who {

    /** The attribute of an identity that names the token it rests on. */
    public static final String TOKEN = "org.prorata.token";

    @Inject
    CurrentIdentityAssociation identity;

    /** The one who is signed in; refused as {@link NotThere} where nobody is, which the method's annotation has to rule out before. */
    public Viewer viewer() {
        return maybe().orElseThrow(NotThere::new);
    }

    /** The number of the session of this request, by which its user may name it. */
    public UUID session() {
        return identity.getIdentity().getAttribute(SessionMechanism.SESSION);
    }

    /** The name of the token by which the request is made; empty where it is made by a session, or by nobody. */
    public Optional<String> token() {
        return Optional.ofNullable(identity.getIdentity().getAttribute(TOKEN));
    }

    /** The one who is signed in; empty on pages that are open to all. */
    public Optional<Viewer> maybe() {
        SecurityIdentity current = identity.getIdentity();
        return current.isAnonymous() ? Optional.empty() : Optional.ofNullable(current.getAttribute(SessionMechanism.VIEWER));
    }
}
