package org.prorata.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

/** Reads requests for administrators; outside a transaction. A lender's sees those that its lenders' administrators made. */
@ApplicationScoped
class RequestReader {

    private static final int RECENT = 20;

    private record Row(UUID id, String asks, UUID user, String login, String name, String role, UUID deal, UUID lender, String reason, boolean byLender, UUID askedById, String askedBy,
            Instant asked, String state, String decidedBy, Instant decided, String comment, boolean colleague) {
    }

    /** Whether one of the lender's administrators, other than who asked and whom it is for, could decide: one who has come. */
    private static final String COLLEAGUE = """
            r.by_lender and exists (select from user_grant g join portal_user c on c.id = g.user_id where g.role = 'lender-administrator' and g.lender_id = r.lender_id
               and not c.disabled and c.last_sign_in is not null and c.id <> r.asked_by and c.id <> r.user_id and exists (select from deal_lender_administration l where l.deal_id = r.deal_id))""";
    private static final String SELECT = "select r.id, r.asks, r.user_id, u.login, u.name, r.role, r.deal_id, r.lender_id, r.reason, r.by_lender, r.asked_by, a.name as asker, r.asked, r.state, "
            + "d.name as decider, r.decided, r.comment, " + COLLEAGUE + " as colleague from grant_request r left join portal_user u on u.id = r.user_id left join portal_user a on a.id = r.asked_by "
            + "left join portal_user d on d.id = r.decided_by where (not ? or r.by_lender and r.lender_id = any (?)) and ";
    private static final String WAITING = "select count(*) from grant_request r where (not ? or r.by_lender and r.lender_id = any (?)) and r.state = 'open' and r.asked_by <> ? and r.user_id <> ? and (? or not ("
            + COLLEAGUE + "))";

    @Inject
    Rows rows;
    @Inject
    GrantedDeals deals;
    @Inject
    GrantedLenders lenders;
    @Inject
    Who who;

    List<RequestView> open(Side side) {
        return read(side, "r.state = 'open' order by r.asked, r.id");
    }

    /** The last that were decided or withdrawn. */
    List<RequestView> recent(Side side) {
        return read(side, "r.state <> 'open' order by r.decided desc, r.id limit " + RECENT);
    }

    /** Those of these users that are open. */
    List<RequestView> openOf(Side side, Set<UUID> users) {
        return users.isEmpty() ? List.of() : read(side, "r.state = 'open' and r.user_id = any (?) order by r.asked, r.id", (Object) users.toArray(UUID[]::new));
    }

    /** Refused as {@link NotThere} where there is none, or it is another's to see. */
    RequestView of(Side side, UUID request) {
        return read(side, "r.id = ?", request).stream().findFirst().orElseThrow(NotThere::new);
    }

    /** How many wait for the one who asks. */
    int waiting(Side side) {
        Viewer viewer = who.viewer();
        return rows.find(WAITING, row -> row.getInt(1), side == Side.LENDER, own(viewer), viewer.userId(), viewer.userId(), side == Side.LENDER).get(0);
    }

    private static UUID[] own(Viewer viewer) {
        return Turn.lenders(viewer).keySet().toArray(UUID[]::new);
    }

    private List<RequestView> read(Side side, String which, Object... values) {
        Viewer viewer = who.viewer();
        Object[] all = new Object[values.length + 2];
        all[0] = side == Side.LENDER;
        all[1] = own(viewer);
        System.arraycopy(values, 0, all, 2, values.length);
        List<Row> found = rows.find(SELECT + which, RequestReader::row, all);
        Set<UUID> named = found.stream().map(Row::deal).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, String> slugs = named.isEmpty() ? Map.of() : QuarkusTransaction.requiringNew().call(() -> deals.slugsOf(named));
        Map<UUID, Set<UUID>> ofDeals = new HashMap<>();
        found.stream().filter(row -> row.lender() != null).forEach(row -> ofDeals.computeIfAbsent(row.deal(), none -> new HashSet<>()).add(row.lender()));
        Map<UUID, GrantedLenders.Named> names = ofDeals.isEmpty() ? Map.of() : lenders.named(ofDeals);
        return found.stream().map(row -> view(side, viewer.userId(), row, slugs, names)).toList();
    }

    private static RequestView view(Side side, UUID viewer, Row row, Map<UUID, String> slugs, Map<UUID, GrantedLenders.Named> names) {
        boolean open = row.state().equals("open");
        String waitsFor = !open ? null : row.user().equals(viewer) ? "other" : row.askedById().equals(viewer) ? "another" : side == Side.AGENT && row.colleague() ? "lender" : null;
        Optional<GrantedLenders.Named> lender = Optional.ofNullable(row.lender()).map(names::get);
        return new RequestView(row.id(), row.asks(), row.user(), row.login(), row.name(), row.role(), row.deal() == null ? null : slugs.getOrDefault(row.deal(), row.deal().toString()),
                row.lender() == null ? null : lender.map(GrantedLenders.Named::handle).orElse(row.lender().toString()), lender.map(GrantedLenders.Named::name).orElse(null), row.reason(),
                row.byLender(), row.askedById(), row.askedBy(), row.asked(), row.state(), row.decidedBy(), row.decided(), row.comment(), open && waitsFor == null,
                open && row.askedById().equals(viewer), waitsFor, new RequestView.Ids(row.deal(), row.lender(), row.colleague()));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getString("asks"), row.getObject("user_id", UUID.class), row.getString("login"), row.getString("name"), row.getString("role"),
                row.getObject("deal_id", UUID.class), row.getObject("lender_id", UUID.class), row.getString("reason"), row.getBoolean("by_lender"), row.getObject("asked_by", UUID.class),
                row.getString("asker"), Rows.instant(row, "asked"), row.getString("state"), row.getString("decider"), Rows.instant(row, "decided"), row.getString("comment"),
                row.getBoolean("colleague"));
    }
}
