package org.prorata.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.prorata.web.PrivateFiles;

/** A packaged portal with its database, always at one address, that can be ended in parts and started again: on the server packed with it, or on that of other programs. */
public final class StormySite implements AutoCloseable {

    /** What is killed. Where only a connection's process is, the server ends all of them and mends itself, while the portal goes on. */
    public enum End { PORTAL, PORTAL_AND_DATABASE, DATABASE_CONNECTION }

    private final Path data;
    private final int port = KillablePortal.freePort();
    private final Map<String, String> environment = new HashMap<>();
    private final DataFolder folder;
    private final EmbeddedPostgres server;
    private KillablePortal portal;

    /** @param programs folder of another PostgreSQL's programs; null: those packed in the jars */
    public StormySite(Path data, Path programs, Map<String, String> environment) {
        this.data = data.toAbsolutePath();
        this.environment.putAll(environment);
        this.environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        folder = programs == null ? null : DataFolder.open(this.data);
        server = programs == null ? null : EmbeddedPostgres.in(folder, programs, Map.of());
    }

    public String address() {
        return "http://localhost:" + port;
    }

    public void start() throws InterruptedException {
        if (server != null) {
            server.start();
            server.quarkusSettings().forEach((key, value) -> environment.put(key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        }
        portal = KillablePortal.packaged(server == null ? data : data.resolveSibling(data.getFileName() + "-unused"), environment).awaitReady();
    }

    /** Ends what is named by SIGKILL, and starts again what does not start by itself. */
    public void endAndStart(End end, Random random) throws InterruptedException {
        if (end == End.DATABASE_CONNECTION) {
            List<ProcessHandle> children = postmaster().children().toList();
            children.get(random.nextInt(children.size())).destroyForcibly();
            return;
        }
        List<ProcessHandle> database = end == End.PORTAL ? List.of() : Stream.concat(Stream.of(postmaster()), postmaster().descendants()).toList();
        database.forEach(ProcessHandle::destroyForcibly);
        portal.kill();
        if (server == null || end == End.PORTAL_AND_DATABASE) {
            start();
        } else {
            portal = KillablePortal.packaged(data.resolveSibling(data.getFileName() + "-unused"), environment).awaitReady();
        }
    }

    private ProcessHandle postmaster() {
        return ProcessHandle.of(Postmaster.of(data.resolve("postgres")).orElseThrow().pid()).orElseThrow();
    }

    /** A connection of the owner of the tables, who sees all. */
    public Connection owner() throws SQLException {
        int at = Postmaster.of(data.resolve("postgres")).orElseThrow(() -> new SQLException("no server")).port();
        return Jdbc.connect("jdbc:postgresql://127.0.0.1:" + at + "/" + Roles.DATABASE, Roles.OWNER, Passwords.of(data.resolve("database.properties"), true).owner());
    }

    /** What the portal wrote on its console since it was last started. */
    public String said() {
        return portal.said();
    }

    @Override
    public void close() throws InterruptedException {
        try {
            if (portal != null) {
                portal.terminate();
            }
        } finally {
            if (server != null) {
                server.close();
                folder.close();
            }
        }
    }

    /** Ends what an earlier run left, and empties the folder. */
    public static void clear(Path data) throws Exception {
        try (DataFolder folder = DataFolder.open(data)) {
            if (Postmaster.of(folder.resolve("postgres")).map(Postmaster::running).orElse(false)) {
                new PostgresTools(Binaries.unpack(folder.resolve("bin"))).run("pg_ctl", "-D", folder.resolve("postgres").toString(), "-m", "immediate", "-w", "stop");
            }
            PrivateFiles.deleteTree(folder.resolve("postgres"));
            Files.deleteIfExists(folder.resolve("database.properties"));
        }
    }
}
