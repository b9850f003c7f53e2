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
 * @param changedSince of an open one: what was approved on the deal meanwhile; left out while it can be approved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProposalJson(UUID id, @Schema(examples = "rusoro-2010") String deal, @Schema(examples = "register.move") String kind, String title,
        @Schema(examples = {"open", "approved", "rejected", "withdrawn"}) String state, String reason, String reference, long baseVersion, String madeBy, Instant madeAt,
        String decidedBy, Instant decidedAt, String comment, Instant known, List<String> changedSince, JsonNode payload, Comparison comparison) {

    static ProposalJson of(Proposal p, String deal, JsonNode payload, Comparison comparison, List<String> changedSince) {
        return new ProposalJson(p.id(), deal, p.kind(), p.title(), p.state().word(), p.reason(), p.reference(), p.baseVersion(), p.madeByName(), p.madeAt(),
                p.decidedByName(), p.decidedAt(), p.comment(), p.appliedKnown(), changedSince, payload, comparison);
    }
}
