package org.prorata.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.prorata.identity.Viewer;
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

    protected Proposal() {}

    static Proposal make(UUID dealId, String kind, String title, JsonNode payload, String reason, String reference, long baseVersion,
            Person by, String idempotencyKey, String payloadHash) {
        Proposal made = new Proposal();
        made.dealId = dealId;
        made.id = UUID.randomUUID();
        made.kind = kind;
        made.title = title;
        made.payload = payload.toString();
        made.reason = reason;
        made.reference = reference;
        made.baseVersion = baseVersion;
        made.idempotencyKey = idempotencyKey;
        made.payloadHash = payloadHash;
        made.madeBy = by.id();
        made.madeByName = by.name();
        made.state = State.OPEN.word();
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

    private void refuseUnlessOpen() {
        if (state() != State.OPEN) {
            throw new Refused("This proposal is already " + state + ", by " + decidedByName + ".", List.of());
        }
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
}
