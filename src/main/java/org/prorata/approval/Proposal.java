package org.prorata.approval;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.prorata.identity.Viewer;
import org.prorata.web.NotThere;
import org.prorata.web.Refused;

/** A change that one person of the agent proposed. Its state moves once, from open, by a guarded verb. */
@Entity
@Table(name = "proposal")
@IdClass(Proposal.Key.class)
public class Proposal extends PanacheEntityBase {

    public enum State { OPEN, APPROVED, REJECTED, WITHDRAWN;
        public String word() {
            return name().toLowerCase();
        }
    }

    public record Key(UUID dealId, UUID id) implements Serializable {}

    /** Who acts: id and the name that stands on what he did for ever. */
    public record Person(UUID id, String name) {

        public static Person of(Viewer viewer) {
            return new Person(viewer.userId(), viewer.name());
        }
    }

    @Id @Column(name = "deal_id") UUID dealId;
    @Id UUID id;
    @Column(updatable = false) String kind;
    @Column(updatable = false) String title;
    @Column(updatable = false) String payload;
    @Column(updatable = false) String reason;
    @Column(updatable = false) String reference;
    @Column(name = "base_version", updatable = false) long baseVersion;
    @Column(name = "idempotency_key", updatable = false) String idempotencyKey;
    @Column(name = "payload_hash", updatable = false) String payloadHash;
    @Column(name = "made_by", updatable = false) UUID madeBy;
    @Column(name = "made_by_name", updatable = false) String madeByName;
    @Column(name = "made_at", insertable = false, updatable = false) Instant madeAt;
    String state;
    @Column(name = "decided_by") UUID decidedBy;
    @Column(name = "decided_by_name") String decidedByName;
    @Column(name = "decided_at") Instant decidedAt;
    String comment;
    @Column(name = "applied_version") Long appliedVersion;
    @Column(name = "applied_known") Instant appliedKnown;
    @Column(name = "rebased_from", updatable = false) UUID rebasedFrom;
    @Column(name = "raises_agent", updatable = false) boolean raisesAgent;

    protected Proposal() {}

    static Proposal make(Approvals.Ask ask, String title, long baseVersion, Person by, String idempotencyKey, String payloadHash, UUID rebasedFrom, boolean raisesAgent) {
        Proposal made = new Proposal();
        made.dealId = ask.dealId();
        made.id = UUID.randomUUID();
        made.kind = ask.kind();
        made.title = title;
        made.payload = ask.payload().toString();
        made.reason = Words.text(ask.reason());
        made.reference = Words.text(ask.reference());
        made.baseVersion = baseVersion;
        made.idempotencyKey = idempotencyKey;
        made.payloadHash = payloadHash;
        made.madeBy = by.id();
        made.madeByName = by.name();
        made.state = State.OPEN.word();
        made.rebasedFrom = rebasedFrom;
        made.raisesAgent = raisesAgent;
        made.persist();
        return made;
    }

    /** Another person of the agent says yes; the caller applies the change in the same transaction. */
    void approve(Person by, String comment, Turn turn) {
        refuseApprovalBy(by);
        decide(State.APPROVED, by, comment, turn.known());
        appliedVersion = turn.version();
        appliedKnown = turn.known();
    }

    void refuseApprovalBy(Person by) {
        if (by.id().equals(madeBy)) {
            throw new Refused("You proposed this yourself; another person of the agent approves it.", List.of());
        }
        refuseUnlessOpen();
    }

    /** Another person of the agent says no. The maker withdraws instead. */
    void reject(Person by, String comment, Instant at) {
        if (by.id().equals(madeBy)) {
            throw new Refused("You proposed this yourself; withdraw it, or let another person of the agent decide.", List.of());
        }
        decide(State.REJECTED, by, comment, at);
    }

    /** Its maker takes it back. */
    void withdraw(Person by, String comment, Instant at) {
        if (!by.id().equals(madeBy)) {
            throw new Refused("Only " + madeByName + ", who proposed this, can withdraw it.", List.of());
        }
        decide(State.WITHDRAWN, by, comment, at);
    }

    /** It gives way to another proposal that was made out of it, whoever of the agent made that one. */
    void giveWay(Person by, String comment, Instant at) {
        decide(State.WITHDRAWN, by, comment, at);
    }

    void refuseUnlessOpen() {
        if (state() != State.OPEN) {
            throw new Refused("This proposal is already " + state + ", by " + decidedByName + ".", List.of());
        }
    }

    /** Whether it was decided in this way by this person with this comment. */
    boolean decidedAs(State as, Person by, String words) {
        return state() == as && by.id().equals(decidedBy) && words.equals(comment);
    }

    private void decide(State to, Person by, String words, Instant at) {
        refuseUnlessOpen();
        state = to.word();
        decidedBy = by.id();
        decidedByName = by.name();
        decidedAt = at;
        comment = words;
    }

    public static Optional<Proposal> byId(UUID id) {
        return find("id", id).firstResultOptional();
    }

