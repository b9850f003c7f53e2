package org.prorata;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.prorata.start.DataFolder;
import org.prorata.start.EmbeddedPostgres;
import org.prorata.start.FreshDatabase;

/**
 * The one database of a test run: a real PostgreSQL, empty at the start, in {@code target/}. The annotation on this class
 * makes it serve every {@code @QuarkusTest}; a test needs to say nothing. With
 * {@code -Dtest.postgres.bin=/usr/lib/postgresql/15/bin} the same tests run on the server of those programs.
 */
@QuarkusTestResource(TestDatabase.class)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private DataFolder folder;
    private EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        folder = DataFolder.open(Path.of("target", "test-database"));
        server = FreshDatabase.start(folder);
        Map<String, String> settings = new HashMap<>(server.quarkusSettings());
        settings.put("prorata.secrets.key", HexFormat.of().formatHex(new SecureRandom().generateSeed(32)));
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
