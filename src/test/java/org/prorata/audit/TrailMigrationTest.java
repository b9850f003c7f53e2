package org.prorata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows from before the trail was chained are chained by the migration, and those that come after follow them. In a schema of its own. */
@QuarkusTest
class TrailMigrationTest {

    private static final String SCHEMA = "before_chains";
    private static final String DEAL = "00000000-0000-0000-0000-00000000000d";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url;
    @ConfigProperty(name = "quarkus.flyway.username") String owner;
    @ConfigProperty(name = "quarkus.flyway.password") String ownersPassword;
    @ConfigProperty(name = "quarkus.datasource.username") String portal;
    @Inject Flyway flyway;

    @AfterEach
    void without_the_schema() throws SQLException {
        asOwner("drop schema if exists " + SCHEMA + " cascade");
    }

    private void asOwner(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, ownersPassword); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void migrate(String target) {
        Flyway.configure().configuration(flyway.getConfiguration()).dataSource(url, owner, ownersPassword).schemas(SCHEMA).defaultSchema(SCHEMA).target(target)
                .placeholders(Map.of("portal", portal)).load().migrate();
    }

    @Test
    void rows_of_before_are_chained_in_the_order_of_their_times() throws SQLException {
        asOwner("create schema " + SCHEMA, "grant usage on schema " + SCHEMA + " to \"" + portal + "\"");
        migrate("130");
        asOwner("set search_path = " + SCHEMA,
                "insert into trail (at, deal_id, what, user_name, address, subject, details) values "
                        + "('2026-01-01T00:00:02.5Z', null, 'session.opened', 'Zoé', '::1', 'zoe', '{\"b\":1, \"a\":  \"é\"}'), ('2026-01-01T00:00:01Z', null, 'sample', '', '', 'earlier', '{}'), "
                        + "('2026-01-01T00:00:03Z', '" + DEAL + "', 'sample', '', '', 'the deal''s', '{}')");
        migrate("140");
        asOwner("insert into " + SCHEMA + ".trail (what, user_name, address, subject, details) values ('sample', '', '', 'after', '{ \"kept\" :  1}')");
        List<ChainRow> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, owner, ownersPassword); Statement statement = connection.createStatement()) {
            ResultSet found = statement.executeQuery("select coalesce(deal_id::text, 'portal'), no, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), what, user_id, "
                    + "user_name, address, subject, details, encode(previous, 'hex'), encode(hash, 'hex') from " + SCHEMA + ".trail order by deal_id nulls first, no");
            while (found.next()) {
                rows.add(new ChainRow(found.getString(1), found.getLong(2), found.getString(3), found.getString(4), found.getString(5), found.getString(6), found.getString(7),
                        found.getString(8), found.getString(9), found.getString(10), found.getString(11), found.getString(12)));
            }
        }
        assertThat(rows).extracting(ChainRow::subject).containsExactly("earlier", "zoe", "after", "the deal's");
        assertThat(rows).extracting(ChainRow::no).containsExactly(1L, 2L, 3L, 1L);
        assertThat(rows).allSatisfy(row -> assertThat(row.hash()).isEqualTo(row.computedHash()));
        assertThat(rows.get(0).previous()).isEqualTo(ChainRow.START);
        assertThat(rows.get(1).previous()).isEqualTo(rows.get(0).hash());
        assertThat(rows.get(2).previous()).isEqualTo(rows.get(1).hash());
        assertThat(rows.get(2).details()).as("to the letter").isEqualTo("{ \"kept\" :  1}");
        assertThat(rows.get(3).previous()).isEqualTo(ChainRow.START);
    }
}
