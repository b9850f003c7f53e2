package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.prorata.calc.Fraction;
import org.prorata.deal.Terms;
import org.prorata.payment.Payment;

/**
 * All that the figures of a deal follow from. Lenders are indexes in register order.
 *
 * @param moves every entry of the register
 * @param fixed the components that are booked
 * @param aboutToBook the value dates of components that are being booked: they are computed once more, as of that day, and then fixed
 */
record Facts(Terms terms, List<Payment> payments, List<String> lenderNames, List<Move> moves, Map<ComponentKey, Fixed> fixed,
        Map<ComponentKey, LocalDate> aboutToBook) {

    record ComponentKey(int payment, String component) {}

    /** @param placeInDay as {@code register.Cause} says: only those below a payment's place count just before a payment */
    record Move(LocalDate on, int placeInDay, int lender, String tranche, BigInteger amount, String reference) {}

    /**
     * @param working as stored at the booking; null for one imported as paid
     * @param exacts  each lender's exact part by lender index; a lender that is not there had none
     */
    record Fixed(LocalDate valueDate, BigInteger total, String working, Map<Integer, Slice> slices) {}

    record Slice(BigInteger slice, Fraction exact) {}

    int lenders() {
        return lenderNames.size();
    }

    boolean isFixed(int payment, String component) {
        return fixed.containsKey(new ComponentKey(payment, component));
    }

    /** The day that "just before the payment" looks at: the stated date until the component is booked, then its value date (rule F5). */
    LocalDate dayOf(Payment payment, String component) {
        return aboutToBook.getOrDefault(new ComponentKey(payment.number(), component), payment.due());
    }

    Facts booking(Map<ComponentKey, LocalDate> valueDates) {
        return new Facts(terms, payments, lenderNames, moves, fixed, valueDates);
    }

    Currency currency() {
        return terms.currency();
    }
}
