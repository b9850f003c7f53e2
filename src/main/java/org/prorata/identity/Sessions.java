package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.prorata.audit.Trail;
import org.prorata.web.Language;
import org.prorata.web.NotThere;

/**
 * The sessions, kept in the database alone and looked up there at every request, so that a sign-out, a disabled user and a changed grant
 * count at once on every node. Time is the database's.
 */
@ApplicationScoped
class Sessions {

    /** A session that may be used, with the user and its grants as they are now. */
    record Found(Person person, Viewer viewer, String csrf) {
    }

    /**
     * A session as it is shown: nothing of it opens one.
     *
     * @param seen         noted once a minute
     * @param browser      empty where it did not say what it is
     * @param passwordOnly the password was given there, and the second factor that its user has was not
     */
    record Open(UUID id, Instant since, Instant seen, String address, String browser, boolean passwordOnly) {

        /** For the trail. */
        Map<String, String> details(String because) {
            return Map.of("because", because, "since", since.toString(), "from", address, "browser", browser);
        }
    }

    private static final String FIND = """
            select s.id as session_id, u.id, u.login, u.name, u.language, s.csrf, s.last_seen < clock_timestamp() - interval '1 minute' as unseen, s.second,
                   s.proved > clock_timestamp() - ? * interval '1 second' as fresh, %s, g.role, g.deal_id, g.lender_id
            from session s join portal_user u on u.id = s.user_id left join user_grant g on g.user_id = u.id
                and (g.role <> 'lender-administrator' or exists (select from deal_lender_administration l where l.deal_id = g.deal_id))
            where s.token_hash = ? and not u.disabled
              and s.created > clock_timestamp() - ? * interval '1 second' and s.last_seen > clock_timestamp() - ? * interval '1 second'""".formatted(Enrolment.COLUMNS);
    private static final String SEEN = "update session set last_seen = clock_timestamp() where token_hash = ?";
    private static final String OPEN = "insert into session (token_hash, user_id, csrf, address, browser, second) values (?, ?, ?, ?, ?, ?)";
    private static final String END = "delete from session s using portal_user u where s.token_hash = ? and u.id = s.user_id returning u.login";
    private static final String SWEEP = """
            delete from session s using portal_user u where u.id = s.user_id
               and (s.created < clock_timestamp() - ? * interval '1 second' or s.last_seen < clock_timestamp() - ? * interval '1 second') returning u.login, s.last_seen""";

    private static final String SHOWN = "id, created, last_seen, address, browser, not second and exists (select from second_factor f where f.user_id = session.user_id) as password_only";
    private static final String OF_USER = "select " + SHOWN + " from session where user_id = ?"
            + " and created > clock_timestamp() - ? * interval '1 second' and last_seen > clock_timestamp() - ? * interval '1 second' order by created desc, id";
    private static final String END_ONE = "delete from session where user_id = ? and id = ? returning " + SHOWN;
    private static final String END_ALL_BUT = "delete from session where user_id = ? and id is distinct from ? returning " + SHOWN;
    private static final String RENEW = "update session set token_hash = ?, csrf = ? where user_id = ? and id = ?";
    private static final String PROVED = "update session set proved = clock_timestamp(), second = second or ? where user_id = ? and id = ?";

    @Inject
    AgroalDataSource database;
    @Inject
    Trail trail;

    /** How long a session may go without a request. It is noted once a minute, so it may end up to a minute early. */
    @ConfigProperty(name = "prorata.session.idle", defaultValue = "PT30M")
    Duration idle;

    /** How long a session may last, whatever its requests. */
    @ConfigProperty(name = "prorata.session.absolute", defaultValue = "PT12H")
    Duration absolute;

    /** How long a proof of who one is counts where it is asked for anew. */
    @ConfigProperty(name = "prorata.proof.lasts", defaultValue = "PT10M")
    Duration proofLasts;

    @Inject
    Enrolment enrolment;

    /** One statement; a second, once a minute, notes that the session is in use. */
    Optional<Found> find(String token) {
        byte[] hash = Token.hash(token);
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setLong(1, proofLasts.toSeconds());
            statement.setBytes(2, hash);
            limits(statement, 3);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                boolean unseen = rows.getBoolean("unseen");
                Found found = read(rows);
                if (unseen) {
                    seen(connection, hash);
                }
                return Optional.of(found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The session could not be looked up.", e);
        }
    }

