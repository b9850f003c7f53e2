package org.prorata.overview;

import java.time.LocalDate;
import java.util.Comparator;
import org.prorata.allocation.Glance;
import org.prorata.allocation.NextPayment;
import org.prorata.allocation.PrincipalView;
import org.prorata.deal.Party;
import org.prorata.deal.Tranche;

/** A deal with its totals alone, for those who see no lender's figures by it. @param borrower null where it is not known */
public record DealLine(String deal, String title, String borrower, String sign, String currency, String stage, PrincipalView.TrancheLine principal, NextPayment next, LocalDate lastRepayment) {

    static DealLine of(Glance glance) {
        return new DealLine(glance.head().deal(), glance.head().title(), glance.terms().party(Party.BORROWER).map(party -> party.name().value()).orElse(null), glance.head().sign(),
                glance.head().currency(), glance.head().stage(), glance.principal(), glance.next(),
                glance.terms().tranches().stream().map(Tranche::finalDue).max(Comparator.naturalOrder()).orElseThrow());
    }
}
