package org.prorata.setup;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.prorata.audit.TrailActor;
import org.prorata.identity.Right;
import org.prorata.identity.Viewer;
import org.prorata.identity.Who;

/** The one way to drafts: for those who may bring in a deal, which belongs to no one deal's agent, so only for who keeps every deal. */
@ApplicationScoped
class SetupDoor {

    @Inject
    Who who;
    @Inject
    TrailActor actor;

    Viewer enter() {
        Viewer viewer = who.viewer();
        if (!viewer.where(Right.IMPORT).all()) {
            throw new ForbiddenException();
        }
        return viewer;
    }

    /** Likewise where what lenders are to hold is shown, which the trail tells. */
    Viewer showing() {
        Viewer viewer = enter();
        actor.seesOthers(null);
        return viewer;
    }
}
