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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.prorata.web.AsOf;

/**
 * Principal of a deal that left a tranche for shares, whosoever it was: a total of the deal, which each of its lenders may know. The database writes it with every
 * entry of that cause. Amounts are minor units of the deal's currency, negative where an exchange was taken back.
 */
@Entity
@Immutable
@Table(name = "exchanged")
@IdClass(Exchanged.Key.class)
public class Exchanged extends PanacheEntityBase {

    public record Key(UUID dealId, long seq) implements Serializable {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id long seq;
    @Column(name = "on_date") LocalDate on;
    Instant known;
    String tranche;
    BigDecimal amount;

    protected Exchanged() {}

    /** By tranche, effective by the end of the day and known at the instant; tranches of which nothing was exchanged are left out. */
    static Map<String, BigInteger> totals(UUID dealId, AsOf asOf) {
        Map<String, BigInteger> totals = new HashMap<>();
        List<Exchanged> all = asOf.known() == null ? list("dealId = ?1 and on <= ?2", dealId, asOf.on())
                : list("dealId = ?1 and on <= ?2 and known <= ?3", dealId, asOf.on(), asOf.known());
        all.forEach(each -> totals.merge(each.tranche, each.amount.toBigIntegerExact(), BigInteger::add));
        return totals;
    }
}
