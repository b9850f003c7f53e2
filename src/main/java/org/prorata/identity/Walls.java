package org.prorata.identity;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The second wall between lenders (S4): tells PostgreSQL, for the length of one transaction, which rows the viewer may see and write. The pool calls
 * it once for every transaction that takes a connection, whatever the number of statements; outside a transaction, and without a viewer,
 * nothing is set and the policies show zero rows: every read of a walled table needs {@code @Transactional}, or {@link BehindWalls}.
 */
@Singleton
public class Walls implements AgroalPoolInterceptor {

    private static final String SET = """
            select set_config('prorata.sees', ?, true), set_config('prorata.lenders', ?, true), set_config('prorata.keeps', ?, true), set_config('prorata.administers', ?, true),
                   set_config('prorata.administered', ?, true), set_config('prorata.viewer', ?, true)""";
    private static final String ALL = "all";
    private static final String NONE = "{}";

    private static final ThreadLocal<Boolean> PORTAL = ThreadLocal.withInitial(() -> false);

    @Inject
    Who who;

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            // In a transaction the connection is out of autocommit by now; in autocommit the setting would be gone at once.
            if (!connection.getAutoCommit()) {
                set(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The walls between lenders could not be set.", e);
        }
    }

    private void set(Connection connection) throws SQLException {
        Optional<Seen> seen = seen();
        if (seen.isPresent()) {
            set(connection, seen.get());
        }
    }

    static void set(Connection connection, Seen seen) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setString(1, seen.deals());
            statement.setString(2, seen.lenders());
            statement.setString(3, seen.keeps());
            statement.setString(4, seen.administers() ? "yes" : "no");
            statement.setString(5, seen.administered());
            statement.setString(6, seen.viewer());
            statement.execute();
        }
    }

    /**
     * What the settings say for the one who asks on this thread; empty where nobody does.
     *
     * @param deals those of which it reads every lender
     * @param keeps those to which it may write
     * @param administered the lenders whose users it manages
     * @param viewer the user; empty where it is the portal itself
     */
    record Seen(String deals, String lenders, String keeps, boolean administers, String administered, String viewer) {

        static final Seen NOTHING = new Seen(NONE, NONE, NONE, false, NONE, "");

        static Seen of(Viewer viewer) {
            return new Seen(list(viewer.where(Right.READ_ALL)), all(viewer.lenders()), list(viewer.kept()), viewer.may(Right.ADMINISTER), all(viewer.administered()),
                    viewer.userId().toString());
        }

        private static String all(Map<UUID, Set<UUID>> byDeal) {
            return array(byDeal.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        }
    }

    Optional<Seen> seen() {
        if (PORTAL.get()) {
            return Optional.of(new Seen(ALL, NONE, ALL, true, NONE, ""));
        }
        Optional<Viewer> viewer = Arc.container().requestContext().isActive() ? who.walled() : Optional.empty();
        return viewer.map(Seen::of);
    }

    private static String list(Viewer.In deals) {
        return deals.all() ? ALL : deals.array();
    }

    static String array(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Runs the portal's own work – the demonstration's seed, an import, a task at start – seeing and writing every row, on this thread and until it
     * returns. It must open its transactions inside: called within one, whose walls are set already, it is refused with an
     * {@link IllegalStateException}.
     */
    public static <T> T asPortal(Supplier<T> work) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("The portal's own work starts outside a transaction: this one has the viewer's walls.");
        }
        boolean before = PORTAL.get();
        PORTAL.set(true);
        try {
            return work.get();
        } finally {
            if (before) {
                PORTAL.set(true);
            } else {
                PORTAL.remove();
            }
        }
    }

    /** {@link #asPortal(Supplier)} for work without a result. */
    public static void asPortal(Runnable work) {
        asPortal(() -> {
            work.run();
            return null;
        });
    }
}
