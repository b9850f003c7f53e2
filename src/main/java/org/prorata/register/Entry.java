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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /**
     * An entry about to be written; the register numbers it and stamps it with the turn's {@code known}.
     *
     * @param corrects what a correction corrects; else null
     * @param reverses number of the entry that it takes back; null where it takes back none
     */
    public record Draft(LocalDate on, UUID lenderId, String tranche, BigInteger amount, Cause cause, Cause corrects, Long reverses, String reference, String provenance,
            Integer paymentNo) {

        public Draft(LocalDate on, UUID lenderId, String tranche, BigInteger amount, Cause cause, String reference, String provenance, Integer paymentNo) {
            this(on, lenderId, tranche, amount, cause, null, null, reference, provenance, paymentNo);
        }

        /** What a correction writes in place of entries of that cause that it takes back; not of payments, which are told by {@link Entry#corrected}. */
        static Draft right(LocalDate on, UUID lenderId, String tranche, BigInteger amount, Cause corrects, String reference) {
            return new Draft(on, lenderId, tranche, amount, Cause.CORRECTION, corrects, null, reference, "entered", null);
        }
    }

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
    String corrects;
    Long reverses;

    protected Entry() {}

    /** Appends entries in one statement; those of nothing are left out. */
    public static void append(Turn turn, UUID proposalId, List<Draft> drafts) {
        List<Draft> real = drafts.stream().filter(draft -> draft.amount().signum() != 0).toList();
        if (real.isEmpty()) {
            return;
        }
        getEntityManager().createNativeQuery("""
                insert into entry (deal_id, seq, on_date, known, lender_id, tranche, amount, cause, reference, provenance, proposal_id, payment_no, corrects, reverses)
                select :deal, (select coalesce(max(seq), 0) from entry where deal_id = :deal) + n, on_date, cast(:known as timestamptz), lender_id, tranche, amount, cause,
                       reference, provenance, cast(:proposal as uuid), payment_no, corrects, reverses
                  from unnest(cast(:on as date[]), cast(:lender as uuid[]), cast(:tranche as text[]), cast(:amount as numeric[]), cast(:cause as text[]),
                              cast(:reference as text[]), cast(:provenance as text[]), cast(:payment as int[]), cast(:corrects as text[]), cast(:reverses as bigint[]))
                       with ordinality as t (on_date, lender_id, tranche, amount, cause, reference, provenance, payment_no, corrects, reverses, n)""")
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
                .setParameter("corrects", real.stream().map(draft -> draft.corrects() == null ? null : draft.corrects().word()).toArray(String[]::new))
                .setParameter("reverses", real.stream().map(Draft::reverses).toArray(Long[]::new))
                .executeUpdate();
    }

    /** The entry that takes this one back: the same in everything but the sign, with the same effective date. */
    public Draft reversal(String reference) {
        return new Draft(on, lenderId, tranche, amount().negate(), Cause.CORRECTION, kind(), seq, reference, provenance, paymentNo);
    }

    /** What stands instead of this entry once it was taken back. */
    public Draft corrected(LocalDate rightOn, BigInteger right, String reference) {
        return new Draft(rightOn, lenderId, tranche, right, Cause.CORRECTION, kind(), null, reference, "entered", paymentNo);
    }

    /** The earliest effective date of what the turn has written so far; null where it has written nothing. */
    public static LocalDate firstOf(Turn turn) {
        return getEntityManager().createQuery("select min(e.on) from Entry e where e.dealId = :deal and e.known = :known", LocalDate.class)
                .setParameter("deal", turn.dealId()).setParameter("known", turn.known()).getSingleResult();
    }

    /** Numbers of those among the given that another entry has taken back. */
    static Set<Long> reversedAmong(UUID dealId, List<Entry> entries) {
        return Set.copyOf(getEntityManager().createQuery("select e.reverses from Entry e where e.dealId = :deal and e.reverses in :given", Long.class)
                .setParameter("deal", dealId).setParameter("given", entries.stream().map(Entry::seq).toList()).getResultList());
    }

    /** As {@link #standing(UUID, Instant)} now. */
    public static List<Entry> standing(UUID dealId) {
        return standing(dealId, null);
    }

    /** Those that still counted at the instant (null: now): neither taken back nor themselves taking one back, in the order they were written. */
    public static List<Entry> standing(UUID dealId, Instant known) {
        List<Entry> all = of(dealId, known);
        Set<Long> reversed = all.stream().map(entry -> entry.reverses).filter(Objects::nonNull).collect(Collectors.toSet());
        return all.stream().filter(entry -> entry.reverses == null && !reversed.contains(entry.seq)).toList();
    }

    static Optional<Entry> numbered(UUID dealId, long seq) {
        return find("dealId = ?1 and seq = ?2", dealId, seq).firstResultOptional();
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
    /** What moved the principal: the cause, or of a correction the cause that it corrects. It says the entry's place in the day (rule F4). */
    public Cause kind() { return Cause.of(corrects == null ? cause : corrects); }
    public Long reverses() { return reverses; }
    public String reference() { return reference; }
    public String provenance() { return provenance; }
    public UUID proposalId() { return proposalId; }
    public Integer paymentNo() { return paymentNo; }
}
