package org.prorata.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.prorata.web.AsOf;
import org.prorata.web.Today;

/**
 * A deal that the viewer has entered, with its terms as they stand.
 *
 * @param seesAll  whether the viewer sees every lender in it
 * @param proposes whether the viewer may propose changes of it
 */
public record OpenDeal(Deal deal, DealTerms latest, boolean seesAll, boolean proposes) {

    public UUID id() {
        return deal.id();
    }

    public String slug() {
        return deal.slug();
    }

    public Terms terms() {
        return latest.terms();
    }

    /** The terms as known at an instant; null: the latest. */
    public DealTerms known(Instant known) {
        return known == null ? latest : DealTerms.asOf(deal.id(), known);
    }

    /** Whose civil dates the deal's dates are. */
    public ZoneId zone() {
        return terms().zone().value();
    }

    /** The date whose end statuses are shown of: nothing was known to have happened later than the day on which it was known. */
    public LocalDate statusDate(AsOf asOf, Today today) {
        LocalDate now = today.today(zone(), asOf.known());
        return asOf.on().isBefore(now) ? asOf.on() : now;
    }
}
