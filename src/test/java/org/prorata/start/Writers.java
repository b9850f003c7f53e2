package org.prorata.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Several connections that insert numbered rows, one commit each, and remember which the database acknowledged. */
final class Writers {

    private static final int CONNECTIONS = 4;

    private final Path data;
    private final AtomicLong next = new AtomicLong();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<Thread> running = new ArrayList<>();

    Writers(Path data) {
        this.data = data;
    }

    private Connection connect() throws SQLException {
        int port = Postmaster.of(data.resolve("postgres")).orElseThrow().port();
        String password = Passwords.of(data.resolve("database.properties"), true).owner();
        return Jdbc.connect("jdbc:postgresql://127.0.0.1:" + port + "/" + Roles.DATABASE, Roles.OWNER, password);
    }

    /** Starts writing, and returns once every connection has had some rows acknowledged. */
    void start() throws SQLException, InterruptedException {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(connect());
        }
        try (Statement statement = connections.get(0).createStatement()) {
            statement.execute("create table if not exists crash_probe (n bigint primary key)");
        }
        int before = acknowledged.size();
        connections.forEach(connection -> {
            Thread writer = new Thread(() -> writeUntilCut(connection));
            running.add(writer);
            writer.start();
        });
        while (acknowledged.size() < before + 10 * CONNECTIONS && running.stream().anyMatch(Thread::isAlive)) {
            Thread.sleep(1);
        }
    }

    private void writeUntilCut(Connection connection) {
        try (connection; PreparedStatement insert = connection.prepareStatement("insert into crash_probe values (?)")) {
            while (true) {
                long n = next.getAndIncrement();
                insert.setLong(1, n);
                insert.executeUpdate();
                acknowledged.add(n);
            }
        } catch (SQLException cut) {
            // The end of the server is how this ends.
        }
    }

    /** Waits for the connections to be cut; call after the server was ended. */
    void awaitCut() throws InterruptedException {
        for (Thread writer : running) {
            writer.join(60_000);
            assertThat(writer.isAlive()).as("a writer goes on though the server has ended").isFalse();
        }
        running.clear();
    }

    /** Every acknowledged row is there. Rows that were written but not acknowledged may be. */
    void assertNothingLost() throws SQLException {
        Set<Long> missing = new HashSet<>(acknowledged);
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            if (acknowledged.isEmpty()) {
                return;
            }
            try (ResultSet rows = statement.executeQuery("select n from crash_probe")) {
                while (rows.next()) {
                    missing.remove(rows.getLong(1));
                }
            }
        }
        assertThat(missing).as("acknowledged rows lost").isEmpty();
    }

    int acknowledged() {
        return acknowledged.size();
    }
}
