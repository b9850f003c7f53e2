package org.prorata.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.prorata.start.StormySite;
import org.prorata.start.StormySite.End;

/**
 * Rule S10, the whole of it: many clients propose, approve, book, correct and move shares on one deal at once, over HTTP, while portal and database are killed.
 * {@code -Dstorm.clients}, {@code -Dstorm.seconds} (of serving), {@code -Dstorm.kills} and {@code -Dstorm.seed} make it another storm, and
 * {@code -Dstorm.postgres=/usr/lib/postgresql/15/bin} blows it over the server of those programs.
 */
class StormIT {

    private static final int CLIENTS = Integer.getInteger("storm.clients", 64);
    private static final int SECONDS = Integer.getInteger("storm.seconds", 25);
    private static final int KILLS = Integer.getInteger("storm.kills", 2);
    private static final long SEED = Long.getLong("storm.seed", 20100610);
    private static final int USERS = 8;
    /** Approvals between two kills. */
    private static final int AT_LEAST = 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final StormLog log = new StormLog();
    private final Random random = new Random(SEED);

    @Test
    void nothing_is_lost_doubled_or_wrong_however_many_write_at_once_and_whatever_is_killed() throws Exception {
        System.out.println("seed " + SEED);
        String programs = System.getProperty("storm.postgres", System.getProperty("test.postgres.bin"));
        Path data = Path.of("target", "storm").toAbsolutePath();
        StormySite.clear(data);
        try (StormySite site = new StormySite(data, programs == null ? null : Path.of(programs), Map.of("PRORATA_DEMO", "true", "PRORATA_TODAY", StormDeal.TODAY.toString(),
                // A storm may be longer than a proof lasts.
                "PRORATA_PROOF_LASTS", "PT12H"))) {
            site.start();
            List<StormClient> clients = clients(site);
            StormWatcher watcher = new StormWatcher(site, log);
            List<Thread> running = new ArrayList<>(List.of(new Thread(watcher)));
            clients.forEach(client -> running.add(new Thread(client)));
            running.forEach(Thread::start);
            storm(site);
            log.over = true;
            for (Thread thread : running) {
                thread.join(120_000);
                assertThat(thread.isAlive()).as("a client that still waits").isFalse();
            }
            try (Connection owner = site.owner()) {
                new StormWatcher(site, log).look(owner);
                everythingAcknowledgedIsThere(owner);
                System.out.println(server(owner) + ": " + CLIENTS + " clients, " + SECONDS + " s, " + KILLS + " kills: " + log.approved().size() + " approvals acknowledged; "
                        + log.idByKey.size() + " proposals; " + watcher + "; answers " + log.answers());
            }
        }
        assertThat(log.wrong).isEmpty();
        assertThat(log.approved()).as("something was approved").hasSizeGreaterThan(KILLS * AT_LEAST);
    }

    private void storm(StormySite site) throws InterruptedException {
        long part = SECONDS * 1000L / (KILLS + 1);
        for (int kill = 0; kill < KILLS; kill++) {
            blow(part / 2 + random.nextInt((int) part));
            log.killing();
            site.endAndStart(End.values()[(kill + 1) % End.values().length], random);
            log.started();
        }
        blow(part);
    }

    /** For so long, and on a slow machine until something was done. */
    private void blow(long milliseconds) throws InterruptedException {
        int before = log.approved().size();
        Thread.sleep(milliseconds);
        for (int i = 0; i < 600 && log.approved().size() < before + AT_LEAST; i++) {
            Thread.sleep(100);
        }
    }

    private static String server(Connection owner) throws Exception {
        return "PostgreSQL " + StormWatcher.rows(owner, "show server_version").get(0)[0];
    }

    /** Agent's users with sessions of their own, put where the portal keeps them, so that the storm does not begin with sixty-four passwords. */
    private List<StormClient> clients(StormySite site) throws Exception {
        List<StormClient> clients = new ArrayList<>();
        try (Connection owner = site.owner();
                PreparedStatement users = owner.prepareStatement("insert into portal_user (id, login, name, password_hash) values (?, ?, ?, 'none')");
                PreparedStatement grants = owner.prepareStatement("insert into user_grant (user_id, role) select ?, unnest(array['agent-maker', 'agent-checker'])");
                PreparedStatement sessions = owner.prepareStatement("insert into session (token_hash, user_id, csrf) values (?, ?, ?)")) {
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                UUID id = UUID.randomUUID();
                ids.add(id);
                execute(users, id, "storm-" + i, "Officer " + i);
                execute(grants, id);
            }
            for (int i = 0; i < CLIENTS; i++) {
                String token = "storm-session-of-client-number-" + i + "-" + UUID.randomUUID();
                String csrf = UUID.randomUUID().toString();
                execute(sessions, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)), ids.get(i % USERS), csrf);
                clients.add(new StormClient(site.address(), http, token, csrf, i % USERS, i % 8 == 0, random.nextLong(), log));
                if (i == 0) {
                    imported(site, token, csrf);
                }
            }
        }
        return clients;
    }

    private static void execute(PreparedStatement statement, Object... values) throws Exception {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    private void imported(StormySite site, String session, String csrf) throws Exception {
        HttpResponse<String> made = http.send(HttpRequest.newBuilder(URI.create(site.address() + "/api/v1/deals")).header("Cookie", "prorata-local=" + session)
                .header("Origin", site.address()).header("X-CSRF-Token", csrf).header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(StormDeal.termSheet())).build(), BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private void everythingAcknowledgedIsThere(Connection owner) throws Exception {
        String deal = "(select id from deal where slug = '" + StormDeal.SLUG + "')";
        Set<String> applied = new HashSet<>();
        Set<Object> grounds = new HashSet<>();
        for (Object[] row : StormWatcher.rows(owner, "select p.id::text, p.base_version, p.applied_version, c.no from proposal p left join calculation c on (c.deal_id, c.proposal_id, c.known) "
                + "= (p.deal_id, p.id, p.applied_known) where p.state = 'approved' and p.deal_id = " + deal)) {
            applied.add((String) row[0]);
            assertThat(grounds.add(row[1])).as("one of those made from version " + row[1] + " was approved").isTrue();
            assertThat(((Number) row[2]).longValue()).as("version of " + row[0]).isEqualTo(((Number) row[1]).longValue() + 1);
            assertThat(((Number) row[3])).as("calculation of " + row[0]).isNotNull();
        }
        assertThat(applied).as("every acknowledged approval is there").containsAll(log.approved());
        Map<String, String> kept = new HashMap<>();
        for (Object[] row : StormWatcher.rows(owner, "select idempotency_key, id::text from proposal where deal_id = " + deal)) {
            assertThat(kept.put((String) row[0], (String) row[1])).as("another proposal of the key " + row[0]).isNull();
        }
        assertThat(kept).as("every acknowledged proposal is there, once").containsAllEntriesOf(log.idByKey);
    }
}
