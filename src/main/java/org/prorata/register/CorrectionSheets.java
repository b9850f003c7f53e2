package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.prorata.approval.Approvals;
import org.prorata.approval.Attempt;
import org.prorata.approval.DealVersion;
import org.prorata.approval.Proposal;
import org.prorata.calc.Money;
import org.prorata.deal.OpenDeal;
import org.prorata.web.NotThere;
import org.prorata.web.Option;
import org.prorata.web.Problem;
import org.prorata.web.Problems;

/** Lays out the form that puts a transfer right. */
@ApplicationScoped
class CorrectionSheets {

    /** Rows for lenders that the transfer left out. */
    private static final int MORE = 2;

    @Inject Approvals approvals;
    @Inject RegisterText text;

    /** @param from a proposal whose content the form takes up; null: none */
    @Transactional
    CorrectionSheet first(OpenDeal open, long entry, UUID from) {
        CorrectionTyped typed = new CorrectionTyped();
        if (from != null) {
            take(open, from, typed);
        }
        return sheet(open, entry, typed, null);
    }

    private void take(OpenDeal open, UUID from, CorrectionTyped typed) {
        Proposal proposal = Proposal.byId(from).filter(found -> found.dealId().equals(open.id()) && found.kind().equals(CorrectTransfer.KIND)).orElseThrow(NotThere::new);
        typed.lender = new ArrayList<>();
        typed.tranche = new ArrayList<>();
        typed.amount = new ArrayList<>();
        for (JsonNode right : approvals.payload(proposal).path("amounts")) {
            typed.lender.add(right.path("lender").asText(""));
            typed.tranche.add(right.path("tranche").asText(""));
            typed.amount.add(right.path("amount").asText(""));
        }
        typed.reason = proposal.reason();
        typed.reference = proposal.reference();
    }

    /** Rows in which nothing was typed are left out: the two spare ones, usually. */
    static List<CorrectTransfer.Right> amounts(CorrectionTyped typed) {
        List<CorrectTransfer.Right> amounts = new ArrayList<>();
        for (int i : typedRows(typed)) {
            amounts.add(new CorrectTransfer.Right(ShareTyped.at(typed.lender, i), ShareTyped.at(typed.tranche, i), ShareTyped.at(typed.amount, i)));
        }
        return amounts;
    }

    private static List<Integer> typedRows(CorrectionTyped typed) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < typed.rows(); i++) {
            if (!ShareTyped.at(typed.amount, i).isBlank()) {
                rows.add(i);
            }
        }
        return rows;
    }

    /** With what was typed, and what came of it. */
    @Transactional
    CorrectionSheet sheet(OpenDeal open, long number, CorrectionTyped typed, Attempt attempt) {
        List<Entry> transfer = CorrectTransfer.transfer(open.id(), number);
        Entry one = transfer.stream().findFirst().orElseGet(() -> takenBack(open.id(), number, attempt));
        Map<UUID, Lender> lenders = new HashMap<>();
        List<Option> choices = new ArrayList<>(List.of(new Option("", "")));
        for (Lender lender : Lender.of(open.id(), null)) {
            lenders.put(lender.id(), lender);
            choices.add(new Option(lender.handle(), lender.name()));
        }
        List<Option> tranches = open.terms().tranches().stream().map(tranche -> new Option(tranche.id(), tranche.name().value())).toList();
        Map<String, String> wrong = new HashMap<>();
        problemsOf(attempt).forEach(problem -> wrong.putIfAbsent(String.valueOf(problem.field()), problem.message()));
        List<Integer> sent = typedRows(typed);
        List<Integer> left = new ArrayList<>(sent);
        List<CorrectionSheet.Row> rows = new ArrayList<>();
        for (Entry entry : transfer) {
            Lender lender = lenders.get(entry.lenderId());
            Integer at = sent.stream().filter(i -> ShareTyped.at(typed.lender, i).equals(lender.handle()) && ShareTyped.at(typed.tranche, i).equals(entry.tranche())).findFirst().orElse(null);
            left.remove(at);
            String stands = Money.ofMinor(entry.amount(), open.terms().currency()).grouped();
            rows.add(new CorrectionSheet.Row(lender.handle(), lender.name(), entry.tranche(), open.terms().tranche(entry.tranche()).name().value(), stands,
                    at == null ? stands : ShareTyped.at(typed.amount, at), problem(wrong, sent, at)));
        }
        List<CorrectionSheet.Row> more = new ArrayList<>();
        left.forEach(i -> more.add(new CorrectionSheet.Row(ShareTyped.at(typed.lender, i), null, ShareTyped.at(typed.tranche, i), null, null, ShareTyped.at(typed.amount, i),
                problem(wrong, sent, i))));
        while (more.size() < left.size() + MORE) {
            more.add(new CorrectionSheet.Row("", null, one.tranche(), null, null, "", null));
        }
        return new CorrectionSheet(open.slug(), number, one.on(), one.reference(), open.terms().currency().getCurrencyCode(), rows, more, choices, tranches,
                said(typed.reason), said(typed.reference), DealVersion.current(open.id()).orElseThrow(NotThere::new), typed.keyAgain(problemsOf(attempt)), problems(attempt),
                attempt == null ? null : attempt.refused());
    }

    /** Where another correction was faster, what was typed is kept all the same. */
    private static Entry takenBack(UUID dealId, long number, Attempt attempt) {
        return Optional.ofNullable(attempt).flatMap(sent -> Entry.numbered(dealId, number)).filter(entry -> entry.kind() == Cause.TRANSFER && entry.reverses() == null)
                .orElseThrow(NotThere::new);
    }

    private static List<Problem> problemsOf(Attempt attempt) {
        return attempt == null ? List.of() : attempt.problems();
    }

    private static String problem(Map<String, String> wrong, List<Integer> sent, Integer at) {
        String field = "amounts[" + sent.indexOf(at) + "].";
        return at == null ? null : List.of("amount", "lender", "tranche").stream().map(name -> wrong.get(field + name)).filter(message -> message != null).findFirst().orElse(null);
    }

    /** Those of a row stand beside it; the others above the form or at their fields. */
    private Problems problems(Attempt attempt) {
        return attempt == null ? Problems.NONE : new Problems(attempt.problems().stream().map(problem -> switch (String.valueOf(problem.field())) {
            case "idempotencyKey" -> new Problem(null, null, text.sentBefore());
            case "amounts" -> new Problem(null, null, problem.value() == null ? problem.message() : problem.value() + " " + problem.message());
            case "entry", "payload" -> new Problem(null, null, problem.message());
            default -> problem;
        }).toList());
    }

    private static String said(String words) {
        return words == null ? "" : words;
    }
}
