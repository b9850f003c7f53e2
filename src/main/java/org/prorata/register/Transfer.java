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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * What is told of a transfer beside its entries.
     *
     * @param tradeDate   the day it was agreed
     * @param fee         between its two parties; null where there was none
     * @param feePaidBy   seller or buyer; null where there was no fee
     * @param certificate number of the transfer certificate
     */
    record Told(LocalDate tradeDate, BigInteger fee, String feePaidBy, String certificate) {}

    /** @param amount over all tranches; @param tranche null: over all of them */
    record Sold(UUID from, UUID to, BigInteger amount, String tranche) {}

    /** Appends the entries of a transfer, of each tranche the seller's and then the buyer's, and what is told of it beside them. */
    static void append(Applied applied, Sold sold, Told told, List<Entry.Draft> entries) {
        long before = lastEntry(applied.dealId());
        Entry.append(applied.turn(), applied.proposalId(), entries);
        Transfer transfer = new Transfer();
        transfer.dealId = applied.dealId();
        transfer.firstEntry = before + 1;
        transfer.lastEntry = lastEntry(applied.dealId());
        transfer.known = applied.turn().known();
        transfer.fromLender = sold.from();
        transfer.toLender = sold.to();
        transfer.tranche = sold.tranche();
        transfer.amount = new BigDecimal(sold.amount());
        transfer.tradeDate = told.tradeDate();
        transfer.effectiveDate = entries.get(0).on();
        transfer.fee = told.fee() == null ? null : new BigDecimal(told.fee());
        transfer.feePaidBy = told.fee() == null ? null : told.feePaidBy();
        transfer.reference = told.certificate();
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

    /**
     * That a transfer no longer stands.
     *
     * @param known     since when
     * @param corrected whether it stands otherwise for whom it was told; else it was taken back
     */
    public record Ended(Instant known, boolean corrected) {}

    /**
     * Of the transfers that do not stand as told, what became of them, by {@link #firstEntry}. Told by the entries of the lenders asked for alone: a lender learns of its own that were taken
     * back, and whether others were written for it, and not what stands for anybody else.
     *
     * @param known null: now
     */
    public static Map<Long, Ended> ended(UUID dealId, List<Transfer> transfers, Instant known, Set<UUID> own) {
        if (transfers.isEmpty()) {
            return Map.of();
        }
        List<Entry> corrections = Entry.<Entry>list("dealId = ?1 and corrects = 'transfer' and lenderId in ?2 order by seq", dealId, own).stream()
                .filter(entry -> known == null || !entry.known().isAfter(known)).toList();
        Map<Long, Ended> ended = new HashMap<>();
        for (Transfer transfer : transfers) {
            corrections.stream().filter(entry -> entry.reverses() != null && transfer.has(entry.reverses())).findFirst().ifPresent(reversal -> ended.put(transfer.firstEntry,
                    new Ended(reversal.known(), corrections.stream().anyMatch(right -> right.reverses() == null && right.known().equals(reversal.known()) && right.on().equals(reversal.on())))));
        }
        return ended;
    }

    public long firstEntry() { return firstEntry; }
    boolean has(long entry) { return entry >= firstEntry && entry <= lastEntry; }

    /**
     * The one entry that the fee is told at, so that a column of fees adds up: the first of those whom one reads.
     *
     * @param own the lenders whose entries are read; null: all
     */
    long toldAt(Set<UUID> own) { return own == null || own.contains(fromLender) ? firstEntry : firstEntry + 1; }

    Told told() { return new Told(tradeDate, fee(), feePaidBy, reference); }
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
