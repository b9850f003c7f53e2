package org.prorata.allocation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.deal.DealTerms;
import org.prorata.deal.InterestTerm;
import org.prorata.deal.Terms;
import org.prorata.payment.Booking;
import org.prorata.payment.Component;
import org.prorata.payment.Payment;
import org.prorata.payment.PaymentPlan;

/**
 * The terms that a deal's bookings were made by. What was booked is split again over positions that turn out to have been others, never by terms that came later:
 * those are for what is open. Of interest that was brought in as paid before its rate or day count was known, the first terms that know them count.
 */
final class BookedTerms {

    /** Terms with the payments that follow from them. */
    record By(Terms terms, List<Payment> payments) {

        static By of(Terms terms) {
            return new By(terms, PaymentPlan.of(terms));
        }

        Component component(int payment, String id) {
            return payments.get(payment - 1).component(id).orElseThrow();
        }

        /** Whether the component's weights can be told. */
        private boolean knows(int payment, String id) {
            Component component = component(payment, id);
            Optional<InterestTerm> term = component.isComputed() ? terms.interestTerm(component.term()) : Optional.empty();
            return term.isEmpty() || term.get().dayCount().known() && term.get().ratesKnownUntil(component.period().end());
        }
    }

    private final List<DealTerms> history;
    private final Map<Long, By> read = new HashMap<>();

    private BookedTerms(List<DealTerms> history) {
        this.history = history;
    }

    /** @param known as far as known then; null: now */
    static BookedTerms of(UUID dealId, Instant known) {
        return new BookedTerms(DealTerms.history(dealId).stream().filter(terms -> known == null || !terms.known().isAfter(known)).toList());
    }

    /** Of all bookings as known at the instant. */
    static Map<ComponentKey, By> ofBookings(UUID dealId, Instant known) {
        BookedTerms terms = of(dealId, known);
        return Booking.of(dealId, known).stream().collect(Collectors.toMap(booking -> new ComponentKey(booking.paymentNo(), booking.component()), terms::by));
    }

    /** Where no terms know it yet, the latest do not either. */
    By by(Booking booking) {
        By by = null;
        for (int i = standingAt(booking.booked()); i < history.size(); i++) {
            by = read(history.get(i));
            if (by.knows(booking.paymentNo(), booking.component())) {
                return by;
            }
        }
        return by;
    }

    private By read(DealTerms terms) {
        return read.computeIfAbsent(terms.version(), version -> By.of(terms.terms()));
    }

    private int standingAt(Instant known) {
        int at = 0;
        while (at + 1 < history.size() && !history.get(at + 1).known().isAfter(known)) {
            at++;
        }
        return at;
    }
}
