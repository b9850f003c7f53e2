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
import org.prorata.calc.Money;
import org.prorata.calc.NotMoney;
import org.prorata.deal.DealTerms;
import org.prorata.deal.StatedAmount;
import org.prorata.deal.StatedTerm;
import org.prorata.deal.Terms;
import org.prorata.web.Problem;

/**
 * Enters a total that was unknown, or corrects one that is not booked yet, such as the interest accrued to 10 June 2010. Zero is an answer. Its provenance
 * becomes <em>entered</em>.
 */
@ApplicationScoped
public class EnterAmount implements Change {

    public static final String KIND = "payment.amount";

    /** @param term id of the stated interest or fee term; @param due which of its amounts; @param amount as typed, in the deal's currency */
    public record Form(String term, LocalDate due, String amount) {}

    @Inject Payloads payloads;

    @Override
    public String kind() {
        return KIND;
    }

    private Form form(JsonNode payload) {
        return payloads.read(payload, Form.class, "term is a text, due a date such as 2010-06-10, amount a text such as 1,234,567.89");
    }

    private static Optional<StatedAmount> stated(Terms terms, Form form) {
        return terms.statedTerm(String.valueOf(form.term())).flatMap(term -> term.amounts().stream().filter(amount -> amount.due().equals(form.due())).findFirst());
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        Terms terms = DealTerms.latest(dealId).terms();
        List<Problem> problems = new ArrayList<>();
        if (terms.statedTerm(String.valueOf(form.term())).isEmpty()) {
            problems.add(new Problem("term", form.term(), "must be one of " + terms.stated().stream().map(StatedTerm::id).toList()));
        } else if (stated(terms, form).isEmpty()) {
            problems.add(new Problem("due", String.valueOf(form.due()), "is not a date on which this is due"));
        } else if (Booking.of(dealId, null).stream().anyMatch(booking -> booking.component().equals(form.term())
                && PaymentPlan.of(terms).get(booking.paymentNo() - 1).due().equals(form.due()))) {
            problems.add(new Problem("term", form.term(), "is booked as paid already; its amount stands"));
        }
        try {
            Money amount = Money.parse(form.amount(), terms.currency());
            if (amount.signum() < 0) {
                problems.add(new Problem("amount", form.amount(), "must not be negative; 0.00 is an answer"));
            } else {
                stated(terms, form).filter(now -> now.amount().known() && now.amount().value().equals(amount.minor()))
                        .ifPresent(same -> problems.add(new Problem("amount", form.amount(), "is the amount as it already stands")));
            }
        } catch (NotMoney wrong) {
            problems.add(new Problem("amount", form.amount(), wrong.getMessage()));
        }
        return problems;
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        Form form = form(payload);
        Terms terms = DealTerms.latest(applied.dealId()).terms();
        Money amount = Money.parse(form.amount(), terms.currency());
        List<StatedTerm> stated = terms.stated().stream().map(term -> !term.id().equals(form.term()) ? term
                : term.withAmounts(term.amounts().stream().map(old -> !old.due().equals(form.due()) ? old
                        : new StatedAmount(old.due(), old.amount().nowEntered(amount.minor(), null))).toList())).toList();
        DealTerms.append(applied.turn(), terms.withStated(stated), applied.proposalId());
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        Terms terms = DealTerms.latest(dealId).terms();
        return "Enter " + terms.statedTerm(form.term()).orElseThrow().name().value() + " due " + form.due() + ": " + terms.currency().getCurrencyCode() + " "
                + Money.parse(form.amount(), terms.currency()).grouped();
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        Form form = form(payload);
        return PaymentPlan.of(DealTerms.latest(dealId).terms()).stream().filter(payment -> payment.due().equals(form.due())).findFirst()
                .map(payment -> "/deals/" + dealSlug + "/payments/" + payment.number() + "/amount/" + form.term());
    }
}
