package org.prorata.adjustment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.prorata.approval.Applied;

/** What one lender owed or was owed by one adjustment, settled whole. */
@Entity
@Immutable
@Table(name = "settlement")
@IdClass(Settlement.Key.class)
class Settlement extends PanacheEntityBase {

    record Key(UUID dealId, int no, UUID lenderId) implements Serializable {}

    /** How: money or warrants moved through the agent; held back from or added to a later payment; or settled between the parties as they agreed. */
    static final List<String> WAYS = List.of("paid", "netted", "agreed");

    @Id @Column(name = "deal_id") UUID dealId;
    @Id int no;
    @Id @Column(name = "lender_id") UUID lenderId;
    Instant known;
    @Column(name = "on_date") LocalDate on;
    String how;
    String reference;
    @Column(name = "proposal_id") UUID proposalId;

    protected Settlement() {}

    static void write(Applied applied, int no, UUID lender, LocalDate on, String how) {
        Settlement settlement = new Settlement();
        settlement.dealId = applied.dealId();
        settlement.no = no;
        settlement.lenderId = lender;
        settlement.known = applied.turn().known();
        settlement.on = on;
        settlement.how = how;
        settlement.reference = applied.reference();
        settlement.proposalId = applied.proposalId();
        settlement.persist();
    }

    /** Known at the instant (null: now), as far as the caller may see them. */
    static List<Settlement> of(UUID dealId, Instant known) {
        return known == null ? list("dealId", dealId) : list("dealId = ?1 and known <= ?2", dealId, known);
    }
}
