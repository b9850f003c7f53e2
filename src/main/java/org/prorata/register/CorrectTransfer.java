package org.prorata.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.approval.Payloads;
import org.prorata.calc.Money;
import org.prorata.calc.NotMoney;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;

/**
 * Puts an earlier transfer right, or takes it back: entries that were wrong are reversed and the right ones written with the same effective date (rule F13); a wrong
 * effective date is a transfer taken back and another one made. Of a transfer from one seller to one buyer all entries are, so that each of the two learns from its own that it
 * stands otherwise, and what is told beside them, trade date, fee and certificate, is told anew with them as long as one seller and one buyer are left. What was booked since is
 * split again. Refused: an entry that is no transfer or was corrected already, amounts that do not add up to zero in a tranche, less sold than the deal's least amount, a trade date after
 * the effective date, nothing changed.
 */
@ApplicationScoped
public class CorrectTransfer implements Change {

    public static final String KIND = "register.correct";

    /**
     * @param entry     number of one of the transfer's entries; the others are those that became known with it and hold from the same day
     * @param amounts   what each lender should have gained in each tranche; those left out were right
     * @param tradeDate the right one; null: as it stands
     * @param fee       the right one, as typed; null: as it stands; 0 takes it away
     * @param feePaidBy {@code seller} or {@code buyer}; null: as it stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Form(Long entry, List<Right> amounts, LocalDate tradeDate, String fee, String feePaidBy) {

        boolean tells() {
            return tradeDate != null || fee != null || feePaidBy != null;
        }
    }

    /** @param amount as typed, negative for one who gave; 0 takes the entry back */
    public record Right(String lender, String tranche, String amount) {}

    record At(UUID lender, String tranche) {}

    /**
     * @param entries those of the transfer that stand
     * @param told    beside them, or beside what they were put right from; null where nothing ever was, as of shares moved at once
     * @param tells   whether it is told of the entries that stand, and not only of earlier ones
     */
    record Standing(List<Entry> entries, Transfer.Told told, boolean tells) {

        boolean none() {
            return entries.isEmpty();
        }

        LocalDate on() {
            return entries.get(0).on();
        }

        /** The certificate's number, or the reference of the entries; may be empty. */
        String reference() {
            return told == null ? entries.get(0).reference() : told.certificate();
        }

        Map<At, BigInteger> amounts() {
            Map<At, BigInteger> amounts = new LinkedHashMap<>();
            entries.forEach(entry -> amounts.merge(new At(entry.lenderId(), entry.tranche()), entry.amount(), BigInteger::add));
            return amounts;
        }
    }

    /**
     * @param right what there should have been, by lender and tranche; without those of nothing
     * @param told  null where nothing is to be told: of nothing, or of several sellers or buyers
     */
    private record Read(List<Problem> problems, Map<At, BigInteger> right, Transfer.Told told) {}

    @Inject Payloads payloads;
    @Inject Register register;
    @Inject Projected projected;
    @Inject SplitAgain splitAgain;

    @Override
    public String kind() {
        return KIND;
    }

    private Form form(JsonNode payload) {
        Form form = payloads.read(payload, Form.class, "entry is a number, amounts a list of lender, tranche and amount, tradeDate a date such as 2010-07-20; all others are texts");
        if (form == null) {
            throw new BadInput("payload", null, "must say entry, and what is right");
        }
        return form;
    }

    /** The transfer that the entry belongs to, as it stands after all its corrections; none where it belongs to none that stands. */
    static Standing transfer(UUID dealId, Long seq) {
        if (seq == null) {
            return new Standing(List.of(), null, false);
        }
        TransferParts parts = TransferParts.of(Entry.of(dealId, null));
        List<Entry> standing = parts.standingWith(seq);
        Optional<Transfer> last = Transfer.of(dealId, null, null, null).stream().filter(transfer -> parts.areOne(transfer.firstEntry(), seq)).reduce((earlier, later) -> later);
        return new Standing(standing, last.map(Transfer::told).orElse(null), last.filter(told -> standing.stream().anyMatch(entry -> entry.seq() == told.firstEntry())).isPresent());
    }

