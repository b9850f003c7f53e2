package org.prorata.adjustment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.prorata.web.AsOf;

/**
 * What was paid over shares that turned out to be others, and what became of it, as the viewer may see it. Amounts are decimal texts of the deal's currency; of
 * warrants, their number.
 *
 * @param known null: all that is known now
 * @param net   what is still open in money, of the lenders shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdjustmentsView(String deal, LocalDate on, Instant known, String currency, Net net, List<One> adjustments, @JsonIgnore boolean seesAll, @JsonIgnore boolean proposes, @JsonIgnore ZoneId zone) {

    private static final int MOST = 200;

    /** @param toLenders what lenders are still to get; @param fromLenders what they are still to give back */
    record Net(String toLenders, String fromLenders, String net) {
    }

    /**
     * @param no           a lender's are numbered by themselves
     * @param cause        why, as its proposal says; told to the agent alone
     * @param bookedTotals booked totals that are no longer what principal comes to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(int no, Instant known, Cause cause, List<BookedTotal> bookedTotals, List<Part> parts) {
        public boolean open() {
            return parts.stream().anyMatch(Part::open);
        }

        /** As many as a page bears; the rest is in the files. */
        public List<Part> shown() {
            return parts.subList(0, Math.min(MOST, parts.size()));
        }

        public int more() {
            return parts.size() - shown().size();
        }
    }

    /**
     * A booked total of interest, which stays, and what it would be over principal as known with the adjustment.
     *
     * @param difference without a sign
     * @param tooMuch    whether more was booked
     */
    record BookedTotal(int payment, String component, String componentName, String booked, String computed, String difference, boolean tooMuch) {}

    record Cause(String proposal, String title, String reason) {}

    /**
     * One lender's part of one booked total.
     *
     * @param payment    null for warrants
     * @param paid       as adjusted until then
     * @param difference due less paid: what the lender is to get, negative where it is to give back
     * @param settledOn  null where it is open on the day looked at; so are how and reference
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(String lender, String name, Integer payment, LocalDate paymentDue, String component, String componentName, String unit, String paid, String due, String difference,
            LocalDate settledOn, String how, String reference) {
        public boolean open() {
            return settledOn == null;
        }

        public boolean toLender() {
            return !difference.startsWith("-");
        }
    }

    public AsOf asOf() {
        return new AsOf(on, known);
    }
}
