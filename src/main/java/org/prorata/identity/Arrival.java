package org.prorata.identity;

import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.prorata.audit.TrailActor;
import org.prorata.web.Frame;

/** Tells the layout and the trail who has come, before anything else looks at the request; also where no page fits the address. */
@Singleton
public class Arrival {

    @Inject
    Who who;
    @Inject
    Frame frame;
    @Inject
    TrailActor actor;
    @Inject
    RequestReader requests;

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
    public void tell(RoutingContext context) {
        actor.from(context.request().remoteAddress() == null ? null : context.request().remoteAddress().hostAddress());
        frame.browserToken(BrowserToken.of(context));
        Optional<Viewer> viewer = who.maybe();
        if (viewer.isPresent()) {
            Viewer known = viewer.get();
            Optional<String> token = who.token();
            actor.signedIn(known.userId(), token.map(name -> known.name() + ", by the token " + name).orElse(known.name()));
            if (token.isPresent()) {
                frame.byToken();
                return;
            }
            frame.signedIn(known.name(), context.get(SessionMechanism.CSRF), known.may(Right.READ_ALL), known.may(Right.ADMINISTER));
            if (known.may(Right.ADMINISTER) || known.may(Right.ADMINISTER_LENDER)) {
                frame.administration(known.may(Right.ADMINISTER_LENDER), waiting(known.may(Right.ADMINISTER), Side.AGENT), waiting(known.may(Right.ADMINISTER_LENDER), Side.LENDER));
            }
        } else {
            who.person().ifPresent(person -> {
                actor.signedIn(person.user(), person.name());
                frame.awaits(context.get(SessionMechanism.CSRF), person.awaits().where());
            });
        }
    }

    /** None where the answer is written by a thread that may not wait, as that of an address which is not there. */
    private IntSupplier waiting(boolean administers, Side side) {
        return () -> administers && BlockingOperationControl.isBlockingAllowed() ? requests.waiting(side) : 0;
    }
}
