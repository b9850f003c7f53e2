package org.prorata.identity;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The owner of the tables, for what a test has to arrange behind the portal's back: move time, make a table. */
public final class Owner {

    private Owner() {
    }

    /** Runs one statement; the number of rows it changed. */
    public static int runs(String sql, Object... values) {
        try (Connection connection = connection(); PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one value a query finds. */
    public static long counts(String sql, Object... values) {
        return Long.parseLong(finds(sql, values));
    }

    /** The one value a query finds, as a text. */
    public static String finds(String sql, Object... values) {
        try (Connection connection = connection(); PreparedStatement statement = prepared(connection, sql, values); ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection connection() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class), config.getValue("quarkus.flyway.password", String.class));
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
