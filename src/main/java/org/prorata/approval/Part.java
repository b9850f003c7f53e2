package org.prorata.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One change of a proposal.
 *
 * @param reference stands on what this change writes; null: the proposal's own
 * @param reason    why this change in particular; null: as the whole proposal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Part(String kind, JsonNode payload, String reference, String reason) {
}
