package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk.Staffed;
import org.prorata.SampleDeal;
import org.prorata.identity.Accounts;
import org.prorata.identity.Visitor;
import org.prorata.web.Today;

/**
 * Histories made up by chance, of a thousand register entries each, looked at on random days as known at random instants: what the portal's JSON shows and what
 * an independent program makes of the facts agree on every position and every slice (rules F3, F13, F14).
 */
@QuarkusTest
class RandomHistoriesTest {

    private static final long SEED = 20120110L;
    private static final int ENTRIES = 1_000;
    private static final int LOOKS = 26;

    @Inject SampleDeal sample;
    @Inject Accounts accounts;
    @Inject ObjectMapper json;
    @Inject Today today;

    @AfterEach
    void the_real_date_again() {
        today.pretend(null);
    }

    private Visitor agent() {
        String login = "history-" + UUID.randomUUID();
        accounts.grantAgent(accounts.create(login, "Agent", Visitor.PASSWORD));
        return Visitor.signsIn(login);
    }

    @Test
    void a_history_with_interest_split_at_transfers_and_adjusted_dates_agrees_at_every_look() throws Exception {
        agrees(true, "split", SEED);
    }

    @Test
    void a_history_with_interest_to_the_holder_and_stated_dates_agrees_at_every_look() throws Exception {
        agrees(false, "holder", SEED + 1);
    }

    private void agrees(boolean adjusted, String interest, long seed) throws Exception {
        System.out.println("seed " + seed);
        today.pretend(RandomChanges.OPENING);
        SampleDeal.Imported made = sample.imported(MadeUpDeal.text(adjusted, interest));
        RandomHistory history = new RandomHistory(new Staffed(made.id(), made.slug(), agent(), agent(), null), json, today, seed);
        history.goesOn(ENTRIES);
        System.out.println(history.now().get("entries").size() + " entries, " + history.known().size() + " instants: " + history.told());
        assertThat(history.told().keySet()).as("nothing was left out").contains("register.move", "register.transfer", "register.correct", "register.opening", "register.exchange", "deal.term", "payment.amount", "payment.book",
                "payment.correct", "register.move refused", "stale refused");
        assertThat(history.now().get("adjustments").size()).isGreaterThan(50);
        Random random = new Random(seed);
        for (int i = 0; i < LOOKS; i++) {
            String known = i == 0 ? history.known().get(history.known().size() - 1) : history.known().get(random.nextInt(history.known().size()));
            String between = Instant.parse(known).plusNanos(1_000L * random.nextInt(2)).toString();
            looks(history, RandomChanges.OPENING.plusDays(random.nextInt(600) - 5), known, between);
        }
    }

    private static void looks(RandomHistory history, LocalDate on, String known, String between) throws Exception {
        String at = "?on=" + on + "&known=" + between;
        JsonNode export = history.read("/export" + at);
        assertThat(export.get("entries")).as("facts as known " + known).isEqualTo(upTo(history.now().get("entries"), known));
        assertThat(export.get("adjustments")).as("adjustments as known " + known).isEqualTo(upTo(history.now().get("adjustments"), known));
        assertThat(Agreement.of(export)).isGreaterThan(200);
        positionsAreTheEntries(history.read("/positions" + at), history.now(), on, known);
        matrixIsRecomputed(history.read("/matrix" + at), export, on);
    }

    /** As many as had become known; the export gives them lender by lender, and within one in the order they became known. */
    private static JsonNode upTo(JsonNode all, String known) {
        var some = new ObjectMapper().createArrayNode();
        all.forEach(each -> {
            if (!Instant.parse(each.get("known").asText()).isAfter(Instant.parse(known))) {
                some.add(each);
            }
        });
        return some;
    }

    /** Every position at the end of a day is the sum of the entries by then, and those of a tranche add up to what is outstanding. */
    private static void positionsAreTheEntries(JsonNode positions, JsonNode latest, LocalDate on, String known) {
        Map<String, BigDecimal> expected = new TreeMap<>();
        latest.get("entries").forEach(entry -> {
            if (!LocalDate.parse(entry.get("on").asText()).isAfter(on) && !Instant.parse(entry.get("known").asText()).isAfter(Instant.parse(known))) {
                expected.merge(entry.get("lender").asText() + " " + entry.get("tranche").asText(), new BigDecimal(entry.get("amount").asText()), BigDecimal::add);
            }
        });
        Map<String, BigDecimal> shown = new TreeMap<>();
        positions.get("positions").forEach(holder -> holder.get("byTranche").fields().forEachRemaining(each -> {
            BigDecimal held = new BigDecimal(each.getValue().asText());
            assertThat(held.signum()).as("no position is negative").isNotNegative();
            shown.put(holder.get("lender").asText() + " " + each.getKey(), held);
        }));
        expected.values().removeIf(amount -> amount.signum() == 0);
        shown.values().removeIf(amount -> amount.signum() == 0);
        assertThat(shown).as("positions on " + on + " as known " + known).isEqualTo(expected);
        positions.get("tranches").forEach(tranche -> assertThat(tranche.get("proven").asBoolean()).as(tranche.toString()).isTrue());
    }

    private static void matrixIsRecomputed(JsonNode matrix, JsonNode export, LocalDate on) {
        Ledger ledger = Recomputation.positions(export);
        Map<String, Map<String, BigInteger>> slices = new LinkedHashMap<>();                // recomputed above
        export.get("components").forEach(component -> component.get("slices").forEach(slice -> slices.computeIfAbsent(Recomputation.key(component), key -> new LinkedHashMap<>())
                .put(slice.get("lender").asText(), new BigDecimal(slice.get("slice").asText()).movePointRight(component.has("payment") ? 2 : 0).toBigIntegerExact())));
        List<String> lenders = new ArrayList<>();
        matrix.get("rows").forEach(row -> lenders.add(row.get("lender").asText()));
        for (int column = 0; column < matrix.get("columns").size(); column++) {
            JsonNode head = matrix.get("columns").get(column);
            String key = head.get("key").asText();
            assertThat(head.get("proven").asBoolean()).as(key + " adds up").isTrue();
            Map<String, BigInteger> expected = key.startsWith("projected:") ? ledger.endOf(key.substring(10), on) : slices.get(key.equals("warrants") ? "warrants:2010-03-01" : key);
            if (expected != null) {
                Map<String, BigInteger> shown = new LinkedHashMap<>();
                for (int row = 0; row < lenders.size(); row++) {
                    shown.put(lenders.get(row), new BigDecimal(matrix.get("rows").get(row).get("cells").get(column).asText()).movePointRight(key.equals("warrants") ? 0 : 2).toBigIntegerExact());
                }
                assertThat(shown).as("matrix on " + on + ", " + key).isEqualTo(expected);
            }
        }
    }
}
