package org.prorata.overview;

import java.util.List;
import org.prorata.allocation.Changes;
import org.prorata.allocation.DealHead;
import org.prorata.allocation.Glance;
import org.prorata.allocation.NextPayment;
import org.prorata.allocation.OpenAdjustments;
import org.prorata.allocation.OwnLender;
import org.prorata.allocation.PaymentRow.ComponentRow;
import org.prorata.allocation.PrincipalView;
import org.prorata.allocation.WarrantsView;
import org.prorata.calc.Money;

/**
 * A deal as a lender's user sees it on the first page: its own figures, as they stand on its allocation page.
 *
 * @param nextComponents what the next payment is still made of, each with its own slice
 * @param warrants       null where the deal has none; {@code adjustments} where none is open; {@code changes} where there was no visit before
 */
public record OwnDeal(DealHead deal, List<OwnLender> lenders, NextPayment next, List<ComponentRow> nextComponents, PrincipalView.TrancheLine principal, WarrantsView warrants,
        OpenAdjustments adjustments, Changes changes) {

    static OwnDeal of(Glance glance) {
        return new OwnDeal(glance.head(), glance.lenders(), glance.next(), glance.nextComponents(), glance.principal(), glance.warrants(), glance.adjustments(), glance.changes());
    }

    /** What the lender itself has to do; null where there is nothing. */
    public Money givesBack() {
        return adjustments != null && adjustments.anyBack() ? adjustments.fromLenders() : null;
    }

    public String path() {
        return "/deals/" + deal.deal();
    }
}
