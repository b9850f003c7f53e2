package org.prorata.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.prorata.allocation.Entrance.Visit;
import org.prorata.web.AsOfParams;
import org.prorata.web.NotThere;

/** Through the {@link Entrance}, and to the rows of those lenders the viewer acts for: two statements, whatever the deal's size. */
@ApplicationScoped
class Visits {

    @Inject Entrance entrance;
    @Inject LenderRows rows;

    /** A visit with the lenders whose figures are shown; none for an agent that acts for no lender. */
    record OfLender(Visit visit, Look look, Mine mine) {

        Switches switches(String path) {
            return Switches.of(path, look, visit.asOf(), mine.chosen());
        }
    }

    /** For those who act for a lender of the deal. */
    OfLender asLender(String deal, AsOfParams params, String lender) {
        OfLender visit = enter(deal, params, lender);
        if (visit.mine().choices().isEmpty()) {
            throw new NotThere();
        }
        return visit;
    }

    /**
     * For explanations, which are one lender's each: an agent's of any lender, others' of one they act for. Without a handle the rows are all that may be
     * explained: of the deal for its agent, own ones for others.
     */
    OfLender explaining(String deal, AsOfParams params, String lender) {
        Visit visit = entrance.enter(deal, params);
        boolean any = lender == null || lender.isBlank();
        List<LenderRow> found = !visit.keeps() ? rows.of(visit.picture(), visit.viewer().lendersOf(visit.picture().dealId()))
                : any ? rows.all(visit.picture()) : rows.byHandle(visit.picture(), lender).stream().toList();
        return new OfLender(visit, Look.of(visit), Mine.choose(found, lender));
    }

    /** For whoever may open the deal; own figures only where there are any. */
    OfLender enter(String deal, AsOfParams params, String lender) {
        Visit visit = entrance.enter(deal, params);
        List<UUID> own = List.copyOf(visit.viewer().lendersOf(visit.picture().dealId()));
        List<LenderRow> ownRows = own.isEmpty() ? List.of() : rows.of(visit.picture(), own);
        return new OfLender(visit, Look.of(visit), Mine.choose(ownRows, lender));
    }
}
