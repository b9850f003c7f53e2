package org.prorata.scenarios;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** PostgreSQL's own account of the tables, and what in it would let one lender's rows out (rule S4). */
final class Catalogue {

    /** Every table whose rows all may read, and why they may. One that is new has to be walled, or to come here with its reason. */
    static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("flyway_schema_history", "of the migrations"),
            Map.entry("portal_user", "who can sign in: looked up before anybody is signed in; narrowed for a lender's own administrator, as user_grant is"),
            Map.entry("user_grant", "looked up with the session, before the walls can stand; names lenders by a random id"),
            Map.entry("session", "looked up before anybody is signed in; a hash of its token"),
            Map.entry("known_browser", "looked up before anybody is signed in; a hash of its token"),
            Map.entry("sign_in_attempt", "counted before anybody is signed in"),
            Map.entry("news_choice", "of a user, names no deal"),
            Map.entry("news", "who is to be told that something changed in a deal, and not what; asked for by the sender, who is nobody's session"),
            Map.entry("one_time_link", "looked up before anybody is signed in; a hash of its token"),
            Map.entry("known_place", "noted at the sign-in, before the walls can stand"),
            Map.entry("mail", "waits for the sender, who is nobody's session; what it says of a deal is written when it is sent and not kept"),
            Map.entry("program_token", "looked up before anybody is signed in; a hash of the token, and what it reaches by random ids"),
            Map.entry("sso_attempt", "looked up before anybody is signed in; hashes of what the browser and the provider bring"),
            Map.entry("sso_link", "looked up before anybody is signed in; which account at the provider a user is"),
            Map.entry("sso_session", "of which session of the provider's a session is, for sign-outs; of people, not of lenders"),
            Map.entry("sso_logout", "hashes of the provider's sign-outs"),
            Map.entry("former_form_token", "looked up before anybody is signed in; hashes"),
            Map.entry("second_factor", "looked up with the session, before the walls can stand; of users, not of lenders"),
            Map.entry("totp", "looked up before anybody is signed in; encrypted under a key the database does not know"),
            Map.entry("totp_offer", "of a session whose user may not be signed in yet; encrypted likewise"),
            Map.entry("passkey", "looked up before anybody is signed in; public keys"),
            Map.entry("passkey_challenge", "looked up before anybody is signed in; hashes"),
            Map.entry("recovery_code", "looked up before anybody is signed in; hashes"),
            Map.entry("deal_second_factor", "looked up with the session, before the walls can stand; only an administrator's session writes it"),
            Map.entry("deal_lender_administration", "looked up with the session, before the walls can stand; only an administrator's session writes it"),
            Map.entry("administrator_taken", "which administrators were taken away and when; of users, not of lenders, and written by the database"),
            Map.entry("deal_version", "the row that serialises a deal's writers"),
            Map.entry("deal", "names of deals: who enters one is asked before anything of it is shown"),
            Map.entry("deal_terms", "the deal's terms, for all its lenders to see"),
            Map.entry("fixed_component", "totals of what was booked, for all lenders of the deal to see; their slices are walled"),
            Map.entry("booking_correction", "value dates of what was booked, for all lenders of the deal to see"),
            Map.entry("calculation", "the deal's own figures; its lenders' are walled"),
            Map.entry("exchanged", "what all lenders exchanged together, without saying who"));

    /** Rows that everybody may add, and only those who keep the deal may read. */
    private static final Set<String> ADDED_BY_ALL = Set.of("trail");

    private static final String TABLES = """
            select c.relname, c.relrowsecurity and c.relforcerowsecurity,
                   exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and (a.attname = 'lender_id' or a.attname like '%\\_lender'))
              from pg_class c where c.relkind in ('r', 'p', 'f') and c.relnamespace = 'public'::regnamespace order by 1""";
    private static final String POLICIES = "select tablename, roles::text[], cmd, coalesce(qual, ''), coalesce(with_check, '') from pg_policies where permissive = 'PERMISSIVE' and schemaname = 'public'";
    private static final String VIEWS = """
            select relname, relkind = 'm', coalesce('security_invoker=true' = any (reloptions) or 'security_invoker=on' = any (reloptions), false)
              from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace""";
    private static final String DEFINERS = """
            select p.oid::regprocedure::text, exists (select from unnest(p.proconfig) setting where setting like 'search_path=%'), p.prorettype not in ('trigger'::regtype, 'void'::regtype) and has_function_privilege(?, p.oid, 'execute')
              from pg_proc p where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)""";
    private static final String OWNED = "select coalesce(pg_describe_object(classid, objid, 0), classid::text) from pg_shdepend where deptype = 'o' and refclassid = 'pg_authid'::regclass and refobjid = ?::regrole";
    private static final String POWERS = """
            select 'is a superuser or goes round policies' from pg_roles where rolname = ? and (rolsuper or rolbypassrls or rolreplication or rolcreaterole)
            union all select 'can become ' || r.rolname from pg_roles r where r.rolname <> ? and not r.rolsuper and pg_has_role(?, r.oid, 'member')
            union all select 'can make tables in the schema' where has_schema_privilege(?, 'public', 'create')""";
    private static final String TOO_MUCH = """
            select table_name || ': ' || privilege_type from information_schema.table_privileges
             where grantee in (?, 'PUBLIC') and table_schema = 'public' and privilege_type not in ('SELECT', 'INSERT', 'UPDATE') and table_name = any (?)""";

    private final Connection owner;
    private final String portal;
    private final String ownersName;

    Catalogue(Connection owner) {
        Config config = ConfigProvider.getConfig();
        this.owner = owner;
        this.portal = config.getValue("quarkus.datasource.username", String.class);
        this.ownersName = config.getValue("quarkus.flyway.username", String.class);
    }

    static Connection asOwner() throws SQLException {
        return connect("quarkus.flyway.username", "quarkus.flyway.password");
    }

    static Connection asPortal() throws SQLException {
        return connect("quarkus.datasource.username", "quarkus.datasource.password");
    }

    private static Connection connect(String name, String password) throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class), config.getValue(name, String.class), config.getValue(password, String.class));
    }

    /** Tables with row-level security, forced, that not all may read: where the walls stand. */
    List<String> walled() throws SQLException {
        return rows(TABLES).stream().filter(table -> (Boolean) table[1] && !OPEN.containsKey(table[0])).map(table -> (String) table[0]).toList();
    }

    /** A walled table's columns that name the lender whose row it is. */
    List<String> lenderColumns(String table) throws SQLException {
        return rows("select attname::text from pg_attribute where attrelid = ?::regclass and attnum > 0 and (attname = 'lender_id' or attname like '%\\_lender' or (attname = 'id' and attrelid = 'lender'::regclass))",
                table).stream().map(row -> (String) row[0]).toList();
    }

    /** What is wrong, in sentences. */
    List<String> faults() throws SQLException {
        List<String> faults = new ArrayList<>();
        Map<String, Set<String>> policies = policies(faults);
        List<String> walled = walled();
        for (Object[] table : rows(TABLES)) {
            String name = (String) table[0];
            boolean closed = walled.contains(name);
            if (!closed && !OPEN.containsKey(name)) {
                faults.add(name + " is not walled");
            } else if (!closed && (Boolean) table[2] && !name.equals("user_grant")) {
                faults.add(name + " names lenders and is not walled");
            } else if (closed && !policies.getOrDefault(name, Set.of()).contains(portal)) {
                faults.add(name + " has no policy for the portal's role");
            } else if (closed && !policies.getOrDefault(name, Set.of()).contains(ownersName)) {
                faults.add(name + " has no policy for its owner");
            }
        }
        for (Object[] view : rows(VIEWS)) {
            if ((Boolean) view[1] || !(Boolean) view[2]) {
                faults.add(view[0] + ((Boolean) view[1] ? " is a materialised view" : " is a view with its owner's eyes"));
            }
        }
        for (Object[] function : rows(DEFINERS, portal)) {
            if (!(Boolean) function[1]) {
                faults.add(function[0] + " runs as its owner with the caller's search_path");
            }
            if ((Boolean) function[2]) {
                faults.add(function[0] + " answers the portal's role as its owner");
            }
        }
        rows(OWNED, portal).forEach(owned -> faults.add("the portal's role owns " + owned[0]));
        rows(POWERS, portal, portal, portal, portal).forEach(power -> faults.add("the portal's role " + power[0]));
        rows(TOO_MUCH, portal, walled.toArray(String[]::new)).forEach(much -> faults.add("the portal's role may too much: " + much[0]));
        return faults;
    }

    /** By table, the roles that have one. A policy for the portal's role must ask for the walls. */
    private Map<String, Set<String>> policies(List<String> faults) throws SQLException {
        Map<String, Set<String>> policies = new LinkedHashMap<>();
        for (Object[] policy : rows(POLICIES)) {
            Set<String> roles = new TreeSet<>(List.of((String[]) ((java.sql.Array) policy[1]).getArray()));
            if (roles.remove("public")) {
                roles.add(portal);
            }
            policies.computeIfAbsent((String) policy[0], table -> new TreeSet<>()).addAll(roles);
            boolean reads = !policy[2].equals("INSERT") && !OPEN.containsKey(policy[0]);
            boolean writes = !policy[2].equals("SELECT") && !policy[2].equals("DELETE");
            if (roles.contains(portal) && (reads && !asks(policy[3]) || writes && !asks(policy[4]) && !ADDED_BY_ALL.contains(policy[0]))) {
                faults.add("a policy of " + policy[0] + " lets the portal's role by");
            }
        }
        return policies;
    }

    private static boolean asks(Object condition) {
        return Stream.of("prorata_keeps(", "prorata_sees(", "prorata_sees_all(", "'prorata.administers'", "prorata_administers_lender(", "= prorata_viewer()").anyMatch(((String) condition)::contains);
    }

    List<Object[]> rows(String sql, Object... values) throws SQLException {
        return rows(owner, sql, values);
    }

    static List<Object[]> rows(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                List<Object[]> rows = new ArrayList<>();
                while (found.next()) {
                    Object[] row = new Object[found.getMetaData().getColumnCount()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }
}
