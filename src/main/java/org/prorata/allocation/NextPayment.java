package org.prorata.allocation;

import java.time.LocalDate;
import java.util.List;
import org.prorata.allocation.PaymentRow.LeftOut;

/**
 * What comes next: the first payment not booked that is due on the day looked at or later.
 *
 * @param sum     of what is known of it and not paid; null where nothing is known
 * @param leftOut what the sum lacks
 */
public record NextPayment(int number, LocalDate due, LocalDate cashDay, Status status, Amounts sum, List<LeftOut> leftOut) {

    /** Null where nothing is left to be paid, and where the deal has lapsed. */
    static NextPayment of(Look look, List<PaymentRow> rows) {
        if (look.lapsed()) {
            return null;
        }
        return rows.stream().filter(row -> row.status() != Status.PAID && !latest(row).isBefore(look.on())).findFirst()
                .map(row -> new NextPayment(row.number(), row.due(), row.cashDay().date(), row.status(),
                        Amounts.sumOfKnown(row.components().stream().filter(component -> component.paidOn() == null).map(PaymentRow.ComponentRow::amounts).toList()), row.leftOut()))
                .orElse(null);
    }

    private static LocalDate latest(PaymentRow row) {
        return row.due().isAfter(row.cashDay().date()) ? row.due() : row.cashDay().date();
    }
}
