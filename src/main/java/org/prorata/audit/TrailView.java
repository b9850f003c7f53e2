package org.prorata.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * A row of the trail for pages and JSON.
 *
 * @param no       its number in its chain: that of the deal, or the portal's where it belongs to none
 * @param dealName the deal's name in addresses; null where it belongs to none, or to one that is not there
 */
record TrailView(long seq, Instant at, String what, UUID deal, String dealName, UUID user, String userName, String address, String subject, JsonNode details, long no, String hash) {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    /** One of the details, for the page: nested ones as JSON. */
    record Detail(String name, String value) {
    }

    static TrailView of(TrailRow row, Map<UUID, String> dealNames, ObjectMapper json) {
        try {
            return new TrailView(row.seq, row.at, row.what, row.dealId, dealNames.get(row.dealId), row.userId, row.userName, row.address, row.subject, json.readTree(row.details),
                    row.no, HexFormat.of().formatHex(row.hash));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Row " + row.seq + " of the trail has details that are no JSON.", e);
        }
    }

    /** What a change says of before and after, figure by figure. */
    record Move(String name, String before, String after) {
    }

    /** Without before and after, which {@link #moves} tells. */
    public List<Detail> lines() {
        List<Detail> lines = new ArrayList<>();
        details.fields().forEachRemaining(field -> {
            if (!field.getKey().equals(BEFORE) && !field.getKey().equals(AFTER)) {
                lines.add(new Detail(field.getKey(), text(field.getValue())));
            }
        });
        return lines;
    }

    public List<Move> moves() {
        Map<String, Move> moves = new LinkedHashMap<>();
        leaves("", details.path(BEFORE), (name, value) -> moves.put(name, new Move(name, value, "")));
        leaves("", details.path(AFTER), (name, value) -> moves.merge(name, new Move(name, "", value), (was, is) -> new Move(name, was.before(), value)));
        return List.copyOf(moves.values());
    }

    private static void leaves(String name, JsonNode value, BiConsumer<String, String> each) {
        if (value.isObject()) {
            value.fields().forEachRemaining(field -> leaves(name.isEmpty() ? field.getKey() : name + ", " + field.getKey(), field.getValue(), each));
        } else if (!value.isMissingNode()) {
            each.accept(name, text(value));
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }
}
