package org.prorata.identity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
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
    @Inject
    RoutingContext request;

    private boolean asNobody;

    /** Called where the request works as nobody's, whoever is signed in in its browser. */
    void workAsNobody() {
        this.asNobody = true;
    }

    /** Whose walls stand: empty where nobody is signed in, and where the request works as nobody's. */
    Optional<Viewer> walled() {
        return asNobody ? Optional.empty() : maybe();
    }

    /** The one who is signed in; refused as {@link NotThere} where nobody is, which the method's annotation has to rule out before. */
    public Viewer viewer() {
        return maybe().orElseThrow(NotThere::new);
    }

    /** The number of the session of this request, by which its user may name it. */
    public UUID session() {
        return identity.getIdentity().<Person>getAttribute(SessionMechanism.PERSON).session();
    }

    /** Who is behind the session that came with the request, be it one whose second factor is awaited; empty where there is none. */
    public Optional<Person> person() {
        return Optional.ofNullable(request.get(SessionMechanism.PERSON));
    }

    /** Likewise, where whoever is signed in, or must set up a second factor to be, may go on; others are told to sign in. */
    public Person enrolling() {
        return person().filter(one -> one.awaits() != Awaits.FACTOR).orElseThrow(UnauthorizedException::new);
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
