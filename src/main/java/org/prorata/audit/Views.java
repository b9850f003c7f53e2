package org.prorata.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes to the trail that somebody was shown other lenders' figures: every page of a deal for its agent or an auditor, its JSON, a form, also one that comes back with
 * what is wrong in it. What has a row of its own, as a download has, needs no second. The row stands before the answer leaves: without it there is none.
 * A lender's own pages need no row and cost nothing here.
 */
@Singleton
public class Views {

    private static final Set<Response.Status.Family> TELL_NOTHING = Set.of(Response.Status.Family.REDIRECTION, Response.Status.Family.SERVER_ERROR);
    private static final Set<Integer> TELL_NOTHING_EITHER = Set.of(204, 401, 403, 404, 405);

    @Inject
    TrailActor actor;
    @Inject
    Trail trail;

    @ServerResponseFilter
    public void note(ContainerRequestContext request, ContainerResponseContext response) {
        boolean tells = !TELL_NOTHING.contains(response.getStatusInfo().getFamily()) && !TELL_NOTHING_EITHER.contains(response.getStatus());
        if (tells && actor.sawOthers() && !actor.hasRow()) {
            URI asked = request.getUriInfo().getRequestUri();
            trail.writeApart("view", actor.deal(), request.getMethod() + " " + asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery()),
                    Map.of("status", response.getStatus()));
        }
    }
}
