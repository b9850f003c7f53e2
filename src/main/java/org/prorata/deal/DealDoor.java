package org.prorata.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.prorata.identity.Who;
import org.prorata.web.NotThere;

/**
 * The one way into a deal by its name in addresses, in one statement. A deal that the viewer may not enter and one that does not exist are
 * refused alike, as {@link NotThere}. Names the deal and its pages in the top bar.
 */
@ApplicationScoped
public class DealDoor {

    @Inject
    Who who;

    @Inject
    DealNav nav;

    /** For the deal's agent and its lenders. */
    public OpenDeal enter(String slug) {
        OpenDeal open = DealList.bySlug(slug).filter(row -> who.viewer().enters(row.deal().id()))
                .map(row -> new OpenDeal(row.deal(), row.terms(), who.viewer().keeps(row.deal().id())))
                .orElseThrow(NotThere::new);
        nav.show(open.id(), open.terms(), who.viewer());
        return open;
    }

    /** For the deal's agent alone. */
    public OpenDeal keep(String slug) {
        OpenDeal open = enter(slug);
        if (!open.keeper()) {
            throw new NotThere();
        }
        return open;
    }
}
