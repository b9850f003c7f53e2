package org.prorata.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.prorata.approval.Preview.Previewed;
import org.prorata.approval.Proposal.Person;
import org.prorata.audit.Trail;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;
import org.prorata.web.Refused;
import org.prorata.web.TypedForm;

/**
 * Proposing, and the door to deciding. Each call is one transaction of its own (a proposal has a second one before it, which is rolled back, for
 * the comparison); a refusal leaves nothing behind but its row in the trail. Whether one has the right to, in that deal, is checked by the caller.
 */
@ApplicationScoped
public class Approvals {

    @Inject Changes changes;
    @Inject Preview preview;
    @Inject Decisions decisions;
    @Inject Documents documents;
    @Inject Trail trail;
    @Inject Event<ProposalMade> proposalMade;

    /**
     * What someone of the agent asks for.
     *
     * @param kind           of the change, or {@code bundle}: several changes, as {@link Bundle} says
     * @param baseVersion    the deal's version that the form was made from, or null to build on the present one; an older one is refused
     * @param idempotencyKey a retried request with the same key and content gives the first one's proposal; null: each request is a new one
     */
    public record Ask(UUID dealId, String kind, JsonNode payload, String reason, String reference, Long baseVersion, String idempotencyKey) {}

    /** Where a proposal comes from, where it was not typed anew: {@code rebasedFrom} may be null; {@code origins} are by part of a bundle, and may be empty. */
    record Descent(UUID rebasedFrom, List<UUID> origins) {
        static final Descent NONE = new Descent(null, List.of());
    }

    /** Checks, previews and keeps a proposal; BadInput names what is wrong by field, Refused says which rule stands against it. */
    public Proposal propose(Ask ask, Person by) {
        TypedForm.holdsBack();
        String hash = Words.hash(ask);
        String key = Words.key(ask);
        Proposal earlier = QuarkusTransaction.requiringNew().call(() -> Proposal.byIdempotencyKey(ask.dealId(), by.id(), key).orElse(null));
        if (earlier != null) {
            return sameAgain(earlier, hash);
        }
        try {
            Previewed previewed = preview.of(ask, by);
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Proposal> first = Proposal.lockKey(ask.dealId(), by.id(), key);
                return first.isPresent() ? sameAgain(first.get(), hash) : keep(ask, previewed, by, key, Descent.NONE);
            });
        } catch (Refused refused) {
            trail.writeApart("proposal.refused", ask.dealId(), ask.kind(), Map.of("reason", refused.getMessage()));
            throw refused;
        }
    }

    private static Proposal sameAgain(Proposal earlier, String hash) {
        if (!earlier.payloadHash.equals(hash)) {
            throw new BadInput(List.of(new Problem("idempotencyKey", earlier.idempotencyKey, "was used for another proposal; take a new one")));
        }
        return earlier;
    }

    /** Keeps what was previewed; called within a transaction. */
    Proposal keep(Ask ask, Previewed previewed, Person by, String key, Descent descent) {
        Proposal made = Proposal.make(ask, previewed.steps().title(), previewed.baseVersion(), by, key, Words.hash(ask), descent.rebasedFrom(),
                !previewed.comparison().raised().isEmpty());
        documents.keep(made, previewed.comparison());
        if (previewed.steps().bundled()) {
            ProposalPart.keep(made, previewed.steps(), descent.origins());
        }
        trail.write("proposal.made", ask.dealId(), made.id().toString(), OnTheTrail.proposed(made, ask.payload(), documents.fingerprint(made)));
        proposalMade.fire(new ProposalMade(ask.dealId(), made.id(), by.id()));
        return made;
    }

    /** Where the form is that takes up what a proposal says, to propose it again; empty where there is none. */
    Optional<String> form(Proposal proposal, String dealSlug) {
        return Bundle.KIND.equals(proposal.kind()) ? Optional.empty()
                : changes.of(proposal.kind()).form(proposal.dealId(), dealSlug, payload(proposal)).map(path -> path + "?from=" + proposal.id());
    }

    public JsonNode payload(Proposal proposal) {
        return documents.payload(proposal);
    }

    /** What the proposer and the approver were shown. */
    public Comparison comparison(Proposal proposal) {
        return documents.comparison(proposal);
    }

    /** Checks alone, as one types: everything wrong by field; empty where a proposal could be made. */
    public List<Problem> check(UUID dealId, String kind, JsonNode payload) {
        return changes.of(kind).check(dealId, payload);
    }

    /** Approves and applies in one transaction: the entries, the new calculation, the trail. */
    public Proposal approve(UUID proposalId, Person by, String comment) {
        TypedForm.holdsBack();
        return decisions.approve(proposalId, by, comment);
    }

    public Proposal reject(UUID proposalId, Person by, String comment) {
        TypedForm.holdsBack();
        return decisions.reject(proposalId, by, comment);
    }

    public Proposal withdraw(UUID proposalId, Person by, String comment) {
        TypedForm.holdsBack();
        return decisions.withdraw(proposalId, by, comment);
    }
}
