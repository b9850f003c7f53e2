package org.prorata.adjustment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.prorata.approval.Applied;

/** Takes a settlement back that was wrong: what it settled is open again from then on. Both stay (rule F13). */
@Entity
@Immutable
@Table(name = "settlement_reversal")
@IdClass(SettlementReversal.Key.class)
class SettlementReversal extends PanacheEntityBase {

    record Key(UUID dealId, int no, UUID lenderId, Instant settled) implements Serializable {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id int no;
    @Id @Column(name = "lender_id") UUID lenderId;
    /** Since when the settlement was known. */
    @Id Instant settled;
    Instant known;
    String reference;
    @Column(name = "proposal_id") UUID proposalId;

    protected SettlementReversal() {}

    static void write(Applied applied, Settlement settlement) {
        SettlementReversal reversal = new SettlementReversal();
        reversal.dealId = settlement.dealId;
        reversal.no = settlement.no;
        reversal.lenderId = settlement.lenderId;
        reversal.settled = settlement.known;
        reversal.known = applied.turn().known();
        reversal.reference = applied.reference();
        reversal.proposalId = applied.proposalId();
        reversal.persist();
    }

    Settlement.Key settlement() {
        return new Settlement.Key(dealId, no, lenderId, settled);
    }

    /** Known at the instant (null: now), as far as the caller may see them. */
    static List<SettlementReversal> of(UUID dealId, Instant known) {
        return known == null ? list("dealId", dealId) : list("dealId = ?1 and known <= ?2", dealId, known);
    }
}
