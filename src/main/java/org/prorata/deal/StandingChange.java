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
 * Records signatures received and conditions met, several at once. Payload:
 *
 * <pre>{@code {"signatures": [{"id": "agent", "on": "2010-06-10", "reference": "Counterpart 3"}],
 *  "conditions": [{"id": "exchange-acceptance", "on": "2010-06-10"}]}}</pre>
 *
 * Either list and each reference may be left out. Refused: nothing to record, an id that is none, what is recorded already, and a date
 * later than today in the deal's zone.
 */
@ApplicationScoped
public class StandingChange implements Change {

    public static final String KIND = "deal.standing";
    static final String SIGNATURES = "signatures";
    static final String CONDITIONS = "conditions";

    @Inject
    Today today;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Problem> check(UUID dealId, JsonNode payload) {
        Terms terms = DealTerms.latest(dealId).terms();
        Standing standing = terms.standing();
        LocalDate latest = today.today(terms.zone().value());
        Map<String, Boolean> signatures = new LinkedHashMap<>();
        standing.signatures().forEach(s -> signatures.put(s.id(), s.signed() != null));
        Map<String, Boolean> conditions = new LinkedHashMap<>();
        standing.conditions().forEach(c -> conditions.put(c.id(), c.met() != null));
        List<Problem> problems = new ArrayList<>();
        check(payload.path(SIGNATURES), SIGNATURES, signatures, latest, problems);
        check(payload.path(CONDITIONS), CONDITIONS, conditions, latest, problems);
        if (payload.path(SIGNATURES).isEmpty() && payload.path(CONDITIONS).isEmpty()) {
            problems.add(new Problem("", null, "Give the date of at least one signature or condition"));
        }
        return problems;
    }

    private static void check(JsonNode list, String name, Map<String, Boolean> recorded, LocalDate latest, List<Problem> problems) {
        Set<String> once = new HashSet<>();
        for (JsonNode each : list) {
            String id = each.path("id").asText("");
            String field = name + "." + id;
            if (!recorded.containsKey(id)) {
                problems.add(new Problem(field, id, "There is no such one; known are " + String.join(", ", recorded.keySet())));
                continue;
            }
            if (recorded.get(id)) {
                problems.add(new Problem(field, id, "This is recorded already"));
            } else if (!once.add(id)) {
                problems.add(new Problem(field, id, "Record it once"));
            }
            try {
                LocalDate on = date(each);
                if (on.isAfter(latest)) {
                    problems.add(new Problem(field, on.toString(), "A date not later than today, " + latest));
                }
                reference(each);
            } catch (NotRight e) {
                problems.add(new Problem(field, each.path("on").asText(""), e.getMessage()));
            }
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
        Standing standing = terms.standing();
        Map<String, Fact> signed = facts(applied, payload.path(SIGNATURES));
        Map<String, Fact> met = facts(applied, payload.path(CONDITIONS));
        DealTerms.append(applied.turn(), terms.withStanding(new Standing(standing.status(), standing.signBy(), standing.originalMaturity(),
                standing.signatures().stream().map(s -> new Signature(s.id(), s.party(), signed.getOrDefault(s.id(), s.signed()))).toList(),
                standing.conditions().stream().map(c -> new Condition(c.id(), c.text(), met.getOrDefault(c.id(), c.met()))).toList())),
                applied.proposalId());
    }

    private static Map<String, Fact> facts(Applied applied, JsonNode list) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        list.forEach(each -> facts.put(each.path("id").asText(), new Fact(date(each), reference(each), applied.madeBy(), applied.approvedBy())));
        return facts;
    }

    @Override
    public String title(UUID dealId, JsonNode payload) {
        Standing standing = DealTerms.latest(dealId).terms().standing();
        List<String> done = new ArrayList<>();
        payload.path(SIGNATURES).forEach(each -> standing.signatures().stream().filter(s -> s.id().equals(each.path("id").asText()))
                .forEach(s -> done.add("signed by " + s.party() + " on " + each.path("on").asText())));
        payload.path(CONDITIONS).forEach(each -> standing.conditions().stream().filter(c -> c.id().equals(each.path("id").asText()))
                .forEach(c -> done.add("met on " + each.path("on").asText() + ": " + c.text().value())));
        return "Record " + String.join("; ", done);
    }
}
