package org.prorata.payment;

import java.time.LocalDate;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/**
 * The form that enters a stated amount, with what was typed.
 *
 * @param now     the amount as it stands, decimal; null where it is not known
 * @param note    what the terms say of it; may be null
 * @param refused the rule that stands against what was just proposed; null where none does
 */
record AmountForm(String deal, int number, LocalDate due, String term, String name, String currency, String now, String provenance, String note, String amount, String reason,
        String reference, long version, String key, Problems problems, Refused refused) {
}
