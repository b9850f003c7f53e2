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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.prorata.approval.Applied;

/** What one lender owed or was owed by one adjustment, settled whole. It stands until it is taken back by a {@link SettlementReversal}. */
@Entity
@Immutable
@Table(name = "settlement")
@IdClass(Settlement.Key.class)
class Settlement extends PanacheEntityBase {

    record Key(UUID dealId, int no, UUID lenderId, Instant known) implements Serializable {}

    /** How: money or warrants moved through the agent; held back from or added to a later payment; or settled between the parties as they agreed. */
    static final List<String> WAYS = List.of("paid", "netted", "agreed");

    @Id @Column(name = "deal_id") UUID dealId;
    @Id int no;
    @Id @Column(name = "lender_id") UUID lenderId;
    @Id Instant known;
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

    /** Those that stood at the instant (null: now), as far as the caller may see them. */
    static List<Settlement> standing(UUID dealId, Instant known) {
        Set<Key> takenBack = SettlementReversal.of(dealId, known).stream().map(SettlementReversal::settlement).collect(Collectors.toSet());
        List<Settlement> all = known == null ? list("dealId", dealId) : list("dealId = ?1 and known <= ?2", dealId, known);
        return all.stream().filter(each -> !takenBack.contains(new Key(each.dealId, each.no, each.lenderId, each.known))).toList();
    }
}
