package org.prorata.adjustment;

import java.util.List;
import org.prorata.web.Option;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/**
 * The form that settles an adjustment, with what was typed.
 *
 * @param refused the rule that stands against what was just proposed; null where none does
 */
record SettleForm(String deal, int number, List<Choice> choices, List<Option> ways, String on, String how, String reason, String reference, long version, String key, Problems problems,
        Refused refused) {

    /** A lender of whom something is open. @param amounts what, in words such as "USD 12.34" */
    record Choice(String lender, String name, List<String> amounts, boolean checked) {
    }
}
