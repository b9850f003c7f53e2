package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Links that work once, within a time: a random token that its holder alone has, and its hash in the database. One that is used, too old, withdrawn or gave way to a newer
 * one opens nothing; the database remembers for a month why. A link of a disabled user opens nothing either.
 */
@ApplicationScoped
class OneTimeLinks {

    /** What a link is for. Of one user there is at most one open of each. */
    enum Purpose {
        SETUP, INVITATION, RESET, EMAIL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Purpose of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** A new link. @param token known to nobody else */
    record Issued(String token, Instant expires) {
    }

    /**
     * A link as it stands.
     *
     * @param user    null where it is no user's, as are login and name
     * @param email   the address that it confirms; null where it is for something else
     * @param because why it opens nothing; null where it is open
     */
    record Link(Purpose purpose, UUID user, String login, String name, String email, String because) {

        boolean open() {
            return because == null;
        }
    }

    private static final String SUPERSEDED = "a newer one was sent";

    private static final String FORGET = "delete from one_time_link where expires < clock_timestamp() - interval '30 days'";
    private static final String ISSUE = """
            insert into one_time_link (token_hash, purpose, user_id, email, expires) values (?, ?, ?, ?, clock_timestamp() + ? * interval '1 second') returning expires""";
    private static final String FIND = """
            select l.purpose, l.user_id, u.login, u.name, l.email,
                   case when l.ended is not null then l.because when l.expires <= clock_timestamp() then 'it is too old' when u.disabled then 'its user is disabled' end as because
            from one_time_link l left join portal_user u on u.id = l.user_id where l.token_hash = ?""";
    private static final String USE = """
            update one_time_link set ended = clock_timestamp(), because = 'it was used' where token_hash = ? and purpose = ? and ended is null and expires > clock_timestamp()""";
    private static final String END = "update one_time_link set ended = clock_timestamp(), because = ? where user_id = ? and purpose = ? and ended is null";
    private static final String END_SETUP = "update one_time_link set ended = clock_timestamp(), because = 'there is a first administrator' where purpose = 'setup' and ended is null";
    private static final String ADDRESS = "select email from one_time_link where user_id = ? and purpose = 'email' and ended is null and expires > clock_timestamp()";

    @Inject
    AgroalDataSource database;

    /** @param user null for a link that is nobody's yet @param email the address that it confirms; null for all others */
    @Transactional(Transactional.TxType.MANDATORY)
    Issued issue(Purpose purpose, UUID user, String email, Duration lasts) {
        String token = Token.random();
        try (Connection connection = database.getConnection()) {
            update(connection, FORGET);
            if (user != null) {
                update(connection, END, SUPERSEDED, user, purpose.word());
            }
            try (PreparedStatement issue = connection.prepareStatement(ISSUE)) {
                bind(issue, Token.hash(token), purpose.word(), user, email, lasts.toSeconds());
                try (ResultSet row = issue.executeQuery()) {
                    row.next();
                    return new Issued(token, row.getObject(1, OffsetDateTime.class).toInstant());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A link could not be made.", e);
        }
    }

    /** Empty where there never was such a link, or not for a long time. */
    @Transactional
    Optional<Link> find(String token) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(FIND)) {
            bind(statement, (Object) Token.hash(token));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Link(Purpose.of(row.getString("purpose")), row.getObject("user_id", UUID.class), row.getString("login"), row.getString("name"),
                        row.getString("email"), row.getString("because"))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A link could not be looked up.", e);
        }
    }

    /** Ends the link in the caller's transaction; false where it is not open any more, as for the second of two who use it at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean use(String token, Purpose purpose) {
        return run(USE, Token.hash(token), purpose.word()) == 1;
    }

    /** Ends the user's open link of that kind; false where it has none. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean end(UUID user, Purpose purpose, String because) {
        return run(END, because, user, purpose.word()) == 1;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void endSetup() {
        run(END_SETUP);
    }

    /** The address that the user has still to confirm; empty where there is none. */
    @Transactional
    Optional<String> addressToConfirm(UUID user) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(ADDRESS)) {
            bind(statement, user);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A link could not be looked up.", e);
        }
    }

    private int run(String sql, Object... values) {
        try (Connection connection = database.getConnection()) {
            return update(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("A link could not be ended.", e);
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
