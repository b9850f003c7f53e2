package org.prorata.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.prorata.web.Languages;

/**
 * Turns the session's cookie into the identity of the request. A cookie that opens nothing is as good as none: pages open to all stay open. So is that of a session whose second
 * factor is awaited: its request has no identity, so that no method which asks for one can forget to ask for the factor too. Who is behind it is told apart, by {@link Who#person()}.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism, IdentityProvider<SessionMechanism.Presented> {

    static final String VIEWER = "org.prorata.viewer";
    static final String PERSON = "org.prorata.person";
    static final String CSRF = "org.prorata.csrf";

    private static final int UNAUTHORIZED = 401;

    /** A session's token, as a request brings it. */
    static final class Presented extends BaseAuthenticationRequest {

        private final String token;

        Presented(String token) {
            this.token = token;
        }
    }

    @Inject
    Sessions sessions;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Optional<String> token = forAll(context) ? Optional.empty() : Channel.of(context.request()).session(context.request());
        if (token.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return identities.authenticate(new Presented(token.get())).onFailure(AuthenticationFailedException.class).recoverWithNull()
                .map(identity -> identity == null ? null : opened(identity, context));
    }

    private static SecurityIdentity opened(SecurityIdentity identity, RoutingContext context) {
        Person person = identity.getAttribute(PERSON);
        Languages.become(context, person.language());
        context.put(PERSON, person);
        context.put(CSRF, identity.getAttribute(CSRF));
        return person.awaits() == Awaits.NOTHING ? identity : null;
    }

    /** Style sheets and scripts are the same for all: no session is looked up for them. */
    private static boolean forAll(RoutingContext context) {
        String path = context.normalizedPath();
        return path.startsWith("/assets/") || path.startsWith("/_static/");
    }

    @Override
    public Class<Presented> getRequestType() {
        return Presented.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Presented presented, AuthenticationRequestContext context) {
        return context.runBlocking(() -> sessions.find(presented.token).map(SessionMechanism::identity).orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(Sessions.Found found) {
        if (found.person().awaits() == Awaits.NOTHING) {
            return identity(found.viewer()).addAttribute(PERSON, found.person()).addAttribute(CSRF, found.csrf()).build();
        }
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(found.person().login())).addAttribute(PERSON, found.person()).addAttribute(CSRF, found.csrf()).build();
    }

    /** The identity of a request that this one makes, with the rights it has in some deal as its permissions. */
    public static QuarkusSecurityIdentity.Builder identity(Viewer viewer) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(viewer.login())).addAttribute(VIEWER, viewer);
        for (Right right : Right.values()) {
            if (viewer.may(right)) {
                identity.addPermissionAsString(right.word());
            }
        }
        return identity;
    }

    /** Whether the request brings a session's cookie, be it one that opens nothing. */
    public static boolean brought(RoutingContext context) {
        return Channel.of(context.request()).session(context.request()).isPresent();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, null, null));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Presented.class);
    }
}
