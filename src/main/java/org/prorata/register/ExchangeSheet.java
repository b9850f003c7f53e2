package org.prorata.register;

import java.time.LocalDate;
import java.util.List;
import org.prorata.web.Option;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/**
 * The form of an exchange into shares as its page shows it.
 *
 * @param tranche its name
 * @param check   null where lender and day are not chosen yet
 * @param refused the rule that stands against what was just proposed; null where none does
 */
record ExchangeSheet(String deal, String currency, String tranche, Typed typed, List<Option> lenders, Check check, long version, String key, Problems problems, Refused refused) {

    /** What stands in the fields; nothing is null. */
    record Typed(String lender, String amount, boolean whole, String on, String reason, String reference) {
    }

    /** Grouped amounts before and after, of the lender and of all together; those after are null where what leaves cannot be told. */
    record Check(String lender, LocalDate day, String exchanged, String before, String after, String allBefore, String allAfter) {
    }
}
