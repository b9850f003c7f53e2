package org.prorata.approval;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.prorata.approval.Approvals.Ask;
import org.prorata.approval.Approvals.Descent;
import org.prorata.approval.Preview.Previewed;
import org.prorata.approval.Proposal.Person;
import org.prorata.audit.Trail;
import org.prorata.web.BadInput;
import org.prorata.web.NotThere;
import org.prorata.web.Refused;

/**
 * Makes one proposal of several open ones of one person and one deal, in the order they were made, on the deal as it stands. The originals are withdrawn in
 * the same transaction; a bundle among them gives its own changes. Where they cannot be made one after the other nothing is saved and all of them stay.
 */
@ApplicationScoped
class Combining {

    @Inject Approvals approvals;
    @Inject Preview preview;
    @Inject Documents documents;
    @Inject Changes changes;
    @Inject ObjectMapper json;
    @Inject Trail trail;

    /** The second of a double click gets the first one's proposal. */
    Proposal combine(List<UUID> ids, Person by) {
        Set<UUID> wanted = new TreeSet<>(ids);              // locked in one order, whoever asks
        if (wanted.size() < 2) {
            throw new BadInput("proposal", null, "choose at least two proposals");
        }
        List<Proposal> found = QuarkusTransaction.requiringNew().call(() -> wanted.stream().map(id -> Proposal.byId(id).orElseThrow(NotThere::new)).toList());
        try {
            Optional<Proposal> done = QuarkusTransaction.requiringNew().call(() -> already(found, by));
            if (done.isPresent()) {
                return done.get();
            }
            List<UUID> origins = new ArrayList<>();
            Ask ask = ask(found, origins);
            Previewed previewed = preview.of(ask, by);
            return QuarkusTransaction.requiringNew().call(() -> {
                List<Proposal> locked = wanted.stream().map(Proposal::locked).toList();
                Optional<Proposal> first = already(locked, by);
                return first.isPresent() ? first.get() : replace(locked, ask, previewed, new Descent(null, origins), by);
            });
        } catch (Refused refused) {
            trail.writeApart("proposal.refused", found.get(0).dealId(), Bundle.KIND, Map.of("reason", refused.getMessage()));
            throw refused;
        }
    }

    /** What was made of all of them before; refused where one is not open or not one's own, or where they are of several deals. */
    private static Optional<Proposal> already(List<Proposal> found, Person by) {
        Set<UUID> bundles = new LinkedHashSet<>();
        found.forEach(proposal -> bundles.add(ProposalPart.bundleOf(proposal).orElse(null)));
        if (bundles.size() == 1 && !bundles.contains(null)) {
            Optional<Proposal> bundle = bundles.stream().findFirst().flatMap(Proposal::byId).filter(made -> made.madeBy().equals(by.id()));
            if (bundle.isPresent()) {
                return bundle;
            }
        }
        if (found.stream().map(Proposal::dealId).distinct().count() > 1) {
            throw new BadInput("proposal", null, "choose proposals of one deal");
        }
        for (Proposal proposal : found) {
            if (!proposal.madeBy().equals(by.id())) {
                throw new Refused("Only one's own proposals can be made one; " + proposal.madeByName() + " made one of these.", List.of(proposal.title()));
            }
            proposal.refuseUnlessOpen();
        }
        return Optional.empty();
    }

    private Ask ask(List<Proposal> found, List<UUID> origins) {
        List<Part> parts = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        found.stream().sorted(Comparator.comparing(Proposal::madeAt).thenComparing(Proposal::id)).forEach(proposal -> {
            reasons.add(proposal.reason());
            for (Part part : Steps.of(changes, proposal.kind(), documents.payload(proposal)).parts()) {
                parts.add(new Part(part.kind(), part.payload(), part.reference() == null ? proposal.reference() : part.reference(),
                        part.reason() == null ? proposal.reason() : part.reason()));
                origins.add(proposal.id());
            }
        });
        String reason = String.join("\n", reasons);
        return new Ask(found.get(0).dealId(), Bundle.KIND, Bundle.payload(parts, json), reason.length() > Words.LONGEST ? "As each of the changes says." : reason, "", null, null);
    }

    private Proposal replace(List<Proposal> originals, Ask ask, Previewed previewed, Descent descent, Person by) {
        Proposal made = approvals.keep(ask, previewed, by, Words.key(ask), descent);
        for (Proposal original : originals) {
            original.giveWay(by, "Made one proposal with others.", Instant.now());
            trail.write("proposal.combined", original.dealId(), original.id().toString(), Map.of("title", original.title(), "into", made.id()));
        }
        return made;
    }
}
