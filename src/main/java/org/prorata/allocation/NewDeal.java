package org.prorata.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.prorata.deal.Deal;
import org.prorata.deal.DealTerms;
import org.prorata.deal.WarrantTerms;
import org.prorata.identity.Who;
import org.prorata.web.AsOf;
import org.prorata.web.Today;

/** The figures of a deal that the caller's transaction has just imported: what its pages would show on the day its register opens. Reads what that transaction wrote. */
@ApplicationScoped
public class NewDeal {

    @Inject Pictures pictures;
    @Inject LenderRows rows;
    @Inject Today today;
    @Inject Who who;

    /**
     * @param matrix with so many lenders as were asked for; its totals are those of all
     * @param warrants of the same lenders, as issued; none where there are none
     * @param lenders  how many there are
     */
    public record Figures(PaymentsView payments, MatrixView matrix, List<Warrants> warrants, int lenders) {
    }

    /** @param count as a text; null where it is not yet known */
    public record Warrants(String name, String count) {
    }

    /** @param most lenders that are shown, the first of the register */
    public Figures of(Deal deal, int most) {
        UUID id = deal.id();
        // As known at the import's own instant, so that nothing of a deal that is rolled back is kept as the latest.
        Picture picture = pictures.of(deal.slug(), DealTerms.latest(id).known()).picture();
        List<LenderRow> all = rows.all(picture);
        List<LenderRow> shown = all.subList(0, Math.min(most, all.size()));
        Entrance.Visit opening = visit(picture, picture.opensOn());
        return new Figures(PaymentsView.of(Look.of(opening), Mine.NOBODY), Matrix.of(opening, all).view(shown), warrants(picture, shown), all.size());
    }

    private Entrance.Visit visit(Picture picture, LocalDate on) {
        return new Entrance.Visit(picture, new AsOf(on, picture.known()), today.today(picture.terms().zone().value()), who.viewer(), List.of());
    }

    private static List<Warrants> warrants(Picture picture, List<LenderRow> shown) {
        WarrantTerms terms = picture.terms().warrants();
        Line line = terms == null ? null : picture.warrantsOn(terms.issueDate().value());
        return line == null ? List.of() : shown.stream().map(row -> new Warrants(row.name(), !line.isKnown() || row.of(line) == null ? null : row.of(line).slice().toString())).toList();
    }
}
