package org.prorata.adjustment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One lender's part of a line of an adjustment: what it was paid, as adjusted until then, and what was due. */
@Entity
@Immutable
@Table(name = "adjustment_slice")
@IdClass(AdjustmentSlice.Key.class)
class AdjustmentSlice extends PanacheEntityBase {

    record Key(UUID dealId, int no, int paymentNo, String component, UUID lenderId) implements Serializable {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id int no;
    @Id @Column(name = "payment_no") int paymentNo;
    @Id String component;
    @Id @Column(name = "lender_id") UUID lenderId;
    BigDecimal before;
    BigDecimal due;

    protected AdjustmentSlice() {}

    /** What the lender is to get; negative where it is to give back. */
    BigInteger amount() {
        return due.subtract(before).toBigIntegerExact();
    }
}
