package org.prorata.register;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.web.AsOf;

/**
 * The register on a day as its page and its JSON show it; amounts are decimal texts of the deal's currency.
 *
 * @param deal         its name in addresses
 * @param known        null: all that is known now
 * @param illustrative whether made-up opening positions still stand among those shown
 * @param total        over all tranches
 * @param entries      those effective by the day, the latest written first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegisterView(String deal, LocalDate on, Instant known, String currency, boolean illustrative, List<Tranche> tranches, List<Holder> positions, Sum total,
        List<Line> entries, @JsonIgnore Shown shown) {

    /**
     * What only the page needs.
     *
     * @param exchanges whether the viewer can enter an exchange into shares
     * @param page      of the entries, from 1
     * @param previous  null on the first page
     */
    record Shown(boolean seesAll, boolean proposes, boolean exchanges, ZoneId zone, LocalDate opens, long allEntries, int page, Integer previous, Integer next) {
    }

    /**
     * @param own  what the positions shown add up to: the viewer's own, for the agent all lenders'
     * @param deal the deal's principal by the terms, less what was booked as paid and what was exchanged into shares
     */
    record Sum(String own, String deal) {
    }

    /**
     * @param exchanged into shares; null where nothing was
     * @param proven    whether the two totals are the same; null where not all positions are shown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tranche(String id, String name, Sum total, String principal, String paid, String exchanged, Boolean proven) {

        /** As the page's address names it, to order by. */
        @JsonIgnore
        public String column() {
            return "tranche:" + id;
        }
    }

    /** @param byTranche by tranche id, in the order of the tranches */
    record Holder(String lender, String name, Map<String, String> byTranche, String total) {
    }

    /**
     * @param tradeDate of the transfer it belongs to; null where it belongs to none, and where none was told
     * @param fee       between the transfer's two parties, once for each transfer; negative where the transfer was taken back; null where there was none
     * @param feePaidBy seller or buyer, beside the fee
     * @param reverses  number of the entry that it takes back; told to those who see all entries
     * @param proposal  the proposal that wrote it; told to the agent alone, like the rest: null for others, and for what was imported
     * @param reason    the proposer's
     * @param corrects  the cause that a correction corrects; else null
     * @param correction where the agent can put right the transfer or exchange that it is of, behind the register's address; null where it is of none that stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(long seq, LocalDate on, Instant known, String lender, String name, String tranche, String trancheName, String amount, String cause, String corrects, Long reverses,
            String reference, String provenance, Integer payment, LocalDate tradeDate, String fee, String feePaidBy, UUID proposal, String proposedBy, Instant proposedAt, String approvedBy,
            Instant approvedAt, String reason, @JsonIgnore String correction) {
    }

    /** By name, by the principal of each tranche, and by all of it. */
    Map<String, Comparator<Holder>> orders() {
        Map<String, Comparator<Holder>> orders = new HashMap<>();
        orders.put("name", Comparator.comparing(Holder::name, String.CASE_INSENSITIVE_ORDER));
        orders.put("total", Comparator.comparing(holder -> new BigDecimal(holder.total())));
        tranches.forEach(tranche -> orders.put(tranche.column(), Comparator.comparing(holder -> new BigDecimal(holder.byTranche().get(tranche.id())))));
        return orders;
    }

    public AsOf asOf() {
        return new AsOf(on, known);
    }

    /** Whether anything was exchanged into shares. */
    public boolean exchanged() {
        return tranches.stream().anyMatch(tranche -> tranche.exchanged() != null);
    }

    /** Whether all positions are shown and each tranche's total is what the terms, payments and exchanges make it. */
    public boolean proven() {
        return tranches.stream().allMatch(tranche -> Boolean.TRUE.equals(tranche.proven()));
    }
}
