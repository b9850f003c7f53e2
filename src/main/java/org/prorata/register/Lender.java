package org.prorata.register;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.prorata.deal.LenderLine;
import org.prorata.deal.Provenance;

/** A lender of one deal. Its {@code seq} is its place in register order (the order of first entries, for ever), which settles ties (rule F6). */
@Entity
@Immutable
@Table(name = "lender")
@IdClass(Lender.Key.class)
public class Lender extends PanacheEntityBase {

    public record Key(UUID dealId, UUID id) implements Serializable {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id UUID id;
    int seq;
    Instant known;
    String handle;
    String name;
    @Column(name = "former_name") String formerName;
    @Column(name = "group_name") String group;
    boolean published;
    String provenance;
    String clause;
    @Column(name = "proposal_id") UUID proposalId;

    protected Lender() {}

    static Lender enter(UUID dealId, int seq, Instant known, LenderLine line, UUID proposalId) {
        Lender lender = new Lender();
        lender.dealId = dealId;
        lender.id = UUID.randomUUID();
        lender.seq = seq;
        lender.known = known;
        lender.handle = line.id();
        lender.name = line.name();
        lender.formerName = line.formerName();
        lender.group = line.group();
        lender.published = line.published();
        lender.provenance = line.provenance().word();
        lender.clause = line.clause();
        lender.proposalId = proposalId;
        lender.persist();
        return lender;
    }

    /** The deal's lenders known at the instant (null: now), in register order; only those the caller may see. */
    public static List<Lender> of(UUID dealId, Instant known) {
        return known == null ? list("dealId = ?1 order by seq", dealId) : list("dealId = ?1 and known <= ?2 order by seq", dealId, known);
    }

    /** As a term-sheet file writes it. */
    LenderLine line() {
        return new LenderLine(handle, name, formerName, group, published, Provenance.valueOf(provenance.toUpperCase()), clause);
    }

    public UUID id() { return id; }
    public int seq() { return seq; }
    public String handle() { return handle; }
    public String name() { return name; }
    public String formerName() { return formerName; }
    public String group() { return group; }
    public boolean published() { return published; }
}
