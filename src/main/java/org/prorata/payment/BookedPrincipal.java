package org.prorata.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.prorata.register.PaidPrincipal;
import org.prorata.web.AsOf;

/** Reads what was paid of a deal's principal from the components booked: their totals are the deal's, open to every lender of it. */
@ApplicationScoped
class BookedPrincipal implements PaidPrincipal {

    private static final String PRINCIPAL = "principal:";

    @Override
    public Map<String, BigInteger> paid(UUID dealId, AsOf asOf) {
        Map<String, BigInteger> paid = new HashMap<>();
        for (Booking booking : Booking.of(dealId, asOf.known())) {
            if (booking.component().startsWith(PRINCIPAL) && !booking.valueDate().isAfter(asOf.on())) {
                paid.merge(booking.component().substring(PRINCIPAL.length()), booking.total(), BigInteger::add);
            }
        }
        return paid;
    }
}
