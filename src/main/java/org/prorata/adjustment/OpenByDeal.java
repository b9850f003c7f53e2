package org.prorata.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** How much of several deals' adjustments is still to be settled, in one statement; of what the caller may see. Within a transaction. */
@ApplicationScoped
public class OpenByDeal {

    @Inject Session session;

    /** @param toLenders minor units that lenders are still to get; {@code fromLenders} that they are still to give back @param adjustments how many adjustments have some of it open, be it in warrants */
    public record Open(int adjustments, BigInteger toLenders, BigInteger fromLenders) {}

    /** By deal; one in which nothing is open is left out. */
    public Map<UUID, Open> of(Collection<UUID> deals) {
        Map<UUID, Open> open = new HashMap<>();
        session.createNativeQuery("""
                select s.deal_id, count(distinct s.no) as adjustments, coalesce(sum(s.due - s.before) filter (where s.payment_no <> 0 and s.due > s.before), 0) as to_lenders,
                       coalesce(sum(s.before - s.due) filter (where s.payment_no <> 0 and s.due < s.before), 0) as from_lenders
                  from adjustment_slice s
                 where s.deal_id = any(cast(:deals as uuid[]))
                   and not exists (select from settlement p
                                    where p.deal_id = s.deal_id and p.no = s.no and p.lender_id = s.lender_id
                                      and not exists (select from settlement_reversal r where (r.deal_id, r.no, r.lender_id, r.settled) = (p.deal_id, p.no, p.lender_id, p.known)))
                 group by s.deal_id""", Tuple.class)
                .addScalar("deal_id", UUID.class).addScalar("adjustments", Integer.class).addScalar("to_lenders", BigDecimal.class).addScalar("from_lenders", BigDecimal.class)
                .setParameter("deals", deals.toArray(UUID[]::new)).getResultList()
                .forEach(row -> open.put(row.get(0, UUID.class), new Open(row.get(1, Integer.class), row.get(2, BigDecimal.class).toBigIntegerExact(), row.get(3, BigDecimal.class).toBigIntegerExact())));
        return open;
    }
}
