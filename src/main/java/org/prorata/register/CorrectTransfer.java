package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.approval.Payloads;
import org.prorata.calc.Money;
import org.prorata.calc.NotMoney;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.web.Problem;

/**
 * Puts an earlier transfer right, or takes it back: each entry that was wrong is reversed and the right one written with the same effective date (rule F13); a wrong
 * date is a transfer taken back and another one made. What was booked since is split again. Refused: an entry that is no transfer or was corrected already, amounts
 * that do not add up to zero in a tranche, nothing changed.
 */
@ApplicationScoped
public class CorrectTransfer implements Change {

    public static final String KIND = "register.correct";

    /**
     * @param entry   number of one of the transfer's entries; the others are those that became known with it and hold from the same day
     * @param amounts what each lender should have gained in each tranche; those left out were right
     */
    public record Form(Long entry, List<Right> amounts) {}

    /** @param amount as typed, negative for one who gave; 0 takes the entry back */
    public record Right(String lender, String tranche, String amount) {}

    private record At(UUID lender, String tranche) {}

    /** @param amounts that differ from what stands, by lender and tranche */
    private record Read(List<Problem> problems, Map<At, BigInteger> amounts) {}

    @Inject Payloads payloads;
    @Inject Register register;
    @Inject SplitAgain splitAgain;

    @Override
    public String kind() {
        return KIND;
    }

    private Form form(JsonNode payload) {
        return payloads.read(payload, Form.class, "entry is a number, amounts a list of lender, tranche and amount, all texts");
    }

    /** The standing entries of the transfer that the entry belongs to, through all its corrections; empty where it belongs to none that stands. */
    static List<Entry> transfer(UUID dealId, Long seq) {
        return seq == null ? List.of() : TransferParts.of(Entry.of(dealId, null)).standingWith(seq);
    }

    private static Map<At, BigInteger> amounts(List<Entry> transfer) {
        Map<At, BigInteger> amounts = new LinkedHashMap<>();
        transfer.forEach(entry -> amounts.merge(new At(entry.lenderId(), entry.tranche()), entry.amount(), BigInteger::add));
        return amounts;
    }

    private Read read(UUID dealId, Form form, List<Entry> transfer) {
        Terms terms = register.terms(dealId);
        Map<String, Lender> lenders = new LinkedHashMap<>();
        Lender.of(dealId, null).forEach(lender -> lenders.put(lender.handle(), lender));
        List<Problem> problems = new ArrayList<>();
        Map<At, BigInteger> stands = amounts(transfer);
        Map<At, BigInteger> right = new LinkedHashMap<>(stands);
        Set<At> named = new HashSet<>();
        List<Right> typed = form.amounts() == null ? List.of() : form.amounts();
        for (int i = 0; i < typed.size(); i++) {
            Right each = typed.get(i);
            String field = "amounts[" + i + "]";
            if (each == null || !lenders.containsKey(String.valueOf(each.lender()))) {
                problems.add(new Problem(field + ".lender", each == null ? null : each.lender(), "is no lender of this deal"));
                continue;
            }
            if (terms.tranches().stream().noneMatch(tranche -> tranche.id().equals(each.tranche()))) {
                problems.add(new Problem(field + ".tranche", each.tranche(), "must be one of " + terms.tranches().stream().map(Tranche::id).toList()));
                continue;
            }
            At at = new At(lenders.get(each.lender()).id(), each.tranche());
            if (!named.add(at)) {
                problems.add(new Problem(field + ".lender", each.lender(), "stands above with the same tranche; give one amount for each"));
            }
            try {
                right.put(at, Money.parse(each.amount(), terms.currency()).minor());
            } catch (NotMoney wrong) {
                problems.add(new Problem(field + ".amount", each.amount(), wrong.getMessage()));
            }
        }
        if (problems.isEmpty()) {
            sums(right).forEach((tranche, sum) -> {
                if (sum.signum() != 0) {
                    problems.add(new Problem("amounts", Money.ofMinor(sum, terms.currency()).grouped(), "is what the amounts in " + terms.tranche(tranche).name().value()
                            + " add up to; a transfer adds up to zero in each tranche"));
                }
            });
        }
        right.entrySet().removeIf(entry -> entry.getValue().equals(stands.getOrDefault(entry.getKey(), BigInteger.ZERO)));
        if (problems.isEmpty() && right.isEmpty()) {
            problems.add(new Problem("amounts", null, "are those that already stand; nothing would change"));
        }
        return new Read(problems, right);
    }

    private static Map<String, BigInteger> sums(Map<At, BigInteger> amounts) {
        Map<String, BigInteger> sums = new LinkedHashMap<>();
        amounts.forEach((at, amount) -> sums.merge(at.tranche(), amount, BigInteger::add));
        return sums;
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        List<Entry> transfer = transfer(dealId, form.entry());
        return transfer.isEmpty() ? List.of(new Problem("entry", String.valueOf(form.entry()), "is not a transfer that stands; opening amounts, exchanges and payments are corrected by forms of their own"))
                : read(dealId, form, transfer).problems();
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        Form form = form(payload);
        List<Entry> transfer = transfer(applied.dealId(), form.entry());
        List<Entry.Draft> drafts = new ArrayList<>();
        read(applied.dealId(), form, transfer).amounts().forEach((at, amount) -> {
            transfer.stream().filter(entry -> entry.lenderId().equals(at.lender()) && entry.tranche().equals(at.tranche()))
                    .forEach(entry -> drafts.add(entry.reversal(applied.reference())));
            drafts.add(Entry.Draft.right(transfer.get(0).on(), at.lender(), at.tranche(), amount, Cause.TRANSFER, applied.reference()));
        });
        Entry.append(applied.turn(), applied.proposalId(), drafts);
        splitAgain.after(applied);
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        Terms terms = register.terms(dealId);
        List<Entry> transfer = transfer(dealId, form.entry());
        Map<At, BigInteger> right = new LinkedHashMap<>(amounts(transfer));
        right.putAll(read(dealId, form, transfer).amounts());
        String of = "the transfer of " + transfer.get(0).on() + (transfer.get(0).reference().isBlank() ? "" : " (" + transfer.get(0).reference() + ")");
        if (right.values().stream().allMatch(amount -> amount.signum() == 0)) {
            return "Take back " + of + ": " + changes(dealId, transfer, right, terms);
        }
        return "Correct " + of + ": " + changes(dealId, transfer, right, terms);
    }

    private static String changes(UUID dealId, List<Entry> transfer, Map<At, BigInteger> right, Terms terms) {
        Map<String, BigInteger> before = byHandle(dealId, amounts(transfer));
        return Register.changes(before, byHandle(dealId, right), Register.names(Lender.of(dealId, null)), terms);
    }

    private static Map<String, BigInteger> byHandle(UUID dealId, Map<At, BigInteger> amounts) {
        Map<String, BigInteger> sums = new LinkedHashMap<>();
        for (Lender lender : Lender.of(dealId, null)) {
            amounts.forEach((at, amount) -> {
                if (at.lender().equals(lender.id())) {
                    sums.merge(lender.handle(), amount, BigInteger::add);
                }
            });
        }
        return sums;
    }

    @Override
    public Optional<String> form(UUID dealId, String dealSlug, JsonNode payload) {
        return Optional.of("/deals/" + dealSlug + "/register/entries/" + form(payload).entry() + "/correct");
    }
}
