package org.prorata.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.prorata.allocation.PaymentRow.ComponentRow;
import org.prorata.deal.Terms;

/**
 * A deal at a glance, at the end of today: what its own pages say at their top, of the deal and of the viewer's lenders in it.
 *
 * @param lenders     those the viewer acts for; empty where there are none, and then nothing is said of any
 * @param next        null where nothing is left to be paid, and where the deal has lapsed
 * @param warrants    null where the deal has none
 * @param adjustments null where the viewer's lenders have none that is open
 * @param changes     what changed for these lenders since the instant asked about; null where none was, or there are none
 */
public record Glance(UUID dealId, DealHead head, Terms terms, LocalDate today, List<OwnLender> lenders, NextPayment next, PrincipalView.TrancheLine principal, WarrantsView warrants,
        OpenAdjustments adjustments, StandingView standing, List<PaymentRow> payments, Changes changes) {

    static Glance of(Look look, Mine mine, Changes changes) {
        List<PaymentRow> payments = PaymentRows.all(look, mine);
        return new Glance(look.picture().dealId(), DealHead.of(look), look.terms(), look.today(), mine.lenders(), NextPayment.of(look, payments), PrincipalView.of(look, mine).total(),
                WarrantsView.of(look, mine), OpenAdjustments.of(look, mine), StandingView.of(look), payments, changes);
    }

    /** What is still to be paid of the next payment; empty where there is none. */
    public List<ComponentRow> nextComponents() {
        return next == null ? List.of() : payments.get(next.number() - 1).components().stream().filter(component -> component.paidOn() == null).toList();
    }
}
