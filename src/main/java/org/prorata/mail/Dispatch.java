package org.prorata.mail;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.prorata.audit.Trail;
import org.prorata.web.SafeText;

/**
 * Sends one mail after the other. Its row is locked from when it is chosen until what became of it is committed, and locked rows are passed over: no two nodes send the same. A
 * crash between the server's taking it and that commit is the one way in which it could go twice, with the same Message-ID. What fails is tried again after pauses that
 * grow from a quarter of a minute to an hour, for two days at most.
 */
@ApplicationScoped
class Dispatch {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int GROWS = 4;
    private static final int SECONDS = 120;

    private static final String NEXT = """
            select id, recipient, subject, body, late, about, made, until, tries, coalesce(until, 'infinity') <= clock_timestamp() as useless,
                   clock_timestamp() > made + interval '2 days' and tries > 0 as too_old
            from mail where sent is null and ended is null and due <= clock_timestamp() order by due limit 1 for update skip locked""";
    private static final String SENT = "update mail set sent = clock_timestamp(), recipient = ?, subject = ?, body = '', tries = tries + 1, error = null where id = ?";
    private static final String ENDED = "update mail set ended = clock_timestamp(), body = '' where id = ?";
    private static final String FAILED = "update mail set tries = tries + 1, error = ?, due = clock_timestamp() + ? * interval '1 millisecond' where id = ?";
    private static final String CLEAR = "delete from mail where coalesce(sent, ended) < clock_timestamp() - interval '30 days' and (sent is not null or ended is not null)";

    /** @param again when what failed just now is due; null where nothing failed */
    record Step(boolean found, Duration again) {
    }

    private record Row(UUID id, String to, String subject, String body, String late, String about, Instant made, Instant until, int tries, boolean over) {
    }

    @Inject
    AgroalDataSource database;
    @Inject
    Mailing mailing;
    @Inject
    Trail trail;
    @Inject
    @Any
    Instance<LateLetter> late;

    /** Sends the mail that has been due longest, or notes why not. Outside a transaction. */
    Step next() {
        return QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> {
            try (Connection connection = database.getConnection()) {
                Optional<Row> row = row(connection);
                return row.isPresent() ? new Step(true, send(connection, row.get())) : new Step(false, null);
            }
        });
    }

    /** Forgets what was sent or given up a month ago. */
    void clear() {
        QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return update(connection, CLEAR);
            }
        });
    }

    private Duration send(Connection connection, Row row) throws SQLException {
        if (row.over()) {
            give(connection, row);
            return null;
        }
        try {
            Optional<Letter> letter = letter(row);
            if (letter.isPresent()) {
                mailing.carrier().orElseThrow().carry(row.id(), row.made(), letter.get());
                update(connection, SENT, letter.get().to(), letter.get().subject(), row.id());
            } else {
                update(connection, ENDED, row.id());
            }
        } catch (Exception failed) {
            return failed(connection, row, failed);
        }
        done(row);
        return null;
    }

    private Optional<Letter> letter(Row row) {
        return row.late() == null ? Optional.of(new Letter(row.to(), row.subject(), row.body(), row.until())) : writer(row).write(row.about());
    }

    private LateLetter writer(Row row) {
        return late.stream().filter(each -> each.kind().equals(row.late())).findFirst().orElseThrow(() -> new IllegalStateException("Nobody writes mail of the kind " + row.late()));
    }

    private void done(Row row) {
        if (row.late() != null) {
            writer(row).done(row.about());
        }
    }

    private void give(Connection connection, Row row) throws SQLException {
        update(connection, ENDED, row.id());
        done(row);
        trail.writeAsPortal("mail.failed", null, row.to() == null ? row.late() : row.to(), Map.of("mail", row.id(), "tries", row.tries()));
    }

    private Duration failed(Connection connection, Row row, Exception failed) throws SQLException {
        Duration pause = pause(row.tries());
        String error = SafeText.line(failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage());
        Log.warnf("Mail %s was not sent (try %d): %s. It is tried again in %s.", row.id(), row.tries() + 1, error, pause);
        update(connection, FAILED, error, pause.toMillis(), row.id());
        return pause;
    }

    /** @param tries that failed before this one */
    static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE;
        for (int i = 0; i < tries && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(GROWS);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static Optional<Row> row(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT); ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
            return Optional.of(new Row(row.getObject("id", UUID.class), row.getString("recipient"), row.getString("subject"), row.getString("body"), row.getString("late"), row.getString("about"),
                    row.getObject("made", OffsetDateTime.class).toInstant(), until == null ? null : until.toInstant(), row.getInt("tries"), row.getBoolean("useless") || row.getBoolean("too_old")));
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
