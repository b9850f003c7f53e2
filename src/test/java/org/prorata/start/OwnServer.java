package org.prorata.start;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** An empty database server for tests that start portals of their own on it. */
public final class OwnServer implements AutoCloseable {

    private final DataFolder folder;
    private final EmbeddedPostgres server;

    private OwnServer(DataFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    public static OwnServer start(Path data) {
        DataFolder folder = DataFolder.open(data);
        return new OwnServer(folder, FreshDatabase.start(folder));
    }

    /** The keys by which a portal finds it. */
    public Map<String, String> settings() {
        return server.quarkusSettings();
    }

    /** One statement of the tables' owner. */
    public void runs(String sql) throws SQLException {
        try (Connection owner = Jdbc.connect(server.jdbcUrl(), Roles.OWNER, Passwords.of(folder.resolve("database.properties"), true).owner()); Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}
