package org.prorata.allocation;

import java.util.List;
import org.prorata.allocation.PaymentRows.Totals;

/**
 * All payments of a deal.
 *
 * @param lenders   those the viewer acts for; none for others, who see the totals
 * @param lender    the handle of the one chosen among several; else null
 * @param principal what is outstanding of the deal on the day, as its own totals make it: of no lender
 */
public record PaymentsView(DealHead deal, List<OwnLender> lenders, String lender, List<PaymentRow> payments, Totals totals, PrincipalView principal,
        StandingView standing) {

    static PaymentsView of(Look look, Mine mine) {
        List<PaymentRow> payments = PaymentRows.all(look, mine);
        return new PaymentsView(DealHead.of(look), mine.lenders(), mine.chosen(), payments, PaymentRows.totals(payments), PrincipalView.of(look, Mine.NOBODY),
                StandingView.of(look));
    }

    public List<OwnLender> shown() {
        return OwnLender.shown(lenders, lender);
    }

    public boolean several() {
        return shown().size() > 1;
    }

    /** Whether there are slices of one's own to show. */
    public boolean anyOwn() {
        return !lenders.isEmpty();
    }

    public boolean anyOverdue() {
        return payments.stream().anyMatch(row -> row.status() == Status.OVERDUE);
    }
}
