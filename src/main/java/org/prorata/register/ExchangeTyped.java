package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.approval.ProposalTyped;
import org.prorata.web.Formats;
import org.prorata.web.Problem;

/** The form of an exchange into shares, just as it was typed. */
public class ExchangeTyped extends ProposalTyped {

    @RestForm String lender;
    @RestForm String amount;
    @RestForm String whole;
    @RestForm String on;

    /** What an earlier proposal asked for, to be asked for again. */
    static ExchangeTyped of(JsonNode payload, String reason, String reference) {
        ExchangeTyped typed = new ExchangeTyped();
        typed.lender = payload.path("lender").asText("");
        typed.amount = Formats.inForm(payload.path("amount").asText(""));
        typed.whole = payload.path("whole").asBoolean() ? "true" : null;
        typed.on = payload.path("on").asText("");
        typed.reason = reason;
        typed.reference = reference;
        return typed;
    }

    boolean ofWhole() {
        return "true".equals(whole);
    }

    /** What to propose, as far as it can be read. */
    ExchangeForm form() {
        return new ExchangeForm(orNull(lender), Formats.typed(orNull(amount)), ofWhole() ? true : null, date());
    }

    private LocalDate date() {
        return TypedShares.date(on).orElse(null);
    }

    /** What cannot be read, or must be here and is not. */
    List<Problem> unreadable(ExchangeText text) {
        List<Problem> problems = new ArrayList<>(undated(text));
        if (orNull(reference) == null) {
            problems.add(new Problem("reference", reference, ExchangePrincipal.REFERENCE_MISSING));
        }
        return problems;
    }

    List<Problem> undated(ExchangeText text) {
        return orNull(on) != null && date() == null ? List.of(new Problem("on", on, text.dateRight())) : List.of();
    }

    static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static String orNull(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
