package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.prorata.audit.Trail;
import org.prorata.web.NotThere;
import org.prorata.web.StartupNotice;

/**
 * The way into a portal without users (S9): a link, printed on the console, that makes the first administrator, once. There is no default
 * password. As long as there are no users every start prints a new one; each works for a day.
 */
@ApplicationScoped
public class SetupLinks implements StartupNotice {

    private static final int ORDER = 50;

    // One at a time: two who hold links to an empty portal do not both become its first user.
    private static final String LOCK = "select pg_advisory_xact_lock(3, 0)";
    private static final String EMPTY = "select not exists (select from portal_user)";
    private static final String ISSUE = "insert into setup_link (token_hash, expires) values (?, clock_timestamp() + interval '1 day')";
    private static final String OPEN = """
            select exists (select from setup_link where token_hash = ? and expires > clock_timestamp()) and not exists (select from portal_user)""";
    private static final String CLEAR = "delete from setup_link";

    @Inject
    AgroalDataSource database;
    @Inject
    Accounts accounts;
    @Inject
    Trail trail;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    @Transactional
    public List<String> lines() {
        try (Connection connection = database.getConnection()) {
            if (!yes(connection, EMPTY)) {
                return List.of();
            }
            String token = Token.random();
            execute(connection, ISSUE, Token.hash(token));
            return List.of("There are no users yet. Make the first, of the agency desk, within a day at",
                    "  http://localhost:" + port + "/setup/" + token);
        } catch (SQLException e) {
            throw new IllegalStateException("The link for the first administrator could not be made.", e);
        }
    }

    /** Whether the link may still be used. */
    @Transactional
    public boolean open(String token) {
        try (Connection connection = database.getConnection()) {
            return yes(connection, OPEN, Token.hash(token));
        } catch (SQLException e) {
            throw new IllegalStateException("The link for the first administrator could not be looked up.", e);
        }
    }

    /** Makes the first user, an agent of every deal, and ends all such links; {@link NotThere} where the link is not open, and refused like {@link Accounts#create}. */
    @Transactional
    public void use(String token, String login, String name, String password) {
        try (Connection connection = database.getConnection()) {
            execute(connection, LOCK);
            if (!yes(connection, OPEN, Token.hash(token))) {
                throw new NotThere();
            }
            UUID user = accounts.create(login, name, password);
            accounts.grantAgent(user);
            execute(connection, CLEAR);
            trail.write("user.first", null, Accounts.key(login), Map.of("user", user));
        } catch (SQLException e) {
            throw new IllegalStateException("The first administrator could not be made.", e);
        }
    }

    private static boolean yes(Connection connection, String sql, byte[]... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values); ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql, byte[]... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            statement.execute();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, byte[]... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setBytes(i + 1, values[i]);
        }
        return statement;
    }
}
