package org.prorata.allocation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A stored calculation: numbered within its deal, with the instant it was made, never updated (rule F14). */
@Entity
@Immutable
@Table(name = "calculation")
@IdClass(CalculationRow.Key.class)
class CalculationRow extends PanacheEntityBase {

    record Key(UUID dealId, int no) implements Serializable {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id int no;
    Instant known;
    @Column(name = "terms_version") long termsVersion;
    String body;
    @Column(name = "proposal_id") UUID proposalId;

    static int latestNo(UUID dealId) {
        Integer latest = getEntityManager().createQuery("select max(no) from CalculationRow where dealId = :deal", Integer.class)
                .setParameter("deal", dealId).getSingleResult();
        return latest == null ? 0 : latest;
    }
}
