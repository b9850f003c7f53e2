package org.prorata.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.prorata.audit.Trail;
import org.prorata.audit.TrailActor;
import org.prorata.web.Failures;

/**
 * Writes to the trail what a signed-in user was refused: every 403, and every 404 of an address that exists as such, since another's thing and none look alike. By now the
 * refused transaction has been rolled back. The row is the portal's, whatever the deal: how long it takes must not tell what exists. What a stranger is
 * refused is one row an hour for each kind of request and address, since it costs a stranger nothing to ask again.
 */
@Singleton
public class RefusedAccess {

    /** The property of a request that says why it was refused, where there is more to say than the status. */
    public static final String BECAUSE = "org.prorata.refused-because";

    @Inject
    Who who;
    @Inject
    Trail trail;
    @Inject
    TrailActor actor;

    private final TurnedAway strangers = new TurnedAway();

    @ServerResponseFilter
    public void note(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        String path = request.getUriInfo().getPath();
        boolean forbidden = response.getStatus() == Response.Status.FORBIDDEN.getStatusCode();
        boolean another = response.getStatus() == Response.Status.NOT_FOUND.getStatusCode()
                && resource != null && resource.getResourceMethod() != null;
        Object because = request.getProperty(BECAUSE);
        Map<String, Object> told = because == null ? Map.of("status", response.getStatus()) : Map.of("status", response.getStatus(), "because", because);
        if (who.maybe().isPresent()) {
            if (forbidden || another) {
                trail.writeApart("access.refused", null, request.getMethod() + " " + path, told);
            }
        } else if (resource != null && resource.getResourceMethod() != null && (forbidden || request.getProperty(Failures.SIGN_IN_FIRST) != null)
                && strangers.isNewThisHour(resource.getResourceMethod() + " " + forbidden, actor.address())) {
            trail.writeApart("access.refused", null, request.getMethod() + " " + path, forbidden ? told : Map.of("because", "nobody was signed in"));
        }
    }
}
