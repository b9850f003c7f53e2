package org.prorata.deal;

import java.time.LocalDate;
import java.util.List;

/**
 * What was booked of one payment.
 *
 * @param payment its number in the deal, from 1
 */
public record PaidPayment(int payment, LocalDate valueDate, List<PaidComponent> components) {

    public PaidPayment {
        components = List.copyOf(components);
    }
}
