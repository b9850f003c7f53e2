package org.prorata.register;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.prorata.identity.GrantedLenders;
import org.prorata.identity.Walls;

/** What an administrator, who sees no row of a lender's, has to know to grant it: handle and legal name, and nothing else, looked up as the portal. */
@ApplicationScoped
class LendersNamed implements GrantedLenders {

    private static final String NAMED = """
            select l.id, l.handle, (select d.name from lender_detail d where d.deal_id = l.deal_id and d.lender_id = l.id order by d.known desc limit 1) as name
              from lender l where l.deal_id = :deal""";

    @Override
    public Optional<UUID> idOf(UUID deal, String handle) {
        return read(NAMED + " and l.handle = :handle", deal, Map.of("handle", handle)).stream().map(Named::id).findFirst();
    }

    @Override
    public Map<UUID, Named> named(Map<UUID, Set<UUID>> lenders) {
        Map<UUID, Named> named = new HashMap<>();
        lenders.forEach((deal, ids) -> read(NAMED + " and l.id = any(:ids)", deal, Map.of("ids", ids.toArray(UUID[]::new))).forEach(lender -> named.put(lender.id(), lender)));
        return named;
    }

    @Override
    public List<Named> of(UUID deal, int most) {
        return read(NAMED + " order by l.seq limit :most", deal, Map.of("most", most));
    }

    private static List<Named> read(String sql, UUID deal, Map<String, Object> values) {
        return Walls.asPortal(() -> QuarkusTransaction.requiringNew().call(() -> {
            var query = Panache.getEntityManager().unwrap(Session.class).createNativeQuery(sql, Object[].class)
                    .addScalar("id", UUID.class).addScalar("handle", String.class).addScalar("name", String.class).setParameter("deal", deal);
            values.forEach(query::setParameter);
            return query.getResultList().stream().map(row -> new Named((UUID) row[0], (String) row[1], (String) row[2])).toList();
        }));
    }
}
