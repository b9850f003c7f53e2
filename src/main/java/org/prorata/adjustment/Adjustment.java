package org.prorata.adjustment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.Immutable;
import org.prorata.approval.Turn;

/** What one change of the past leaves due to and from lenders, through the agent. Each of its lines adds up to zero. Amounts are minor units, or whole warrants. */
@Entity
@Immutable
@Table(name = "adjustment")
@IdClass(Adjustment.Key.class)
public class Adjustment extends PanacheEntityBase {

    /** The payment number that stands for the warrants. */
    public static final int WARRANTS = 0;

    public record Key(UUID dealId, int no) implements Serializable {}

    /**
     * A booked total split again.
     *
     * @param computed of computed interest whose total would be another, or the booked one again, over principal as known with this change: that total; else null
     * @param working how it was split, as JSON
     */
    public record LineDraft(int paymentNo, String component, BigInteger total, BigInteger computed, String working, List<SliceDraft> slices) {}

    /**
     * @param before what the lender was paid, as adjusted until now; {@code due} what is right
     * @param exact  {@code p/q} of a unit; weight, carry and rank are null where nothing was split, because nothing was paid after all
     */
    public record SliceDraft(UUID lenderId, BigInteger before, BigInteger due, String exact, BigInteger weight, String carry, Integer rank) {
        boolean moves() {
            return !before.equals(due);
        }
    }

    @Id @Column(name = "deal_id") UUID dealId;
    @Id int no;
    Instant known;
    @Column(name = "proposal_id") UUID proposalId;

    protected Adjustment() {}

    /** Writes those slices that differ; where none does, nothing. */
    public static void raise(Turn turn, UUID proposalId, List<LineDraft> lines) {
        List<LineDraft> real = lines.stream().filter(line -> line.slices().stream().anyMatch(SliceDraft::moves)).toList();
        if (real.isEmpty()) {
            return;
        }
        Adjustment adjustment = new Adjustment();
        adjustment.dealId = turn.dealId();
        adjustment.no = latest(turn.dealId()) + 1;
        adjustment.known = turn.known();
        adjustment.proposalId = proposalId;
        adjustment.persist();
        flush();
        real.forEach(line -> write(turn.dealId(), adjustment.no, line));
    }

    /** Known at the instant (null: now), the latest first. */
    static List<Adjustment> latestFirst(UUID dealId, Instant known) {
        return known == null ? list("dealId = ?1 order by no desc", dealId) : list("dealId = ?1 and known <= ?2 order by no desc", dealId, known);
    }

    /** The value date of the last of the payments that it put right, as booked when it was made; empty where it put none right, only warrants. */
    static Optional<LocalDate> lastPaid(UUID dealId, int no) {
        Object paid = getEntityManager().createNativeQuery("""
                select max(f.value_date)
                  from (select distinct s.deal_id, s.payment_no, s.component, a.known from adjustment a join adjustment_slice s using (deal_id, no) where a.deal_id = :deal and a.no = :no) s
                  join lateral (select coalesce(k.value_date, o.value_date) as value_date
                                  from fixed_component o left join booking_correction k
                                    on (k.deal_id, k.payment_no, k.component, k.booked) = (o.deal_id, o.payment_no, o.component, o.known) and k.known <= s.known
                                 where (o.deal_id, o.payment_no, o.component) = (s.deal_id, s.payment_no, s.component) and o.known <= s.known
                                 order by o.known desc, k.known desc nulls last limit 1) f on true""", LocalDate.class).setParameter("deal", dealId).setParameter("no", no).getSingleResult();
        return Optional.ofNullable((LocalDate) paid);
    }

    /**
     * The numbers of those that moved something of these lenders, the earliest first. Its place in this list is the number by which a lender knows an adjustment: the deal's own would
     * let it count those of others.
     */
    public static List<Integer> numbersOf(UUID dealId, Collection<UUID> lenders) {
        return getEntityManager().createQuery("select distinct no from AdjustmentSlice where dealId = :deal and lenderId in :lenders order by no", Integer.class)
                .setParameter("deal", dealId).setParameter("lenders", lenders).getResultList();
    }