    private Read read(UUID dealId, Form form, Standing transfer) {
        Terms terms = register.terms(dealId);
        List<Problem> problems = new ArrayList<>();
        Map<At, BigInteger> right = right(dealId, form, transfer, terms, problems);
        if (problems.isEmpty()) {
            sums(right, At::tranche).forEach((tranche, sum) -> {
                if (sum.signum() != 0) {
                    problems.add(new Problem("amounts", Money.ofMinor(sum, terms.currency()).grouped(), "is what the amounts in " + terms.tranche(tranche).name().value()
                            + " add up to; a transfer adds up to zero in each tranche"));
                }
            });
        }
        right.values().removeIf(amount -> amount.signum() == 0);
        Transfer.Told told = ToldAnew.read(form, transfer, terms, right.isEmpty(), problems);
        if (problems.isEmpty() && right.equals(transfer.amounts()) && Objects.equals(told, transfer.told())) {
            problems.add(new Problem("amounts", null, "and all else are those that already stand; nothing would change"));
        }
        if (problems.isEmpty()) {
            tooLittle(dealId, form, transfer, right, terms, problems);
        }
        boolean betweenTwo = parties(right, -1).size() == 1 && parties(right, 1).size() == 1 && !parties(right, -1).equals(parties(right, 1));
        if (problems.isEmpty() && form.tells() && !betweenTwo) {
            problems.add(new Problem("amounts", null, "leave several sellers or buyers; a trade date and a fee are told of one seller and one buyer"));
        }
        return new Read(problems, right, betweenTwo ? told : null);
    }

    /** What each lender should have gained or lost, those that the form leaves out as they stand. */
    private static Map<At, BigInteger> right(UUID dealId, Form form, Standing transfer, Terms terms, List<Problem> problems) {
        Map<String, Lender> lenders = new LinkedHashMap<>();
        Lender.of(dealId, null).forEach(lender -> lenders.put(lender.handle(), lender));
        Map<At, BigInteger> right = transfer.amounts();
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
        return right;
    }

    /** Each who is to have sold another amount than stands sold at least the deal's least amount, or all it held just before, where the deal excepts that. */
    private void tooLittle(UUID dealId, Form form, Standing transfer, Map<At, BigInteger> right, Terms terms, List<Problem> problems) {
        Map<At, BigInteger> moved = transfer.amounts();
        Map<UUID, BigInteger> stands = sums(moved, At::lender);
        Map<String, Map<UUID, BigInteger>> held = projected.beforePayments(dealId, transfer.on());
        for (Lender lender : Lender.of(dealId, null)) {
            BigInteger sold = sums(right, At::lender).getOrDefault(lender.id(), BigInteger.ZERO).negate();
            if (sold.signum() > 0 && !sold.negate().equals(stands.get(lender.id()))) {
                BigInteger had = right.keySet().stream().filter(at -> at.lender().equals(lender.id())).map(at -> held.getOrDefault(at.tranche(), Map.of()).getOrDefault(lender.id(), BigInteger.ZERO)
                        .subtract(moved.getOrDefault(at, BigInteger.ZERO))).reduce(BigInteger.ZERO, BigInteger::add);
                LeastAmount.against(terms, sold, sold.equals(had)).ifPresent(wrong -> problems.add(beside(form, lender, wrong)));
            }
        }
    }

    /** Beside the seller's amount where one was typed. */
    private static Problem beside(Form form, Lender lender, String wrong) {
        List<Right> typed = form.amounts() == null ? List.of() : form.amounts();
        for (int i = 0; i < typed.size(); i++) {
            if (typed.get(i).lender().equals(lender.handle())) {
                return new Problem("amounts[" + i + "].amount", typed.get(i).amount(), wrong);
            }
        }
        return new Problem("amounts", null, lender.name() + " " + wrong);
    }

    private static <T> Map<T, BigInteger> sums(Map<At, BigInteger> amounts, Function<At, T> by) {
        Map<T, BigInteger> sums = new LinkedHashMap<>();
        amounts.forEach((at, amount) -> sums.merge(by.apply(at), amount, BigInteger::add));
        return sums;
    }

