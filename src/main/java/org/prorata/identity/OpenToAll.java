package org.prorata.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What is open to all – a sign-in, a one-time link – works behind nobody's walls: it finds and does the same whoever else is signed in in the browser, who may be one that sees few
 * users. A lender's rows it shows none of, as to any stranger.
 */
@Singleton
public class OpenToAll {

    @Inject
    Who who;

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void asNobody(ResourceInfo resource) {
        if (resource.getResourceMethod() != null && resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            who.workAsNobody();
        }
    }
}
