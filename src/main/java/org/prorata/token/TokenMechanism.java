package org.prorata.token;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.prorata.identity.SessionMechanism;
import org.prorata.identity.Who;

/**
 * Turns the header {@code Authorization: Bearer prorata_…} into the identity of the request, at addresses for programs alone. A request whose token opens nothing is nobody's, and
 * {@link TokenFilter} refuses it wherever it leads: it is never taken for one without a token.
 */
@ApplicationScoped
public class TokenMechanism implements HttpAuthenticationMechanism, IdentityProvider<TokenMechanism.Presented> {

    /** What {@link TokenFilter} reads of a request that is to be refused. */
    static final String MISUSE = "org.prorata.token.misuse";
    static final String PREFIX = "prorata_";

    private static final String FOR_PROGRAMS = "/api/v1/";
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(.*)");
    private static final Pattern TOKEN = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    /** A token as a request brings it. @param misuse null where the request may bring one */
    static final class Presented extends BaseAuthenticationRequest {

        private final String token;
        private final Misuse misuse;
        private final String address;

        Presented(String token, Misuse misuse, String address) {
            this.token = token;
            this.misuse = misuse;
            this.address = address;
        }
    }

    private static final class Refused extends RuntimeException {

        private final Misuse misuse;

        Refused(Misuse misuse) {
            super("refused", null, false, false);
            this.misuse = misuse;
        }
    }

    @Inject
    TokenLookup tokens;
    @Inject
    RefusedTokens refused;

    /** Before the session's: a request that brings both must not be taken for its session's. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Optional<String> token = bearer(context.request());
        if (token.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        Misuse misuse = SessionMechanism.brought(context) ? Misuse.WITH_SESSION : context.normalizedPath().startsWith(FOR_PROGRAMS) ? null : Misuse.AT_A_PAGE;
        String address = context.request().remoteAddress() == null ? "" : context.request().remoteAddress().hostAddress();
        return identities.authenticate(new Presented(token.get(), misuse, address)).onFailure(Refused.class).recoverWithItem(failure -> {
            context.put(MISUSE, ((Refused) failure).misuse);
            return null;
        });
    }

    /** What stands after the word Bearer; of several headers nothing is right. */
    private static Optional<String> bearer(HttpServerRequest request) {
        List<String> sent = request.headers().getAll(HttpHeaders.AUTHORIZATION).stream().map(BEARER::matcher).filter(found -> found.matches()).map(found -> found.group(1).strip()).toList();
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent.size() == 1 ? sent.get(0) : "");
    }

    @Override
    public Class<Presented> getRequestType() {
        return Presented.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Presented presented, AuthenticationRequestContext context) {
        return context.runBlocking(() -> {
            Optional<TokenLookup.Found> found = TOKEN.matcher(presented.token).matches() ? tokens.find(presented.token) : Optional.empty();
            boolean valid = found.isPresent() && found.get().fault() == null;
            if (presented.misuse != null || !valid) {
                Misuse misuse = presented.misuse == null ? Misuse.INVALID : presented.misuse;
                refused.note(misuse, found, presented.address);
                throw new Refused(misuse);
            }
            return SessionMechanism.identity(found.get().viewer()).addAttribute(Who.TOKEN, found.get().name()).build();
        });
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Presented.class);
    }
}
