package org.prorata.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.prorata.approval.Attempt;
import org.prorata.calc.Money;
import org.prorata.deal.OpenDeal;
import org.prorata.web.NotThere;

/** Lays out the form that puts a booking right. */
@ApplicationScoped
class CorrectionForms {

    @Inject PaymentForms forms;

    /** @param from a proposal whose content the form takes up; null: none */
    @Transactional
    CorrectionForm first(OpenDeal open, int number, UUID from) {
        PaymentTyped typed = new PaymentTyped();
        if (from != null) {
            JsonNode payload = forms.taken(open, from, CorrectBooking.KIND, typed);
            typed.valueDate = payload.path("valueDate").asText("");
            typed.notPaid = payload.path("notPaid").asText();
            if (!payload.path("components").isEmpty()) {
                typed.components = new ArrayList<>();
                payload.path("components").forEach(id -> typed.components.add(id.asText()));
            }
        }
        return form(open, number, typed, null);
    }

    /** With what was typed, and what came of it. Of a payment of which nothing is booked there is no such form. */
    @Transactional
    CorrectionForm form(OpenDeal open, int number, PaymentTyped typed, Attempt attempt) {
        Payment payment = PaymentForms.payment(open, number);
        List<CorrectionForm.Part> parts = Booking.of(open.id(), null).stream().filter(booking -> booking.paymentNo() == number)
                .flatMap(booking -> payment.component(booking.component()).stream().map(component -> new CorrectionForm.Part(component.id(), component.name(),
                        component.kind().name().toLowerCase(), Money.ofMinor(booking.total(), open.terms().currency()).decimal(), booking.valueDate(),
                        typed.components == null || typed.components.contains(component.id())))).toList();
        if (parts.isEmpty()) {
            throw new NotThere();
        }
        String valueDate = typed.valueDate == null ? parts.get(0).valueDate().toString() : typed.valueDate;
        return new CorrectionForm(open.slug(), number, payment.due(), open.terms().currency().getCurrencyCode(), parts, valueDate, typed.nothingPaid(), PaymentForms.said(typed.reason),
                PaymentForms.said(typed.reference), PaymentForms.version(open), typed.keyAgain(attempt == null ? List.of() : attempt.problems()), forms.problems(attempt), attempt == null ? null : attempt.refused());
    }
}
