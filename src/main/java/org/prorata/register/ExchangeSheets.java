package org.prorata.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.prorata.approval.Approvals;
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
import org.prorata.web.Refused;

/** Lays out the form of an exchange into shares. A deal of which no principal can be exchanged has none: refused as {@link NotThere}. */
@ApplicationScoped
class ExchangeSheets {

    @Inject ExchangeReader reader;
    @Inject Approvals approvals;
    @Inject ObjectMapper json;
    final ExchangeText text = Language.texts(ExchangeText.class);

    /** @param from a proposal whose content the form takes up; null: an empty form */
    @Transactional
    ExchangeSheet first(OpenDeal open, UUID from) {
        ExchangeTyped typed = new ExchangeTyped();
        if (from != null) {
            Proposal proposal = Proposal.byId(from).filter(found -> found.dealId().equals(open.id()) && found.kind().equals(ExchangePrincipal.KIND)).orElseThrow(NotThere::new);
            typed = ExchangeTyped.of(approvals.payload(proposal), proposal.reason(), proposal.reference());
        }
        return sheet(open, typed, List.of(), null);
    }

    @Transactional
    ExchangeSheet sheet(OpenDeal open, ExchangeTyped typed, List<Problem> problems, Refused refused) {
        if (open.terms().exchange() == null) {
            throw new NotThere();
        }
        ExchangeReading reading = reader.read(open.id(), typed.form());
        return sheet(open, typed, open.terms().tranche(open.terms().exchange().tranche()).name().value(), check(open, reading, typed.form().on()), problems, refused);
    }

    /** As a correction shows it too; of what there is to check it knows nothing. */
    ExchangeSheet sheet(OpenDeal open, ExchangeTyped typed, String tranche, ExchangeSheet.Check check, List<Problem> problems, Refused refused) {
        List<Option> lenders = Stream.concat(Stream.of(new Option("", text.choose())),
                Lender.of(open.id(), null).stream().map(lender -> new Option(lender.handle(), lender.name()))).toList();
        return new ExchangeSheet(open.slug(), open.terms().currency().getCurrencyCode(), tranche, shown(typed), lenders, check,
                DealVersion.current(open.id()).orElseThrow(NotThere::new), typed.keyAgain(problems), new Problems(worded(problems)), refused);
    }

    private static ExchangeSheet.Typed shown(ExchangeTyped typed) {
        return new ExchangeSheet.Typed(ExchangeTyped.text(typed.lender), ExchangeTyped.text(typed.amount), typed.ofWhole(), ExchangeTyped.text(typed.on),
                ExchangeTyped.text(typed.reason), ExchangeTyped.text(typed.reference));
    }

    /** Everything that is wrong with the form where something cannot even be read; empty where it can be proposed, and is then checked with its words. */
    @Transactional
    List<Problem> unreadable(OpenDeal open, ExchangeTyped typed) {
        List<Problem> problems = new ArrayList<>(typed.unreadable(text));
        if (!problems.isEmpty()) {
            List<String> told = problems.stream().map(Problem::field).toList();
            reader.read(open.id(), typed.form()).problems().stream().filter(problem -> !told.contains(problem.field())).forEach(problems::add);
        }
        return problems;
    }

    /** What would leave, and what stays; null where lender or day are not chosen yet. */
    static ExchangeSheet.Check check(OpenDeal open, ExchangeReading reading, LocalDate on) {
        if (reading.position() == null) {
            return null;
        }
        BigInteger amount = reading.amount();
        return new ExchangeSheet.Check(reading.lender().name(), on, grouped(open, amount), grouped(open, reading.position()),
                amount == null ? null : grouped(open, reading.position().subtract(amount)), grouped(open, reading.outstanding()),
                amount == null ? null : grouped(open, reading.outstanding().subtract(amount)));
    }

    private static String grouped(OpenDeal open, BigInteger minor) {
        return minor == null ? null : Formats.grouped(Money.ofMinor(minor, open.terms().currency()).grouped());
    }

    JsonNode payload(ExchangeTyped typed) {
        return json.valueToTree(typed.form());
    }

    private List<Problem> worded(List<Problem> problems) {
        return problems.stream().map(problem -> switch (problem.field() == null ? "" : problem.field()) {
            case "idempotencyKey" -> new Problem(null, null, text.sentBefore());
            case "payload", "entry" -> new Problem(null, null, problem.message());
            default -> problem;
        }).toList();
    }
}
