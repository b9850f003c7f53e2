package org.prorata.scenarios;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody who has the password of the portal's role, set the walls aside as the portal does for its own work, and writes SQL to one deal as he likes. */
final class PortalsRole {

    /** Takes the next turn of the deal, as the portal does. */
    static final String TURN = """
            update deal_version set version = version + 1, last_known = greatest(clock_timestamp(), last_known + interval '1 microsecond') where deal_id = {deal}""";

    private final Map<String, String> names = new LinkedHashMap<>();

    PortalsRole(UUID deal) {
        names.put("{deal}", "'" + deal + "'::uuid");
        names.put("{now}", "(select last_known from deal_version where deal_id = '" + deal + "')");
        names.put("{next}", "(select max(seq) + 1 from entry where deal_id = '" + deal + "')");
        try (Connection connection = connection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select handle, id from lender where deal_id = '" + deal + "'")) {
            while (rows.next()) {
                names.put("{" + rows.getString(1) + "}", "'" + rows.getString(2) + "'::uuid");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the statements in one transaction and commits; {@code {deal}}, {@code {now}}, {@code {next}} and lenders' handles stand for themselves. */
    void writes(String... statements) throws SQLException {
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(named(sql));
            }
            connection.commit();
        }
    }

    private String named(String sql) {
        String named = sql;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        return named;
    }

    private static Connection connection() throws SQLException {
        Config config = ConfigProvider.getConfig();
        Connection connection = DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class), config.getValue("quarkus.datasource.password", String.class));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('prorata.sees', 'all', true), set_config('prorata.keeps', 'all', true), set_config('prorata.lenders', '{}', true)");
        }
        return connection;
    }

    /** An entry known now, of the rest that a statement leaves open. */
    static String entry(String on, String lender, String tranche, long amount, String cause) {
        return entry(on, lender, tranche, amount, cause, "null", "null", "null");
    }

    static String correction(String on, String lender, String tranche, long amount, String corrects, String reverses, String payment) {
        return entry(on, lender, tranche, amount, "correction", "'" + corrects + "'", reverses, payment);
    }

    static String entry(String on, String lender, String tranche, long amount, String cause, String corrects, String reverses, String payment) {
        return "insert into entry (deal_id, seq, on_date, known, lender_id, tranche, amount, cause, reference, provenance, payment_no, corrects, reverses) values ({deal}, {next}, '"
                + on + "', {now}, {" + lender + "}, '" + tranche + "', " + amount + ", '" + cause + "', 'by hand', 'entered', " + payment + ", " + corrects + ", " + reverses + ")";
    }
}
