package org.prorata.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.prorata.web.Today;

/**
 * A deal that the viewer has entered, with its terms as they stand.
 *
 * @param keeper whether the viewer is its agent
 */
public record OpenDeal(Deal deal, DealTerms latest, boolean keeper) {

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

    /** The date whose end statuses are shown of: nothing is known to have happened later than today. */
    public LocalDate statusDate(LocalDate on, Today today) {
        LocalDate now = today.today(zone());
        return on.isBefore(now) ? on : now;
    }
}
