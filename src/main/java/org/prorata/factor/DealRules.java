package org.prorata.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.prorata.audit.Trail;
import org.prorata.identity.GrantedDeals;
import org.prorata.identity.Required;
import org.prorata.identity.Rows;
import org.prorata.web.BadInput;
import org.prorata.web.Language;
import org.prorata.web.Refused;

/**
 * Which deals ask their users for a second factor, as administrators say. Who has a grant in such a deal, be it one of every deal, sets one up before the session opens anything. Each change is a row
 * of the deal's trail.
 */
@ApplicationScoped
class DealRules {

    private static final int SUGGESTED = 200;

    private static final String ALL = "select deal_id, since from deal_second_factor";
    private static final String ASK = "insert into deal_second_factor (deal_id) values (?) on conflict do nothing";
    private static final String ASK_NO_MORE = "delete from deal_second_factor where deal_id = ?";

    /** @param deal its name in addresses */
    record Asking(String deal, Instant since) {
    }

    /** @param portal whom the portal itself asks: none, agent or all */
    record Rules(String portal, List<Asking> deals) {
    }

    @Inject
    Rows rows;
    @Inject
    GrantedDeals deals;
    @Inject
    Authenticators authenticators;
    @Inject
    Trail trail;
    final FactorText text = Language.texts(FactorText.class);

    @ConfigProperty(name = "prorata.second-factor.required", defaultValue = "none")
    Required required;

    @Transactional
    Rules rules() {
        Map<UUID, Instant> since = new HashMap<>();
        rows.find(ALL, row -> since.put(row.getObject("deal_id", UUID.class), Rows.instant(row, "since")));
        Map<UUID, String> names = since.isEmpty() ? Map.of() : deals.slugsOf(Set.copyOf(since.keySet()));
        return new Rules(required.name().toLowerCase(Locale.ROOT),
                names.entrySet().stream().map(deal -> new Asking(deal.getValue(), since.get(deal.getKey()))).sorted(Comparator.comparing(Asking::deal)).toList());
    }

    @Transactional
    List<String> suggested() {
        return deals.slugs(SUGGESTED);
    }

    /** {@link BadInput} in {@code deal} where there is none of that name or it asks already; {@link Refused} where nobody could set up an authenticator app. */
    @Transactional
    void ask(String deal) {
        UUID id = id(deal);
        if (!authenticators.possible()) {
            throw new Refused(text.noKey());
        }
        if (rows.update(ASK, id) == 0) {
            throw new BadInput("deal", deal, text.asksAlready());
        }
        trail.write("deal.second-factor", id, deal.strip(), Map.of("before", Map.of("secondFactor", false), "after", Map.of("secondFactor", true)));
    }

    /** {@link BadInput} in {@code deal} where it does not ask. */
    @Transactional
    void askNoMore(String deal) {
        UUID id = id(deal);
        if (rows.update(ASK_NO_MORE, id) == 0) {
            throw new BadInput("deal", deal, text.asksNot());
        }
        trail.write("deal.second-factor", id, deal.strip(), Map.of("before", Map.of("secondFactor", true), "after", Map.of("secondFactor", false)));
    }

    private UUID id(String deal) {
        return deals.idOf(deal == null ? "" : deal.strip()).orElseThrow(() -> new BadInput("deal", deal, text.noDeal()));
    }
}
