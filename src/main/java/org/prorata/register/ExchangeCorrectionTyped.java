package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.calc.Money;
import org.prorata.deal.Terms;
import org.prorata.web.Formats;
import org.prorata.web.Problem;

/** The form that puts an exchange right, just as it was typed. */
public class ExchangeCorrectionTyped extends ExchangeTyped {

    @RestForm String tranche;
    @RestForm String takenBack;

    /** What stands, to be typed over; so the right entry keeps the reference of its notice unless another is given. */
    static ExchangeCorrectionTyped of(Entry stands, Lender lender, Terms terms) {
        ExchangeCorrectionTyped typed = new ExchangeCorrectionTyped();
        typed.lender = lender.handle();
        typed.tranche = stands.tranche();
        typed.amount = Formats.inForm(Money.ofMinor(stands.amount().negate(), terms.currency()).grouped());
        typed.on = stands.on().toString();
        typed.reference = stands.reference();
        return typed;
    }

    /** What an earlier proposal asked for, over what stands. */
    void take(JsonNode payload, String reason, String reference) {
        boolean other = payload.path("whole").asBoolean();
        lender = payload.path("lender").asText(lender);
        tranche = payload.path("tranche").asText(tranche);
        amount = other ? "" : Formats.inForm(payload.path("amount").asText(amount));
        whole = other ? "true" : null;
        on = payload.path("on").asText(on);
        takenBack = payload.path("takenBack").asBoolean() ? "true" : null;
        this.reason = reason;
        this.reference = reference;
    }

    boolean isTakenBack() {
        return "true".equals(takenBack);
    }

    /** What to propose, as far as it can be read. */
    CorrectExchange.Form correction(long entry) {
        ExchangeForm right = form();
        return isTakenBack() ? new CorrectExchange.Form(entry, true, null, null, null, null, null)
                : new CorrectExchange.Form(entry, null, right.lender(), tranche == null || tranche.isBlank() ? null : tranche, right.amount(), right.whole(), right.on());
    }

    /** Fields that were emptied are missing here, where a program that leaves them out means them as entered. The reference may be: then the entry's stays. */
    @Override
    List<Problem> unreadable(ExchangeText text) {
        if (isTakenBack()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>(undated(text));
        missing(problems, "lender", lender, ExchangeReader.LENDER_MISSING);
        missing(problems, "on", on, ExchangeReader.ON_MISSING);
        missing(problems, "amount", ofWhole() ? "whole" : amount, ExchangeReader.AMOUNT_MISSING);
        return problems;
    }

    private static void missing(List<Problem> problems, String field, String typed, String message) {
        if (typed == null || typed.isBlank()) {
            problems.add(new Problem(field, typed, message));
        }
    }
}
