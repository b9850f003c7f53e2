package org.prorata.token;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prorata.audit.Trail;
import org.prorata.identity.GrantedDeals;
import org.prorata.identity.GrantedLenders;
import org.prorata.identity.ProgramTokens;
import org.prorata.identity.Token;
import org.prorata.web.NotThere;

/** The rows of tokens: what is made, shown and revoked. What is looked up at a request stands in {@link TokenLookup}. */
@ApplicationScoped
class TokenRows implements ProgramTokens {

    /** One that is to be made. @param lenders each with its deal at the same place in {@code lenderDeals} */
    record Wanted(String name, Scope scope, List<UUID> deals, List<UUID> lenderDeals, List<UUID> lenders, int days) {
    }

    private record Row(UUID id, String name, Scope scope, UUID[] deals, UUID[] lenderDeals, UUID[] lenders, Instant made, Instant expires, Instant lastUsed, boolean expired) {
    }

    // Waits for whoever changes the password, disables the user or revokes all tokens at the same time; what that ended makes no token after it.
    private static final String TURN = "select 1 from portal_user where id = ? for no key update";
    private static final String MAKE = """
            insert into program_token (user_id, name, token_hash, proposes, deals, lender_deals, lenders, expires)
            select s.user_id, ?, ?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 day' from session s join portal_user u on u.id = s.user_id
             where s.id = ? and u.id = ? and not u.disabled on conflict do nothing returning id""";
    private static final String TAKEN = "select exists (select from program_token where user_id = ? and name = ? and revoked is null)";
    private static final String COUNT = "select count(*) from program_token where user_id = ? and revoked is null";
    private static final String LIST = """
            select id, name, proposes, deals, lender_deals, lenders, made, expires, last_used, expires <= clock_timestamp() as expired
            from program_token where user_id = ? and revoked is null order by made desc, id""";
    private static final String REVOKE = "update program_token set revoked = clock_timestamp() where user_id = ? and revoked is null and (? or id = ?) returning name";

    @Inject
    AgroalDataSource database;
    @Inject
    GrantedDeals deals;
    @Inject
    GrantedLenders lenders;
    @Inject
    Trail trail;

    /**
     * Makes one by that session; false where the user has one of this name. In the caller's transaction.
     *
     * @throws UnauthorizedException where the session ended, or its user was disabled, meanwhile
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean make(UUID user, UUID session, String token, Wanted wanted) {
        try (Connection connection = database.getConnection()) {
            find(connection, TURN, user);
            boolean made = !find(connection, MAKE, wanted.name(), Token.hash(token), wanted.scope() == Scope.PROPOSE, array(connection, wanted.deals()), array(connection, wanted.lenderDeals()),
                    array(connection, wanted.lenders()), wanted.days(), session, user).isEmpty();
            if (!made && find(connection, TAKEN, user, wanted.name()).equals(List.of("f"))) {
                throw new UnauthorizedException();
            }
            return made;
        } catch (SQLException e) {
            throw new IllegalStateException("A token could not be made.", e);
        }
    }

    /** How many the user has that were not revoked. */
    @Transactional
    int count(UUID user) {
        return Integer.parseInt(found(COUNT, user).get(0));
    }

    @Override
    public List<Listed> of(UUID user) {
        List<Row> rows = QuarkusTransaction.joiningExisting().call(() -> rows(user));
        Set<UUID> named = new HashSet<>();
        Map<UUID, Set<UUID>> acting = new HashMap<>();
        rows.forEach(row -> {
            Stream.of(row.deals(), row.lenderDeals()).flatMap(Arrays::stream).forEach(named::add);
            IntStream.range(0, row.lenders().length).forEach(i -> acting.computeIfAbsent(row.lenderDeals()[i], none -> new HashSet<>()).add(row.lenders()[i]));
        });
        Map<UUID, String> slugs = named.isEmpty() ? Map.of() : QuarkusTransaction.joiningExisting().call(() -> deals.slugsOf(named));
        Map<UUID, GrantedLenders.Named> handles = acting.isEmpty() ? Map.of() : lenders.named(acting);
        return rows.stream().map(row -> new Listed(row.id(), row.name(), row.scope().word(), Arrays.stream(row.deals()).map(deal -> slug(slugs, deal)).toList(),
                IntStream.range(0, row.lenders().length).mapToObj(i -> slug(slugs, row.lenderDeals()[i]) + "/" + handle(handles, row.lenders()[i])).toList(),
                row.made(), row.expires(), row.lastUsed(), row.expired())).toList();
    }

    /** What is not there any more is shown by its number. */
    private static String slug(Map<UUID, String> slugs, UUID deal) {
        return slugs.getOrDefault(deal, deal.toString());
    }

    private static String handle(Map<UUID, GrantedLenders.Named> handles, UUID lender) {
        return handles.containsKey(lender) ? handles.get(lender).handle() : lender.toString();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void revoke(UUID user, String login, UUID token, String because) {
        if (revoked(user, login, because, found(REVOKE, user, false, token)) == 0) {
            throw new NotThere();
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public int revokeAll(UUID user, String login, String because) {
        return revoked(user, login, because, found(REVOKE, user, true, user));
    }

    private int revoked(UUID user, String login, String because, List<String> names) {
        names.forEach(name -> trail.write("token.revoked", null, login, Map.of("token", name, "because", because)));
        return names.size();
    }

    private List<String> found(String sql, Object... values) {
        try (Connection connection = database.getConnection()) {
            return find(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("A user's tokens could not be read or revoked.", e);
        }
    }

    private static List<String> find(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        }
    }

    private static java.sql.Array array(Connection connection, List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private List<Row> rows(UUID user) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setObject(1, user);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getObject("id", UUID.class), row.getString("name"), Scope.of(row.getBoolean("proposes")), ids(row, "deals"), ids(row, "lender_deals"), ids(row, "lenders"),
                            instant(row, "made"), instant(row, "expires"), instant(row, "last_used"), row.getBoolean("expired")));
                }
            }
            return rows;
        }
    }

    private static UUID[] ids(ResultSet row, String column) throws SQLException {
        return (UUID[]) row.getArray(column).getArray();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
