package org.prorata.deal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.prorata.approval.Applied;
import org.prorata.approval.Change;
import org.prorata.web.Problem;
import org.prorata.web.Today;

/**
 * Records signatures received and conditions met, several at once, and corrects what was recorded. Payload:
 *
 * <pre>{@code {"signatures": [{"id": "agent", "on": "2010-06-10", "reference": "Counterpart 3"}],
 *  "conditions": [{"id": "exchange-acceptance", "on": "2010-06-10"}, {"id": "filing", "withdrawn": true}]}}</pre>
 *
 * Either list and each reference may be left out. A date for one that is recorded replaces its date (and its reference, where one is given);
 * {@code withdrawn} takes the record back. What was recorded before stays in the earlier version of the terms. Refused: nothing to record, an id
 * that is none, what is recorded just so already, taking back what is not recorded, and a date later than today in the deal's zone. A signature
 * after the last day to sign is recorded, with a warning in the title: it does not undo the lapse.
 */
@ApplicationScoped
public class StandingChange implements Change {

    public static final String KIND = "deal.standing";
    static final String SIGNATURES = "signatures";
    static final String CONDITIONS = "conditions";
    static final String WITHDRAWN = "withdrawn";

    @Inject
    Today today;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        Terms terms = DealTerms.latest(dealId).terms();
        LocalDate latest = today.today(terms.zone().value());
        List<Problem> problems = new ArrayList<>();
        check(payload.path(SIGNATURES), SIGNATURES, signed(terms.standing()), latest, problems);
        check(payload.path(CONDITIONS), CONDITIONS, met(terms.standing()), latest, problems);
        if (payload.path(SIGNATURES).isEmpty() && payload.path(CONDITIONS).isEmpty()) {
            problems.add(new Problem("", null, "Give the date of at least one signature or condition"));
        }
        return problems;
    }

    /** The facts by id; null where it has not happened. */
    private static Map<String, Fact> signed(Standing standing) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        standing.signatures().forEach(s -> facts.put(s.id(), s.signed()));
        return facts;
    }

    private static Map<String, Fact> met(Standing standing) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        standing.conditions().forEach(c -> facts.put(c.id(), c.met()));
        return facts;
    }

    private static void check(JsonNode list, String name, Map<String, Fact> facts, LocalDate latest, List<Problem> problems) {
        Set<String> once = new HashSet<>();
        for (JsonNode each : list) {
            String id = each.path("id").asText("");
            String field = name + "." + id;
            if (!facts.containsKey(id)) {
                problems.add(new Problem(field, id, "There is no such one; known are " + String.join(", ", facts.keySet())));
                continue;
            }
            if (!once.add(id)) {
                problems.add(new Problem(field, id, "Record it once"));
            }
            if (each.hasNonNull(WITHDRAWN)) {
                withdrawn(each, field, facts.get(id), problems);
            } else {
                dated(each, field, facts.get(id), latest, problems);
            }
        }
    }

    private static void withdrawn(JsonNode each, String field, Fact fact, List<Problem> problems) {
        if (!each.path(WITHDRAWN).isBoolean() || !each.path(WITHDRAWN).booleanValue()) {
            problems.add(new Problem(field, each.path(WITHDRAWN).asText(), "Either true, or left out"));
        } else if (!each.path("on").asText("").isBlank()) {
            problems.add(new Problem(field, each.path("on").asText(), "Either give the right date or take the record back, not both"));
        } else if (fact == null) {
            problems.add(new Problem(field, each.path("id").asText(), "This is not recorded; there is nothing to take back"));
        }
    }

    private static void dated(JsonNode each, String field, Fact fact, LocalDate latest, List<Problem> problems) {
        try {
            LocalDate on = date(each);
            String reference = reference(each);
            if (on.isAfter(latest)) {
                problems.add(new Problem(field, on.toString(), "A date not later than today, " + latest));
            } else if (fact != null && fact.on().equals(on) && (reference == null || reference.equals(fact.reference()))) {
                problems.add(new Problem(field, on.toString(), "This is recorded already; give another date to correct it"));
            }
        } catch (NotRight e) {
            problems.add(new Problem(field, each.path("on").asText(""), e.getMessage()));
        }
    }

    private static LocalDate date(JsonNode each) {
        return SheetRules.DATE_RULE.read(new SheetNode.Scalar(1, each.path("on").asText("").strip(), false));
    }

    private static String reference(JsonNode each) {
        String text = each.path("reference").isNull() ? "" : each.path("reference").asText("").strip();
        return text.isEmpty() ? null : SheetRules.REFERENCE.read(new SheetNode.Scalar(1, text, false));
    }

    @Override
    public void apply(Applied applied, JsonNode payload) {
        Terms terms = DealTerms.latest(applied.dealId()).terms();
        DealTerms.append(applied.turn(), terms.withStanding(changed(terms.standing(), payload, applied.madeBy(), applied.approvedBy())), applied.proposalId());
    }

    private static Standing changed(Standing standing, JsonNode payload, String madeBy, String approvedBy) {
        Map<String, Fact> signed = facts(signed(standing), payload.path(SIGNATURES), madeBy, approvedBy);
        Map<String, Fact> met = facts(met(standing), payload.path(CONDITIONS), madeBy, approvedBy);
        return new Standing(standing.status(), standing.signBy(), standing.originalMaturity(),
                standing.signatures().stream().map(s -> new Signature(s.id(), s.party(), signed.get(s.id()))).toList(),
                standing.conditions().stream().map(c -> new Condition(c.id(), c.text(), met.get(c.id()))).toList());
    }

    private static Map<String, Fact> facts(Map<String, Fact> facts, JsonNode list, String madeBy, String approvedBy) {
        list.forEach(each -> facts.compute(each.path("id").asText(), (id, before) -> {
            if (each.path(WITHDRAWN).booleanValue()) {
                return null;
            }
            String reference = reference(each);
            return new Fact(date(each), reference == null && before != null ? before.reference() : reference, madeBy, approvedBy);
        }));
        return facts;
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        Terms terms = DealTerms.latest(dealId).terms();
        Standing before = terms.standing();
        Standing after = changed(before, payload, "", "");
        StandingWords words = new StandingWords();
        Map<String, Fact> signed = signed(after);
        before.signatures().forEach(s -> words.add("signed by " + s.party(), s.signed(), signed.get(s.id()), ""));
        Map<String, Fact> met = met(after);
        before.conditions().forEach(c -> words.add("met", c.met(), met.get(c.id()), ": " + c.text().value()));
        return words.title() + after.lateSince(before).map(late -> ". Warning: a signature of " + late + " is after the last day to sign, " + after.signBy().value()
                + ", and does not undo the lapse").orElse("") + becomes(before.stage(today.today(terms.zone().value())), after.stage(today.today(terms.zone().value())));
    }

    private static String becomes(Stage before, Stage after) {
        return before == after ? "" : ". By today the deal is " + before.word() + "; it becomes " + after.word();
    }
}
