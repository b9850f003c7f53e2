package org.prorata.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.prorata.approval.DealDirectory;
import org.prorata.audit.DealNames;
import org.prorata.identity.GrantedDeals;
import org.prorata.identity.Who;
import org.prorata.web.NotThere;

/** How deals are named for the rooms that know them by id only. */
@ApplicationScoped
public class Deals implements DealDirectory, DealNames, GrantedDeals {

    @Inject
    Who who;

    @Override
    public Optional<UUID> idOf(String slug) {
        return Deal.bySlug(slug).map(Deal::id);
    }

    @Override
    public Optional<UUID> idRead(String slug) {
        return idOf(slug).filter(deal -> who.viewer().seesAll(deal));
    }

    @Override
    public String slugOf(UUID dealId) {
        return Deal.byId(dealId).orElseThrow(NotThere::new).slug();
    }

    @Override
    public Map<UUID, String> slugsOf(Set<UUID> deals) {
        return Deal.<Deal>list("id in ?1", deals).stream().collect(Collectors.toMap(Deal::id, Deal::slug));
    }

    @Override
    public List<String> slugs(int most) {
        return Deal.<Deal>find("order by slug").page(0, most).stream().map(Deal::slug).toList();
    }

    @Override
    public String titleOf(UUID dealId) {
        return DealTerms.latest(dealId).terms().title().value();
    }

    @Override
    public ZoneId zoneOf(UUID dealId) {
        return DealTerms.latest(dealId).terms().zone().value();
    }
}
