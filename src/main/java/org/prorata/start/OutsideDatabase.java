package org.prorata.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * The checks of a PostgreSQL server that is already there. The walls between lenders stand on the portal's role: a role
 * that can step over them is refused, however convenient it would be.
 */
final class OutsideDatabase {

    private static final int OLDEST = 15;

    /** Each row is one power too many of the current role, or of a role it belongs to; the words say what to do. */
    private static final String TOO_MUCH_POWER = """
            with mine as (
              select oid, rolname, rolsuper, rolbypassrls, rolcreaterole, rolreplication from pg_roles
              where pg_has_role(current_user, oid, 'member'))
            select * from (
              select 1, 'is a superuser (or belongs to ' || rolname || ', which is)' from mine where rolsuper
              union all select 2, 'has BYPASSRLS (or belongs to ' || rolname || ', which has)' from mine where rolbypassrls
              union all select 3, 'has CREATEROLE (or belongs to ' || rolname || ', which has)' from mine where rolcreaterole
              union all select 4, 'has REPLICATION (or belongs to ' || rolname || ', which has)' from mine where rolreplication
              union all select 5, 'belongs to ' || rolname from mine where rolname in ('pg_read_all_data', 'pg_write_all_data',
                'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
              union all select 6, 'is the owner''s role (or belongs to it)' from mine where rolname = ?
              union all select 7, 'owns this database' from pg_database where datname = current_database() and datdba in (select oid from mine)
              union all select 8, 'owns the schema ' || nspname from pg_namespace
                where nspowner in (select oid from mine) and nspname !~ '^pg_(toast_)?temp_'
              union all select 9, 'owns ' || relname from pg_class c join pg_namespace n on n.oid = relnamespace
                where relowner in (select oid from mine) and nspname !~ '^pg_(toast|temp)'
              union all select 10, 'owns the function ' || proname from pg_proc where proowner in (select oid from mine)
              union all select 11, 'may create tables in the schema ' || nspname from pg_namespace
                where has_schema_privilege(oid, 'create') and nspname !~ '^pg_(toast_)?temp_'
            ) found (rank, what) order by rank, what limit 1""";

    private OutsideDatabase() {
    }

    /**
     * @param settings the five of {@link Settings#outsideDatabase()}
     * @throws CannotStart if a role cannot connect, the server is too old, or the portal's role has too much power
     */
    static void check(Map<String, String> settings) {
        String url = settings.get(Settings.URL);
        String owner = settings.get(Settings.OWNER_NAME);
        String portal = settings.get(Settings.PORTAL_NAME);
        if (portal.equals(owner)) {
            throw new CannotStart("QUARKUS_DATASOURCE_USERNAME and QUARKUS_FLYWAY_USERNAME are both '" + owner
                    + "': the portal must not connect as the owner of its tables, give it a role of its own.");
        }
        try (Connection connection = connect(url, Settings.PORTAL_NAME, portal, settings.get(Settings.PORTAL_PASSWORD))) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new CannotStart("The server is PostgreSQL " + version + ": use " + OLDEST + " or newer.");
            }
            powerTooMuch(connection, owner).ifPresent(what -> {
                throw new CannotStart("The portal's role '" + portal + "' " + what
                        + ": it could step over the walls between lenders. Give it a role with no more than LOGIN and CONNECT.");
            });
        } catch (SQLException e) {
            throw new CannotStart("The database cannot be checked: " + Jdbc.oneLine(e), e);
        }
        checkOwner(url, owner, settings.get(Settings.OWNER_PASSWORD));
    }

    private static void checkOwner(String url, String owner, String password) {
        try (Connection connection = connect(url, Settings.OWNER_NAME, owner, password);
                ResultSet may = connection.createStatement()
                        .executeQuery("select coalesce(has_schema_privilege(current_schema(), 'create'), false)")) {
            if (!may.next() || !may.getBoolean(1)) {
                throw new CannotStart("The owner's role '" + owner + "' may not create tables: make it the owner of the database.");
            }
        } catch (SQLException e) {
            throw new CannotStart("The database cannot be checked: " + Jdbc.oneLine(e), e);
        }
    }

    private static Optional<String> powerTooMuch(Connection connection, String owner) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TOO_MUCH_POWER)) {
            statement.setString(1, owner);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(found.getString(2)) : Optional.empty();
            }
        }
    }

    private static Connection connect(String url, String nameKey, String user, String password) {
        try {
            return Jdbc.connect(url, user, password);
        } catch (SQLException e) {
            throw new CannotStart(whyNot(e, nameKey, user), e);
        }
    }

    /** PostgreSQL's error classes: 28 authorisation, 42501 lacks a right, 3D no such database, 08 connection. */
    private static String whyNot(SQLException e, String nameKey, String user) {
        String state = String.valueOf(e.getSQLState());
        String name = Settings.variable(nameKey);
        if (state.startsWith("28")) {
            return "The database refuses the role '" + user + "' (" + Jdbc.oneLine(e) + "): check " + name + " and "
                    + name.replace("USERNAME", "PASSWORD") + ".";
        }
        if (state.equals("42501")) {
            return "The role '" + user + "' may not enter the database (" + Jdbc.oneLine(e) + "): grant it CONNECT.";
        }
        if (state.startsWith("3D")) {
            return "The database does not exist (" + Jdbc.oneLine(e) + "): create it, or check QUARKUS_DATASOURCE_JDBC_URL.";
        }
        if (state.startsWith("08")) {
            return "The database server cannot be reached (" + Jdbc.oneLine(e) + "): start it, or check QUARKUS_DATASOURCE_JDBC_URL.";
        }
        return "The database does not let the role '" + user + "' in (" + Jdbc.oneLine(e) + "): check " + name + " and the server's log.";
    }
}
