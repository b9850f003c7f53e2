package org.prorata.identity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.prorata.web.NotThere;

/** Reads users with their grants for administrators; outside a transaction. */
@ApplicationScoped
class UserReader {

    static final int PAGE = 50;

    /** @param more whether others follow on the next page */
    record Listed(List<UserView> users, boolean more) {
    }

    private record Row(UUID id, String login, String name, String email, boolean disabled, boolean withoutPassword, Instant invitedUntil, Instant lastSignIn, int openSessions, boolean managed) {
    }

    private record Grant(UUID id, UUID user, String role, UUID deal, UUID lender, Instant granted) {
    }

    private static final String USERS = """
            select u.id, u.login, u.name, u.email, u.disabled, u.password_hash is null as without_password, u.last_sign_in,
                   (select l.expires from one_time_link l where l.user_id = u.id and l.purpose = 'invitation' and l.ended is null and l.expires > clock_timestamp()) as invited_until,
                   (select count(*) from session s where s.user_id = u.id and s.created > clock_timestamp() - ? * interval '1 second'
                       and s.last_seen > clock_timestamp() - ? * interval '1 second') as open_sessions,
                   m.own
            from portal_user u cross join lateral (select u.grants = (select count(*) from user_grant o where o.user_id = u.id and o.lender_id = any (?)) as own) m where\s""";
    private static final String OF_LENDERS = "(exists (select from user_grant o where o.user_id = u.id and o.lender_id = any (?)) or u.grants = 0 and u.invited_for = any (?)) and ";
    // By an address that is not shown to the one who looks nobody is found: it could be spelled out.
    private static final String ADDRESS = "lower(coalesce(u.email, ''))";
    private static final String SHOWN_ADDRESS = "case when m.own then " + ADDRESS + " else '' end";
    private static final String FOUND = "strpos(u.login || ' ' || lower(u.name) || ' ' || %s, lower(?)) > 0 order by u.login limit ? offset ?";
    private static final String ONE = "u.id = ?";
    private static final String GRANTS = """
            select id, user_id, role, deal_id, lender_id, granted from user_grant where user_id = any(?) and (not ? or lender_id = any(?)) order by role, granted, id""";

    @Inject
    AgroalDataSource database;
    @Inject
    Sessions sessions;
    @Inject
    GrantedDeals deals;
    @Inject
    GrantedLenders lenders;
    @Inject
    Who who;

    /** @param side of a lender's administrator: the users that have a grant of its lenders, or were invited for one and have none @param search a part of the sign-in name, the name or the address for mail, capitals or not; empty: all @param page from 1 */
    Listed list(Side side, String search, int page) {
        List<Row> rows = rows(side, FOUND.formatted(side == Side.LENDER ? SHOWN_ADDRESS : ADDRESS), search, PAGE + 1, Math.multiplyExact((long) PAGE, page - 1));
        return new Listed(views(side, rows.subList(0, Math.min(PAGE, rows.size()))), rows.size() > PAGE);
    }

    /** Refused as {@link NotThere} where there is no such user, or it is another's to see. */
    UserView of(Side side, UUID user) {
        return views(side, rows(side, ONE, user)).stream().findFirst().orElseThrow(NotThere::new);
    }

    boolean sees(Side side, UUID user) {
        return !rows(side, ONE, user).isEmpty();
    }

    /** Whether the user is disabled or not, and its grants are those, as they were read; in the caller's transaction. */
    boolean stands(Side side, UserView read) {
        List<Row> now = rows(side, ONE, read.id());
        return now.size() == 1 && now.get(0).disabled() == read.disabled() && now.get(0).managed() == read.managed() && grants(side, new UUID[] {read.id()}).stream().map(Grant::id).toList()
                .equals(read.grants().stream().map(UserView.GrantView::id).toList());
    }

    private List<UserView> views(Side side, List<Row> rows) {
        List<Grant> grants = grants(side, rows.stream().map(Row::id).toArray(UUID[]::new));
        Set<UUID> named = grants.stream().map(Grant::deal).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, String> slugs = named.isEmpty() ? Map.of() : QuarkusTransaction.requiringNew().call(() -> deals.slugsOf(named));
        Map<UUID, Set<UUID>> ofDeals = new HashMap<>();
        grants.stream().filter(grant -> grant.lender() != null).forEach(grant -> ofDeals.computeIfAbsent(grant.deal(), none -> new HashSet<>()).add(grant.lender()));
        Map<UUID, GrantedLenders.Named> names = ofDeals.isEmpty() ? Map.of() : lenders.named(ofDeals);
        Map<UUID, List<UserView.GrantView>> byUser = new HashMap<>();
        grants.forEach(grant -> byUser.computeIfAbsent(grant.user(), none -> new ArrayList<>()).add(view(grant, slugs, names)));
        return rows.stream().map(row -> new UserView(row.id(), row.login(), row.name(), row.managed() ? row.email() : null, row.disabled(), row.withoutPassword(), row.invitedUntil(),
                row.managed() ? row.lastSignIn() : null, row.managed() ? row.openSessions() : 0, row.managed(), byUser.getOrDefault(row.id(), List.of()))).toList();
    }

    /** A deal or lender that is not there any more, or never was, is shown by its number. */
    private static UserView.GrantView view(Grant grant, Map<UUID, String> slugs, Map<UUID, GrantedLenders.Named> names) {
        String deal = grant.deal() == null ? null : slugs.getOrDefault(grant.deal(), grant.deal().toString());
        Optional<GrantedLenders.Named> lender = Optional.ofNullable(grant.lender()).map(names::get);
        String handle = grant.lender() == null ? null : lender.map(GrantedLenders.Named::handle).orElse(grant.lender().toString());
        return new UserView.GrantView(grant.id(), grant.role(), deal, handle, lender.map(GrantedLenders.Named::name).orElse(null), grant.granted());
    }

    private UUID[] own(Side side) {
        return side == Side.AGENT ? new UUID[0] : Turn.lenders(who.viewer()).keySet().toArray(UUID[]::new);
    }

    private List<Row> rows(Side side, String which, Object... values) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(USERS + (side == Side.LENDER ? OF_LENDERS : "") + which)) {
                sessions.limits(statement, 1);
                int at = 3;
                for (int i = 0; i < (side == Side.LENDER ? 3 : 1); i++) {
                    statement.setArray(at++, connection.createArrayOf("uuid", own(side)));
                }
                for (Object value : values) {
                    statement.setObject(at++, value);
                }
                List<Row> rows = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        rows.add(new Row(row.getObject("id", UUID.class), row.getString("login"), row.getString("name"), row.getString("email"), row.getBoolean("disabled"),
                                row.getBoolean("without_password"), instant(row, "invited_until"), instant(row, "last_sign_in"), row.getInt("open_sessions"), side == Side.AGENT || row.getBoolean("own")));
                    }
                }
                return rows;
            }
        });
    }

    private List<Grant> grants(Side side, UUID[] users) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(GRANTS)) {
                statement.setArray(1, connection.createArrayOf("uuid", users));
                statement.setBoolean(2, side == Side.LENDER);
                statement.setArray(3, connection.createArrayOf("uuid", own(side)));
                List<Grant> grants = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        grants.add(new Grant(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class), row.getString("role"),
                                row.getObject("deal_id", UUID.class), row.getObject("lender_id", UUID.class), instant(row, "granted")));
                    }
                }
                return grants;
            }
        });
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
