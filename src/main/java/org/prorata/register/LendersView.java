package org.prorata.register;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.prorata.deal.Contact;
import org.prorata.web.AsOf;
import org.prorata.web.Formats;

/**
 * The lenders of a deal as one may see them: all of them for the agent, its own for a lender.
 *
 * @param deal         its name in addresses
 * @param known        null: all that is known now
 * @param illustrative whether made-up opening positions still stand in what is held
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LendersView(String deal, LocalDate on, Instant known, String currency, boolean illustrative, List<LenderView> lenders, @JsonIgnore Shown shown) {

    /** What only the pages need. */
    record Shown(boolean seesAll, boolean proposes, ZoneId zone) {
    }

    public AsOf asOf() {
        return new AsOf(on, known);
    }

    /** The instant in words; empty where all that is known is shown. */
    public String knownWords() {
        return known == null ? "" : Formats.inZone(known, shown.zone());
    }

    /**
     * One lender with all that is known of it.
     *
     * @param contacts   told to the agent and to this lender alone (rule F12)
     * @param positions  principal by tranche as booked on the day, in the order of the tranches
     * @param affiliates the other lenders of its group that the viewer may see
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(String deal, LocalDate on, Instant known, String currency, boolean illustrative, LenderView lender, List<Contact> contacts, List<Position> positions, List<Affiliate> affiliates,
            @JsonIgnore Shown shown) {

        public AsOf asOf() {
            return new AsOf(on, known);
        }

        public String knownWords() {
            return known == null ? "" : Formats.inZone(known, shown.zone());
        }
    }

    record Position(String tranche, String name, String amount) {
    }

    record Affiliate(String lender, String name) {
    }
}
