package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.prorata.approval.Approvals;
import org.prorata.approval.Proposal;
import org.prorata.calc.Money;
import org.prorata.deal.OpenDeal;
import org.prorata.web.Language;
import org.prorata.web.NotThere;
import org.prorata.web.Option;
import org.prorata.web.Problem;
import org.prorata.web.Refused;

/** Lays out the form that puts an exchange right. An entry that is no exchange, or counted no more before the form was opened, has none: refused as {@link NotThere}. */
@ApplicationScoped
class ExchangeCorrectionSheets {

    @Inject CorrectExchange correction;
    @Inject ExchangeSheets exchanges;
    @Inject Approvals approvals;
    @Inject ObjectMapper json;
    final ExchangeText text = Language.texts(ExchangeText.class);

    /** @param from a proposal whose content the form takes up; null: what stands */
    @Transactional
    ExchangeCorrectionSheet first(OpenDeal open, long number, UUID from) {
        Entry stands = CorrectExchange.standing(open.id(), number).orElseThrow(NotThere::new);
        ExchangeCorrectionTyped typed = ExchangeCorrectionTyped.of(stands, CorrectExchange.lender(open.id(), stands.lenderId()), open.terms());
        if (from != null) {
            Proposal proposal = Proposal.byId(from).filter(found -> found.dealId().equals(open.id()) && found.kind().equals(CorrectExchange.KIND)).orElseThrow(NotThere::new);
            typed.take(approvals.payload(proposal), proposal.reason(), proposal.reference());
        }
        return sheet(open, number, typed, List.of(), null);
    }

    /** With what was typed, which is kept also where the exchange was corrected meanwhile. */
    @Transactional
    ExchangeCorrectionSheet sheet(OpenDeal open, long number, ExchangeCorrectionTyped typed, List<Problem> problems, Refused refused) {
        Entry entry = Entry.numbered(open.id(), number).filter(one -> one.kind() == Cause.EXCHANGE && one.reverses() == null).orElseThrow(NotThere::new);
        boolean stands = CorrectExchange.standing(open.id(), number).isPresent();
        String tranche = typed.tranche == null || typed.tranche.isBlank() ? entry.tranche() : typed.tranche;
        List<Option> tranches = CorrectExchange.tranches(open.terms(), entry).stream().map(id -> new Option(id, open.terms().tranche(id).name().value())).toList();
        String name = tranches.stream().filter(option -> option.value().equals(tranche)).map(Option::text).findFirst().orElse(open.terms().tranche(entry.tranche()).name().value());
        return new ExchangeCorrectionSheet(number, entered(open, entry), exchanges.sheet(open, typed, name, stands ? check(open, typed.correction(number)) : null, problems, refused), tranches,
                tranche, typed.isTakenBack(), stands);
    }

    private ExchangeSheet.Check check(OpenDeal open, CorrectExchange.Form form) {
        CorrectExchange.Read read = correction.read(open.id(), form);
        return ExchangeSheets.check(open, read.right(), read.on());
    }

    private static ExchangeCorrectionSheet.AsEntered entered(OpenDeal open, Entry entry) {
        return new ExchangeCorrectionSheet.AsEntered(entry.on(), CorrectExchange.lender(open.id(), entry.lenderId()).name(), open.terms().tranche(entry.tranche()).name().value(),
                Money.ofMinor(entry.amount().negate(), open.terms().currency()).decimal(), entry.reference());
    }

    /** Everything that is wrong with the form where something cannot even be read or is missing; empty where it can be proposed, and is then checked with its words. */
    @Transactional
    List<Problem> unreadable(OpenDeal open, long number, ExchangeCorrectionTyped typed) {
        List<Problem> problems = new ArrayList<>(typed.unreadable(text));
        if (!problems.isEmpty()) {
            List<String> told = problems.stream().map(Problem::field).toList();
            correction.read(open.id(), typed.correction(number)).problems().stream().filter(problem -> !told.contains(problem.field())).forEach(problems::add);
        }
        return problems;
    }

    JsonNode payload(long number, ExchangeCorrectionTyped typed) {
        return json.valueToTree(typed.correction(number));
    }
}
