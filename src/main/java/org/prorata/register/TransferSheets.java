package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.prorata.approval.Approvals;
import org.prorata.approval.DealVersion;
import org.prorata.approval.Proposal;
import org.prorata.calc.Money;
import org.prorata.deal.OpenDeal;
import org.prorata.deal.Terms;
import org.prorata.register.TransferSheet.Check;
import org.prorata.register.TransferSheet.Row;
import org.prorata.web.Formats;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.Option;
import org.prorata.web.Problem;
import org.prorata.web.Problems;
import org.prorata.web.Refused;
import org.prorata.web.Said;

/** Lays out the form of a transfer: what is typed, and what it would do. */
@ApplicationScoped
class TransferSheets {

    @Inject TransferReader reader;
    @Inject Approvals approvals;
    @Inject ObjectMapper json;
    final TransferText text = Language.texts(TransferText.class);

    /** @param from a proposal whose content the form takes up; null: an empty form */
    @Transactional
    TransferSheet first(OpenDeal open, UUID from) {
        TransferTyped typed = new TransferTyped();
        if (from != null) {
            Proposal proposal = Proposal.byId(from).filter(found -> found.dealId().equals(open.id()) && found.kind().equals(TransferLoan.KIND)).orElseThrow(NotThere::new);
            typed = TransferTyped.of(approvals.payload(proposal), proposal.reason(), proposal.reference());
        }
        return sheet(open, typed, List.of(), null);
    }

    @Transactional
    TransferSheet sheet(OpenDeal open, TransferTyped typed, List<Problem> problems, Refused refused) {
        Terms terms = open.terms();
        List<Option> lenders = Lender.of(open.id(), null).stream().map(lender -> new Option(lender.handle(), lender.name())).toList();
        List<Option> sellers = Stream.concat(Stream.of(new Option("", text.choose())), lenders.stream()).toList();
        List<Option> buyers = Stream.concat(Stream.of(new Option("", text.choose()), new Option(TransferTyped.NEW, text.newLender())), lenders.stream()).toList();
        List<Option> tranches = Stream.concat(Stream.of(new Option("", text.allTranches())),
                terms.tranches().stream().map(tranche -> new Option(tranche.id(), tranche.name().value()))).toList();
        List<Option> payers = List.of(new Option("", text.noFee()), new Option(TransferForm.SELLER, text.seller()), new Option(TransferForm.BUYER, text.buyer()));
        return new TransferSheet(open.slug(), terms.currency().getCurrencyCode(), shown(typed), sellers, buyers, tranches, payers, check(open, typed),
                DealVersion.current(open.id()).orElseThrow(NotThere::new), typed.keyAgain(problems), new Problems(beside(typed, problems)), refused);
    }

    private static TransferSheet.Typed shown(TransferTyped typed) {
        return new TransferSheet.Typed(TransferTyped.text(typed.from), typed.buyerIsNew() ? TransferTyped.NEW : TransferTyped.text(typed.to), TransferTyped.text(typed.newLender),
                TransferTyped.text(typed.newName), TransferTyped.text(typed.amount), "true".equals(typed.whole), TransferTyped.text(typed.tranche), TransferTyped.text(typed.tradeDate),
                TransferTyped.text(typed.effectiveDate), TransferTyped.text(typed.fee), TransferTyped.text(typed.feePaidBy), TransferTyped.text(typed.reason),
                TransferTyped.text(typed.reference));
    }

    /** Everything that is wrong with the form where something cannot even be read; empty where it can be proposed, and is then checked with its words. */
    @Transactional
    List<Problem> unreadable(OpenDeal open, TransferTyped typed) {
        List<Problem> problems = new ArrayList<>(typed.unreadable(text));
        if (!problems.isEmpty()) {
            List<String> told = problems.stream().map(Problem::field).toList();
            reader.read(open.id(), typed.form()).problems().stream().filter(problem -> !told.contains(problem.field())).forEach(problems::add);
        }
        return problems;
    }

    /** What the rules say to what is typed so far. */
    @Transactional
    Check check(OpenDeal open, TransferTyped typed) {
        TransferForm form = typed.form();
        TransferReading reading = reader.read(open.id(), form);
        List<Problem> typedWrong = reading.problems().stream().filter(problem -> problem.value() != null && !problem.value().isBlank()).toList();
        List<String> problems = beside(typed, typedWrong).stream().map(problem -> text.field(problem.field()) + ", " + problem.value() + ": " + Said.of(problem.message())).toList();
        boolean untold = TransferTyped.text(typed.amount).isEmpty() && !"true".equals(typed.whole);
        if (reading.seller() == null || reading.held() == null) {
            return new Check(null, null, null, List.of(), null, false, problems);
        }
        String buyer = reading.buyer() != null ? reading.buyer().name() : form.toName();
        Map<String, BigInteger> sold = untold ? Map.of() : reading.sold();
        List<Row> rows = reading.held().keySet().stream().map(tranche -> row(open.terms(), open.terms().tranche(tranche).name().value(), buyer != null,
                sold.getOrDefault(tranche, BigInteger.ZERO), reading.position(reading.seller(), tranche), reading.position(reading.buyer(), tranche))).toList();
        BigInteger held = reading.position();
        BigInteger buyers = reading.held().keySet().stream().map(tranche -> reading.position(reading.buyer(), tranche)).reduce(BigInteger.ZERO, BigInteger::add);
        return new Check(reading.seller().name(), buyer, form.effectiveDate(), rows,
                row(open.terms(), "", buyer != null, sold.values().stream().reduce(BigInteger.ZERO, BigInteger::add), held, buyers), !sold.isEmpty(), problems);
    }

    private static Row row(Terms terms, String tranche, boolean buyer, BigInteger sold, BigInteger seller, BigInteger bought) {
        return new Row(tranche, grouped(terms, sold), grouped(terms, seller), grouped(terms, seller.subtract(sold)), buyer ? grouped(terms, bought) : null,
                buyer ? grouped(terms, bought.add(sold)) : null);
    }

    private static String grouped(Terms terms, BigInteger minor) {
        return Formats.grouped(Money.ofMinor(minor, terms.currency()).grouped());
    }

    JsonNode payload(TransferTyped typed) {
        return json.valueToTree(typed.form());
    }

    /** What the payload calls by one name stands in several fields of the page. */
    private List<Problem> beside(TransferTyped typed, List<Problem> problems) {
        return problems.stream().map(problem -> switch (problem.field() == null ? "" : problem.field()) {
            case "to" -> new Problem(typed.buyerIsNew() ? "newLender" : "to", problem.value(), problem.message());
            case "toName" -> new Problem("newName", problem.value(), problem.message());
            case "idempotencyKey" -> new Problem(null, null, text.sentBefore());
            case "payload" -> new Problem(null, null, problem.message());
            default -> problem;
        }).toList();
    }
}
