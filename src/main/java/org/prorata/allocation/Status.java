package org.prorata.allocation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import org.prorata.deal.Stage;
import org.prorata.payment.Payment;

/** How an obligation stands at the end of a day. */
public enum Status {
    /** The deal is not effective yet: this is what is to be paid once it is. */
    TO_BE("to be", "tobe"),
    UPCOMING("upcoming", "upcoming"),
    DUE("due", "due"),
    /** Cash should have moved, nothing is booked, and the stated date has not passed. */
    NOT_CONFIRMED("not confirmed", "unconfirmed"),
    /** The stated date has passed (and the day of cash, where that is later), and nothing is booked. */
    OVERDUE("overdue", "overdue"),
    /** Due between today and the later day that is looked at. */
    AS_IF_PAID("as if paid", "unconfirmed"),
    PAID("paid", "paid"),
    LAPSED("lapsed", "lapsed");

    private final String word;
    private final String badge;

    Status(String word, String badge) {
        this.word = word;
        this.badge = badge;
    }

    @JsonValue
    public String word() {
        return word;
    }

    public String badge() {
        return badge;
    }

    /** @param line null where nothing of the payment is booked */
    static Status of(Look look, Payment payment, Line line) {
        if (line != null && line.isFixed() && !line.fixedOn().isAfter(look.on())) {
            return PAID;
        }
        if (look.lapsed()) {
            return LAPSED;
        }
        if (look.stage() != Stage.EFFECTIVE) {
            return TO_BE;
        }
        LocalDate cash = payment.cashDay().adjusted();
        LocalDate first = cash.isBefore(payment.due()) ? cash : payment.due();
        LocalDate last = cash.isBefore(payment.due()) ? payment.due() : cash;
        LocalDate day = look.statusDate();
        if (day.isAfter(last)) {
            return OVERDUE;
        }
        if (look.on().isAfter(last)) {
            return AS_IF_PAID;
        }
        if (day.isBefore(first)) {
            return UPCOMING;
        }
        return day.isAfter(cash) ? NOT_CONFIRMED : DUE;
    }
}
