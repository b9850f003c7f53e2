package org.prorata.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.prorata.identity.Right;
import org.prorata.identity.Viewer;
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

    /** For those who read its figures: all who enter the deal but a borrower. */
    public OpenDeal enter(String slug) {
        return enter(slug, Right.READ_FIGURES);
    }

    /** For those who propose changes of the deal. */
    public OpenDeal keep(String slug) {
        return enter(slug, Right.PROPOSE);
    }

    /** For those who have this right in the deal. */
    public OpenDeal enter(String slug, Right right) {
        Viewer viewer = who.viewer();
        OpenDeal open = DealList.bySlug(slug, viewer.where(right))
                .map(row -> new OpenDeal(row.deal(), row.terms(), viewer.seesAll(row.deal().id()), viewer.may(Right.PROPOSE, row.deal().id())))
                .orElseThrow(NotThere::new);
        nav.show(open.id(), open.terms(), viewer);
        return open;
    }
}
