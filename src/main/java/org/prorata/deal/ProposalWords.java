package org.prorata.deal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What every form for a proposal carries beside the change itself.
 *
 * @param base the deal's version that the form was made from, as the form carries it
 * @param key makes a retried request the same proposal
 */
public record ProposalWords(String reason, String reference, String base, String key) {

    /** Null where the form carries none that can be read: then the present one counts. */
    Long version() {
        return base != null && base.matches("[0-9]{1,18}") ? Long.valueOf(base) : null;
    }

    /** Names and values in turn; those without a value are left out. */
    static ObjectNode json(String... namesAndValues) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null && !namesAndValues[i + 1].isBlank()) {
                node.put(namesAndValues[i], namesAndValues[i + 1].strip());
            }
        }
        return node;
    }
}
