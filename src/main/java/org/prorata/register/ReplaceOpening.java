package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.web.Problem;

/**
 * A correction of the opening register: every opening entry is reversed, and the right one written with the same effective date (rule F13). What was
 * illustrative becomes entered (rule F11). Payload: {@link ShareForm}, its totals spread over the tranches by rule F7 where it names none.
 * Refused: another date, a holder left out, a sum that differs.
 */
@ApplicationScoped
public class ReplaceOpening implements Change {

    public static final String KIND = "register.opening";

    @Inject Register register;
    @Inject SplitAgain splitAgain;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        ShareForm form = register.form(payload);
        Terms terms = register.terms(dealId);
        List<Problem> problems = new ArrayList<>();
        LocalDate opening = register.opening(dealId);
        if (form.on() != null && !form.on().equals(opening)) {
            problems.add(new Problem("on", form.on().toString(), "the opening register is that of " + opening + "; a later change is a move of shares"));
        }
        if (form.tranche() != null && terms.tranches().stream().noneMatch(tranche -> tranche.id().equals(form.tranche()))) {
            problems.add(new Problem("tranche", form.tranche(), "must be one of " + terms.tranches().stream().map(Tranche::id).toList() + ", or empty for all"));
        }
        if (problems.isEmpty()) {
            List<Lender> lenders = Lender.of(dealId, null);
            Map<UUID, String> handles = new LinkedHashMap<>();
            lenders.forEach(lender -> handles.put(lender.id(), lender.handle()));
            problems.addAll(form.missing(before(dealId, form, handles), terms.currency()));
            problems.addAll(ShareTargets.read(form, lenders, total(form, terms), terms.currency()).problems());
        }
        return problems;
    }

    private static ShareTargets targets(UUID dealId, ShareForm form, Terms terms) {
        return ShareTargets.read(form, Lender.of(dealId, null), total(form, terms), terms.currency());
    }

    private static Map<String, BigInteger> trancheAmounts(ShareForm form, Terms terms) {
        Map<String, BigInteger> amounts = new LinkedHashMap<>();
        for (Tranche tranche : terms.tranches()) {
            if (form.tranche() == null || form.tranche().equals(tranche.id())) {
                amounts.put(tranche.id(), tranche.principal().value());
            }
        }
        return amounts;
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        ShareForm form = register.form(payload);
        Terms terms = register.terms(applied.dealId());
        Map<String, BigInteger> tranches = trancheAmounts(form, terms);
        Map<String, BigInteger> totals = targets(applied.dealId(), form, terms).amounts();
        LocalDate opening = register.opening(applied.dealId());
        List<Entry.Draft> drafts = new ArrayList<>();
        standing(applied.dealId()).filter(entry -> tranches.containsKey(entry.tranche())).forEach(entry -> drafts.add(entry.reversal(applied.reference())));
        Map<String, UUID> ids = register.withNewLenders(applied, form);
        Map<String, BigInteger> inRegisterOrder = new LinkedHashMap<>();
        ids.keySet().forEach(handle -> inRegisterOrder.put(handle, totals.getOrDefault(handle, BigInteger.ZERO)));
        Spread.opening(tranches, inRegisterOrder).forEach((tranche, amounts) -> amounts.forEach((handle, amount) ->
                drafts.add(Entry.Draft.right(opening, ids.get(handle), tranche, amount, Cause.INITIAL, applied.reference()))));
        Entry.append(applied.turn(), applied.proposalId(), drafts);
        splitAgain.after(applied);
    }

    /** The opening as it stands after any earlier correction. */
    private static Stream<Entry> standing(UUID dealId) {
        return Entry.standing(dealId).stream().filter(entry -> entry.kind() == Cause.INITIAL);
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        ShareForm form = register.form(payload);
        Terms terms = register.terms(dealId);
        List<Lender> lenders = Lender.of(dealId, null);
        Map<UUID, String> handles = new LinkedHashMap<>();
        lenders.forEach(lender -> handles.put(lender.id(), lender.handle()));
        String changes = Register.changes(before(dealId, form, handles), targets(dealId, form, terms).amounts(), Register.names(lenders, form), terms);
        return "Replace the opening register of " + register.opening(dealId) + (changes.isEmpty() ? ": the same amounts, now entered" : ": " + changes);
    }

    /** What the opening comes to for each lender, by handle, in the tranches of the form. */
    Map<String, BigInteger> before(UUID dealId, ShareForm form, Map<UUID, String> handles) {
        Map<String, BigInteger> before = new LinkedHashMap<>();
        standing(dealId).filter(entry -> form.tranche() == null || form.tranche().equals(entry.tranche()))
                .forEach(entry -> before.merge(handles.get(entry.lenderId()), entry.amount(), BigInteger::add));
        return before;
    }

    /** What the shares must add up to: the principal of the tranches of the form. */
    static BigInteger total(ShareForm form, Terms terms) {
        return trancheAmounts(form, terms).values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.of(ShareFormPages.path(dealSlug));
    }
}
