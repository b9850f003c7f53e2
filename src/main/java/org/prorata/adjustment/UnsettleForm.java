package org.prorata.adjustment;

import java.util.List;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/**
 * The form that takes settlements of an adjustment back, with what was typed.
 *
 * @param refused the rule that stands against what was just proposed; null where none does
 */
record UnsettleForm(String deal, int number, List<Choice> choices, String reason, String reference, long version, String key, Problems problems, Refused refused) {

    /** A lender with whom something is settled. @param settled a part of it, which says when and how */
    record Choice(String lender, String name, AdjustmentsView.Part settled, List<String> amounts, boolean checked) {
    }
}
