package org.prorata.allocation;

import java.util.List;
import org.prorata.payment.Payment;
import org.prorata.web.NotThere;

/**
 * One payment of a deal.
 *
 * @param totals how each component's total came about, in the order of the components
 */
public record PaymentView(DealHead deal, List<OwnLender> lenders, String lender, PaymentRow payment, List<TotalExplained> totals, StandingView standing) {

    static PaymentView of(Look look, Mine mine, int number) {
        return new PaymentView(DealHead.of(look), mine.lenders(), mine.chosen(), PaymentRows.one(look, mine, payment(look, number)),
                look.picture().linesOf(number).stream().map(line -> TotalExplained.of(look, line, Weighing.of(look, mine, line))).toList(), StandingView.of(look));
    }

    /** A number that the deal does not have is refused as {@link NotThere}. */
    static Payment payment(Look look, int number) {
        if (number < 1 || number > look.picture().payments().size()) {
            throw new NotThere();
        }
        return look.picture().payment(number);
    }

    /** As the one row of a table of payments. */
    public List<PaymentRow> asList() {
        return List.of(payment);
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
        return payment.status() == Status.OVERDUE;
    }
}