    /** As the row stands once no other transaction decides on it. */
    static Proposal locked(UUID id) {
        return Proposal.<Proposal>find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional().orElseThrow(NotThere::new);
    }

    /** The proposal that took the place of the given one on a later ground. */
    static Optional<Proposal> rebased(Proposal from) {
        return find("dealId = ?1 and rebasedFrom = ?2", from.dealId, from.id).firstResultOptional();
    }

    static Optional<Proposal> byIdempotencyKey(UUID dealId, UUID madeBy, String key) {
        return find("dealId = ?1 and madeBy = ?2 and idempotencyKey = ?3", dealId, madeBy, key).firstResultOptional();
    }

    /**
     * As {@link #byIdempotencyKey}, once no other transaction is about to use the key: equal requests at the same moment have one effect and one answer.
     */
    static Optional<Proposal> lockKey(UUID dealId, UUID madeBy, String key) {
        getEntityManager().createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)", String.class)
                .setParameter("key", dealId + " " + madeBy + " " + key).getSingleResult();
        return byIdempotencyKey(dealId, madeBy, key);
    }

    /** Who proposed and who approved, when and why: what stands for ever on all that the proposal wrote. */
    public record FourEyes(String proposedBy, Instant proposedAt, String approvedBy, Instant approvedAt, String reason) {}

    /** Of several of one deal's proposals, by id, in one statement; only what the caller may see. */
    public static Map<UUID, FourEyes> fourEyes(UUID dealId, Set<UUID> ids) {
        Map<UUID, FourEyes> found = new HashMap<>();
        if (!ids.isEmpty()) {
            getSession().createNativeQuery("""
                    select id, made_by_name, made_at, decided_by_name, decided_at, reason from proposal
                     where deal_id = :deal and state = 'approved' and id = any(cast(:ids as uuid[]))""", Tuple.class)
                    .addScalar("id", UUID.class).addScalar("made_by_name", String.class).addScalar("made_at", Instant.class)
                    .addScalar("decided_by_name", String.class).addScalar("decided_at", Instant.class).addScalar("reason", String.class)
                    .setParameter("deal", dealId).setParameter("ids", ids.toArray(UUID[]::new)).getResultList()
                    .forEach(row -> found.put(row.get(0, UUID.class), new FourEyes(row.get(1, String.class), row.get(2, Instant.class), row.get(3, String.class),
                            row.get(4, Instant.class), row.get(5, String.class))));
        }
        return found;
    }

    /** What was approved on the deal after the given version, oldest first. */
    static List<Proposal> approvedSince(UUID dealId, long version) {
        return list("dealId = ?1 and appliedVersion > ?2 order by appliedVersion", dealId, version);
    }

    /**
     * Open ones first, then the newest.
     *
     * @param deals those the caller keeps; null: every deal
     * @param page  from 0; one more than {@code size} is given where others follow
     */
    static List<Proposal> inbox(Set<UUID> deals, int page, int size) {
        String order = "order by case when state = 'open' then 0 else 1 end, madeAt desc, id";
        PanacheQuery<Proposal> found = deals == null ? find(order) : find("dealId in ?1 " + order, deals);
        return found.range(page * size, page * size + size).list();
    }

    /** Those of these deals that wait for a decision, the oldest first, and so many of each deal at most: a busy deal hides no other's. */
    static List<Proposal> open(Set<UUID> deals, int mostOfEach) {
        return list("from Proposal p where p.dealId in ?1 and p.state = 'open' and (select count(*) from Proposal before where before.dealId = p.dealId and before.state = 'open'"
                + " and (before.madeAt < p.madeAt or before.madeAt = p.madeAt and before.id < p.id)) < ?2 order by p.madeAt, p.id", deals, mostOfEach);
    }

    /** How many of each of these deals wait for a decision; a deal of which none does is left out. */
    static Map<UUID, Integer> countOpen(Set<UUID> deals) {
        return getEntityManager().createQuery("select dealId, count(*) from Proposal where dealId in ?1 and state = 'open' group by dealId", Object[].class).setParameter(1, deals)
                .getResultStream().collect(Collectors.toMap(row -> (UUID) row[0], row -> Math.toIntExact((Long) row[1])));
    }

    public UUID dealId() { return dealId; }
    public UUID id() { return id; }
    public String kind() { return kind; }
    public String title() { return title; }
    public String payload() { return payload; }
    public String reason() { return reason; }
    public String reference() { return reference; }
    public long baseVersion() { return baseVersion; }
    public UUID madeBy() { return madeBy; }
    public String madeByName() { return madeByName; }
    public Instant madeAt() { return madeAt; }
    public State state() { return State.valueOf(state.toUpperCase()); }
    public UUID decidedBy() { return decidedBy; }
    public String decidedByName() { return decidedByName; }
    public Instant decidedAt() { return decidedAt; }
    public String comment() { return comment; }
    public Instant appliedKnown() { return appliedKnown; }
    public UUID rebasedFrom() { return rebasedFrom; }
    public boolean raisesAgent() { return raisesAgent; }
}
