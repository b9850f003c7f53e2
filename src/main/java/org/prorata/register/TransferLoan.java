package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.approval.Payloads;
import org.prorata.calc.Money;
import org.prorata.deal.Terms;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;

/**
 * One lender's principal, all or a part of it, goes to another from the effective date on, after that day's earlier transfers and before its payments (rules F3,
 * F4). Payload: {@link TransferForm}. Adds up to zero in each tranche; what was booked since the effective date is split again. Refused: more than the seller holds that day, less than the deal's least amount, a trade
 * date after the effective date, and a proposal without a reference, which is the transfer certificate's number.
 */
@ApplicationScoped
public class TransferLoan implements Change {

    public static final String KIND = "register.transfer";

    static final String REFERENCE_MISSING = "is missing; give the number of the transfer certificate";

    @Inject Register register;
    @Inject TransferReader reader;
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

    private TransferForm form(JsonNode payload) {
        TransferForm form = payloads.read(payload, TransferForm.class, "tradeDate and effectiveDate are dates such as 2010-07-26; whole is true or false; all others are texts");
        if (form == null) {
            throw new BadInput("payload", null, "must say from, to, tradeDate and effectiveDate");
        }
        return form;
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        if (applied.reference().isBlank()) {
            throw new BadInput("reference", applied.reference(), REFERENCE_MISSING);
        }
        TransferForm form = form(payload);
        TransferReading reading = reader.read(applied.dealId(), form);
        Map<String, UUID> ids = register.withNewLenders(applied, form.buyer());
        UUID from = reading.seller().id();
        UUID to = ids.get(form.to());
        List<Entry.Draft> drafts = new ArrayList<>();
        reading.sold().forEach((tranche, amount) -> {
            drafts.add(draft(form, from, tranche, amount.negate(), applied));
            drafts.add(draft(form, to, tranche, amount, applied));
        });
        Transfer.append(applied, new Transfer.Sold(from, to, reading.amount(), form.tranche()), new Transfer.Told(form.tradeDate(), reading.fee(), form.feePaidBy(), applied.reference()), drafts);
        splitAgain.after(applied);
    }

    private static Entry.Draft draft(TransferForm form, UUID lender, String tranche, BigInteger amount, Applied applied) {
        return new Entry.Draft(form.effectiveDate(), lender, tranche, amount, Cause.TRANSFER, applied.reference(), "entered", null);
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        TransferForm form = form(payload);
        Terms terms = register.terms(dealId);
        TransferReading reading = reader.read(dealId, form);
        return "Transfer " + Money.ofMinor(reading.amount(), terms.currency()).grouped() + (form.tranche() == null ? "" : " of " + terms.tranche(form.tranche()).name().value())
                + (form.ofWhole() ? ", the whole position," : "") + " from " + reading.seller().name() + " to " + (reading.buyer() == null ? form.toName().trim() : reading.buyer().name())
                + " on " + form.effectiveDate();
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.of(TransferPages.path(dealSlug));
    }
}
