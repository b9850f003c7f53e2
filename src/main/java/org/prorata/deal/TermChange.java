package org.prorata.deal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.web.NotThere;
import org.prorata.web.Problem;

/**
 * Confirms or changes an assumed term; it becomes <em>entered</em>. Payload:
 *
 * <pre>{@code {"field": "interest.reduced-principal.day-count", "value": "ACT/360", "note": "Clause 9.2 of the agreement"}}</pre>
 *
 * The field is one of {@link ChangeableTerms}; the value is written as in a term-sheet file, a list with commas; the note may be left out.
 * Refused: a field that is none, a value that is none, a published term, what is entered already, and what no schedule can be made of.
 */
@ApplicationScoped
public class TermChange implements Change {

    public static final String KIND = "deal.term";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        Terms terms = DealTerms.latest(dealId).terms();
        String field = payload.path("field").asText("");
        String value = payload.path("value").asText("");
        ChangeableTerm<?> term = ChangeableTerms.of(terms, field).orElse(null);
        if (term == null) {
            return List.of(new Problem("field", field, "Choose one of " + String.join(", ",
                    ChangeableTerms.of(terms).stream().map(ChangeableTerm::field).toList())));
        }
        if (!term.changeable()) {
            return List.of(new Problem("field", field, "This stands in the published terms and is not assumed"));
        }
        if (value.length() > SheetRules.LONGEST_TEXT) {
            return List.of(new Problem("value", value.substring(0, 40), "A value of at most " + SheetRules.LONGEST_TEXT + " characters"));
        }
        try {
            term.read(value);
            if (term.alreadyEntered(value)) {
                return List.of(new Problem("value", value, "This has been entered already: nothing would change"));
            }
            List<Problem> problems = new ArrayList<>(wrongNote(payload));
            if (term.kind().equals("accrues-from")) {
                start(dealId, terms, field.split("\\.")[1], LocalDate.parse(value.strip()), problems);
            }
            return problems.isEmpty() ? schedules(term.with(terms, value, null), value) : problems;
        } catch (NotRight e) {
            return List.of(new Problem("value", value, e.getMessage()));
        }
    }

    private static List<Problem> wrongNote(JsonNode payload) {
        String note = note(payload);
        try {
            if (note != null) {
                SheetRules.TEXT.read(new SheetNode.Scalar(1, note, false));
            }
            return List.of();
        } catch (NotRight e) {
            return List.of(new Problem("note", note.substring(0, Math.min(40, note.length())), e.getMessage()));
        }
    }

    private static String note(JsonNode payload) {
        JsonNode note = payload.path("note");
        String text = note.asText("").strip();
        return note.isNull() || text.isEmpty() ? null : text;
    }

    /** The same that the reader asks of a file. */
    private static void start(UUID dealId, Terms terms, String termId, LocalDate start, List<Problem> problems) {
        InterestTerm term = terms.interestTerm(termId).orElseThrow();
        LocalDate opens = Deal.byId(dealId).orElseThrow(NotThere::new).opensOn();
        LocalDate firstRate = term.rates().get(0).from();
        LocalDate repaid = terms.tranche(term.tranche()).finalDue();
        if (start.isBefore(opens)) {
            problems.add(new Problem("value", start.toString(), "A date not before the register opens on " + opens));
        } else if (start.isBefore(firstRate)) {
            problems.add(new Problem("value", start.toString(), "A date not before the first rate is in force on " + firstRate));
        } else if (!start.isBefore(repaid)) {
            problems.add(new Problem("value", start.toString(), "A date before the tranche is repaid on " + repaid));
        }
    }

    private static List<Problem> schedules(Terms changed, String value) {
        for (InterestTerm term : changed.interest()) {
            String refusal = ScheduleChecks.refusal(changed, term);
            if (refusal != null) {
                return List.of(new Problem("value", value, term.name().value() + ": " + refusal));
            }
        }
        List<LocalDate> due = new ArrayList<>();
        changed.tranches().forEach(t -> t.repayments().forEach(r -> due.add(r.due())));
        changed.stated().forEach(t -> t.amounts().forEach(a -> due.add(a.due())));
        String refusal = ScheduleChecks.refusalOfDueDates(changed, due);
        return refusal == null ? List.of() : List.of(new Problem("value", value, refusal));
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        Terms terms = DealTerms.latest(applied.dealId()).terms();
        ChangeableTerm<?> term = ChangeableTerms.of(terms, payload.path("field").asText()).orElseThrow();
        DealTerms.append(applied.turn(), term.with(terms, payload.path("value").asText(), note(payload)), applied.proposalId());
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        Terms terms = DealTerms.latest(dealId).terms();
        String value = payload.path("value").asText("").strip();
        ChangeableTerm<?> term = ChangeableTerms.of(terms, payload.path("field").asText()).orElseThrow();
        String what = term.kind().replace('-', ' ') + (term.of() == null ? "" : " of " + term.of());
        return term.confirms(value) ? "Confirm " + what + ": " + said(term.shown())
                : "Change " + what + " from " + said(term.shown()) + " to " + said(value);
    }

    private static String said(String value) {
        return value == null ? "unknown" : value.isEmpty() ? "none" : value;
    }
}
