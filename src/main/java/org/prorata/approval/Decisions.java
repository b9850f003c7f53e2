package org.prorata.approval;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.prorata.approval.Proposal.Person;
import org.prorata.approval.Proposal.State;
import org.prorata.audit.Trail;
import org.prorata.web.BadInput;
import org.prorata.web.NotThere;
import org.prorata.web.Refused;

/** Approving, rejecting, withdrawing: each in one transaction; a refusal leaves nothing behind but its row in the trail. */
@ApplicationScoped
class Decisions {

    @Inject Changes changes;
    @Inject Figures figures;
    @Inject Documents documents;
    @Inject Trail trail;
    @Inject OneWriter oneWriter;
    @Inject Event<ProposalApproved> proposalApproved;

    /** What a proposal says that never changes, read before the deal is locked. */
    private record Asked(UUID dealId, OnTheTrail.Figures figures) {}

    /** Approves and applies in one transaction: the entries, one new calculation, the trail. */
    Proposal approve(UUID proposalId, Person by, String comment) {
        Asked asked = QuarkusTransaction.requiringNew().call(() -> {
            Proposal proposal = Proposal.byId(proposalId).orElseThrow(NotThere::new);
            return new Asked(proposal.dealId(), OnTheTrail.figures(documents.comparison(proposal), documents.fingerprint(proposal)));
        });
        UUID dealId = asked.dealId();
        return oneWriter.of(dealId, () -> deciding(proposalId, State.APPROVED, by, comment, () -> {
            Turn turn = DealVersion.lock(dealId);
            Proposal proposal = Proposal.locked(proposalId);
            proposal.refuseApprovalBy(by);
            if (turn.version() - 1 != proposal.baseVersion()) {
                throw new Refused("The deal has changed since this was proposed. It cannot be approved; propose it again.", changedSince(dealId, proposal.baseVersion()));
            }
            Turn last = applied(proposal, turn, by);
            proposal.approve(by, Words.text(comment), last);
            figures.recompute(last, proposal.id());
            trail.write("proposal.approved", dealId, proposal.id().toString(),
                    OnTheTrail.approved(proposal, turn.version() - 1, last, Words.text(comment), asked.figures()));
            proposalApproved.fire(new ProposalApproved(dealId, proposal.id()));
            return proposal;
        }));
    }

    private Turn applied(Proposal proposal, Turn turn, Person by) {
        try {
            return Steps.of(changes, proposal.kind(), documents.payload(proposal))
                    .apply(new Applied(turn, proposal.id(), proposal.madeByName(), by.name(), proposal.reference()));
        } catch (BadInput wrong) {
            throw new Refused("This can no longer be applied.", wrong.problems().stream().map(Words::line).toList());
        }
    }

    Proposal reject(UUID proposalId, Person by, String comment) {
        if (Words.text(comment).isBlank()) {
            throw new BadInput("comment", comment, "is missing; say why it is rejected, for the one who proposed it");
        }
        return deciding(proposalId, State.REJECTED, by, comment, () -> {
            Proposal proposal = Proposal.locked(proposalId);
            proposal.reject(by, Words.text(comment), Instant.now());
            trail.write("proposal.rejected", proposal.dealId(), proposalId.toString(), Map.of("title", proposal.title(), "comment", Words.text(comment)));
            return proposal;
        });
    }

    Proposal withdraw(UUID proposalId, Person by, String comment) {
        return deciding(proposalId, State.WITHDRAWN, by, comment, () -> {
            Proposal proposal = Proposal.locked(proposalId);
            proposal.withdraw(by, Words.text(comment), Instant.now());
            trail.write("proposal.withdrawn", proposal.dealId(), proposalId.toString(), Map.of("title", proposal.title(), "comment", Words.text(comment)));
            return proposal;
        });
    }

    /** A request sent again, by who made this very decision with this very comment, has the same answer and no second effect (rule S10). */
    private Proposal deciding(UUID proposalId, State wanted, Person by, String comment, Callable<Proposal> work) {
        Words.refuseUnreadable(comment);
        try {
            return QuarkusTransaction.requiringNew().call(work);
        } catch (Refused refused) {
            Optional<Proposal> stands = QuarkusTransaction.requiringNew().call(() -> Proposal.byId(proposalId));
            if (stands.filter(proposal -> proposal.decidedAs(wanted, by, Words.text(comment))).isPresent()) {
                return stands.get();
            }
            trail.writeApart("proposal.refused", stands.map(Proposal::dealId).orElse(null), proposalId.toString(), Map.of("reason", refused.getMessage()));
            throw refused;
        }
    }

    /** Whether something changed on the deal since the proposal was made, so that it cannot be approved any more. */
    static boolean stale(Proposal proposal) {
        return DealVersion.current(proposal.dealId()).orElse(proposal.baseVersion()) != proposal.baseVersion();
    }

    /** What was approved on the deal after a version of it, in a line each. */
    static List<String> changedSince(UUID dealId, long version) {
        return Proposal.approvedSince(dealId, version).stream()
                .map(approved -> approved.title() + " (proposed by " + approved.madeByName() + ", approved by " + approved.decidedByName() + ")").toList();
    }
}
