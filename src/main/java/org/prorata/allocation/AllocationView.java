package org.prorata.allocation;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.prorata.allocation.PaymentRows.Totals;

/**
 * All that a lender's user sees of a deal on a day: its own rows, the deal's totals, and nothing of any other lender (rule F12).
 *
 * @param lenders those the viewer may choose from
 * @param lender  the handle of the one chosen among several; null where all are shown, or there is but one
 * @param adjustments null where none is open
 * @param next    null where nothing is left to be paid, and where the deal has lapsed
 */
@Schema(description = "Amounts are decimal strings in the deal's currency; null is not yet known. Own amounts are the sum over the lenders shown, parts are by lender.")
public record AllocationView(DealHead deal, List<OwnLender> lenders, String lender, NextPayment next, PrincipalView principal, List<AccrualLine> interest,
        List<PaymentRow> payments, Totals totals, WarrantsView warrants, ExchangeView exchange, StandingView standing,
        OpenAdjustments adjustments) {

    static AllocationView of(Look look, Mine mine) {
        List<PaymentRow> payments = PaymentRows.all(look, mine);
        return new AllocationView(DealHead.of(look), mine.lenders(), mine.chosen(), NextPayment.of(look, payments), PrincipalView.of(look, mine), Accruals.of(look, mine),
                payments, PaymentRows.totals(payments), WarrantsView.of(look, mine), ExchangeView.of(look, mine), StandingView.of(look), OpenAdjustments.of(look, mine));
    }

    /** The lenders whose parts are shown. */
    public List<OwnLender> shown() {
        return OwnLender.shown(lenders, lender);
    }

    /** Whether there are columns for each of several lenders beside their sum. */
    public boolean several() {
        return shown().size() > 1;
    }

    public boolean anyOverdue() {
        return payments.stream().anyMatch(row -> row.status() == Status.OVERDUE);
    }

    public Optional<OwnLender> only() {
        return several() ? Optional.empty() : shown().stream().findFirst();
    }
}
