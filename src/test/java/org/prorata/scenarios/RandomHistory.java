package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.prorata.Desk.Staffed;
import org.prorata.web.Today;

/** A deal's life made up by chance: proposed by one of the agent, approved by the other, over HTTP; whatever is refused must leave everything as it was. */
final class RandomHistory {

    private final Staffed deal;
    private final ObjectMapper json;
    private final Today today;
    private final Random random;
    private final RandomChanges changes;
    private final List<String> known = new ArrayList<>();
    private final Map<String, Integer> told = new TreeMap<>();
    private LocalDate day = RandomChanges.OPENING.plusDays(20);
    private JsonNode now;
    private String left;

    RandomHistory(Staffed deal, ObjectMapper json, Today today, long seed) throws Exception {
        this.deal = deal;
        this.json = json;
        this.today = today;
        random = new Random(seed);
        changes = new RandomChanges(random);
        now = export();
        known.add(now.get("known").asText());
    }

    /** Until the register has so many entries. */
    void goesOn(int entries) throws Exception {
        for (int tries = 0; now.get("entries").size() < entries; tries++) {
            assertThat(tries).as("tries until there are %d entries; so far %d: %s", entries, now.get("entries").size(), told).isLessThan(1_000);
            today.pretend(day = day.plusDays(random.nextInt(12)));
            RandomChanges.Change change = changes.draw(now, day, read("/register?on=2199-01-01"));
            if (change != null) {
                tries(change);
            }
        }
    }

    private void tries(RandomChanges.Change change) throws Exception {
        Response proposed = deal.proposes(deal.first(), null, change.kind(), change.payload());
        if (proposed.statusCode() != 201) {
            refused(change.kind() + " refused", proposed);
            return;
        }
        if (left == null && random.nextInt(12) == 0) {
            left = proposed.path("id");                 // to be approved too late
            return;
        }
        Response approved = Staffed.decides(deal.second(), proposed.path("id"), "approve");
        assertThat(approved.statusCode()).as(change + ": " + approved.asString()).isEqualTo(200);
        told.merge(change.kind(), 1, Integer::sum);
        now = export();
        known.add(now.get("known").asText());
        if (left != null) {
            refused("stale refused", Staffed.decides(deal.second(), left, "approve"));
            left = null;
        }
    }

    private void refused(String what, Response answer) throws Exception {
        assertThat(answer.statusCode()).as(what + ": " + answer.asString()).isIn(409, 422);
        assertThat(export()).as("after " + answer.asString()).isEqualTo(now);
        told.merge(what, 1, Integer::sum);
    }

    private JsonNode export() throws Exception {
        return read("/export");
    }

    /** @param rest behind the deal's name in addresses for programs */
    JsonNode read(String rest) throws Exception {
        Response answer = deal.first().asks().get("/api/v1/deals/" + deal.slug() + rest);
        assertThat(answer.statusCode()).as(rest).isEqualTo(200);
        return json.readTree(answer.asByteArray());
    }

    /** The deal as it stands. */
    JsonNode now() {
        return now;
    }

    /** The instants at which something changed, the import first. */
    List<String> known() {
        return known;
    }

    /** How often each kind of change was made, and how often refused. */
    Map<String, Integer> told() {
        return told;
    }
}