    static int latest(UUID dealId) {
        Integer latest = getEntityManager().createQuery("select max(no) from Adjustment where dealId = :deal", Integer.class)
                .setParameter("deal", dealId).getSingleResult();
        return latest == null ? 0 : latest;
    }

    private static void write(UUID dealId, int no, LineDraft line) {
        getEntityManager().createNativeQuery("insert into adjustment_line (deal_id, no, payment_no, component, total, computed, working) values (:deal, :no, :payment, :component, :total, cast(:computed as numeric), :working)")
                .setParameter("deal", dealId).setParameter("no", no).setParameter("payment", line.paymentNo()).setParameter("component", line.component())
                .setParameter("total", new BigDecimal(line.total())).setParameter("computed", line.computed() == null ? null : line.computed().toString())
                .setParameter("working", line.working()).executeUpdate();
        List<SliceDraft> moved = line.slices().stream().filter(SliceDraft::moves).toList();
        getEntityManager().createNativeQuery("""
                insert into adjustment_slice (deal_id, no, payment_no, component, lender_id, before, due, exact, weight, carry, rank)
                select :deal, :no, :payment, :component, lender_id, before, due, exact, weight, carry, rank
                  from unnest(cast(:lender as uuid[]), cast(:before as numeric[]), cast(:due as numeric[]), cast(:exact as text[]), cast(:weight as numeric[]),
                              cast(:carry as text[]), cast(:rank as int[])) as t (lender_id, before, due, exact, weight, carry, rank)""")
                .setParameter("deal", dealId).setParameter("no", no).setParameter("payment", line.paymentNo()).setParameter("component", line.component())
                .setParameter("lender", moved.stream().map(SliceDraft::lenderId).toArray(UUID[]::new))
                .setParameter("before", decimals(moved, SliceDraft::before))
                .setParameter("due", decimals(moved, SliceDraft::due))
                .setParameter("exact", moved.stream().map(SliceDraft::exact).toArray(String[]::new))
                .setParameter("weight", decimals(moved, SliceDraft::weight))
                .setParameter("carry", moved.stream().map(SliceDraft::carry).toArray(String[]::new))
                .setParameter("rank", moved.stream().map(SliceDraft::rank).toArray(Integer[]::new))
                .executeUpdate();
    }

    private static BigDecimal[] decimals(List<SliceDraft> slices, Function<SliceDraft, BigInteger> value) {
        return slices.stream().map(value).map(whole -> whole == null ? null : new BigDecimal(whole)).toArray(BigDecimal[]::new);
    }

    /** A booked total of interest that is not what principal comes to, as known with the adjustment. */
    record Differing(int no, int paymentNo, String component, BigInteger booked, BigInteger computed) {}

    /** In the order of payments and components. */
    static List<Differing> differing(UUID dealId) {
        return getSession().createNativeQuery("""
                select no, payment_no, component, total, computed from adjustment_line
                 where deal_id = :deal and computed <> total order by no, payment_no, component""", Tuple.class)
                .addScalar("no", Integer.class).addScalar("payment_no", Integer.class).addScalar("component", String.class)
                .addScalar("total", BigDecimal.class).addScalar("computed", BigDecimal.class).setParameter("deal", dealId).getResultList().stream()
                .map(row -> new Differing(row.get(0, Integer.class), row.get(1, Integer.class), row.get(2, String.class), row.get(3, BigDecimal.class).toBigIntegerExact(),
                        row.get(4, BigDecimal.class).toBigIntegerExact())).toList();
    }

    /** One lender's part of a line. */
    public record Moved(Instant known, int paymentNo, String component, UUID lenderId, BigInteger amount) {}

    /** All that was ever due, settled or not, as far as the caller may see it. */
    public static List<Moved> moved(UUID dealId) {
        return getEntityManager().createQuery("""
                select a.known, s from AdjustmentSlice s join Adjustment a on a.dealId = s.dealId and a.no = s.no where s.dealId = :deal order by s.no""", Object[].class)
                .setParameter("deal", dealId).getResultList().stream().map(row -> moved((Instant) row[0], (AdjustmentSlice) row[1])).toList();
    }

    private static Moved moved(Instant known, AdjustmentSlice slice) {
        return new Moved(known, slice.paymentNo, slice.component, slice.lenderId, slice.amount());
    }
}
