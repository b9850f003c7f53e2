package org.prorata.approval;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.prorata.web.NotThere;

/** The row that serialises the writers of a deal. Every transaction that writes to a deal takes its {@link Turn} before it reads anything it builds on. */
@Entity
@Table(name = "deal_version")
public class DealVersion extends PanacheEntityBase {

    @Id
    @Column(name = "deal_id")
    UUID dealId;

    long version;

    @Column(name = "last_known")
    Instant lastKnown;

    /** Makes the row of a new deal; its first turn. */
    public static Turn open(UUID dealId) {
        Instant known = getSession().createNativeQuery("""
                insert into deal_version (deal_id, version, last_known) values (:deal, 1, clock_timestamp()) returning last_known""", Instant.class)
                .setParameter("deal", dealId).getSingleResult();
        return new Turn(dealId, 1, known);
    }

    /**
     * Waits until no other transaction writes to the deal, then takes the next version and a {@code known} of the database's clock.
     * One statement, so that the clock is read after the lock was got.
     */
    public static Turn lock(UUID dealId) {
        return turn("""
                update deal_version set version = version + 1,
                       last_known = greatest(clock_timestamp(), last_known + interval '1 microsecond')
                 where deal_id = :deal returning version, last_known""", dealId);
    }

    private static Turn turn(String update, UUID dealId) {
        List<Tuple> row = getSession().createNativeQuery(update, Tuple.class)
                .addScalar("version", Long.class).addScalar("last_known", Instant.class)
                .setParameter("deal", dealId).getResultList();
        if (row.isEmpty()) {
            throw new NotThere();
        }
        return new Turn(dealId, row.get(0).get(0, Long.class), row.get(0).get(1, Instant.class));
    }

    /**
     * The next turn of a transaction that has one, for the next of several changes: it finds what the earlier ones left. A microsecond later, the least that
     * the database tells apart, so that no instant but theirs lies between them.
     */
    static Turn next(UUID dealId) {
        return turn("update deal_version set version = version + 1, last_known = last_known + interval '1 microsecond' where deal_id = :deal returning version, last_known", dealId);
    }

    /** The versions of several deals as committed, by deal. */
    static Map<UUID, Long> current(Set<UUID> deals) {
        return DealVersion.<DealVersion>list("dealId in ?1", deals).stream().collect(Collectors.toMap(row -> row.dealId, row -> row.version));
    }

    /** The version of the deal as committed; empty where there is no such deal. */
    public static Optional<Long> current(UUID dealId) {
        return find("dealId", dealId).<DealVersion>firstResultOptional().map(row -> row.version);
    }
}
