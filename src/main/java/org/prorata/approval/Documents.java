package org.prorata.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What is kept of a proposal as JSON: what it asks for, and the figures that were shown. */
@ApplicationScoped
class Documents {

    @Inject ObjectMapper json;

    JsonNode payload(Proposal proposal) {
        try {
            return json.readTree(proposal.payload());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the payload of proposal " + proposal.id() + " cannot be read", broken);
        }
    }

    Comparison comparison(Proposal proposal) {
        try {
            return json.readValue(ProposalComparison.of(proposal), Comparison.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the comparison of proposal " + proposal.id() + " cannot be read", broken);
        }
    }

    /** SHA-256 of the comparison as it is kept, by which the trail holds every figure of it. */
    String fingerprint(Proposal proposal) {
        return Words.sha256(ProposalComparison.of(proposal));
    }

    void keep(Proposal proposal, Comparison comparison) {
        try {
            ProposalComparison.keep(proposal, json.writeValueAsString(comparison));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