    /** One row a grant; a user without any has one with nulls. */
    private Found read(ResultSet rows) throws SQLException {
        UUID session = rows.getObject("session_id", UUID.class);
        UUID id = rows.getObject("id", UUID.class);
        String login = rows.getString("login");
        String name = rows.getString("name");
        String csrf = rows.getString("csrf");
        Language language = Language.of(rows.getString("language")).orElse(null);
        boolean second = rows.getBoolean("second");
        boolean fresh = rows.getBoolean("fresh");
        boolean hasFactor = rows.getBoolean("has_factor");
        boolean asked = false;
        HeldGrants grants = new HeldGrants();
        do {
            asked |= rows.getBoolean("asks_for_factor");
            grants.add(rows);
        } while (rows.next());
        Viewer viewer = grants.viewer(id, login, name);
        Awaits awaits = second ? Awaits.NOTHING : hasFactor ? Awaits.FACTOR : enrolment.awaited(false, asked, viewer.roles().keySet()) ? Awaits.ENROLMENT : Awaits.NOTHING;
        return new Found(new Person(id, login, name, session, second, fresh, awaits, language), viewer, csrf);
    }

    private static void seen(Connection connection, byte[] hash) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEEN)) {
            statement.setBytes(1, hash);
            statement.executeUpdate();
        }
    }

    /** In the caller's transaction. Sessions past their limits go at the same time. @param second whether more than a password was proved */
    String open(Connection connection, UUID user, String csrf, String address, String browser, boolean second) throws SQLException {
        try (PreparedStatement sweep = connection.prepareStatement(SWEEP); PreparedStatement insert = connection.prepareStatement(OPEN)) {
            limits(sweep, 1);
            try (ResultSet swept = sweep.executeQuery()) {
                while (swept.next()) {
                    trail.writeAsPortal("session.expired", null, swept.getString("login"), Map.of("lastSeen", swept.getObject("last_seen", OffsetDateTime.class).toInstant().toString()));
                }
            }
            String token = Token.random();
            insert.setBytes(1, Token.hash(token));
            insert.setObject(2, user);
            insert.setString(3, csrf);
            insert.setString(4, address);
            insert.setString(5, browser);
            insert.setBoolean(6, second);
            insert.executeUpdate();
            return token;
        }
    }

    /** In the caller's transaction; whose session it was, by the sign-in name. Empty where there was no such session. */
    Optional<String> end(Connection connection, String token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END)) {
            statement.setBytes(1, Token.hash(token));
            try (ResultSet ended = statement.executeQuery()) {
                return ended.next() ? Optional.of(ended.getString("login")) : Optional.empty();
            }
        }
    }

    /** The user's sessions that may be used, the newest first. */
    @Transactional
    List<Open> of(UUID user) {
        return shown(OF_USER, user, absolute.toSeconds(), idle.toSeconds());
    }

    /** Ends one of the user's sessions, and writes that to the trail; refused as {@link NotThere} where it has none of that number. */
    @Transactional(Transactional.TxType.MANDATORY)
    void end(UUID user, String login, UUID session, String because) {
        List<Open> ended = shown(END_ONE, user, session);
        if (ended.isEmpty()) {
            throw new NotThere();
        }
        trail.write("session.closed", null, login, ended.get(0).details(because));
    }

    /** Ends the user's sessions, and writes each to the trail; how many there were. @param but the one that goes on; null: none */
    @Transactional(Transactional.TxType.MANDATORY)
    int endAllBut(UUID user, String login, UUID but, String because) {
        List<Open> ended = shown(END_ALL_BUT, user, but);
        ended.forEach(session -> trail.write("session.closed", null, login, session.details(because)));
        return ended.size();
    }

    /** Gives the session another token, which is returned, and its forms another one; what was known of it before opens nothing. Empty where it has ended meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<String> renew(UUID user, UUID session, String csrf) {
        String token = Token.random();
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(RENEW)) {
            statement.setBytes(1, Token.hash(token));
            statement.setString(2, csrf);
            statement.setObject(3, user);
            statement.setObject(4, session);
            return statement.executeUpdate() == 1 ? Optional.of(token) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("A session could not be renewed.", e);
        }
    }

    /** Notes that the one behind the session has proved who it is, now. @param bySecond by more than a password; false where the session has ended */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean proved(UUID user, UUID session, boolean bySecond) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(PROVED)) {
            statement.setBoolean(1, bySecond);
            statement.setObject(2, user);
            statement.setObject(3, session);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("A proof could not be noted.", e);
        }
    }

    private List<Open> shown(String sql, UUID user, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, user);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 2, values[i], values[i] instanceof Long ? Types.BIGINT : Types.OTHER);
            }
            List<Open> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Open(row.getObject("id", UUID.class), row.getObject("created", OffsetDateTime.class).toInstant(),
                            row.getObject("last_seen", OffsetDateTime.class).toInstant(), row.getString("address"), row.getString("browser"), row.getBoolean("password_only")));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("A user's sessions could not be asked for.", e);
        }
    }

    /** The two parameters of what counts as a session that may be used, the first at this place. */
    void limits(PreparedStatement statement, int at) throws SQLException {
        statement.setLong(at, absolute.toSeconds());
        statement.setLong(at + 1, idle.toSeconds());
    }
}
