package org.prorata.allocation;

import java.util.List;
import org.prorata.web.NotThere;

/** A total with the slices of the lenders that the viewer may see; no slices where the total is not yet known. */
public record Explained(TotalExplained total, List<SliceExplained> slices) {

    /** Every component of a payment. */
    public record OfPayment(DealHead deal, int payment, List<Explained> components) {

        static OfPayment of(Look look, Mine mine, int number) {
            return new OfPayment(DealHead.of(look), PaymentView.payment(look, number).number(),
                    look.picture().linesOf(number).stream().map(line -> Explained.of(look, mine, line)).toList());
        }
    }

    /**
     * One slice, and from where the page leads on.
     *
     * @param lenders those the viewer may switch between
     * @param slice   null where the total is not yet known
     */
    public record OfOne(DealHead deal, List<OwnLender> lenders, OwnLender lender, TotalExplained total, Mark mark, SliceExplained slice) {

        /** Several lenders to choose from and none chosen: the first. Nobody to choose from is refused as {@link NotThere}. */
        static OfOne of(Look look, Mine mine, Line line) {
            LenderRow row = mine.shown().stream().findFirst().orElseThrow(NotThere::new);
            Explained explained = Explained.of(look, new Mine(mine.choices(), List.of(row)), line);
            Mark mark = line.isWarrants() ? Mark.of(look.terms().warrants().count())
                    : Mark.ofTotal(look.picture().component(line), line);
            return new OfOne(DealHead.of(look), mine.lenders(), OwnLender.of(row), explained.total(), mark == null ? Mark.COMPUTED : mark,
                    explained.slices().stream().findFirst().orElse(null));
        }

        /** Whole units as they are shown: an amount of money with its decimals, or a number of warrants. */
        public String shown(String units) {
            return total.shown(units);
        }
    }

    static Explained of(Look look, Mine mine, Line line) {
        Weighing weighing = Weighing.of(look, mine, line);
        TotalExplained total = TotalExplained.of(look, line, weighing);
        return new Explained(total, line.isKnown() ? mine.shown().stream().map(row -> SliceExplained.of(look, line, weighing, total.carried(), row)).toList() : List.of());
    }
}
