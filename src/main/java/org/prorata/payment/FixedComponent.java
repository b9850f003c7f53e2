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

/** A component booked as paid: its total and day stand for ever, and it is never computed again (rule F6). Its slices are {@link FixedSlice}s. */
@Entity
@Immutable
@Table(name = "fixed_component")
@IdClass(FixedComponent.Key.class)
public class FixedComponent extends PanacheEntityBase {

    public record Key(UUID dealId, int paymentNo, String component) implements Serializable {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id @Column(name = "payment_no") int paymentNo;
    @Id String component;
    @Column(name = "value_date") LocalDate valueDate;
    Instant known;
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

    /** In the order of payment and component. */
    public static List<FixedComponent> of(UUID dealId) {
        return list("dealId = ?1 order by paymentNo, component", dealId);
    }

    public int paymentNo() { return paymentNo; }
    public String component() { return component; }
    public LocalDate valueDate() { return valueDate; }
    public Instant known() { return known; }
    public BigInteger total() { return total.toBigIntegerExact(); }
    public String working() { return working; }
}
