package org.prorata.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The roles of the embedded database: the owner has the tables and runs the migrations; the portal has only what the
 * migrations grant it. Neither may make roles or databases, and row-level security holds for both.
 */
final class Roles {

    static final String DATABASE = "prorata";
    static final String OWNER = "prorata_owner";
    static final String PORTAL = "prorata_portal";

    private static final String POWERLESS = " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

    private Roles() {
    }

    /** Makes what is missing. Runs at every start, since the start before may have been killed between two steps. */
    static void prepare(String adminUrl, Passwords passwords) {
        try (Connection admin = Jdbc.connect(adminUrl, "postgres", passwords.admin());
                Statement statement = admin.createStatement()) {
            if (!exists(admin, "select from pg_database where datname = ?", DATABASE)) {
                // Passwords are hexadecimal digits of our own making, so they need no quoting.
                for (String[] role : new String[][] {{OWNER, passwords.owner()}, {PORTAL, passwords.portal()}}) {
                    if (!exists(admin, "select from pg_roles where rolname = ?", role[0])) {
                        statement.execute("create role " + role[0] + POWERLESS + " password '" + role[1] + "'");
                    }
                }
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
            statement.execute("revoke all on database " + DATABASE + " from public");
            statement.execute("grant connect on database " + DATABASE + " to " + PORTAL);
        } catch (SQLException e) {
            throw new CannotStart("The embedded database does not open: " + Jdbc.oneLine(e), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
