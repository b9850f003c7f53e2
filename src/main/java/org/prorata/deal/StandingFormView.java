package org.prorata.deal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import org.prorata.web.Problems;

/** The form to record signatures and conditions: a date and a reference beside each, and for what is recorded whether it is taken back. */
record StandingFormView(OpenDeal open, MultivaluedMap<String, String> typed, Problems problems) {

    /** @param field the name of its date in the form and in problems: {@code signatures.agent} */
    record Row(String field, String id, Shown text, Fact fact, String on, String reference, boolean withdrawn, String problem) {
    }

    static StandingFormView fresh(OpenDeal open, Long version) {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        typed.putSingle("version", version == null ? "" : version.toString());
        typed.putSingle("key", UUID.randomUUID().toString());
        return of(open, typed, Problems.NONE);
    }

    static StandingFormView of(OpenDeal open, MultivaluedMap<String, String> typed, Problems problems) {
        return new StandingFormView(open, typed, problems);
    }

    public String slug() {
        return open.slug();
    }

    public List<Row> signatures() {
        return open.terms().standing().signatures().stream()
                .map(s -> row(StandingChange.SIGNATURES, s.id(), new Shown(s.party(), null, null, null), s.signed())).toList();
    }

    public List<Row> conditions() {
        return open.terms().standing().conditions().stream()
                .map(c -> row(StandingChange.CONDITIONS, c.id(), Shown.of(c.text()), c.met())).toList();
    }

    private Row row(String list, String id, Shown text, Fact fact) {
        String field = list + "." + id;
        return new Row(field, id, text, fact, typed.getFirst(field), typed.getFirst(field + ".reference"),
                typed.getFirst(field + "." + StandingChange.WITHDRAWN) != null, problems.of(field));
    }

    /** Those whose date was given, that are taken back, or whose record gets another reference. */
    JsonNode payload() {
        ObjectNode payload = ProposalWords.json();
        add(payload.putArray(StandingChange.SIGNATURES), signatures());
        add(payload.putArray(StandingChange.CONDITIONS), conditions());
        return payload;
    }

    private static void add(ArrayNode list, List<Row> rows) {
        for (Row row : rows) {
            boolean referenceAlone = blank(row.on()) && !blank(row.reference()) && row.fact() != null && !row.withdrawn();
            if (!blank(row.on()) || row.withdrawn() || referenceAlone) {
                ObjectNode one = ProposalWords.json("id", row.id(), "on", referenceAlone ? row.fact().on().toString() : row.on(), "reference", row.reference());
                list.add(row.withdrawn() ? one.put(StandingChange.WITHDRAWN, true) : one);
            }
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    ProposalWords words() {
        return new ProposalWords(reason() == null ? "" : reason(), reference(), version(), key());
    }

    public String reason() {
        return typed.getFirst("reason");
    }

    public String reference() {
        return typed.getFirst("reference");
    }

    public String version() {
        return typed.getFirst("version");
    }

    public String key() {
        return typed.getFirst("key");
    }
}
