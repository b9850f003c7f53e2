package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.web.Problem;

/**
 * A transfer: from its effective date the lenders hold what the form says, out of what they hold after that day's earlier transfers and before its payments.
 * Payload: {@link ShareForm}. Refused: a sum that differs, a date before the deal, a holder left out, less sold than the deal's least amount, nothing changed. What was booked since is split again.
 */
@ApplicationScoped
public class MoveShares implements Change {

    public static final String KIND = "register.move";

    /** As far as pages and calendars go. */
    private static final int LAST_YEAR = 2199;

    @Inject Register register;
    @Inject Projected projected;
    @Inject SplitAgain splitAgain;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        ShareForm form = register.form(payload);
        Terms terms = register.terms(dealId);
        List<Problem> problems = dateAndTranche(dealId, form, terms);
        if (!problems.isEmpty()) {
            return problems;
        }
        List<Lender> lenders = Lender.of(dealId, null);
        Map<String, BigInteger> before = before(held(dealId, form, terms), lenders);
        BigInteger total = before.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            return List.of(new Problem("on", form.on().toString(), "nothing is outstanding on that day, so nothing can be moved"));
        }
        problems.addAll(form.missing(before, terms.currency()));
        ShareTargets targets = ShareTargets.read(form, lenders, total, terms.currency());
        problems.addAll(targets.problems());
        if (problems.isEmpty() && targets.amounts().entrySet().stream().allMatch(t -> t.getValue().equals(before.getOrDefault(t.getKey(), BigInteger.ZERO)))) {
            problems.add(new Problem("shares", null, "these are the shares as they already stand on that day; nothing would move"));
        }
        if (problems.isEmpty()) {
            problems.addAll(tooLittle(form, before, targets.amounts(), terms));
        }
        return problems;
    }

    /** Each who gives something away sells at least the deal's least amount, or everything where the deal excepts that. */
    private static List<Problem> tooLittle(ShareForm form, Map<String, BigInteger> before, Map<String, BigInteger> after, Terms terms) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < form.shares().size(); i++) {
            String handle = form.shares().get(i).lender();
            String field = "shares[" + i + "].value";
            String value = form.shares().get(i).value();
            BigInteger left = after.getOrDefault(handle, BigInteger.ZERO);
            BigInteger sold = before.getOrDefault(handle, BigInteger.ZERO).subtract(left);
            LeastAmount.against(terms, sold, left.signum() == 0).ifPresent(wrong -> problems.add(new Problem(field, value, wrong)));
        }
        return problems;
    }

    private List<Problem> dateAndTranche(UUID dealId, ShareForm form, Terms terms) {
        List<Problem> problems = new ArrayList<>();
        if (form.on() == null) {
            problems.add(new Problem("on", null, "is missing; give the effective date, such as 2010-06-10"));
        } else if (form.on().getYear() > LAST_YEAR) {
            problems.add(new Problem("on", form.on().toString(), "is too far away; give a date up to the year " + LAST_YEAR));
        } else if (form.on().isBefore(register.opening(dealId))) {
            problems.add(new Problem("on", form.on().toString(), "is before the deal; its register opens on " + register.opening(dealId)));
        }
        if (form.tranche() != null && terms.tranches().stream().noneMatch(tranche -> tranche.id().equals(form.tranche()))) {
            problems.add(new Problem("tranche", form.tranche(), "must be one of " + terms.tranches().stream().map(Tranche::id).toList() + ", or empty for all"));
        }
        return problems;
    }

    private Map<String, Map<UUID, BigInteger>> held(UUID dealId, ShareForm form, Terms terms) {
        Map<String, Map<UUID, BigInteger>> positions = projected.beforePayments(dealId, form.on());
        Map<String, Map<UUID, BigInteger>> held = new LinkedHashMap<>();
        for (Tranche tranche : terms.tranches()) {
            if (form.tranche() == null || form.tranche().equals(tranche.id())) {
                held.put(tranche.id(), new LinkedHashMap<>(positions.getOrDefault(tranche.id(), Map.of())));
            }
        }
        return held;
    }

    private static Map<String, BigInteger> before(Map<String, Map<UUID, BigInteger>> held, List<Lender> lenders) {
        Map<String, BigInteger> before = new LinkedHashMap<>();
        for (Lender lender : lenders) {
            before.put(lender.handle(), held.values().stream().map(ofTranche -> ofTranche.getOrDefault(lender.id(), BigInteger.ZERO))
                    .reduce(BigInteger.ZERO, BigInteger::add));
        }
        return before;
    }

    /** What each lender holds by handle, in register order, just before the move. */
    Map<String, BigInteger> before(UUID dealId, ShareForm form, Terms terms, List<Lender> lenders) {
        return before(held(dealId, form, terms), lenders);
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        ShareForm form = register.form(payload);
        Terms terms = register.terms(applied.dealId());
        List<Lender> lenders = Lender.of(applied.dealId(), null);
        Map<String, Map<UUID, BigInteger>> held = held(applied.dealId(), form, terms);
        BigInteger total = before(held, lenders).values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        Map<String, BigInteger> amounts = ShareTargets.read(form, lenders, total, terms.currency()).amounts();
        Map<String, UUID> ids = register.withNewLenders(applied, form);
        Map<UUID, BigInteger> targets = new LinkedHashMap<>();
        ids.forEach((handle, id) -> targets.put(id, amounts.getOrDefault(handle, BigInteger.ZERO)));
        List<Entry.Draft> drafts = new ArrayList<>();
        for (Spread.Transfer<UUID> transfer : Spread.transfers(held, targets)) {
            drafts.add(draft(form, transfer.from(), transfer.tranche(), transfer.amount().negate(), applied));
            drafts.add(draft(form, transfer.to(), transfer.tranche(), transfer.amount(), applied));
        }
        Entry.append(applied.turn(), applied.proposalId(), drafts);
        splitAgain.after(applied);
    }

    private static Entry.Draft draft(ShareForm form, UUID lender, String tranche, BigInteger amount, Applied applied) {
        return new Entry.Draft(form.on(), lender, tranche, amount, Cause.TRANSFER, applied.reference(), "entered", null);
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        ShareForm form = register.form(payload);
        Terms terms = register.terms(dealId);
        List<Lender> lenders = Lender.of(dealId, null);
        Map<String, BigInteger> before = before(held(dealId, form, terms), lenders);
        BigInteger total = before.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        Map<String, BigInteger> after = ShareTargets.read(form, lenders, total, terms.currency()).amounts();
        return "Move shares on " + form.on() + (form.tranche() == null ? "" : " in " + terms.tranche(form.tranche()).name().value()) + ": "
                + Register.changes(before, after, Register.names(lenders, form), terms);
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.of(ShareFormPages.path(dealSlug));
    }
}
