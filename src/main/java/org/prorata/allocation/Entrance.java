package org.prorata.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.prorata.deal.DealNav;
import org.prorata.deal.Stage;
import org.prorata.identity.Right;
import org.prorata.identity.Viewer;
import org.prorata.identity.Who;
import org.prorata.web.AsOf;
import org.prorata.web.AsOfParams;
import org.prorata.web.Today;

/**
 * The one way into a deal's figures: finds the deal as known at the instant asked for, and lets in only those who may see it. A deal that is not there and
 * one that is another's are the same {@link org.prorata.web.NotThere}.
 */
@ApplicationScoped
class Entrance {

    @Inject Who who;
    @Inject Today today;
    @Inject Pictures pictures;
    @Inject DealNav nav;

    /**
     * What was asked for, by whom.
     *
     * @param today the deal's date at the instant asked for
     * @param own   the lenders of the deal the viewer acts for, in register order, as the database's own wall lets them through
     */
    record Visit(Picture picture, AsOf asOf, LocalDate today, Viewer viewer, List<UUID> own) {
        /** Whether the viewer sees every lender of the deal. */
        boolean seesAll() {
            return viewer.seesAll(picture.dealId());
        }

        /** Whether the viewer may propose changes of the deal. */
        boolean proposes() {
            return viewer.may(Right.PROPOSE, picture.dealId());
        }

        Stage stage() {
            return picture.stage(asOf.on(), today);
        }
    }

    /** For whoever has this right in the deal. */
    Visit enter(String slug, AsOfParams params, Right right) {
        Viewer viewer = who.viewer();
        AsOf asked = params.resolve(today, ZoneOffset.UTC);
        Pictures.Found found = pictures.of(slug, asked.known(), viewer.where(right));
        Picture picture = found.picture();
        nav.show(picture.dealId(), picture.terms(), viewer);
        return new Visit(picture, params.resolve(today, picture.terms().zone().value()), today.today(picture.terms().zone().value(), asked.known()), viewer,
                found.own());
    }
}
