package org.prorata.register;

import java.time.LocalDate;
import java.util.List;
import org.prorata.web.Option;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/**
 * The form of a transfer as its page shows it.
 *
 * @param refused the rule that stands against what was just proposed; null where none does
 */
record TransferSheet(String deal, String currency, Typed typed, List<Option> sellers, List<Option> buyers, List<Option> tranches, List<Option> payers, Check check,
        long version, String key, Problems problems, Refused refused) {

    /** What stands in the fields; nothing is null. */
    record Typed(String from, String to, String newLender, String newName, String amount, boolean whole, String tranche, String tradeDate, String effectiveDate, String fee,
            String feePaidBy, String reason, String reference) {
    }

    /** Grouped amounts; those of the buyer are null where it is not chosen yet. */
    record Row(String tranche, String sold, String sellerBefore, String sellerAfter, String buyerBefore, String buyerAfter) {
    }

    /**
     * What the server's rules say to what is typed so far.
     *
     * @param seller   null where it is not chosen yet, or the day is not
     * @param buyer    null where it is not chosen yet
     * @param total    over the rows
     * @param known    whether it can be told what is sold
     * @param problems of what was typed; nothing is said of what is still empty
     */
    record Check(String seller, String buyer, LocalDate day, List<Row> rows, Row total, boolean known, List<String> problems) {
    }
}
