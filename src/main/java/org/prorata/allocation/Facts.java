package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.calc.Fraction;
import org.prorata.deal.Terms;
import org.prorata.payment.Component;
import org.prorata.payment.Payment;
import org.prorata.register.Cause;

/**
 * All that the figures of a deal follow from. Lenders are indexes in register order.
 *
 * @param moves every entry of the register
 * @param sales what lenders sold to each other, in the order it became known; only where warrants follow it
 * @param fixed the components that are booked
 * @param paying components that are being booked, or split again: they are computed once more as of their value date
 */
record Facts(Terms terms, List<Payment> payments, List<String> lenderNames, List<Move> moves, List<Sale> sales, Map<ComponentKey, Fixed> fixed,
        Map<ComponentKey, Paying> paying) {

    record ComponentKey(int payment, String component) {}

    /** @param total what is split; null where it is as the terms say */
    record Paying(LocalDate on, BigInteger total) {}

    /** @param placeInDay as {@code register.Cause} says: only those below a payment's place count just before a payment */
    record Move(LocalDate on, int placeInDay, int lender, String tranche, BigInteger amount, String reference) {}

    record Sale(LocalDate on, String tranche, int seller, int buyer, BigInteger amount) {}

    /**
     * @param working as stored at the booking; null for one imported as paid
     * @param slices  as they were paid, by lender index; a lender that is not there had none
     * @param by      the terms it was booked by, and is split again by
     * @param moved   what adjustments have since made due beside them, by lender index
     */
    record Fixed(LocalDate valueDate, BigInteger total, String working, BookedTerms.By by, Map<Integer, Slice> slices, Map<Integer, BigInteger> moved) {

        /** What was due as far as known: the slice as paid, and its adjustments. */
        BigInteger due(int lender) {
            BigInteger paid = slices.containsKey(lender) ? slices.get(lender).slice() : BigInteger.ZERO;
            return paid.add(moved.getOrDefault(lender, BigInteger.ZERO));
        }

        /** The lenders' carries as the split used them. */
        Fraction[] carries(int lenders) {
            Fraction[] carries = new Fraction[lenders];
            for (int i = 0; i < lenders; i++) {
                carries[i] = slices.containsKey(i) ? slices.get(i).carry() : Fraction.ZERO;
            }
            return carries;
        }
    }

    /** @param carry before the split; zero for one imported as paid */
    record Slice(BigInteger slice, Fraction exact, Fraction carry) {}

    int lenders() {
        return lenderNames.size();
    }

    boolean isFixed(int payment, String component) {
        return fixed.containsKey(new ComponentKey(payment, component));
    }

    /** The day that "just before the payment" looks at: the stated date until the component is booked, then its value date (rule F5). */
    LocalDate dayOf(Payment payment, String component) {
        Paying now = paying.get(new ComponentKey(payment.number(), component));
        return now == null ? payment.due() : now.on();
    }

    /** The principal that a component pays as stated or booked, in minor units; {@link Projection} says what of it falls due where some was exchanged. */
    BigInteger principalOf(Payment payment, Component component) {
        Paying now = paying.get(new ComponentKey(payment.number(), component.id()));
        return now == null || now.total() == null ? component.stated().value() : now.total();
    }

    /** Whether its total is a fact, which is never computed again. */
    boolean isPaid(ComponentKey key) {
        Paying now = paying.get(key);
        return now != null && now.total() != null;
    }

    Facts booking(Map<ComponentKey, Paying> components) {
        return new Facts(terms, payments, lenderNames, moves, sales, fixed, components);
    }

    /** As if nothing were booked yet and everything paid on its value date, to be split again over the positions as they are known now (rule F13). */
    Facts reopened() {
        Map<ComponentKey, Paying> again = new HashMap<>();
        fixed.forEach((key, booked) -> again.put(key, new Paying(booked.valueDate(), booked.total())));
        return new Facts(terms, payments, lenderNames, moves.stream().filter(move -> move.placeInDay() < Cause.PAYMENT.placeInDay()).toList(), sales, Map.of(), again);
    }

    /** The same facts by terms of another time. */
    Facts by(BookedTerms.By by) {
        return new Facts(by.terms(), by.payments(), lenderNames, moves, sales, fixed, paying);
    }

    Currency currency() {
        return terms.currency();
    }
}
