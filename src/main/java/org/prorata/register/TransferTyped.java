package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.approval.ProposalTyped;
import org.prorata.web.Formats;
import org.prorata.web.Problem;

/** The form of a transfer, just as it was typed. */
public class TransferTyped extends ProposalTyped {

    /** Chosen as the buyer where that is a lender named below; no handle begins so. */
    static final String NEW = "+new";

    @RestForm String from;
    @RestForm String to;
    @RestForm String newLender;
    @RestForm String newName;
    @RestForm String amount;
    @RestForm String whole;
    @RestForm String tranche;
    @RestForm String tradeDate;
    @RestForm String effectiveDate;
    @RestForm String fee;
    @RestForm String feePaidBy;

    /** What an earlier proposal asked for, to be asked for again. */
    static TransferTyped of(JsonNode payload, String reason, String reference) {
        TransferTyped typed = new TransferTyped();
        boolean fresh = payload.hasNonNull("toName");
        typed.from = payload.path("from").asText("");
        typed.to = fresh ? NEW : payload.path("to").asText("");
        typed.newLender = fresh ? payload.path("to").asText("") : "";
        typed.newName = payload.path("toName").asText("");
        typed.amount = Formats.inForm(payload.path("amount").asText(""));
        typed.whole = typed.amount.isBlank() ? "true" : null;
        typed.tranche = payload.path("tranche").asText("");
        typed.tradeDate = payload.path("tradeDate").asText("");
        typed.effectiveDate = payload.path("effectiveDate").asText("");
        typed.fee = Formats.inForm(payload.path("fee").asText(""));
        typed.feePaidBy = payload.path("feePaidBy").asText("");
        typed.reason = reason;
        typed.reference = reference;
        return typed;
    }

    boolean buyerIsNew() {
        return NEW.equals(to) || blank(to) && !(blank(newLender) && blank(newName));
    }

    /** What to propose, as far as it can be read. */
    TransferForm form() {
        return new TransferForm(orNull(from), buyerIsNew() ? text(newLender) : orNull(to), buyerIsNew() ? text(newName) : null, Formats.typed(orNull(amount)),
                "true".equals(whole) ? true : null, orNull(tranche), date(tradeDate), date(effectiveDate), Formats.typed(orNull(fee)), orNull(feePaidBy));
    }

    /** What cannot be read, or must be here and is not. */
    List<Problem> unreadable(TransferText text) {
        List<Problem> problems = new ArrayList<>();
        if (!blank(tradeDate) && date(tradeDate) == null) {
            problems.add(new Problem("tradeDate", tradeDate, text.dateRight()));
        }
        if (!blank(effectiveDate) && date(effectiveDate) == null) {
            problems.add(new Problem("effectiveDate", effectiveDate, text.dateRight()));
        }
        if (blank(amount) && !"true".equals(whole)) {
            problems.add(new Problem("amount", amount, text.amountOrWhole()));
        }
        if (!buyerIsNew() && !(blank(newLender) && blank(newName))) {
            problems.add(new Problem("newLender", newLender, text.newOrNot()));
        }
        if (blank(reference)) {
            problems.add(new Problem("reference", reference, TransferLoan.REFERENCE_MISSING));
        }
        return problems;
    }

    private static LocalDate date(String typed) {
        return TypedShares.date(typed).orElse(null);
    }

    private static String orNull(String typed) {
        return blank(typed) ? null : typed.strip();
    }

    static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static boolean blank(String typed) {
        return typed == null || typed.isBlank();
    }
}
