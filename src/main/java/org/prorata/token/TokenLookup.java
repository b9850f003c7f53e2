package org.prorata.token;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.prorata.identity.Enrolment;
import org.prorata.identity.HeldGrants;
import org.prorata.identity.Reach;
import org.prorata.identity.Token;
import org.prorata.identity.Viewer;

/** Looks a token up at every request, in the database alone, with its user's grants as they are now: what is revoked, disabled or taken away counts at once on every node. Time is the database's. */
@ApplicationScoped
class TokenLookup {

    /**
     * A token that the portal made.
     *
     * @param viewer its user, within what the token reaches
     * @param fault  why it opens nothing any more; null where it may be used
     */
    record Found(UUID id, String name, Viewer viewer, String fault) {
    }

    private static final String FIND = """
            select t.id as token_id, t.name as token_name, t.proposes, t.deals, t.lenders, t.revoked is not null as revoked, t.expires <= clock_timestamp() as expired, u.disabled,
                   coalesce(t.last_used < clock_timestamp() - interval '1 minute', true) as unseen, u.id, u.login, u.name, g.role, g.deal_id, g.lender_id,
                   %s
            from program_token t join portal_user u on u.id = t.user_id left join user_grant g on g.user_id = u.id where t.token_hash = ?""".formatted(Enrolment.COLUMNS);
    private static final String USED = "update program_token set last_used = clock_timestamp() where id = ?";

    @Inject
    AgroalDataSource database;
    @Inject
    Enrolment enrolment;

    /** One statement; a second, once a minute, notes that the token is in use. */
    Optional<Found> find(String token) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setBytes(1, Token.hash(token));
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                boolean unseen = rows.getBoolean("unseen");
                Found found = read(rows);
                if (unseen && found.fault() == null) {
                    used(connection, found.id());
                }
                return Optional.of(found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A token could not be looked up.", e);
        }
    }

    /** One row a grant; a user without any has one with nulls. */
    private Found read(ResultSet rows) throws SQLException {
        UUID id = rows.getObject("token_id", UUID.class);
        String name = rows.getString("token_name");
        Reach reach = new Reach(Scope.of(rows.getBoolean("proposes")).rights(), ids(rows.getArray("deals")), ids(rows.getArray("lenders")));
        String fault = rows.getBoolean("revoked") ? "it was revoked" : rows.getBoolean("disabled") ? "its user is disabled" : rows.getBoolean("expired") ? "it has expired" : null;
        UUID user = rows.getObject("id", UUID.class);
        String login = rows.getString("login");
        String userName = rows.getString("name");
        boolean hasFactor = rows.getBoolean("has_factor");
        boolean asked = false;
        HeldGrants grants = new HeldGrants();
        do {
            asked |= rows.getBoolean("asks_for_factor");
            grants.add(rows);
        } while (rows.next());
        Viewer whole = grants.viewer(user, login, userName);
        // What its user would not be shown before it has set up a second factor, its token does not show either.
        String held = fault == null && enrolment.awaited(hasFactor, asked, whole.roles().keySet()) ? "its user has to set up a second factor first" : fault;
        return new Found(id, name, whole.within(reach), held);
    }

    private static Set<UUID> ids(Array array) throws SQLException {
        return Set.of((UUID[]) array.getArray());
    }

    private static void used(Connection connection, UUID token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(USED)) {
            statement.setObject(1, token);
            statement.executeUpdate();
        }
    }
}
