package org.prorata.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.prorata.approval.Proposal.Person;
import org.prorata.audit.Trail;
import org.prorata.web.BadInput;
import org.prorata.web.NotThere;
import org.prorata.web.Problem;
import org.prorata.web.Refused;
import org.prorata.web.SafeText;

/**
 * Propose, preview, approve, reject, withdraw. Each call is one transaction of its own (a proposal has a second one before it, which is rolled back, for
 * the comparison); a refusal leaves nothing behind but its row in the trail. Whether the caller keeps the deal is checked by the caller.
 */
@ApplicationScoped
public class Approvals {

    private static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_REFERENCE = 200;

    @Inject Changes changes;
    @Inject Figures figures;
    @Inject TryOut tryOut;
    @Inject Trail trail;
    @Inject ObjectMapper json;

    /**
     * What someone of the agent asks for.
     *
     * @param baseVersion    the deal's version that the form was made from, or null to build on the present one; an older one is refused
     * @param idempotencyKey a retried request with the same key and content gives the first one's proposal; null: each request is a new one
     */
    public record Ask(UUID dealId, String kind, JsonNode payload, String reason, String reference, Long baseVersion, String idempotencyKey) {}

    private record Previewed(Comparison comparison, String title, long baseVersion) {}

    /** Checks, previews and keeps a proposal; BadInput names what is wrong by field, Refused says which rule stands against it. */
    public Proposal propose(Ask ask, Person by) {
        String hash = hash(ask.kind() + "\n" + ask.payload() + "\n" + ask.reason() + "\n" + ask.reference());
        String key = key(ask);
        Proposal earlier = QuarkusTransaction.requiringNew().call(() -> Proposal.byIdempotencyKey(ask.dealId(), by.id(), key).orElse(null));
        if (earlier != null) {
            return sameAgain(earlier, hash);
        }
        try {
            Previewed previewed = preview(ask, by);
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Proposal> first = Proposal.lockKey(ask.dealId(), by.id(), key);
                if (first.isPresent()) {
                    return sameAgain(first.get(), hash);
                }
                Proposal made = Proposal.make(ask.dealId(), ask.kind(), previewed.title(), ask.payload(), ask.reason().trim(), text(ask.reference()),
                        previewed.baseVersion(), by, key, hash);
                ProposalComparison.keep(made, json.writeValueAsString(previewed.comparison()));
                trail.write("proposal.made", ask.dealId(), made.id().toString(), Map.of("kind", ask.kind(), "title", made.title(), "reason", made.reason()));
                return made;
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

    /** Where the form is that takes up what a proposal says, to propose it again; empty where there is none. */
    public Optional<String> form(Proposal proposal, String dealSlug) {
        return changes.of(proposal.kind()).form(proposal.dealId(), dealSlug, payload(proposal)).map(path -> path + "?from=" + proposal.id());
    }

    public JsonNode payload(Proposal proposal) {
        try {
            return json.readTree(proposal.payload());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the payload of proposal " + proposal.id() + " cannot be read", broken);
        }
    }

    /** Checks alone, as one types: everything wrong by field; empty where a proposal could be made. */
    public List<Problem> check(UUID dealId, String kind, JsonNode payload) {
        return changes.of(kind).check(dealId, payload);
    }

    private Previewed preview(Ask ask, Person by) {
        Change change = changes.of(ask.kind());
        return tryOut.run(() -> {
            Turn turn = DealVersion.lock(ask.dealId());
            long base = turn.version() - 1;
            if (ask.baseVersion() != null && ask.baseVersion() != base) {
                throw stale(ask.dealId(), ask.baseVersion(), "The deal has changed since this form was made. Nothing was saved; what you typed is still here.");
            }
            List<Problem> problems = new ArrayList<>(words(ask));
            problems.addAll(change.check(ask.dealId(), ask.payload()));
            if (!problems.isEmpty()) {
                throw new BadInput(problems);
            }
            String title = change.title(ask.dealId(), ask.payload());
            Applied applied = new Applied(turn, UUID.randomUUID(), by.name(), "", text(ask.reference()));
            Comparison comparison = figures.compare(ask.dealId(), () -> change.apply(applied, ask.payload()));
            return new Previewed(comparison, title, base);
        });
    }

    private static List<Problem> words(Ask ask) {
        List<Problem> problems = new ArrayList<>();
        if (text(ask.reason()).isBlank()) {
            problems.add(new Problem("reason", ask.reason(), "is missing; say in a few words why"));
        }
        written("reason", ask.reason(), LONGEST_WORDS, problems);
        written("reference", ask.reference(), LONGEST_REFERENCE, problems);
        return problems;
    }

    private static void written(String field, String words, int most, List<Problem> problems) {
        String text = text(words);
        if (text.length() > most) {
            problems.add(new Problem(field, text.substring(0, 40) + "…", "is longer than " + most + " characters"));
        } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            problems.add(new Problem(field, null, "holds characters that cannot be read"));
        }
    }

    private static void refuseUnreadable(String comment) {
        List<Problem> problems = new ArrayList<>();
        written("comment", comment, LONGEST_WORDS, problems);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static String key(Ask ask) {
        String key = text(ask.idempotencyKey());
        if (!key.matches("[\\x21-\\x7e]{0," + LONGEST_REFERENCE + "}")) {
            throw new BadInput("idempotencyKey", null, "must be at most " + LONGEST_REFERENCE + " ASCII characters without spaces");
        }
        return key.isEmpty() ? UUID.randomUUID().toString() : key;
    }

    /** Approves and applies in one transaction: the entries, the new calculation, the trail. */
    public Proposal approve(UUID proposalId, Person by, String comment) {
        return deciding(proposalId, comment, () -> {
            UUID dealId = Proposal.byId(proposalId).orElseThrow(NotThere::new).dealId();
            Proposal.getEntityManager().clear();            // read again once the deal is locked
            Turn turn = DealVersion.lock(dealId);
            Proposal proposal = locked(proposalId);
            proposal.refuseApprovalBy(by);
            if (turn.version() - 1 != proposal.baseVersion()) {
                throw stale(dealId, proposal.baseVersion(), "The deal has changed since this was proposed. It cannot be approved; propose it again.");
            }
            proposal.approve(by, text(comment), turn);
            Change change = changes.of(proposal.kind());
            JsonNode payload = payload(proposal);
            List<Problem> problems = change.check(dealId, payload);
            if (!problems.isEmpty()) {
                throw new Refused("This can no longer be applied.", problems.stream().map(Problem::toString).toList());
            }
            change.apply(new Applied(turn, proposal.id(), proposal.madeByName(), by.name(), proposal.reference()), payload);
            figures.recompute(turn, proposal.id());
            trail.write("proposal.approved", dealId, proposal.id().toString(),
                    Map.of("kind", proposal.kind(), "title", proposal.title(), "version", turn.version(), "comment", text(comment)));
            return proposal;
        });
    }

    public Proposal reject(UUID proposalId, Person by, String comment) {
        return deciding(proposalId, comment, () -> {
            Proposal proposal = locked(proposalId);
            proposal.reject(by, text(comment), Instant.now());
            trail.write("proposal.rejected", proposal.dealId(), proposalId.toString(), Map.of("title", proposal.title(), "comment", text(comment)));
            return proposal;
        });
    }

    public Proposal withdraw(UUID proposalId, Person by, String comment) {
        return deciding(proposalId, comment, () -> {
            Proposal proposal = locked(proposalId);
            proposal.withdraw(by, text(comment), Instant.now());
            trail.write("proposal.withdrawn", proposal.dealId(), proposalId.toString(), Map.of("title", proposal.title(), "comment", text(comment)));
            return proposal;
        });
    }

    private static Proposal locked(UUID proposalId) {
        return Proposal.<Proposal>find("id", proposalId).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional().orElseThrow(NotThere::new);
    }

    private Proposal deciding(UUID proposalId, String comment, Callable<Proposal> work) {
        refuseUnreadable(comment);
        try {
            return QuarkusTransaction.requiringNew().call(work);
        } catch (Refused refused) {
            UUID dealId = QuarkusTransaction.requiringNew().call(() -> Proposal.byId(proposalId).map(Proposal::dealId).orElse(null));
            trail.writeApart("proposal.refused", dealId, proposalId.toString(), Map.of("reason", refused.getMessage()));
            throw refused;
        }
    }

    /** Whether something changed on the deal since the proposal was made, so that it cannot be approved any more. */
    public boolean stale(Proposal proposal) {
        return DealVersion.current(proposal.dealId()).orElse(proposal.baseVersion()) != proposal.baseVersion();
    }

    /** What changed on the deal since the version the proposal was made from. */
    public List<String> changedSince(Proposal proposal) {
        return Proposal.approvedSince(proposal.dealId(), proposal.baseVersion()).stream().map(Approvals::line).toList();
    }

    public Comparison comparison(Proposal proposal) {
        try {
            return json.readValue(ProposalComparison.of(proposal), Comparison.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the comparison of proposal " + proposal.id() + " cannot be read", broken);
        }
    }

    private static Refused stale(UUID dealId, long base, String words) {
        return new Refused(words, Proposal.approvedSince(dealId, base).stream().map(Approvals::line).toList());
    }

    private static String line(Proposal approved) {
        return approved.title() + " (proposed by " + approved.madeByName() + ", approved by " + approved.decidedByName() + ")";
    }

    private static String text(String words) {
        return words == null ? "" : words.trim();
    }

    private static String hash(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
