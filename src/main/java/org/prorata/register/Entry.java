package org.prorata.register;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.TypedQuery;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.prorata.approval.Turn;
import org.prorata.web.AsOf;

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

    /** A lender's principal in one tranche, in minor units. */
    record Position(UUID lenderId, String tranche, BigInteger amount) {}

    /**
     * Positions at the end of a day: the sum of the entries effective by then and known at the instant (rule F3).
     *
     * @param own the lenders asked for; null: all
     */
    static List<Position> positions(UUID dealId, AsOf asOf, Set<UUID> own) {
        return selected("select e.lenderId, e.tranche, sum(e.amount)", "group by e.lenderId, e.tranche", Object[].class, dealId, asOf, own).getResultList().stream()
                .map(row -> new Position((UUID) row[0], (String) row[1], ((BigDecimal) row[2]).toBigIntegerExact())).toList();
    }

    /** Entries effective by the end of the day, the latest written first. */
    static List<Entry> latestFirst(UUID dealId, AsOf asOf, Set<UUID> own, int from, int most) {
        return selected("select e", "order by e.seq desc", Entry.class, dealId, asOf, own).setFirstResult(from).setMaxResults(most).getResultList();
    }

    static long count(UUID dealId, AsOf asOf, Set<UUID> own) {
        return selected("select count(*)", "", Long.class, dealId, asOf, own).getSingleResult();
    }

    private static <T> TypedQuery<T> selected(String select, String rest, Class<T> type, UUID dealId, AsOf asOf, Set<UUID> own) {
        TypedQuery<T> query = getEntityManager().createQuery(select + " from Entry e where e.dealId = :deal and e.on <= :on"
                + (asOf.known() == null ? "" : " and e.known <= :known") + (own == null ? " " : " and e.lenderId in :own ") + rest, type)
                .setParameter("deal", dealId).setParameter("on", asOf.on());
        if (asOf.known() != null) {
            query.setParameter("known", asOf.known());
        }
        if (own != null) {
            query.setParameter("own", own);
        }
        return query;
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
