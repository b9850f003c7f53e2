package org.prorata.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.prorata.web.BadInput;

/** Reads a proposal's payload to the letter: a number is no date, half an entry is no entry, and an amount is a text, since a JSON number may have been through binary floating point (rule F1). */
@ApplicationScoped
public class Payloads {

    private final ObjectMapper strict;

    @Inject
    Payloads(ObjectMapper json) {
        strict = json.copy();
        strict.coercionConfigFor(LogicalType.Integer).setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        for (LogicalType type : new LogicalType[] {LogicalType.Textual, LogicalType.DateTime}) {
            for (CoercionInputShape shape : new CoercionInputShape[] {CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean}) {
                strict.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
            }
        }
    }

    /** @param right what the payload's fields are, for the message where it cannot be read */
    public <T> T read(JsonNode payload, Class<T> type, String right) {
        try {
            return strict.treeToValue(payload, type);
        } catch (JsonProcessingException wrong) {
            throw new BadInput("payload", null, "cannot be read: " + right);
        }
    }
}
