package org.prorata.approval;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.prorata.approval.Approvals.Ask;
import org.prorata.approval.Approvals.Descent;
import org.prorata.approval.Preview.Previewed;
import org.prorata.approval.Proposal.Person;
import org.prorata.audit.Trail;
import org.prorata.web.NotThere;
import org.prorata.web.Refused;

/**
 * Proposes again, on the deal as it stands, what was proposed on ground that has changed. Whoever of the agent does it is the maker of the new proposal, so
 * that another approves it; the old one is withdrawn in the same transaction. Where it cannot be proposed any more nothing is saved and the old one stays.
 */
@ApplicationScoped
class Rebasing {

    @Inject Approvals approvals;
    @Inject Preview preview;
    @Inject Documents documents;
    @Inject Trail trail;

    /** The second of a double click gets the first one's proposal; a second person is refused and told of it. */
    Proposal rebase(UUID id, Person by) {
        Proposal old = QuarkusTransaction.requiringNew().call(() -> Proposal.byId(id).orElseThrow(NotThere::new));
        try {
            Optional<Proposal> done = QuarkusTransaction.requiringNew().call(() -> already(old, by));
            if (done.isPresent()) {
                return done.get();
            }
            Ask ask = new Ask(old.dealId(), old.kind(), documents.payload(old), old.reason(), old.reference(), null, null);
            Previewed previewed = preview.of(ask, by);
            return QuarkusTransaction.requiringNew().call(() -> {
                Proposal locked = Proposal.locked(id);
                Optional<Proposal> first = already(locked, by);
                return first.isPresent() ? first.get() : replace(locked, ask, previewed, by);
            });
        } catch (Refused refused) {
            trail.writeApart("proposal.refused", old.dealId(), id.toString(), Map.of("reason", refused.getMessage()));
            throw refused;
        }
    }

    /** What the same person made of it before; refused where it stands as it is, is decided, or another person was first. */
    private static Optional<Proposal> already(Proposal old, Person by) {
        Optional<Proposal> first = Proposal.rebased(old);
        if (first.isPresent() && !first.get().madeBy().equals(by.id())) {
            throw new Refused(first.get().madeByName() + " has proposed this again already.", List.of(first.get().title()));
        }
        if (first.isEmpty()) {
            old.refuseUnlessOpen();
            if (!Decisions.stale(old)) {
                throw new Refused("Nothing has changed since this was proposed; it can be approved as it is.");
            }
        }
        return first;
    }

    private Proposal replace(Proposal old, Ask ask, Previewed previewed, Person by) {
        Proposal made = approvals.keep(ask, previewed, by, Words.key(ask), new Descent(old.id(), List.of()));
        old.giveWay(by, "Proposed again on the deal as it then stood.", Instant.now());
        trail.write("proposal.rebased", old.dealId(), old.id().toString(), Map.of("title", old.title(), "as", made.id()));
        return made;
    }
}
