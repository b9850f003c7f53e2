package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.approval.Payloads;
import org.prorata.deal.LenderDetails;
import org.prorata.deal.LenderLine;
import org.prorata.deal.LenderRules;
import org.prorata.deal.Provenance;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;
import org.prorata.web.Today;

/**
 * A lender's names and details: from the instant of approval they are those of the form, and a view of an earlier instant shows those of then (rule F14). Moves no
 * figure. Payload: {@link LenderForm}. Refused: a lender that is none, a name or an LEI that another lender has, a wrong LEI, a former name until later than today, too
 * many rows, nothing changed.
 */
@ApplicationScoped
public class ChangeDetails implements Change {

    public static final String KIND = "lender.details";

    private static final Set<String> FIELDS = Set.of("lender", "name", "lei", "group", "published", "formerNames", "contacts");

    @Inject Payloads payloads;
    @Inject Register register;
    @Inject Today today;

    @Override
    public String kind() {
        return KIND;
    }

    private LenderForm form(JsonNode payload) {
        LenderForm form = payloads.read(payload, LenderForm.class, "lender, name, lei, group are texts, published is true or false; formerNames is a list of name and until, "
                + "a date such as 2009-07-31; contacts is a list of name, role, email and phone");
        payload.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new BadInput(field, null, "is no field of a lender's details; what is not named here would be forgotten");
            }
        });
        if (form == null || none(form.formerNames()) || none(form.contacts())) {
            throw new BadInput("payload", null, "must say what the lender's details are to be");
        }
        return form;
    }

    private static boolean none(List<?> list) {
        return list != null && list.stream().anyMatch(Objects::isNull);
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        LenderForm form = form(payload);
        List<Lender> lenders = Lender.of(dealId, null);
        Optional<Lender> lender = byHandle(lenders, form.lender());
        if (lender.isEmpty()) {
            return List.of(new Problem("lender", form.lender(), "is not a lender of this deal"));
        }
        LenderDetails details = form.details();
        List<Problem> problems = new ArrayList<>(LenderRules.problems(details, today.today(register.terms(dealId).zone().value())));
        if (form.published() == null) {
            problems.add(new Problem("published", null, "must be true or false"));
        }
        if (details.name() != null && lenders.stream().anyMatch(other -> !other.id().equals(lender.get().id()) && LenderRules.same(other.name(), details.name()))) {
            problems.add(new Problem("name", details.name(), "is already another lender of this deal"));
        }
        if (details.lei() != null) {
            lenders.stream().filter(other -> !other.id().equals(lender.get().id()) && details.lei().equals(other.details().lei())).findFirst()
                    .ifPresent(other -> problems.add(new Problem("lei", details.lei(), "is the LEI of " + other.name() + "; a legal entity is one lender of a deal")));
        }
        if (problems.isEmpty() && details.equals(lender.get().details())) {
            problems.add(new Problem("payload", null, "these are the details as they already stand; nothing would change"));
        }
        return problems;
    }

    private static Optional<Lender> byHandle(List<Lender> lenders, String handle) {
        return lenders.stream().filter(lender -> lender.handle().equals(handle)).findFirst();
    }

    private static Lender lender(UUID dealId, LenderForm form) {
        return byHandle(Lender.of(dealId, null), form.lender()).orElseThrow();
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        LenderForm form = form(payload);
        Lender lender = lender(applied.dealId(), form);
        Lender.describe(applied.turn(), lender.id(), new LenderLine(lender.handle(), form.details(), Provenance.ENTERED, null), applied.proposalId());
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        LenderForm form = form(payload);
        Lender lender = lender(dealId, form);
        return "Change the details of " + lender.name() + ": " + DetailWords.changes(lender.details(), form.details());
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.of(LenderFormPages.path(dealSlug, form(payload).lender()));
    }
}
