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
import java.util.stream.Collectors;
import org.prorata.approval.Approvals;
import org.prorata.approval.Attempt;
import org.prorata.approval.DealVersion;
import org.prorata.approval.Proposal;
import org.prorata.calc.Money;
import org.prorata.deal.OpenDeal;
import org.prorata.web.Formats;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.Option;
import org.prorata.web.Problem;
import org.prorata.web.Problems;
import org.prorata.web.Said;

/** Lays out the form that puts a transfer right. */
@ApplicationScoped
class CorrectionSheets {

    /** Rows for lenders that the transfer left out. */
    private static final int MORE = 2;

    @Inject Approvals approvals;
    final RegisterText text = Language.texts(RegisterText.class);
    final TransferText transferText = Language.texts(TransferText.class);

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
        JsonNode payload = approvals.payload(proposal);
        for (JsonNode right : payload.path("amounts")) {
            typed.lender.add(right.path("lender").asText(""));
            typed.tranche.add(right.path("tranche").asText(""));
            typed.amount.add(right.path("amount").asText(""));
        }
        typed.tradeDate = payload.hasNonNull("tradeDate") ? payload.path("tradeDate").asText() : null;
        typed.fee = payload.hasNonNull("fee") ? payload.path("fee").asText() : null;
        typed.feePaidBy = payload.hasNonNull("feePaidBy") ? payload.path("feePaidBy").asText() : null;
        typed.reason = proposal.reason();
        typed.reference = proposal.reference();
    }

    /**
     * What to propose. The fields of the page begin with what stands, so that what was left as it was is left out: a transfer taken back is not told anew. An empty fee takes it away.
     */
    @Transactional
    CorrectTransfer.Form form(OpenDeal open, long entry, CorrectionTyped typed) {
        CorrectTransfer.Standing transfer = CorrectTransfer.transfer(open.id(), entry);
        if (typed.takenBack) {
            return new CorrectTransfer.Form(entry, nothing(open, transfer), null, null, null);
        }
        Transfer.Told stands = transfer.told();
        if (stands == null) {
            return new CorrectTransfer.Form(entry, amounts(typed), null, null, null);
        }
        String fee = typed.fee == null || typed.fee.strip().equals(fee(open, stands)) ? null : typed.fee.isBlank() ? "0" : Formats.typed(typed.fee.strip());
        boolean samePayer = typed.feePaidBy == null || typed.feePaidBy.equals(payer(stands));
        boolean same = said(typed.tradeDate).isBlank() || typed.tradeDate.strip().equals(stands.tradeDate().toString());
        return new CorrectTransfer.Form(entry, amounts(typed), same ? null : TypedShares.date(typed.tradeDate).orElse(null), fee, samePayer ? null : typed.feePaidBy);
    }

    /** What of the page cannot even be read. */
    List<Problem> unreadable(CorrectionTyped typed) {
        return typed.tradeDate == null || TypedShares.date(typed.tradeDate).isPresent() ? List.of() : List.of(new Problem("tradeDate", typed.tradeDate, transferText.dateRight()));
    }

    private static String fee(OpenDeal open, Transfer.Told told) {
        return told.fee() == null ? "" : Formats.inForm(Money.ofMinor(told.fee(), open.terms().currency()).grouped());
    }

    private static String payer(Transfer.Told told) {
        return told.feePaidBy() == null ? "" : told.feePaidBy();
    }

    /** Null where nothing is told of the transfer. */
    private CorrectionSheet.Told told(OpenDeal open, Transfer.Told stands, CorrectionTyped typed) {
        if (stands == null) {
            return null;
        }
        List<Option> payers = List.of(new Option("", transferText.noFee()), new Option(TransferForm.SELLER, transferText.seller()), new Option(TransferForm.BUYER, transferText.buyer()));
        return new CorrectionSheet.Told(typed.tradeDate == null ? stands.tradeDate().toString() : typed.tradeDate, typed.fee == null ? fee(open, stands) : "0".equals(typed.fee) ? "" : typed.fee,
                typed.feePaidBy != null ? typed.feePaidBy : "0".equals(typed.fee) ? "" : payer(stands), stands.fee() == null ? null : fee(open, stands), payers);
    }

    /** 0 for all who gave or got something. */
    private static List<CorrectTransfer.Right> nothing(OpenDeal open, CorrectTransfer.Standing transfer) {
        Map<UUID, String> handles = Lender.of(open.id(), null).stream().collect(Collectors.toMap(Lender::id, Lender::handle));
        return transfer.amounts().keySet().stream().map(at -> new CorrectTransfer.Right(handles.get(at.lender()), at.tranche(), "0")).toList();
    }

    /** Rows in which nothing was typed are left out: the two spare ones, usually. */
    static List<CorrectTransfer.Right> amounts(CorrectionTyped typed) {
        List<CorrectTransfer.Right> amounts = new ArrayList<>();
        for (int i : typedRows(typed)) {
            amounts.add(new CorrectTransfer.Right(ShareTyped.at(typed.lender, i), ShareTyped.at(typed.tranche, i), Formats.typed(ShareTyped.at(typed.amount, i))));
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
        CorrectTransfer.Standing transfer = CorrectTransfer.transfer(open.id(), number);
        Entry one = transfer.entries().stream().findFirst().orElseGet(() -> takenBack(open.id(), number, attempt));
        Map<UUID, Lender> lenders = new HashMap<>();
        List<Option> choices = new ArrayList<>(List.of(new Option("", "")));
        for (Lender lender : Lender.of(open.id(), null)) {
            lenders.put(lender.id(), lender);
            choices.add(new Option(lender.handle(), lender.name()));
        }
        List<Option> tranches = open.terms().tranches().stream().map(tranche -> new Option(tranche.id(), tranche.name().value())).toList();
        Map<String, String> wrong = new HashMap<>();
        problemsOf(attempt).forEach(problem -> wrong.putIfAbsent(String.valueOf(problem.field()), Said.of(problem.message())));
        List<Integer> sent = typedRows(typed);
        List<Integer> left = new ArrayList<>(sent);
        List<CorrectionSheet.Row> rows = new ArrayList<>();
        transfer.amounts().forEach((of, amount) -> {
            Lender lender = lenders.get(of.lender());
            Integer at = sent.stream().filter(i -> ShareTyped.at(typed.lender, i).equals(lender.handle()) && ShareTyped.at(typed.tranche, i).equals(of.tranche())).findFirst().orElse(null);
            left.remove(at);
            String stands = Formats.inForm(Money.ofMinor(amount, open.terms().currency()).grouped());
            rows.add(new CorrectionSheet.Row(lender.handle(), lender.name(), of.tranche(), open.terms().tranche(of.tranche()).name().value(), stands,
                    at == null ? stands : ShareTyped.at(typed.amount, at), problem(wrong, sent, at)));
        });
        List<CorrectionSheet.Row> more = new ArrayList<>();
        left.forEach(i -> more.add(new CorrectionSheet.Row(ShareTyped.at(typed.lender, i), null, ShareTyped.at(typed.tranche, i), null, null, ShareTyped.at(typed.amount, i),
                problem(wrong, sent, i))));
        while (more.size() < left.size() + MORE) {
            more.add(new CorrectionSheet.Row("", null, one.tranche(), null, null, "", null));
        }
        return new CorrectionSheet(open.slug(), number, one.on(), transfer.told() == null ? one.reference() : transfer.told().certificate(), open.terms().currency().getCurrencyCode(),
                typed.takenBack, told(open, transfer.told(), typed), rows, more, choices, tranches,
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
            case "amounts" -> new Problem(null, null, problem.value() == null ? problem.message() : problem.value() + " " + Said.of(problem.message()));
            case "entry", "payload" -> new Problem(null, null, problem.message());
            default -> problem;
        }).toList());
    }

    private static String said(String words) {
        return words == null ? "" : words;
    }
}
