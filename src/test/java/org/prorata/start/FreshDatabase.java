package org.prorata.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.prorata.web.PrivateFiles;

/** An empty database for tests, on the programs packed in the jars or those that {@code -Dtest.postgres.bin} names. */
public final class FreshDatabase {

    private FreshDatabase() {
    }

    /** Drops what an earlier run left in the folder, and starts without waiting for the disk: a test's data is worth nothing. */
    public static EmbeddedPostgres start(DataFolder folder) {
        Path bin = programs(folder);
        Path directory = folder.resolve("postgres");
        try {
            if (Postmaster.of(directory).map(Postmaster::running).orElse(false)) {
                new PostgresTools(bin).run("pg_ctl", "-D", directory.toString(), "-m", "immediate", "-w", "stop");
            }
            PrivateFiles.deleteTree(directory);
            Files.deleteIfExists(folder.resolve("database.properties"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        EmbeddedPostgres server = EmbeddedPostgres.in(folder, bin, Map.of("fsync", "off"));
        server.start();
        return server;
    }

    static Path programs(DataFolder folder) {
        String other = System.getProperty("test.postgres.bin");
        return other == null || other.isBlank() ? Binaries.unpack(folder.resolve("bin")) : Path.of(other);
    }
}
