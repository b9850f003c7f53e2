package org.prorata.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;

/**
 * Several changes in one proposal, such as a day's transfers: made in their order in one transaction, all or none, each on what those before it made of the
 * deal. Each has a version and an instant of its own, a microsecond after the one before, as if proposed one by one; the figures are computed once, at the
 * last. Payload:
 *
 * <pre>{@code {"changes": [{"kind": "register.move", "payload": {…}, "reference": "TC-1", "reason": "…"}, …]}}</pre>
 *
 * A change's reference and reason may be left out: the proposal's stand for them. Refused: no change, more than {@value #MOST}, a bundle within a bundle,
 * what is not laid out so. What is wrong within a change is named by its place, from 0: {@code changes[1].on}.
 */
final class Bundle {

    static final String KIND = "bundle";
    static final int MOST = 200;
    private static final String CHANGES = "changes";
    private static final int LONGEST_TITLE = 250;

    private Bundle() {
    }

    static List<Part> parts(JsonNode payload) {
        JsonNode changes = payload.path(CHANGES);
        if (!changes.isArray() || changes.isEmpty()) {
            throw new BadInput(CHANGES, null, "must list at least one change, each with kind and payload");
        }
        if (changes.size() > MOST) {
            throw new BadInput(CHANGES, String.valueOf(changes.size()), "are too many for one proposal; propose at most " + MOST + " together");
        }
        List<Problem> problems = new ArrayList<>();
        List<Part> parts = IntStream.range(0, changes.size()).mapToObj(i -> part(changes.get(i), i, problems)).toList();
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return parts;
    }

    private static Part part(JsonNode change, int at, List<Problem> problems) {
        String kind = change.path("kind").asText("");
        if (!change.path("kind").isTextual()) {
            problems.add(new Problem(field(at, "kind"), null, "is missing; say what kind of change it is"));
        } else if (KIND.equals(kind)) {
            problems.add(new Problem(field(at, "kind"), kind, "is several changes itself; list them here one by one"));
        }
        if (!change.path("payload").isObject()) {
            problems.add(new Problem(field(at, "payload"), null, "must be an object that says what to change"));
        }
        return new Part(kind, change.path("payload"), words(change, at, "reference", Words.LONGEST_REFERENCE, problems), words(change, at, "reason", Words.LONGEST, problems));
    }

    private static String words(JsonNode change, int at, String field, int most, List<Problem> problems) {
        JsonNode words = change.path(field);
        if (words.isMissingNode() || words.isNull()) {
            return null;
        }
        if (!words.isTextual()) {
            problems.add(new Problem(field(at, field), words.toString(), "must be a text"));
            return null;
        }
        Words.check(field(at, field), words.asText(), most, problems);
        return Words.text(words.asText()).isEmpty() ? null : Words.text(words.asText());
    }

    static JsonNode payload(List<Part> parts, ObjectMapper json) {
        return json.createObjectNode().set(CHANGES, json.valueToTree(parts));
    }

    /** Where a field of a change stands in the payload. */
    static String field(int at, String field) {
        return CHANGES + "[" + at + "]" + (field == null || field.isEmpty() ? "" : "." + field);
    }

    /** As many of the parts' titles as one line of a list takes. */
    static String title(List<String> titles) {
        StringBuilder title = new StringBuilder(titles.size() == 1 ? "One change: " : titles.size() + " changes: ");
        for (int i = 0; i < titles.size(); i++) {
            if (i > 0 && title.length() + titles.get(i).length() > LONGEST_TITLE) {
                return title + "; and " + (titles.size() - i) + " more";
            }
            title.append(i == 0 ? "" : "; ").append(titles.get(i));
        }
        return title.toString();
    }
}
