package org.prorata.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.prorata.audit.Trail;
import org.prorata.web.BadInput;
import org.prorata.web.Formats;
import org.prorata.web.Language;

/** Which deals let their lenders have administrators of their own, as the portal's administrators say. What they granted stays where a deal allows it no more; they themselves are none there then, at once. */
@ApplicationScoped
public class LenderRules {

    private static final int SUGGESTED = 200;

    private static final String ALL = "select deal_id, since from deal_lender_administration";
    private static final String ALLOWS = "select exists (select from deal_lender_administration where deal_id = ?)";
    private static final String ALLOW = "insert into deal_lender_administration (deal_id) values (?) on conflict do nothing";
    private static final String FORBID = "delete from deal_lender_administration where deal_id = ?";

    /** @param deal its name in addresses */
    record Allowing(String deal, Instant since) {

        public String minute() {
            return Formats.minute(since);
        }
    }

    @Inject
    Rows rows;
    @Inject
    GrantedDeals deals;
    @Inject
    Trail trail;
    final RequestText text = Language.texts(RequestText.class);

    @Transactional
    List<Allowing> all() {
        Map<UUID, Instant> since = new HashMap<>();
        rows.find(ALL, row -> since.put(row.getObject("deal_id", UUID.class), Rows.instant(row, "since")));
        Map<UUID, String> names = since.isEmpty() ? Map.of() : deals.slugsOf(Set.copyOf(since.keySet()));
        return names.entrySet().stream().map(deal -> new Allowing(deal.getValue(), since.get(deal.getKey()))).sorted(Comparator.comparing(Allowing::deal)).toList();
    }

    @Transactional
    List<String> suggested() {
        return deals.slugs(SUGGESTED);
    }

    boolean allows(UUID deal) {
        return rows.is(ALLOWS, deal);
    }

    /** Lets the deal's lenders have administrators of their own. Allowing it again changes nothing. */
    @Transactional
    public void allow(UUID deal, String name) {
        if (rows.update(ALLOW, deal) == 1) {
            tell(deal, name, true);
        }
    }

    /** {@link BadInput} in {@code deal} where there is none of that name, or it allows it already. */
    @Transactional
    void allow(String deal) {
        UUID id = id(deal);
        if (allows(id)) {
            throw new BadInput("deal", deal, text.allowsAlready());
        }
        allow(id, deal.strip());
    }

    /** {@link BadInput} in {@code deal} where it does not allow it. */
    @Transactional
    void forbid(String deal) {
        UUID id = id(deal);
        if (rows.update(FORBID, id) == 0) {
            throw new BadInput("deal", deal, text.allowsNot());
        }
        tell(id, deal.strip(), false);
    }

    private void tell(UUID deal, String name, boolean after) {
        trail.write("deal.lender-administrators", deal, name, Map.of("before", Map.of("allowed", !after), "after", Map.of("allowed", after)));
    }

    private UUID id(String deal) {
        return deals.idOf(deal == null ? "" : deal.strip()).orElseThrow(() -> new BadInput("deal", deal, text.noDeal()));
    }
}
