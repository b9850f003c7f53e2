package org.prorata.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.prorata.approval.Approvals;
import org.prorata.approval.Attempt;
import org.prorata.approval.DealVersion;
import org.prorata.approval.Proposal;
import org.prorata.calc.Money;
import org.prorata.deal.OpenDeal;
import org.prorata.deal.StatedAmount;
import org.prorata.deal.StatedTerm;
import org.prorata.deal.Terms;
import org.prorata.web.Formats;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.Problem;
import org.prorata.web.Problems;
import org.prorata.web.Today;

/** Lays out the two forms of a payment: booking it as paid, and entering an amount that was unknown. */
@ApplicationScoped
class PaymentForms {

    @Inject Approvals approvals;
    @Inject SlicesAt slicesAt;
    @Inject ObjectMapper json;
    @Inject Today today;
    final PaymentText text = Language.texts(PaymentText.class);

    /** @param from a proposal whose content the form takes up; null: none */
    @Transactional
    BookingForm booking(OpenDeal open, int number, UUID from) {
        Payment payment = payment(open, number);
        PaymentTyped typed = new PaymentTyped();
        if (from == null) {
            LocalDate now = today.today(open.zone());
            typed.valueDate = (payment.due().isAfter(now) ? now : payment.due()).toString();
        } else {
            JsonNode payload = taken(open, from, BookPayment.KIND, typed);
            typed.valueDate = payload.path("valueDate").asText("");
            typed.components = new ArrayList<>();
            payload.path("components").forEach(id -> typed.components.add(id.asText()));
        }
        return booking(open, payment, typed, null);
    }

    /** With what was typed, and what came of it. */
    @Transactional
    BookingForm booking(OpenDeal open, int number, PaymentTyped typed, Attempt attempt) {
        return booking(open, payment(open, number), typed, attempt);
    }

    private BookingForm booking(OpenDeal open, Payment payment, PaymentTyped typed, Attempt attempt) {
        Set<String> booked = BookPayment.booked(open.id(), payment);
        Map<String, String> amounts = amounts(open, payment, booked);
        List<BookingForm.Part> parts = payment.components().stream().map(component -> {
            String amount = amounts.get(component.id());
            String enter = component.isComputed() || component.isPrincipal() || booked.contains(component.id()) ? null
                    : "/deals/" + open.slug() + "/payments/" + payment.number() + "/amount/" + component.id();
            boolean checked = amount != null && (typed.components == null || typed.components.contains(component.id()));
            return new BookingForm.Part(component.id(), component.name(), component.kind().name().toLowerCase(), amount, booked.contains(component.id()), enter, checked);
        }).toList();
        return new BookingForm(open.slug(), payment.number(), payment.due(), payment.cashDay().adjusted(),
                open.terms().standing().stage(today.today(open.zone())).word(), open.terms().currency().getCurrencyCode(), parts,
                said(typed.valueDate), said(typed.reason), said(typed.reference), version(open), typed.keyAgain(attempt == null ? List.of() : attempt.problems()), problems(attempt), attempt == null ? null : attempt.refused());
    }

    /** Totals as they stand, by component; those that are not known are left out. */
    private Map<String, String> amounts(OpenDeal open, Payment payment, Set<String> booked) {
        Map<String, String> amounts = new HashMap<>();
        Booking.of(open.id(), null).stream().filter(booking -> booking.paymentNo() == payment.number())
                .forEach(booking -> amounts.put(booking.component(), decimal(open.terms(), booking.total())));
        Set<String> notBooked = new LinkedHashSet<>();
        payment.components().stream().filter(component -> !booked.contains(component.id())).forEach(component -> notBooked.add(component.id()));
        slicesAt.asOf(open.id(), payment.number(), notBooked, payment.due()).forEach(worked -> amounts.put(worked.component(), decimal(open.terms(), worked.total())));
        return amounts;
    }

    /** The payload of a booking; problems where the value date is none. */
    JsonNode bookingPayload(int number, PaymentTyped typed) {
        LocalDate valueDate = date(typed.valueDate);
        return json.valueToTree(new BookPayment.Form(number, valueDate, typed.components));
    }

    List<Problem> bookingProblems(PaymentTyped typed) {
        List<Problem> problems = new ArrayList<>();
        if (!said(typed.valueDate).isBlank() && date(typed.valueDate) == null) {
            problems.add(new Problem("valueDate", typed.valueDate, text.dateRight()));
        }
        if (typed.components == null || typed.components.isEmpty()) {
            problems.add(new Problem("components", null, text.chooseOne()));
        }
        return problems;
    }

    @Transactional
    AmountForm amount(OpenDeal open, int number, String term, UUID from) {
        PaymentTyped typed = new PaymentTyped();
        if (from != null) {
            typed.amount = Formats.inForm(taken(open, from, EnterAmount.KIND, typed).path("amount").asText(""));
        }
        return amount(open, number, term, typed, null);
    }

    @Transactional
    AmountForm amount(OpenDeal open, int number, String term, PaymentTyped typed, Attempt attempt) {
        Payment payment = payment(open, number);
        StatedTerm stated = open.terms().statedTerm(term).orElseThrow(NotThere::new);
        StatedAmount now = stated.amounts().stream().filter(amount -> amount.due().equals(payment.due())).findFirst().orElseThrow(NotThere::new);
        return new AmountForm(open.slug(), number, payment.due(), term, stated.name().value(), open.terms().currency().getCurrencyCode(),
                now.amount().known() ? decimal(open.terms(), now.amount().value()) : null, now.amount().provenance().word(), now.amount().note(), said(typed.amount),
                said(typed.reason), said(typed.reference), version(open), typed.keyAgain(attempt == null ? List.of() : attempt.problems()), problems(attempt), attempt == null ? null : attempt.refused());
    }

    @Transactional
    JsonNode amountPayload(OpenDeal open, int number, String term, PaymentTyped typed) {
        Payment payment = payment(open, number);
        payment.component(term).orElseThrow(NotThere::new);
        return json.valueToTree(new EnterAmount.Form(term, payment.due(), Formats.typed(said(typed.amount))));
    }

    JsonNode taken(OpenDeal open, UUID from, String kind, PaymentTyped typed) {
        Proposal proposal = Proposal.byId(from).filter(found -> found.dealId().equals(open.id()) && found.kind().equals(kind)).orElseThrow(NotThere::new);
        typed.reason = proposal.reason();
        typed.reference = proposal.reference();
        return approvals.payload(proposal);
    }

    static Payment payment(OpenDeal open, int number) {
        return PaymentPlan.of(open.terms()).stream().filter(payment -> payment.number() == number).findFirst().orElseThrow(NotThere::new);
    }

    static long version(OpenDeal open) {
        return DealVersion.current(open.id()).orElseThrow(NotThere::new);
    }

    /** Those that belong to no field of these forms are told above them. */
    Problems problems(Attempt attempt) {
        return attempt == null ? Problems.NONE : new Problems(attempt.problems().stream().map(problem -> switch (String.valueOf(problem.field())) {
            case "idempotencyKey" -> new Problem(null, null, text.sentBefore());
            case "payment", "term", "due", "payload" -> new Problem(null, null, problem.message());
            default -> problem;
        }).toList());
    }

    static LocalDate date(String typed) {
        try {
            return LocalDate.parse(said(typed).strip());
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static String decimal(Terms terms, BigInteger minor) {
        return Money.ofMinor(minor, terms.currency()).decimal();
    }

    static String said(String words) {
        return words == null ? "" : words;
    }
}
