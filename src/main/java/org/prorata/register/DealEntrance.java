package org.prorata.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.prorata.deal.Deal;
import org.prorata.deal.DealNav;
import org.prorata.deal.DealTerms;
import org.prorata.deal.Terms;
import org.prorata.identity.Viewer;
import org.prorata.identity.Who;
import org.prorata.web.NotThere;

/** The way into a deal for pages that look at its register and not at its figures. A deal that is not there and one that is another's are the same {@link NotThere}. */
@ApplicationScoped
public class DealEntrance {

    /** @param terms as they stand */
    public record Visit(UUID dealId, Terms terms, Viewer viewer) {
        public boolean keeps() {
            return viewer.keeps(dealId);
        }

        public String slug() {
            return terms.slug();
        }

        public ZoneId zone() {
            return terms.zone().value();
        }

        /** The lenders whose rows are shown; null: all. */
        Set<UUID> own() {
            return keeps() ? null : viewer.lendersOf(dealId);
        }
    }

    @Inject Who who;
    @Inject DealNav nav;

    /** For whoever keeps the deal or holds a share in it. */
    @Transactional
    public Visit enter(String slug) {
        Viewer viewer = who.viewer();
        UUID dealId = Deal.bySlug(slug).map(Deal::id).filter(viewer::enters).orElseThrow(NotThere::new);
        Terms terms = DealTerms.latest(dealId).terms();
        nav.show(dealId, terms, viewer);
        return new Visit(dealId, terms, viewer);
    }

    /** For the deal's agent alone. */
    @Transactional
    public Visit enterAsAgent(String slug) {
        Visit visit = enter(slug);
        if (!visit.keeps()) {
            throw new NotThere();
        }
        return visit;
    }
}
