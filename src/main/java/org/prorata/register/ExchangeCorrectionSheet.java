package org.prorata.register;

import java.time.LocalDate;
import java.util.List;
import org.prorata.web.Option;

/**
 * The form that puts an exchange right as its page shows it.
 *
 * @param form     what it has in common with the form of a new exchange; its check shows positions without the wrong entry
 * @param tranches that the exchange can have been of; where there is one there is no choice
 * @param tranche  as typed
 * @param stands   false where another correction was faster than this one
 */
record ExchangeCorrectionSheet(long entry, AsEntered entered, ExchangeSheet form, List<Option> tranches, String tranche, boolean takenBack, boolean stands) {

    /** @param amount a decimal text, above zero; @param reference empty where it has none */
    record AsEntered(LocalDate on, String lender, String tranche, String amount, String reference) {
    }
}
