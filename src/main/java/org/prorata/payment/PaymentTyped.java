package org.prorata.payment;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.approval.ProposalTyped;

/** The forms of a payment, just as they were typed. */
public class PaymentTyped extends ProposalTyped {

    @RestForm String valueDate;
    @RestForm List<String> components;
    @RestForm String amount;
    /** {@code true} where a booking is corrected because nothing was paid. */
    @RestForm String notPaid;

    boolean nothingPaid() {
        return "true".equals(notPaid);
    }
}
