package org.prorata.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A proposal for programs.
 *
 * @param deal         the deal's name in addresses
 * @param baseVersion  the deal's version that it was made from; it can be approved only while that is the present one
 * @param raisesAgent  whether a figure of the agent's own position as a lender grows by it; {@code comparison.raised} tells which
 * @param changedSince of an open one: what was approved on the deal meanwhile; left out while it can be approved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProposalJson(UUID id, @Schema(examples = "rusoro-2010") String deal, @Schema(examples = "register.move") String kind, String title,
        @Schema(examples = {"open", "approved", "rejected", "withdrawn"}) String state, String reason, String reference, long baseVersion, String madeBy, Instant madeAt,
        String decidedBy, Instant decidedAt, String comment, Instant known, boolean raisesAgent, List<String> changedSince, UUID rebasedFrom, UUID rebasedAs, UUID combinedInto, List<Lineage.Step> parts,
        Differences differentNow, JsonNode payload, Comparison comparison) {

    static ProposalJson of(Proposal p, String deal, JsonNode payload, Comparison comparison, List<String> changedSince, Lineage lineage) {
        return new ProposalJson(p.id(), deal, p.kind(), p.title(), p.state().word(), p.reason(), p.reference(), p.baseVersion(), p.madeByName(), p.madeAt(),
                p.decidedByName(), p.decidedAt(), p.comment(), p.appliedKnown(), p.raisesAgent(), changedSince, p.rebasedFrom(), id(lineage.rebasedAs()),
                id(lineage.combinedInto()), lineage.parts().isEmpty() ? null : lineage.parts(), lineage.differentNow(), payload, comparison);
    }

    private static UUID id(Lineage.Kin kin) {
        return kin == null ? null : kin.id();
    }
}
