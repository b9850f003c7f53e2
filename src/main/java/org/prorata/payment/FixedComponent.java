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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.prorata.approval.Turn;

/** The act of booking a component as paid, for ever; what came of it later is told by {@link Booking}. */
@Entity
@Immutable
@Table(name = "fixed_component")
@IdClass(FixedComponent.Key.class)
class FixedComponent extends PanacheEntityBase {

    record Key(UUID dealId, int paymentNo, String component, Instant known) implements Serializable {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id @Column(name = "payment_no") int paymentNo;
    @Id String component;
    @Id Instant known;
    @Column(name = "value_date") LocalDate valueDate;
    BigDecimal total;
    String working;
    @Column(name = "proposal_id") UUID proposalId;

    protected FixedComponent() {}

    /** @param working how the total and the split came about, as JSON, kept for the explanation; null for one imported as paid */
    static void fix(Turn turn, UUID proposalId, int paymentNo, String component, LocalDate valueDate, BigInteger total, String working) {
        FixedComponent fixed = new FixedComponent();
        fixed.dealId = turn.dealId();
        fixed.paymentNo = paymentNo;
        fixed.component = component;
        fixed.valueDate = valueDate;
        fixed.known = turn.known();
        fixed.total = new BigDecimal(total);
        fixed.working = working;
        fixed.proposalId = proposalId;
        fixed.persist();
    }

    /** As booked, known at the instant (null: now), in the order of payment and component. */
    static List<FixedComponent> of(UUID dealId, Instant known) {
        return known == null ? list("dealId = ?1 order by paymentNo, component", dealId)
                : list("dealId = ?1 and known <= ?2 order by paymentNo, component", dealId, known);
    }

    Booking booking() {
        return new Booking(paymentNo, component, valueDate, known, total.toBigIntegerExact(), working);
    }
}
