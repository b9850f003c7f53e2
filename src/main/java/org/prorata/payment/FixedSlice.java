package org.prorata.payment;

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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.Immutable;
import org.prorata.approval.Turn;

/** One lender's part of a fixed component, with what explains it. Amounts are minor units; {@code exact} and {@code carry} are fractions {@code p/q} of one. */
@Entity
@Immutable
@Table(name = "fixed_slice")
@IdClass(FixedSlice.Key.class)
public class FixedSlice extends PanacheEntityBase {

    public record Key(UUID dealId, int paymentNo, String component, UUID lenderId, Instant booked) implements Serializable {}

    /**
     * @param weight null for one imported as paid, and so are carry and rank
     * @param positions the lender's positions in the stretches of the component's period, where there are several; as in a calculation
     */
    public record Draft(UUID lenderId, BigInteger slice, String exact, BigInteger weight, String carry, Integer rank, List<BigInteger> positions) {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id @Column(name = "payment_no") int paymentNo;
    @Id String component;
    @Id @Column(name = "lender_id") UUID lenderId;
    @Id Instant booked;
    BigDecimal slice;
    String exact;
    BigDecimal weight;
    String carry;
    Integer rank;
    BigDecimal[] positions;

    protected FixedSlice() {}

    static void fix(Turn turn, int paymentNo, String component, List<Draft> drafts) {
        getEntityManager().createNativeQuery("""
                insert into fixed_slice (deal_id, payment_no, component, lender_id, booked, slice, exact, weight, carry, rank, positions)
                select :deal, :payment, :component, lender_id, cast(:booked as timestamptz), slice, exact, weight, carry, rank, cast(positions as numeric[])
                  from unnest(cast(:lender as uuid[]), cast(:slice as numeric[]), cast(:exact as text[]), cast(:weight as numeric[]), cast(:carry as text[]),
                              cast(:rank as int[]), cast(:positions as text[])) as t (lender_id, slice, exact, weight, carry, rank, positions)""")
                .setParameter("deal", turn.dealId())
                .setParameter("payment", paymentNo)
                .setParameter("component", component)
                .setParameter("booked", turn.known())
                .setParameter("lender", drafts.stream().map(Draft::lenderId).toArray(UUID[]::new))
                .setParameter("slice", decimals(drafts, Draft::slice))
                .setParameter("exact", drafts.stream().map(Draft::exact).toArray(String[]::new))
                .setParameter("weight", decimals(drafts, Draft::weight))
                .setParameter("carry", drafts.stream().map(Draft::carry).toArray(String[]::new))
                .setParameter("rank", drafts.stream().map(Draft::rank).toArray(Integer[]::new))
                .setParameter("positions", drafts.stream().map(FixedSlice::arrayLiteral).toArray(String[]::new))
                .executeUpdate();
    }

    private static BigDecimal[] decimals(List<Draft> drafts, Function<Draft, BigInteger> value) {
        return drafts.stream().map(value).map(whole -> whole == null ? null : new BigDecimal(whole)).toArray(BigDecimal[]::new);
    }

    private static String arrayLiteral(Draft draft) {
        return draft.positions().stream().map(BigInteger::toString).collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    /** All that the caller may see. */
    public static List<FixedSlice> of(UUID dealId) {
        return list("dealId", dealId);
    }

    public int paymentNo() { return paymentNo; }
    public String component() { return component; }
    public UUID lenderId() { return lenderId; }
    public BigInteger slice() { return slice.toBigIntegerExact(); }
    public String exact() { return exact; }

    /** The lender's carry before the split; null for one imported as paid. */
    public String carry() { return carry; }

    public Booking.Key booking() {
        return new Booking.Key(paymentNo, component, booked);
    }
}
