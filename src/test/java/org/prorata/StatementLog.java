package org.prorata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** What PostgreSQL itself says that it was asked: its log, switched on for the length of some work. */
public final class StatementLog {

    private static final Path FOLDER = Path.of("target", "test-database");
    private static final Pattern STATEMENT = Pattern.compile("LOG: {2}(?:statement|execute [^:]+): (.*)");

    private StatementLog() {}

    /** The statements run meanwhile, without the brackets of a transaction. */
    public static List<String> during(Runnable work) {
        try {
            set("alter system set log_statement = 'all'");
            int before = statements().size();
            work.run();
            List<String> all = statements();
            return all.subList(before, all.size()).stream().filter(sql -> !sql.matches("(?i)begin.*|commit|rollback")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            set("alter system reset log_statement");
        }
    }

    private static List<String> statements() throws IOException {
        return STATEMENT.matcher(Files.readString(FOLDER.resolve("postgres.log"), StandardCharsets.UTF_8)).results().map(found -> found.group(1)).toList();
    }

    private static void set(String sql) {
        try (InputStream in = Files.newInputStream(FOLDER.resolve("database.properties"))) {
            Properties passwords = new Properties();
            passwords.load(in);
            String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
            try (Connection admin = DriverManager.getConnection(url, "postgres", passwords.getProperty("admin")); Statement statement = admin.createStatement()) {
                statement.execute(sql);
                statement.execute("select pg_reload_conf()");
                statement.execute("select pg_sleep(0.3)");
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
