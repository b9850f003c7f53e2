package org.prorata.payment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.prorata.approval.Turn;

/** What was found wrong with a booking later: its value date, or that it was paid at all. The latest one counts. */
@Entity
@Immutable
@Table(name = "booking_correction")
@IdClass(BookingCorrection.Key.class)
class BookingCorrection extends PanacheEntityBase {

    record Key(UUID dealId, int paymentNo, String component, Instant booked, Instant known) implements Serializable {}

    @Id @Column(name = "deal_id") UUID dealId;
    @Id @Column(name = "payment_no") int paymentNo;
    @Id String component;
    @Id Instant booked;
    @Id Instant known;
    @Column(name = "value_date") LocalDate valueDate;
    @Column(name = "proposal_id") UUID proposalId;

    protected BookingCorrection() {}

    /** @param valueDate the right one; null where nothing was paid */
    static void write(Turn turn, UUID proposalId, Booking booking, LocalDate valueDate) {
        BookingCorrection correction = new BookingCorrection();
        correction.dealId = turn.dealId();
        correction.paymentNo = booking.paymentNo();
        correction.component = booking.component();
        correction.booked = booking.booked();
        correction.known = turn.known();
        correction.valueDate = valueDate;
        correction.proposalId = proposalId;
        correction.persist();
    }

    /** Known at the instant (null: now), in the order in which they became known. */
    static List<BookingCorrection> of(UUID dealId, Instant known) {
        return known == null ? list("dealId = ?1 order by known", dealId) : list("dealId = ?1 and known <= ?2 order by known", dealId, known);
    }

    Booking.Key key() {
        return new Booking.Key(paymentNo, component, booked);
    }

    LocalDate valueDate() {
        return valueDate;
    }
}
