package org.prorata.approval;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** What the proposer and the approver were shown, kept as it was: a JSON text of {@link Comparison}. */
@Entity
@Table(name = "proposal_comparison")
@IdClass(ProposalComparison.Key.class)
class ProposalComparison extends PanacheEntityBase {

    record Key(UUID dealId, UUID proposalId) implements Serializable {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id @Column(name = "proposal_id") UUID proposalId;
    String body;

    static void keep(Proposal proposal, String body) {
        ProposalComparison kept = new ProposalComparison();
        kept.dealId = proposal.dealId;
        kept.proposalId = proposal.id;
        kept.body = body;
        kept.persist();
    }

    static String of(Proposal proposal) {
        return ProposalComparison.<ProposalComparison>findById(new Key(proposal.dealId, proposal.id)).body;
    }
}
