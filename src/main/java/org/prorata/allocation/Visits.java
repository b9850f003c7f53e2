package org.prorata.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.prorata.allocation.Entrance.Visit;
import org.prorata.identity.Right;
import org.prorata.web.AsOfParams;
import org.prorata.web.NotThere;

/** Through the {@link Entrance}, and to the rows of those lenders the viewer acts for: two statements, whatever the deal's size. */
@ApplicationScoped
class Visits {

    @Inject Entrance entrance;
    @Inject LenderRows rows;

    /** A visit with the lenders whose figures are shown; none for one who acts for no lender. */
    record OfLender(Visit visit, Look look, Mine mine) {

        Switches switches(String path) {
            return Switches.of(path, look, visit.asOf(), mine.chosen());
        }
    }

    /** For those who act for a lender of the deal. */
    OfLender asLender(String deal, AsOfParams params, String lender) {
        return with(arriveAsLender(deal, params), lender);
    }

    /**
     * For explanations, which are one lender's each: of any lender for those who see them all, of one they act for for others. Without a handle the rows are all
     * that may be explained: all of the deal, or own ones.
     */
    OfLender explaining(String deal, AsOfParams params, String lender) {
        return explaining(entrance.enter(deal, params, Right.READ_FIGURES), lender);
    }

    /** For whoever may open the deal; with the rows of all the lenders it may see, which are none for a borrower. */
    OfLender showing(String deal, AsOfParams params, String lender) {
        return explaining(entrance.enter(deal, params, Right.READ_DEAL), lender);
    }

    OfLender explaining(Visit visit, String lender) {
        boolean any = lender == null || lender.isBlank();
        List<LenderRow> found = !visit.seesAll() ? ownRows(visit)
                : any ? rows.all(visit.picture()) : rows.byHandle(visit.picture(), lender).stream().toList();
        return new OfLender(visit, Look.of(visit), Mine.choose(found, lender));
    }

    /** For whoever may open the deal; own figures only where there are any. */
    OfLender enter(String deal, AsOfParams params, String lender) {
        return with(entrance.enter(deal, params, Right.READ_DEAL), lender);
    }

    /** A visit to a deal in which the viewer acts for some lender, before anything is read of it. */
    Visit arriveAsLender(String deal, AsOfParams params) {
        Visit visit = entrance.enter(deal, params, Right.READ_OWN);
        if (visit.own().isEmpty()) {
            throw new NotThere();
        }
        return visit;
    }

    /** The visit with the viewer's own rows. */
    OfLender with(Visit visit, String lender) {
        return new OfLender(visit, Look.of(visit), Mine.choose(ownRows(visit), lender));
    }

    /** No row of a lender is read for one who acts for none. */
    private List<LenderRow> ownRows(Visit visit) {
        return visit.own().isEmpty() ? List.of() : rows.of(visit.picture(), visit.own());
    }
}
