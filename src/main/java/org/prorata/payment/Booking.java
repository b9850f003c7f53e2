package org.prorata.payment;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A component booked as paid, as it stands after its corrections; one that turned out not to have been paid is none. Its total is a fact and never computed
 * again (rule F6); its slices are {@link FixedSlice}s.
 *
 * @param valueDate the day the cash had value, as last corrected
 * @param booked    the instant it was booked
 * @param working   how total and split came about, as JSON; null for one imported as paid
 */
public record Booking(int paymentNo, String component, LocalDate valueDate, Instant booked, BigInteger total, String working) {

    /** A component can be booked again once its booking was taken back. */
    public record Key(int paymentNo, String component, Instant booked) {}

    public Key key() {
        return new Key(paymentNo, component, booked);
    }

    public boolean isOf(int payment, String id) {
        return paymentNo == payment && component.equals(id);
    }

    /** Those that stood at the instant (null: now), in the order of payment and component. */
    public static List<Booking> of(UUID dealId, Instant known) {
        Map<Key, BookingCorrection> latest = new HashMap<>();
        BookingCorrection.of(dealId, known).forEach(correction -> latest.put(correction.key(), correction));
        List<Booking> bookings = new ArrayList<>();
        for (FixedComponent fixed : FixedComponent.of(dealId, known)) {
            Booking made = fixed.booking();
            BookingCorrection correction = latest.get(made.key());
            if (correction == null) {
                bookings.add(made);
            } else if (correction.valueDate() != null) {
                bookings.add(made.valued(correction.valueDate()));
            }
        }
        return List.copyOf(bookings);
    }

    private Booking valued(LocalDate right) {
        return new Booking(paymentNo, component, right, booked, total, working);
    }
}
