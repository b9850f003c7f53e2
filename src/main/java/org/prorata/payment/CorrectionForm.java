package org.prorata.payment;

import java.time.LocalDate;
import java.util.List;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/**
 * The form that puts a booking right, with what was typed.
 *
 * @param notPaid whether "nothing was paid" is chosen, and not another value date
 * @param refused the rule that stands against what was just proposed; null where none does
 */
record CorrectionForm(String deal, int number, LocalDate due, String currency, List<Part> parts, String valueDate, boolean notPaid, String reason, String reference, long version, String key,
        Problems problems, Refused refused) {

    /** A component that is booked. @param total decimal */
    record Part(String id, String name, String kind, String total, LocalDate valueDate, boolean checked) {
    }
}
