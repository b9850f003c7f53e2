package org.prorata.payment;

import java.time.LocalDate;
import java.util.List;
import org.prorata.deal.Stage;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/**
 * The form that books a payment as paid, with what was typed.
 *
 * @param stage   how far the deal has come by today, as the word of it
 * @param refused the rule that stands against what was just proposed; null where none does
 */
record BookingForm(String deal, int number, LocalDate due, LocalDate cashDay, String stage, String currency, List<Part> parts, String valueDate, String reason, String reference, long version,
        String key, Problems problems, Refused refused) {

    /**
     * A component of the payment.
     *
     * @param amount  decimal; null where it is not known yet
     * @param enter   address of the form that enters an unknown amount; null where none is missing
     * @param checked whether it is chosen
     */
    record Part(String id, String name, String kind, String amount, boolean booked, String enter, boolean checked) {
        public boolean open() {
            return !booked && amount != null;
        }
    }

    public boolean effective() {
        return stage.equals(Stage.EFFECTIVE.word());
    }

    public boolean lapsed() {
        return stage.equals(Stage.LAPSED.word());
    }

    public boolean anyOpen() {
        return !lapsed() && parts.stream().anyMatch(Part::open);
    }
}
