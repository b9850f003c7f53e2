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
    private static final Duration A_DAY = Duration.ofDays(1);

    // One at a time: two who hold links to an empty portal do not both become its first user.
    private static final String LOCK = "select pg_advisory_xact_lock(3, 0)";
    private static final String EMPTY = "select not exists (select from portal_user)";

    @Inject
    AgroalDataSource database;
    @Inject
    OneTimeLinks links;
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
        if (!empty()) {
            return List.of();
        }
        String token = links.issue(OneTimeLinks.Purpose.SETUP, null, null, A_DAY).token();
        return List.of("There are no users yet. Make the first, of the agency desk, within a day at",
                "  http://localhost:" + port + "/setup/" + token);
    }

    /** Whether the link may still be used. */
    @Transactional
    public boolean open(String token) {
        return links.find(token).filter(link -> link.purpose() == OneTimeLinks.Purpose.SETUP && link.open()).isPresent() && empty();
    }

    /** Makes the first user, an agent of every deal, and ends all such links; {@link NotThere} where the link is not open, and refused like {@link Accounts#create}. */
    @Transactional
    public void use(String token, String login, String name, String password) {
        lock();
        if (!open(token)) {
            throw new NotThere();
        }
        UUID user = accounts.create(login, name, password);
        accounts.grantAgent(user);
        links.endSetup();
        trail.write("user.first", null, Accounts.key(login), Map.of("user", user));
    }

    private void lock() {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The first administrator could not be made.", e);
        }
    }

    private boolean empty() {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(EMPTY); ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The link for the first administrator could not be looked up.", e);
        }
    }
}
