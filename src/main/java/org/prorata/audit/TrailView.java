package org.prorata.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A row of the trail for pages and JSON.
 *
 * @param no       its number in its chain: that of the deal, or the portal's where it belongs to none
 * @param dealName the deal's name in addresses; null where it belongs to none, or to one that is not there
 */
record TrailView(long seq, Instant at, String what, UUID deal, String dealName, UUID user, String userName, String address, String subject, JsonNode details, long no, String hash) {

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

    public List<Detail> lines() {
        List<Detail> lines = new ArrayList<>();
        details.fields().forEachRemaining(field -> lines.add(new Detail(field.getKey(), text(field.getValue()))));
        return lines;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }
}
