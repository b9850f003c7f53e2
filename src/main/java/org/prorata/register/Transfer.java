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
import org.prorata.approval.Applied;

/**
 * What the desk knows of one transfer beside its entries: its trade date, and the fee between its two parties, a note that moves no figure of the deal. Read by
 * the seller, the buyer and the agent alone; who the other party is, only the agent is told. Amounts are minor units of the deal's currency.
 */
@Entity
@Immutable
@Table(name = "transfer")
@IdClass(Transfer.Key.class)
public class Transfer extends PanacheEntityBase {

    public record Key(UUID dealId, long firstEntry) implements Serializable {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id @Column(name = "first_entry") long firstEntry;
    @Column(name = "last_entry") long lastEntry;
    Instant known;
    @Column(name = "from_lender") UUID fromLender;
    @Column(name = "to_lender") UUID toLender;
    String tranche;
    BigDecimal amount;
    @Column(name = "trade_date") LocalDate tradeDate;
    @Column(name = "effective_date") LocalDate effectiveDate;
    BigDecimal fee;
    @Column(name = "fee_paid_by") String feePaidBy;
    String reference;
    @Column(name = "proposal_id") UUID proposalId;

    protected Transfer() {}

    /** Appends the entries of a transfer and what is known of it beside them. */
    static void append(Applied applied, TransferForm form, UUID from, UUID to, BigInteger amount, BigInteger fee, List<Entry.Draft> entries) {
        long before = lastEntry(applied.dealId());
        Entry.append(applied.turn(), applied.proposalId(), entries);
        Transfer transfer = new Transfer();
        transfer.dealId = applied.dealId();
        transfer.firstEntry = before + 1;
        transfer.lastEntry = lastEntry(applied.dealId());
        transfer.known = applied.turn().known();
        transfer.fromLender = from;
        transfer.toLender = to;
        transfer.tranche = form.tranche();
        transfer.amount = new BigDecimal(amount);
        transfer.tradeDate = form.tradeDate();
        transfer.effectiveDate = form.effectiveDate();
        transfer.fee = fee == null ? null : new BigDecimal(fee);
        transfer.feePaidBy = fee == null ? null : form.feePaidBy();
        transfer.reference = applied.reference();
        transfer.proposalId = applied.proposalId();
        transfer.persistAndFlush();
    }

    private static long lastEntry(UUID dealId) {
        return getEntityManager().createQuery("select coalesce(max(e.seq), 0) from Entry e where e.dealId = :deal", Long.class).setParameter("deal", dealId).getSingleResult();
    }

    /**
     * Transfers effective by the end of the day and known at the instant, the earliest written first.
     *
     * @param on    null: whenever effective
     * @param known null: now
     * @param own those of which one of these lenders is a party; null: all
     */
    public static List<Transfer> of(UUID dealId, LocalDate on, Instant known, Set<UUID> own) {
        TypedQuery<Transfer> query = getEntityManager().createQuery("select t from Transfer t where t.dealId = :deal" + (on == null ? "" : " and t.effectiveDate <= :on")
                + (known == null ? "" : " and t.known <= :known") + (own == null ? "" : " and (t.fromLender in :own or t.toLender in :own)")
                + " order by t.firstEntry", Transfer.class).setParameter("deal", dealId);
        if (on != null) {
            query.setParameter("on", on);
        }
        if (known != null) {
            query.setParameter("known", known);
        }
        if (own != null) {
            query.setParameter("own", own);
        }
        return query.getResultList();
    }

    long firstEntry() { return firstEntry; }
    boolean wrote(Entry entry) { return entry.seq() >= firstEntry && entry.seq() <= lastEntry; }
    public Instant known() { return known; }
    public BigInteger amount() { return amount.toBigIntegerExact(); }
    public LocalDate tradeDate() { return tradeDate; }
    public LocalDate effectiveDate() { return effectiveDate; }
    /** Null where there was none. */
    public BigInteger fee() { return fee == null ? null : fee.toBigIntegerExact(); }
    /** seller or buyer; null where there was no fee. */
    public String feePaidBy() { return feePaidBy; }
    public String reference() { return reference; }
}
