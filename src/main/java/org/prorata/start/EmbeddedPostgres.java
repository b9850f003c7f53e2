package org.prorata.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.prorata.start.PostgresTools.Said;
import org.prorata.web.PrivateFiles;

/**
 * A real PostgreSQL server of the portal's own, in a {@link DataFolder}. What it has acknowledged stays through any kill
 * of the portal, the server, or both: commits are forced to disk, and every step of setting up either happened or is
 * done again at the next start.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** How often a start is tried again, a second apart: a port taken meanwhile, or children of a killed server still going. */
    private static final int ATTEMPTS = 30;

    private final DataFolder folder;
    private final Path directory;
    private final Path log;
    private final Supplier<Path> programs;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private volatile boolean closing;
    private PostgresTools tools;
    private Passwords passwords;
    private int port;

    private EmbeddedPostgres(DataFolder folder, Supplier<Path> programs, Map<String, String> extraSettings) {
        this.folder = folder;
        this.directory = folder.resolve("postgres");
        this.log = folder.resolve("postgres.log");
        this.programs = programs;
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("full_page_writes", "on");
        settings.put("synchronous_commit", "on");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("max_connections", "100");
        settings.put("jit", "off");
        settings.putAll(extraSettings);
    }

    /** The server that is packed in the portal's jars. */
    public static EmbeddedPostgres in(DataFolder folder) {
        return new EmbeddedPostgres(folder, () -> Binaries.unpack(folder.resolve("bin")), Map.of());
    }

    /**
     * A server of other programs.
     *
     * @param bin           the folder with {@code initdb}, {@code pg_ctl} and {@code postgres}
     * @param extraSettings settings of the server that come after ours
     */
    public static EmbeddedPostgres in(DataFolder folder, Path bin, Map<String, String> extraSettings) {
        return new EmbeddedPostgres(folder, () -> bin, extraSettings);
    }

    /**
     * Starts the server, after making its database at the first start and mending what a kill left behind.
     *
     * @throws CannotStart saying in one line why it does not start
     */
    public void start() {
        tools = new PostgresTools(programs.get());
        passwords = Passwords.of(folder.resolve("database.properties"), Files.exists(directory));
        DatabaseFiles files = new DatabaseFiles(folder, directory, tools);
        files.makeIfMissing(passwords.admin());
        files.checkRelease();
        stopOrphan();
        launch();
        try {
            Roles.prepare(address("postgres"), passwords);
        } catch (CannotStart e) {
            close();
            throw e;
        }
    }

    /** A portal that was killed leaves its server running, or the file that names it. */
    private void stopOrphan() {
        Postmaster.of(directory).ifPresent(left -> {
            if (left.running()) {
                stop();
            }
            Postmaster.of(directory).filter(still -> !still.running()).ifPresent(Postmaster::forget);
        });
    }

    private void launch() {
        keepLogSmall();
        for (int attempt = 0; attempt < ATTEMPTS && !closing; attempt++) {
            port = freePort();
            long logBefore = log.toFile().length();
            Said said = tools.run("pg_ctl", "-D", directory.toString(), "-l", log.toString(), "-w", "-t", "120",
                    "-o", options(), "start");
            if (said.well()) {
                return;
            }
            String why = logSince(logBefore);
            if (!(why.contains("could not bind") || why.contains("shared memory block") || why.contains("lock file"))) {
                throw new CannotStart("PostgreSQL does not start: " + reason(why, said));
            }
            pause();
            stopOrphan();
        }
        throw new CannotStart("PostgreSQL does not start (see " + log + ").");
    }

    private String options() {
        List<String> options = new ArrayList<>(List.of("-p " + port));
        settings.forEach((name, value) -> options.add("-c " + name + "='" + value + "'"));
        return String.join(" ", options);
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("No free port on 127.0.0.1 (" + e.getMessage() + ").", e);
        }
    }

    private void keepLogSmall() {
        try {
            if (Files.exists(log) && Files.size(log) > 10_000_000) {
                Files.deleteIfExists(folder.resolve("postgres.log.old"));
                PrivateFiles.move(log, folder.resolve("postgres.log.old"));
            }
        } catch (IOException e) {
            throw new CannotStart("The file " + log + " cannot be renamed (" + e + ").", e);
        }
    }

    private String logSince(long before) {
        try {
            byte[] all = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
            int from = (int) Math.min(before, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private String reason(String why, Said said) {
        return why.lines().filter(line -> line.contains("FATAL:")).findFirst().orElse(said.lastLine()) + " (see " + log + ")";
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while starting PostgreSQL.", e);
        }
    }

    private String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String jdbcUrl() {
        return address(Roles.DATABASE);
    }

    /** The five settings that tell Quarkus where the database is: the portal's role to work, the owner's to migrate. */
    public Map<String, String> quarkusSettings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl(),
                "quarkus.datasource.username", Roles.PORTAL,
                "quarkus.datasource.password", passwords.portal(),
                "quarkus.flyway.username", Roles.OWNER,
                "quarkus.flyway.password", passwords.owner());
    }

    private Said stop() {
        return tools.run("pg_ctl", "-D", directory.toString(), "-m", "fast", "-w", "-t", "120", "stop");
    }

    /** Stops the server, however far it has come. Who still has a connection loses it, with nothing acknowledged lost. */
    @Override
    public void close() {
        closing = true;
        if (tools == null) {
            return;
        }
        Said said = stop();
        if (!said.well() && Postmaster.of(directory).map(Postmaster::running).orElse(false)) {
            throw new IllegalStateException("PostgreSQL does not stop: " + said.lastLine());
        }
    }
}
