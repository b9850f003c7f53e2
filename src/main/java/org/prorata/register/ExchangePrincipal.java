package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.approval.Payloads;
import org.prorata.calc.Money;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;

/**
 * A lender exchanges principal of the tranche that the deal's terms name, all of its own or a part, into shares: on the effective date it leaves the loan, after
 * that day's transfers and before its payments (rule F4). How many shares that makes is not computed; its
 * interest is counted until that day and paid with the period's to who exchanged it. Payload: {@link ExchangeForm}. What was booked since is split again. Refused: a deal without such terms, more than the lender holds that day, and a proposal without
 * a reference, which is the exchange notice.
 */
@ApplicationScoped
public class ExchangePrincipal implements Change {

    public static final String KIND = "register.exchange";

    static final String REFERENCE_MISSING = "is missing; give the reference of the exchange notice";

    @Inject Register register;
    @Inject ExchangeReader reader;
    @Inject Payloads payloads;
    @Inject SplitAgain splitAgain;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        return reader.read(dealId, form(payload)).problems();
    }

    private ExchangeForm form(JsonNode payload) {
        ExchangeForm form = payloads.read(payload, ExchangeForm.class, "on is a date such as 2010-10-01; whole is true or false; lender and amount are texts");
        if (form == null) {
            throw new BadInput("payload", null, "must say lender, amount or whole, and on");
        }
        return form;
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        if (applied.reference().isBlank()) {
            throw new BadInput("reference", applied.reference(), REFERENCE_MISSING);
        }
        ExchangeForm form = form(payload);
        ExchangeReading reading = reader.read(applied.dealId(), form);
        Entry.append(applied.turn(), applied.proposalId(), List.of(new Entry.Draft(form.on(), reading.lender().id(), reading.tranche().id(), reading.amount().negate(),
                Cause.EXCHANGE, applied.reference(), "entered", null)));
        splitAgain.after(applied);
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        ExchangeForm form = form(payload);
        ExchangeReading reading = reader.read(dealId, form);
        return "Exchange " + Money.ofMinor(reading.amount(), register.terms(dealId).currency()).grouped() + " of " + reading.tranche().name().value()
                + (form.ofWhole() ? ", the whole position," : "") + " of " + reading.lender().name() + " into shares on " + form.on();
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.of(ExchangePages.path(dealSlug));
    }
}
