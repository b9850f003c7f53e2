package org.prorata.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.approval.Payloads;
import org.prorata.deal.DealTerms;
import org.prorata.deal.IllustrativeMark;
import org.prorata.deal.Stage;
import org.prorata.deal.Terms;
import org.prorata.register.Cause;
import org.prorata.register.Entry;
import org.prorata.register.Register;
import org.prorata.register.SplitAgain;
import org.prorata.web.Problem;
import org.prorata.web.Today;

/**
 * Books whole components of a payment as paid: their totals and slices are fixed as of the value date, and principal leaves the positions in the register. What was
 * booked before and is split over positions that this payment changes is split again (rule F13).
 * Refused: a component that is booked already or whose amount is not known, a value date to come or before the deal, a deal that has lapsed by today,
 * whatever the value date: its terms never came to be. While the deal is not effective yet a booking is allowed, and its title warns.
 */
@ApplicationScoped
public class BookPayment implements Change {

    public static final String KIND = "payment.book";

    /** @param components ids of the components paid; null or empty: all of the payment's that are not booked yet */
    public record Form(Integer payment, LocalDate valueDate, List<String> components) {}

    @Inject Payloads payloads;
    @Inject Today today;
    @Inject SlicesAt slicesAt;
    @Inject Register register;
    @Inject SplitAgain splitAgain;
    @Inject Instance<IllustrativeMark> illustrative;

    @Override
    public String kind() {
        return KIND;
    }

    private Form form(JsonNode payload) {
        return payloads.read(payload, Form.class, "payment is a number, valueDate a date such as 2010-06-10, components a list of names");
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        Terms terms = DealTerms.latest(dealId).terms();
        List<Problem> problems = new ArrayList<>();
        Optional<Payment> payment = payment(terms, form);
        if (payment.isEmpty()) {
            problems.add(new Problem("payment", String.valueOf(form.payment()), "is not a payment of this deal"));
        }
        LocalDate now = today.today(terms.zone().value());
        LocalDate opening = register.opening(dealId);
        if (form.valueDate() == null) {
            problems.add(new Problem("valueDate", null, "is missing; give the day the cash had value, such as 2010-06-10"));
        } else if (form.valueDate().isAfter(now)) {
            problems.add(new Problem("valueDate", form.valueDate().toString(), "is still to come; what is booked has been paid, by " + now + " at the latest"));
        } else if (form.valueDate().isBefore(opening)) {
            problems.add(new Problem("valueDate", form.valueDate().toString(), "is before the deal; its register opens on " + opening));
        }
        if (terms.standing().stage(now) == Stage.LAPSED) {
            problems.add(new Problem("payment", String.valueOf(form.payment()), "cannot be booked: by today, " + now + ", the deal has lapsed unsigned, so nothing of its terms falls due"));
        }
        payment.ifPresent(found -> problems.addAll(components(dealId, form, found)));
        if (problems.isEmpty()) {
            problems.addAll(unknown(dealId, form, payment.get()));
        }
        return problems;
    }

    /** Interest whose day count or rate is not known has no total to book. */
    private List<Problem> unknown(UUID dealId, Form form, Payment payment) {
        Set<String> chosen = chosen(form, payment, booked(dealId, payment));
        slicesAt.asOf(dealId, payment.number(), chosen, form.valueDate()).forEach(worked -> chosen.remove(worked.component()));
        return chosen.stream().map(id -> new Problem("components", id, "has no known amount yet; book the other components alone")).toList();
    }

    private static List<Problem> components(UUID dealId, Form form, Payment payment) {
        List<Problem> problems = new ArrayList<>();
        Set<String> booked = booked(dealId, payment);
        Set<String> chosen = chosen(form, payment, booked);
        if (chosen.isEmpty()) {
            problems.add(new Problem("components", null, "all of payment " + payment.number() + " is booked already"));
        }
        for (String id : chosen) {
            Optional<Component> component = payment.component(id);
            if (component.isEmpty()) {
                problems.add(new Problem("components", id, "is not a component of payment " + payment.number() + "; it has "
                        + payment.components().stream().map(Component::id).toList()));
            } else if (booked.contains(id)) {
                problems.add(new Problem("components", id, "is booked already"));
            } else if (!component.get().isComputed() && !component.get().stated().known()) {
                problems.add(new Problem("components", id, "has no known amount yet; enter it first, or book the other components alone"));
            }
        }
        return problems;
    }

    private static Optional<Payment> payment(Terms terms, Form form) {
        return PaymentPlan.of(terms).stream().filter(payment -> form.payment() != null && payment.number() == form.payment()).findFirst();
    }

    static Set<String> booked(UUID dealId, Payment payment) {
        Set<String> booked = new LinkedHashSet<>();
        Booking.of(dealId, null).stream().filter(booking -> booking.paymentNo() == payment.number()).forEach(booking -> booked.add(booking.component()));
        return booked;
    }

    private static Set<String> chosen(Form form, Payment payment, Set<String> booked) {
        if (form.components() != null && !form.components().isEmpty()) {
            return new LinkedHashSet<>(form.components());
        }
        Set<String> open = new LinkedHashSet<>();
        payment.components().stream().map(Component::id).filter(id -> !booked.contains(id)).forEach(open::add);
        return open;
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        Form form = form(payload);
        Payment payment = payment(DealTerms.latest(applied.dealId()).terms(), form).orElseThrow();
        Set<String> chosen = chosen(form, payment, booked(applied.dealId(), payment));
        List<SlicesAt.Worked> worked = slicesAt.asOf(applied.dealId(), payment.number(), chosen, form.valueDate());
        worked.forEach(component -> FixedComponent.fix(applied.turn(), applied.proposalId(), payment.number(), component.component(), form.valueDate(),
                component.total(), component.working()));
        FixedComponent.flush();
        List<Entry.Draft> drafts = new ArrayList<>();
        for (SlicesAt.Worked component : worked) {
            FixedSlice.fix(applied.turn(), payment.number(), component.component(), component.slices());
            Component planned = payment.component(component.component()).orElseThrow();
            if (planned.isPrincipal()) {
                component.slices().forEach(slice -> drafts.add(new Entry.Draft(form.valueDate(), slice.lenderId(), planned.tranche(), slice.slice().negate(),
                        Cause.PAYMENT, applied.reference(), "entered", payment.number())));
            }
        }
        Entry.append(applied.turn(), applied.proposalId(), drafts);
        splitAgain.after(applied);          // its day changes what later payments, already booked, were split over
    }

    private boolean illustrative(Terms terms) {
        return illustrative.stream().anyMatch(mark -> mark.stands(terms.slug(), null));
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        Terms terms = DealTerms.latest(dealId).terms();
        Payment payment = payment(terms, form).orElseThrow();
        Set<String> chosen = chosen(form, payment, booked(dealId, payment));
        Stage stage = terms.standing().stage(today.today(terms.zone().value()));
        String what = chosen.size() == payment.components().size() ? "" : " (" + String.join(", ", payment.components().stream()
                .filter(component -> chosen.contains(component.id())).map(component -> component.name() + " " + component.kind().name().toLowerCase()).toList()) + ")";
        return "Book payment " + payment.number() + " of " + payment.due() + what + " as paid, value " + form.valueDate()
                + (stage == Stage.EFFECTIVE ? "" : ". Warning: the deal is " + stage.word() + ", not effective yet; what is booked stays booked even if it never takes effect")
                + (illustrative(terms) ? ". The shares are still illustrative: what is booked over them is put right by adjustments once the opening register is replaced" : "");
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.of("/deals/" + dealSlug + "/payments/" + form(payload).payment() + "/book");
    }
}
