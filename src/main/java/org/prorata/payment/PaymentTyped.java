package org.prorata.payment;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The forms of a payment, just as they were typed. */
public class PaymentTyped {

    @RestForm String valueDate;
    @RestForm List<String> components;
    @RestForm String amount;
    /** {@code true} where a booking is corrected because nothing was paid. */
    @RestForm String notPaid;
    @RestForm String reason;
    @RestForm String reference;
    /** The deal's version that the form was made from. */
    @RestForm String version;
    /** Makes a form that is sent twice count once. */
    @RestForm String key;

    boolean nothingPaid() {
        return "true".equals(notPaid);
    }

    Long baseVersion() {
        return version != null && version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
    }
}
