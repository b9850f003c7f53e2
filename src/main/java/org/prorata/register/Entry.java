package org.prorata.register;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.prorata.approval.Turn;

/** One change of one lender's principal in one tranche: a fact with both its times, never altered. Amounts are minor units of the deal's currency, signed. */
@Entity
@Immutable
@Table(name = "entry")
@IdClass(Entry.Key.class)
public class Entry extends PanacheEntityBase {

    public record Key(UUID dealId, long seq) implements Serializable {}

    /** An entry about to be written; the register numbers it and stamps it with the turn's {@code known}. */
    public record Draft(LocalDate on, UUID lenderId, String tranche, BigInteger amount, Cause cause, String reference, String provenance, Integer paymentNo) {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id long seq;
    @Column(name = "on_date") LocalDate on;
    Instant known;
    @Column(name = "lender_id") UUID lenderId;
    String tranche;
    BigDecimal amount;
    String cause;
    String reference;
    String provenance;
    @Column(name = "proposal_id") UUID proposalId;
    @Column(name = "payment_no") Integer paymentNo;

    protected Entry() {}

    /** Appends entries in one statement; those of nothing are left out. */
    public static void append(Turn turn, UUID proposalId, List<Draft> drafts) {
        List<Draft> real = drafts.stream().filter(draft -> draft.amount().signum() != 0).toList();
        if (real.isEmpty()) {
            return;
        }
        getEntityManager().createNativeQuery("""
                insert into entry (deal_id, seq, on_date, known, lender_id, tranche, amount, cause, reference, provenance, proposal_id, payment_no)
                select :deal, (select coalesce(max(seq), 0) from entry where deal_id = :deal) + n, on_date, cast(:known as timestamptz), lender_id, tranche, amount, cause,
                       reference, provenance, cast(:proposal as uuid), payment_no
                  from unnest(cast(:on as date[]), cast(:lender as uuid[]), cast(:tranche as text[]), cast(:amount as numeric[]), cast(:cause as text[]),
                              cast(:reference as text[]), cast(:provenance as text[]), cast(:payment as int[]))
                       with ordinality as t (on_date, lender_id, tranche, amount, cause, reference, provenance, payment_no, n)""")
                .setParameter("deal", turn.dealId())
                .setParameter("known", turn.known())
                .setParameter("proposal", proposalId == null ? null : proposalId.toString())
                .setParameter("on", real.stream().map(Draft::on).toArray(LocalDate[]::new))
                .setParameter("lender", real.stream().map(Draft::lenderId).toArray(UUID[]::new))
                .setParameter("tranche", real.stream().map(Draft::tranche).toArray(String[]::new))
                .setParameter("amount", real.stream().map(draft -> new BigDecimal(draft.amount())).toArray(BigDecimal[]::new))
                .setParameter("cause", real.stream().map(draft -> draft.cause().word()).toArray(String[]::new))
                .setParameter("reference", real.stream().map(Draft::reference).toArray(String[]::new))
                .setParameter("provenance", real.stream().map(Draft::provenance).toArray(String[]::new))
                .setParameter("payment", real.stream().map(Draft::paymentNo).toArray(Integer[]::new))
                .executeUpdate();
    }

    /** All entries of the deal known at the instant (null: now), in the order they were written; only those the caller may see. */
    public static List<Entry> of(UUID dealId, Instant known) {
        return known == null ? list("dealId = ?1 order by seq", dealId) : list("dealId = ?1 and known <= ?2 order by seq", dealId, known);
    }

    public long seq() { return seq; }
    public LocalDate on() { return on; }
    public Instant known() { return known; }
    public UUID lenderId() { return lenderId; }
    public String tranche() { return tranche; }
    public BigInteger amount() { return amount.toBigIntegerExact(); }
    public Cause cause() { return Cause.of(cause); }
    public String reference() { return reference; }
    public String provenance() { return provenance; }
    public UUID proposalId() { return proposalId; }
    public Integer paymentNo() { return paymentNo; }
}
