package org.prorata.deal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A value as it is written out: in a file or in JSON.
 *
 * @param value text, truth, list or fields; null where unknown
 */
record Cited(Object value, Provenance provenance, String clause, String note) {

    static <T> Cited of(Sourced<T> sourced, Function<T, ?> written) {
        return sourced == null ? null : new Cited(sourced.known() ? written.apply(sourced.value()) : null, sourced.provenance(),
                sourced.clause(), sourced.note());
    }

    static <T> Cited of(Sourced<T> sourced) {
        return of(sourced, Object::toString);
    }

    /** Whether a file can write the value alone, since bare values of what we write are entered. */
    boolean bare() {
        return clause == null && note == null && (provenance == Provenance.ENTERED || provenance == Provenance.UNKNOWN);
    }

    /** The fields of a value that is not bare, as a file writes them. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", value == null ? YamlText.UNKNOWN : value);
        if (value != null) {
            fields.put("provenance", provenance.word());
        }
        fields.put("clause", clause);
        fields.put("note", note);
        return fields;
    }
}