    /** Those who gave (sign -1) or got (sign 1) in some tranche. */
    private static Set<UUID> parties(Map<At, BigInteger> right, int sign) {
        return right.entrySet().stream().filter(each -> each.getValue().signum() == sign).map(each -> each.getKey().lender()).collect(Collectors.toSet());
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        Standing transfer = transfer(dealId, form.entry());
        return transfer.none() ? List.of(new Problem("entry", String.valueOf(form.entry()), "is not a transfer that stands; opening amounts, exchanges and payments are corrected by forms of their own"))
                : read(dealId, form, transfer).problems();
    }

    /** Without a reference of its own the right entries keep that of the transfer. */
    @Override
    public void apply(Applied applied, JsonNode payload) {
        Form form = form(payload);
        Standing transfer = transfer(applied.dealId(), form.entry());
        Read read = read(applied.dealId(), form, transfer);
        String reference = applied.reference().isBlank() ? transfer.reference() : applied.reference();
        Map<At, BigInteger> stands = transfer.amounts();   // one who stands opposite several has several entries in a tranche
        List<Entry> wrong = transfer.entries().stream().filter(entry -> {
            At at = new At(entry.lenderId(), entry.tranche());
            return transfer.told() != null || !stands.get(at).equals(read.right().getOrDefault(at, BigInteger.ZERO));
        }).toList();
        Entry.append(applied.turn(), applied.proposalId(), wrong.stream().map(entry -> entry.reversal(reference)).toList());
        List<Entry.Draft> drafts = drafts(transfer, read.right(), reference);
        if (read.told() == null) {
            Entry.append(applied.turn(), applied.proposalId(), drafts);
        } else {
            Transfer.append(applied, sold(read.right()), read.told(), drafts);
        }
        splitAgain.after(applied);
    }

    /** The right entries, of each tranche what was given before what was got; of shares moved at once only those that differ from what stands. */
    private static List<Entry.Draft> drafts(Standing transfer, Map<At, BigInteger> right, String reference) {
        Map<At, BigInteger> stands = transfer.told() == null ? transfer.amounts() : Map.of();
        Map<String, List<Entry.Draft>> byTranche = new LinkedHashMap<>();
        right.entrySet().stream().filter(each -> !each.getValue().equals(stands.get(each.getKey()))).sorted(Comparator.comparingInt(each -> each.getValue().signum()))
                .forEach(each -> byTranche.computeIfAbsent(each.getKey().tranche(), tranche -> new ArrayList<>())
                        .add(Entry.Draft.right(transfer.on(), each.getKey().lender(), each.getKey().tranche(), each.getValue(), Cause.TRANSFER, reference)));
        return byTranche.values().stream().flatMap(List::stream).toList();
    }

    private static Transfer.Sold sold(Map<At, BigInteger> right) {
        Set<String> tranches = sums(right, At::tranche).keySet();
        BigInteger amount = right.values().stream().filter(each -> each.signum() > 0).reduce(BigInteger.ZERO, BigInteger::add);
        return new Transfer.Sold(parties(right, -1).iterator().next(), parties(right, 1).iterator().next(), amount, tranches.size() == 1 ? tranches.iterator().next() : null);
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        Form form = form(payload);
        Terms terms = register.terms(dealId);
        Standing transfer = transfer(dealId, form.entry());
        Read read = read(dealId, form, transfer);
        Map<At, BigInteger> right = new LinkedHashMap<>();
        transfer.amounts().keySet().forEach(at -> right.put(at, BigInteger.ZERO));
        right.putAll(read.right());
        String of = "the transfer of " + transfer.on() + (transfer.reference().isBlank() ? "" : " (" + transfer.reference() + ")");
        String changes = Register.changes(byHandle(dealId, transfer.amounts()), byHandle(dealId, right), Register.names(Lender.of(dealId, null)), terms);
        if (read.right().isEmpty()) {
            return "Take back " + of + ": " + changes;
        }
        String told = ToldAnew.changes(transfer.tells() ? transfer.told() : null, read.told(), terms);
        return "Correct " + of + ": " + Stream.of(changes, told).filter(words -> !words.isEmpty()).collect(Collectors.joining("; "));
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
