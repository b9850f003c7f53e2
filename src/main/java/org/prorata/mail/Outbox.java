package org.prorata.mail;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where mail is put that is to be sent: in the caller's transaction, so that it goes if and only if what it tells of stands. It is sent after the commit, and again and again
 * where that does not work. Where no mail is set up nothing is kept: {@link Mailing#isSetUp} says so before.
 */
@ApplicationScoped
public class Outbox {

    private static final String POST = "insert into mail (id, recipient, subject, body, until) values (?, ?, ?, ?, ?)";
    private static final String POST_LATE = """
            insert into mail (id, late, about, due) select gen_random_uuid(), ?, about, coalesce(?, clock_timestamp()) from unnest(?) as of (about)
            on conflict (late, about) where sent is null and ended is null do nothing""";
    private static final String STUCK = """
            select count(*), min(made), (array_agg(error order by due desc))[1] from mail where sent is null and ended is null and tries > 0 having count(*) > 0""";

    /** Mail that was tried in vain and is tried again. @param since when the oldest was made @param error of the last try, for an administrator */
    public record Stuck(long count, Instant since, String error) {
    }

    @Inject
    AgroalDataSource database;
    @Inject
    Mailing mailing;
    @Inject
    Sender sender;
    @Inject
    TransactionSynchronizationRegistry transaction;

    @Transactional(Transactional.TxType.MANDATORY)
    public void post(Letter letter) {
        if (!mailing.isSetUp()) {
            return;
        }
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(POST)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, letter.to());
            statement.setString(3, letter.subject());
            statement.setString(4, letter.text());
            statement.setObject(5, time(letter.until()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A mail could not be kept.", e);
        }
        sendAfterCommit();
    }

    /**
     * Has mail written when it is sent. What waits already, of this kind and about the same, is not asked for twice.
     *
     * @param abouts one mail each
     * @param due    not before; null: at once
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void postLate(LateLetter writer, Collection<String> abouts, Instant due) {
        if (!mailing.isSetUp() || abouts.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(POST_LATE)) {
            statement.setString(1, writer.kind());
            statement.setObject(2, time(due));
            statement.setArray(3, connection.createArrayOf("text", abouts.toArray(String[]::new)));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A mail could not be kept.", e);
        }
        sendAfterCommit();
    }

    /** Mail that does not get through; empty where all is well. */
    @Transactional
    public Optional<Stuck> stuck() {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(STUCK); ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(new Stuck(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3))) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox could not be read.", e);
        }
    }

    private static OffsetDateTime time(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private void sendAfterCommit() {
        if (transaction.getResource(Outbox.class) == null) {
            transaction.putResource(Outbox.class, List.of());
            transaction.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // Nothing is sent before it stands.
                }

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        sender.wake();
                    }
                }
            });
        }
    }
}
