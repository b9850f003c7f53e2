package org.prorata.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** Connections before there is a pool. */
final class Jdbc {

    private Jdbc() {
    }

    /** Waits at most ten seconds for a server that does not answer. */
    static Connection connect(String url, String user, String password) throws SQLException {
        Properties how = new Properties();
        how.setProperty("user", user);
        how.setProperty("password", password);
        how.setProperty("loginTimeout", "10");
        how.setProperty("connectTimeout", "10");
        how.setProperty("ApplicationName", "prorata start");
        // The driver itself, not DriverManager: that one cannot see it from the class loader of a packaged application.
        Connection connection = new org.postgresql.Driver().connect(url, how);
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL: " + url.replaceAll("\\?.*", ""), "08001");
        }
        return connection;
    }

    static String oneLine(SQLException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
