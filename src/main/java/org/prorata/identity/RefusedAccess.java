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

/**
 * Writes to the trail what a signed-in user was refused: every 403, and every 404 of an address that exists as such, since another's thing and none look alike. By now the
 * refused transaction has been rolled back. The row is the portal's, whatever the deal: how long it takes must not tell what exists.
 */
@Singleton
public class RefusedAccess {

    @Inject
    Who who;
    @Inject
    Trail trail;

    @ServerResponseFilter
    public void note(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        String path = request.getUriInfo().getPath();
        boolean forbidden = response.getStatus() == Response.Status.FORBIDDEN.getStatusCode();
        boolean another = response.getStatus() == Response.Status.NOT_FOUND.getStatusCode()
                && resource != null && resource.getResourceMethod() != null;
        if ((forbidden || another) && who.maybe().isPresent()) {
            trail.writeApart("access.refused", null, request.getMethod() + " " + path, Map.of("status", response.getStatus()));
        }
    }
}
