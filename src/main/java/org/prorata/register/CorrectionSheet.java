package org.prorata.register;

import java.time.LocalDate;
import java.util.List;
import org.prorata.web.Option;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/**
 * The form that puts a transfer right, with what was typed.
 *
 * @param on      the transfer's effective date, which a correction keeps
 * @param of      its reference; empty where it has none
 * @param told    its trade date and fee, as typed; null where none is told of it
 * @param lenders for the rows of those the transfer left out
 * @param refused the rule that stands against what was just proposed; null where none does
 */
record CorrectionSheet(String deal, long entry, LocalDate on, String of, String currency, boolean takenBack, Told told, List<Row> rows, List<Row> more, List<Option> lenders, List<Option> tranches, String reason,
        String reference, long version, String key, Problems problems, Refused refused) {

    /** @param stands the fee as it stands, grouped; null where there is none */
    record Told(String tradeDate, String fee, String feePaidBy, String stands, List<Option> payers) {
    }

    /**
     * What one lender gains or loses in one tranche.
     *
     * @param stands  as entered, grouped; null in a row for one the transfer left out
     * @param amount  as typed
     * @param problem what is wrong with it; null where nothing is
     */
    record Row(String lender, String name, String tranche, String trancheName, String stands, String amount, String problem) {
    }
}
