package org.prorata.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a proposal was made out of, and what was made out of it. Each may be null.
 *
 * @param rebasedFrom  the earlier one, on ground that has changed
 * @param differentNow what this one leads to otherwise than that
 * @param rebasedAs    the later one, on the deal as it then stood
 * @param combinedInto the bundle it became part of
 * @param parts        of a bundle, in their order; empty for others
 */
public record Lineage(Kin rebasedFrom, Differences differentNow, Kin rebasedAs, Kin combinedInto, List<Step> parts) {

    public record Kin(UUID id, String title, String madeBy) {
        static Kin of(Proposal proposal) {
            return new Kin(proposal.id(), proposal.title(), proposal.madeByName());
        }
    }

    /** @param origin the proposal that was withdrawn to become this part; null where there was none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(int no, String kind, String title, String reference, String reason, UUID origin) {
    }

    static Lineage of(Proposal proposal, Comparison shown, Documents documents) {
        Optional<Proposal> earlier = Optional.ofNullable(proposal.rebasedFrom()).flatMap(Proposal::byId);
        return new Lineage(earlier.map(Kin::of).orElse(null), earlier.map(from -> Differences.between(documents.comparison(from), shown)).orElse(null),
                Proposal.rebased(proposal).map(Kin::of).orElse(null), ProposalPart.bundleOf(proposal).flatMap(Proposal::byId).map(Kin::of).orElse(null),
                ProposalPart.of(proposal).stream().map(part -> new Step(part.no, part.kind, part.title, part.reference, part.reason, part.origin)).toList());
    }

    /** Whether another proposal took its place. */
    boolean gaveWay() {
        return rebasedAs != null || combinedInto != null;
    }
}
