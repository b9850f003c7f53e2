package org.prorata.token;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.prorata.identity.ByToken;
import org.prorata.identity.Right;
import org.prorata.identity.Who;
import org.prorata.web.Failures;
import org.prorata.web.Language;

/** Refuses requests whose token opens nothing, and what no token opens: whatever is open to everybody who is signed in, but for what says otherwise, and for a reading token every change. */
@Singleton
public class TokenFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    Who who;
    @Inject
    Failures failures;
    final TokenText text = Language.texts(TokenText.class);

    /** Before anything else looks at the request; also where no page fits the address. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION + 1)
    public Response refuse(ContainerRequestContext request, RoutingContext context) {
        Misuse misuse = context.get(TokenMechanism.MISUSE);
        if (misuse == null) {
            return null;
        }
        Response answer = switch (misuse) {
            case INVALID -> failures.refusal(request, misuse.status(), text.invalidTitle(), text.invalid());
            case WITH_SESSION -> failures.refusal(request, misuse.status(), text.bothTitle(), text.both());
            case AT_A_PAGE -> failures.refusal(request, misuse.status(), text.atAPageTitle(), text.atAPage());
        };
        return misuse.error() == null ? answer : Response.fromResponse(answer).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"" + misuse.error() + "\"").build();
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void keepOut(ContainerRequestContext request, ResourceInfo resource) {
        if (who.token().isEmpty()) {
            return;
        }
        Method method = resource.getResourceMethod();
        boolean forTokens = method.isAnnotationPresent(PermissionsAllowed.class) || method.isAnnotationPresent(ByToken.class);
        boolean changes = !READING.contains(request.getMethod());
        if (!forTokens || changes && !who.viewer().may(Right.PROPOSE)) {
            throw new ForbiddenException();
        }
    }
}
