package org.prorata.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lenders that were there before their details had versions keep their names, and the database itself holds the rules of names. In a schema of its own. */
@QuarkusTest
class LenderDetailMigrationTest {

    private static final String SCHEMA = "before_details";
    private static final String DEAL = "00000000-0000-0000-0000-00000000000d";
    private static final String SEEN_BY_THE_AGENT = "select set_config('prorata.sees', 'all', false)";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url;
    @ConfigProperty(name = "quarkus.flyway.username") String owner;
    @ConfigProperty(name = "quarkus.flyway.password") String ownersPassword;
    @ConfigProperty(name = "quarkus.datasource.username") String portal;
    @ConfigProperty(name = "quarkus.datasource.password") String portalsPassword;
    @Inject Flyway flyway;

    @BeforeEach
    void lenders_of_before_and_the_migration() throws SQLException {
        asOwner("create schema " + SCHEMA, "grant usage on schema " + SCHEMA + " to \"" + portal + "\"");
        migrate("104?");                  // whatever the last one before is
        asOwner("set search_path = " + SCHEMA,
                "insert into deal_version values ('" + DEAL + "', 2, '2026-01-02T00:00:00Z')",
                "insert into lender (deal_id, id, seq, known, handle, name, former_name, group_name, published, provenance, clause) values "
                        + "('" + DEAL + "', '" + id(1) + "', 1, '2026-01-01T00:00:00Z', 'one', 'One PLC', 'Once \"One\" PLC', null, true, 'published', 'lead'), "
                        + "('" + DEAL + "', '" + id(2) + "', 2, '2026-01-02T00:00:00Z', 'two', 'Two Limited', null, 'Group', false, 'entered', null)");
        migrate("105");
    }

    @AfterEach
    void without_the_schema() throws SQLException {
        asOwner("drop schema if exists " + SCHEMA + " cascade");
    }

    private static String id(int n) {
        return "00000000-0000-0000-0000-00000000000" + n;
    }

    private void migrate(String target) {
        Flyway.configure().configuration(flyway.getConfiguration()).dataSource(url, owner, ownersPassword).schemas(SCHEMA).defaultSchema(SCHEMA).target(target)
                .placeholders(Map.of("portal", portal)).load().migrate();
    }

    private void asOwner(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, ownersPassword); Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** What the portal's role gets, with the first statement saying who asks. */
    private List<String> asPortal(String who, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, portal, portalsPassword); Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + SCHEMA);
            statement.execute(who);
            List<String> rows = new ArrayList<>();
            if (statement.execute(query)) {
                try (ResultSet found = statement.getResultSet()) {
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
            }
            return rows;
        }
    }

    private static String version(int lender, String known, String name) {
        return "insert into lender_detail (deal_id, lender_id, known, name, published, former_names, contacts, provenance) values ('" + DEAL + "', '" + id(lender) + "', '" + known
                + "', '" + name + "', true, '[]', '[]', 'entered')";
    }

    @Test
    void their_names_groups_and_sources_are_their_first_version() throws SQLException {
        assertThat(asPortal(SEEN_BY_THE_AGENT, "select concat_ws('|', lender_id, name, lei, group_name, published, former_names, contacts, provenance, clause, known at time zone 'UTC') "
                + "from lender_detail order by known")).containsExactly(
                id(1) + "|One PLC|t|[{\"name\": \"Once \\\"One\\\" PLC\", \"until\": null}]|[]|published|lead|2026-01-01 00:00:00",
                id(2) + "|Two Limited|Group|f|[]|[]|entered|2026-01-02 00:00:00");
    }

    @Test
    void the_database_shows_a_lender_its_own_versions_alone_and_nobody_any_without_a_viewer() throws SQLException {
        String asTwo = "select set_config('prorata.sees', '{}', false), set_config('prorata.lenders', '{" + id(2) + "}', false)";
        assertThat(asPortal(asTwo, "select name from lender_detail")).containsExactly("Two Limited");
        assertThat(asPortal("select 1", "select name from lender_detail")).isEmpty();
        assertThatThrownBy(() -> asPortal(asTwo, version(2, "2026-01-03T00:00:00Z", "Two PLC"))).hasMessageContaining("row-level security");
        for (String change : List.of("update lender_detail set name = 'X'", "delete from lender_detail")) {
            assertThatThrownBy(() -> asPortal(SEEN_BY_THE_AGENT, change)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_name_that_another_has_now_is_refused_and_one_given_up_is_free() throws SQLException {
        assertThatThrownBy(() -> asPortal(SEEN_BY_THE_AGENT, version(2, "2026-01-03T00:00:00Z", "ONE plc"))).hasMessageContaining("another lender of this deal has this legal name");
        asPortal(SEEN_BY_THE_AGENT, version(1, "2026-01-03T00:00:00Z", "Uno PLC"));
        asPortal(SEEN_BY_THE_AGENT, version(2, "2026-01-04T00:00:00Z", "One PLC"));
        assertThatThrownBy(() -> asPortal(SEEN_BY_THE_AGENT, version(1, "2026-01-05T00:00:00Z", "One PLC"))).hasMessageContaining("another lender of this deal has this legal name");
    }

    @Test
    void the_same_holds_where_names_are_looked_at_once_for_all_that_is_written() throws SQLException {
        migrate("121");
        String both = version(2, "2026-01-03T00:00:00Z", "Uno PLC") + ", ('" + DEAL + "', '" + id(1) + "', '2026-01-03T00:00:00Z', 'UNO plc', true, '[]', '[]', 'entered')";
        for (String wrong : List.of(version(2, "2026-01-03T00:00:00Z", "ONE plc"), both)) {
            assertThatThrownBy(() -> asPortal(SEEN_BY_THE_AGENT, wrong)).hasMessageContaining("another lender of this deal has this legal name");
        }
        assertThatThrownBy(() -> asPortal(SEEN_BY_THE_AGENT, version(2, "2026-01-03T00:00:00Z", "Due Limited"))).as("only for want of a turn")
                .hasMessageContaining("not written in the present turn");
    }
}
