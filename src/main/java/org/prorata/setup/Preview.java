package org.prorata.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.prorata.allocation.MatrixView;
import org.prorata.allocation.NewDeal;
import org.prorata.allocation.PaymentsView;
import org.prorata.approval.TryOut;
import org.prorata.deal.DealFile;
import org.prorata.deal.DealImport;
import org.prorata.deal.SheetProblem;
import org.prorata.web.BadInput;
import org.prorata.web.Refused;

/** What a draft's deal would be: it is imported as it would be for good, its pages' figures are read, and all is rolled back. */
@ApplicationScoped
class Preview {

    /** More lenders than these would only be scrolled past: the sums are of all. */
    private static final int MOST_LENDERS = 50;

    @Inject TryOut tryOut;
    @Inject DealImport deals;
    @Inject NewDeal figures;

    /**
     * @param payments null where the import refused; so is the matrix
     * @param two      whether there are two lenders with positions: then the totals give the other away (rule F12)
     * @param problems what only the import finds, such as a name that is taken; else none
     */
    record Seen(PaymentsView payments, MatrixView matrix, List<NewDeal.Warrants> warrants, int lenders, boolean two, List<SheetProblem> problems) {

        /** Of positions, and of payments and warrants. */
        public List<MatrixView.Part> parts() {
            return matrix.parts();
        }

        public boolean more() {
            return lenders > matrix.rows().size();
        }
    }

    /** Outside a transaction. */
    Seen of(DealFile file, UUID by) {
        try {
            return tryOut.run(() -> {
                NewDeal.Figures made = figures.of(deals.within(file, by), MOST_LENDERS);
                return new Seen(made.payments(), made.matrix(), made.warrants(), made.lenders(), made.lenders() == 2, List.of());
            });
        } catch (BadInput bad) {
            return new Seen(null, null, List.of(), 0, false, bad.problems().stream().map(SheetProblem::of).toList());
        } catch (Refused refused) {
            return new Seen(null, null, List.of(), 0, false, List.of(new SheetProblem(0, "", "", refused.getMessage())));
        }
    }
}
