package org.prorata.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.approval.Payloads;
import org.prorata.deal.DealTerms;
import org.prorata.deal.Terms;
import org.prorata.register.Register;
import org.prorata.register.SplitAgain;
import org.prorata.web.Problem;
import org.prorata.web.Today;

/**
 * Puts a booking right: another value date, or that the components were not paid after all. The booked total never changes, and cash that was paid stays: what the
 * right date makes due differently becomes an adjustment, principal moves in the register (rule F13). What was not paid is open again and can be booked later.
 */
@ApplicationScoped
public class CorrectBooking implements Change {

    public static final String KIND = "payment.correct";

    /**
     * @param components ids of booked components; null or empty: all of the payment's that are booked
     * @param notPaid    true where nothing was paid; then there is no value date
     */
    public record Form(Integer payment, List<String> components, LocalDate valueDate, boolean notPaid) {}

    @Inject Payloads payloads;
    @Inject Today today;
    @Inject SplitAgain splitAgain;
    @Inject Register register;

    @Override
    public String kind() {
        return KIND;
    }

    private Form form(JsonNode payload) {
        return payloads.read(payload, Form.class, "payment is a number, components a list of names, valueDate a date such as 2010-06-10, notPaid true or false");
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        List<Problem> problems = new ArrayList<>();
        List<Booking> booked = booked(dealId, form);
        if (booked.isEmpty()) {
            problems.add(new Problem("payment", String.valueOf(form.payment()), "has nothing booked that could be corrected"));
            return problems;
        }
        for (String id : form.components() == null ? List.<String>of() : form.components()) {
            if (booked.stream().noneMatch(booking -> booking.component().equals(id))) {
                problems.add(new Problem("components", id, "is not booked; booked are " + booked.stream().map(Booking::component).toList()));
            }
        }
        if (form.notPaid()) {
            if (form.valueDate() != null) {
                problems.add(new Problem("valueDate", form.valueDate().toString(), "must be empty where nothing was paid"));
            }
            return problems;
        }
        problems.addAll(dates(dealId, form));
        if (problems.isEmpty() && chosen(dealId, form).stream().allMatch(booking -> booking.valueDate().equals(form.valueDate()))) {
            problems.add(new Problem("valueDate", form.valueDate().toString(), "is the value date as it already stands"));
        }
        return problems;
    }

    private List<Problem> dates(UUID dealId, Form form) {
        LocalDate now = today.today(DealTerms.latest(dealId).terms().zone().value());
        LocalDate opening = register.opening(dealId);
        if (form.valueDate() == null) {
            return List.of(new Problem("valueDate", null, "is missing; give the day the cash had value, such as 2010-06-10, or say that nothing was paid"));
        }
        if (form.valueDate().isAfter(now)) {
            return List.of(new Problem("valueDate", form.valueDate().toString(), "is still to come; what is booked has been paid, by " + now + " at the latest"));
        }
        return form.valueDate().isBefore(opening) ? List.of(new Problem("valueDate", form.valueDate().toString(), "is before the deal; its register opens on " + opening)) : List.of();
    }

    private static List<Booking> booked(UUID dealId, Form form) {
        return Booking.of(dealId, null).stream().filter(booking -> form.payment() != null && booking.paymentNo() == form.payment()).toList();
    }

    private static List<Booking> chosen(UUID dealId, Form form) {
        boolean all = form.components() == null || form.components().isEmpty();
        return booked(dealId, form).stream().filter(booking -> all || form.components().contains(booking.component())).toList();
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        Form form = form(payload);
        chosen(applied.dealId(), form).forEach(booking -> BookingCorrection.write(applied.turn(), applied.proposalId(), booking, form.notPaid() ? null : form.valueDate()));
        splitAgain.after(applied);
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        Terms terms = DealTerms.latest(dealId).terms();
        List<Booking> chosen = chosen(dealId, form);
        Payment payment = PaymentPlan.of(terms).get(form.payment() - 1);
        String what = chosen.size() == booked(dealId, form).size() ? "" : " (" + String.join(", ", chosen.stream().flatMap(booking -> payment.component(booking.component()).stream())
                .map(component -> component.name() + " " + component.kind().name().toLowerCase()).toList()) + ")";
        return "Correct the booking of payment " + payment.number() + " of " + payment.due() + what
                + (form.notPaid() ? ": it was not paid" : ": paid with value " + form.valueDate() + ", not " + chosen.get(0).valueDate());
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.of("/deals/" + dealSlug + "/payments/" + form(payload).payment() + "/correct");
    }
}
