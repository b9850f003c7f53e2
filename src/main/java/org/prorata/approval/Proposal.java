package org.prorata.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    public record Person(UUID id, String name) {}

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
        if (by.id().equals(madeBy)) {
            throw new Refused("You proposed this yourself; another person of the agent approves it.", List.of());
        }
        decide(State.APPROVED, by, comment, turn.known());
        appliedVersion = turn.version();
        appliedKnown = turn.known();
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

    private void decide(State to, Person by, String words, Instant at) {
        if (state() != State.OPEN) {
            throw new Refused("This proposal is already " + state + ", by " + decidedByName + ".", List.of());
        }
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

    /** What was approved on the deal after the given version, oldest first. */
    static List<Proposal> approvedSince(UUID dealId, long version) {
        return list("dealId = ?1 and appliedVersion > ?2 order by appliedVersion", dealId, version);
    }

    /** Of all deals the caller keeps (the database shows it no others): open ones first, then the newest. */
    public static List<Proposal> inbox(int most) {
        return find("order by case when state = 'open' then 0 else 1 end, madeAt desc").page(0, most).list();
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
    public String decidedByName() { return decidedByName; }
    public Instant decidedAt() { return decidedAt; }
    public String comment() { return comment; }
    public Instant appliedKnown() { return appliedKnown; }
}
