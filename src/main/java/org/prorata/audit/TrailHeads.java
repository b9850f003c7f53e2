package org.prorata.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.prorata.web.Today;

/**
 * Says where the chains of the trail are: at start, when a day of UTC begins, and when the portal ends; to the log, and to a file where a folder is configured. Who keeps
 * these lines elsewhere can prove later that nothing before them was altered or cut off. A chain that stands where its last line says gets no other. One thread that waits
 * for midnight needs no scheduler.
 */
@ApplicationScoped
public class TrailHeads {

    private static final int AFTER_THE_OTHERS = Interceptor.Priority.LIBRARY_AFTER;
    private static final String SEES_ALL = "select set_config('prorata.sees', 'all', true)";
    private static final String HEADS = "select chain, no, at, hash from trail_head order by chain";

    private record Told(ChainHead head, String at) {
    }

    @Inject
    AgroalDataSource database;
    @Inject
    Today today;

    /** Where the file is; empty: the log alone. */
    @ConfigProperty(name = "prorata.audit.folder")
    Optional<Path> folder;

    private final Map<String, ChainHead> last = new HashMap<>();
    private final ScheduledExecutorService nights = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "trail-heads");
        thread.setDaemon(true);
        return thread;
    });

    void start(@Observes @Priority(AFTER_THE_OTHERS) StartupEvent started) {
        try {
            if (folder.isPresent()) {
                last.putAll(new HeadsFile(folder.get()).last());
            }
        } catch (IOException e) {
            Log.errorf(e, "The heads of the trail in %s cannot be read", folder.get());
        }
        tell();
        waitForMidnight();
    }

    void stop(@Observes ShutdownEvent ended) {
        nights.shutdownNow();
        tell();
    }

    private void waitForMidnight() {
        Instant now = today.now();
        Instant midnight = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        nights.schedule(() -> {
            tell();
            waitForMidnight();
        }, Duration.between(now, midnight).toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    /** All that the file says; nothing where there is none. */
    List<ChainHead> kept() {
        try {
            return folder.isPresent() ? new HeadsFile(folder.get()).all() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A failure is logged and keeps nobody from starting or ending the portal. */
    synchronized void tell() {
        try {
            Map<String, ChainHead> moved = new HashMap<>();
            Set<String> gone = new HashSet<>(last.keySet());
            List<String> lines = new ArrayList<>();
            String day = LocalDate.ofInstant(today.now(), ZoneOffset.UTC).toString();
            for (Told told : heads()) {
                ChainHead head = told.head();
                ChainHead before = last.get(head.chain());
                gone.remove(head.chain());
                if (before != null && (head.no() < before.no() || head.no() == before.no() && !head.hash().equals(before.hash()))) {
                    Log.errorf("The trail of %s is not what it was: it was at row %d with sha256 %s", head.chain(), before.no(), before.hash());
                }
                if (before == null || head.no() != before.no() || !head.hash().equals(before.hash())) {
                    Log.infof("Trail of %s: row %d, sha256 %s", head.chain(), head.no(), head.hash());
                    lines.add(TrailLines.daily(head, day, told.at()));
                    moved.put(head.chain(), head);
                }
            }
            gone.forEach(chain -> Log.errorf("The trail of %s is gone: it was at row %d with sha256 %s", chain, last.get(chain).no(), last.get(chain).hash()));
            if (folder.isPresent() && !lines.isEmpty()) {
                new HeadsFile(folder.get()).add(lines);
            }
            last.putAll(moved);
        } catch (SQLException | IOException | RuntimeException e) {
            Log.errorf(e, "The heads of the trail could not be written");
        }
    }

    /** In a transaction of its own that sees every chain, as the portal's own work does. */
    private List<Told> heads() throws SQLException {
        List<Told> heads = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement all = connection.createStatement(); PreparedStatement statement = connection.prepareStatement(HEADS)) {
                all.execute(SEES_ALL);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        heads.add(new Told(new ChainHead(rows.getString("chain"), rows.getLong("no"), HexFormat.of().formatHex(rows.getBytes("hash")), false),
                                ChainRows.time(rows.getObject("at", OffsetDateTime.class).toInstant())));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return heads;
    }
}
