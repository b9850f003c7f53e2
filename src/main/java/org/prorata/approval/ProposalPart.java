package org.prorata.approval;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One change of a bundle, as it was named when it was proposed. */
@Entity
@Immutable
@Table(name = "proposal_part")
@IdClass(ProposalPart.Key.class)
class ProposalPart extends PanacheEntityBase {

    record Key(UUID dealId, UUID proposalId, int no) implements Serializable {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id @Column(name = "proposal_id") UUID proposalId;
    @Id int no;
    String kind;
    String title;
    String reference;
    String reason;
    UUID origin;

    /** @param origins the proposals that were combined, by part; empty where there were none */
    static void keep(Proposal proposal, Steps steps, List<UUID> origins) {
        for (int i = 0; i < steps.parts().size(); i++) {
            Part part = steps.parts().get(i);
            ProposalPart kept = new ProposalPart();
            kept.dealId = proposal.dealId();
            kept.proposalId = proposal.id();
            kept.no = i + 1;
            kept.kind = part.kind();
            kept.title = steps.titles().get(i);
            kept.reference = part.reference() == null ? proposal.reference() : part.reference();
            kept.reason = Words.text(part.reason());
            kept.origin = origins.isEmpty() ? null : origins.get(i);
            kept.persist();
        }
    }

    /** In their order; empty where the proposal is one change. */
    static List<ProposalPart> of(Proposal proposal) {
        return list("dealId = ?1 and proposalId = ?2 order by no", proposal.dealId(), proposal.id());
    }

    /** The bundle that the proposal was combined into. */
    static Optional<UUID> bundleOf(Proposal proposal) {
        return find("dealId = ?1 and origin = ?2", proposal.dealId(), proposal.id()).<ProposalPart>firstResultOptional().map(part -> part.proposalId);
    }
}
