package org.prorata.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Stands for a session where a test's request says so: the tests of this room need no users. */
@Singleton
public class SampleSession {

    static final String HEADER = "X-Sample-Session";
    static final String TOKEN = "the-sessions-own-token";

    @Inject
    Frame frame;

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void enter(ContainerRequestContext request) {
        if (request.getHeaderString(HEADER) != null) {
            frame.signedIn("Ada <Lender>", TOKEN, true, false);
        }
    }
}
