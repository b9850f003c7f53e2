package org.prorata.identity;

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

/** Grants of before there were roles go on letting their users do what they did. In a schema of its own. */
@QuarkusTest
class RolesMigrationTest {

    private static final String SCHEMA = "before_roles";
    private static final String DEAL = "00000000-0000-0000-0000-00000000000d";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url;
    @ConfigProperty(name = "quarkus.flyway.username") String owner;
    @ConfigProperty(name = "quarkus.flyway.password") String ownersPassword;
    @ConfigProperty(name = "quarkus.datasource.username") String portal;
    @Inject Flyway flyway;

    @BeforeEach
    void grants_of_before_and_the_migration() throws SQLException {
        asOwner("create schema " + SCHEMA);
        migrate("149?");
        asOwner("insert into portal_user (id, login, name, password_hash) select ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'user-' || n, 'User', 'none' from generate_series(1, 3) n",
                "insert into user_grant (user_id, role, deal_id, lender_id) values ('" + user(1) + "', 'agent', null, null), ('" + user(2) + "', 'agent', '" + DEAL + "', null), "
                        + "('" + user(2) + "', 'lender', '" + DEAL + "', '" + user(9) + "'), ('" + user(3) + "', 'lender', '" + DEAL + "', '" + user(9) + "')");
        migrate("150");
    }

    @AfterEach
    void without_the_schema() throws SQLException {
        asOwner("drop schema if exists " + SCHEMA + " cascade");
    }

    @Test
    void an_agent_is_maker_checker_and_of_every_deal_administrator_and_a_lender_views() throws SQLException {
        assertThat(rows("select concat_ws(' ', u.login, g.role, case when g.deal_id is null then 'of all' else 'of one' end) from user_grant g join portal_user u on u.id = g.user_id order by 1"))
                .containsExactly("user-1 agent-administrator of all", "user-1 agent-checker of all", "user-1 agent-maker of all", "user-2 agent-checker of one", "user-2 agent-maker of one",
                        "user-2 lender-viewer of one", "user-3 lender-viewer of one");
    }

    @Test
    void a_grant_names_what_its_role_asks_for_and_no_other_role_is_taken() {
        for (String wrong : List.of("'agent', null, null", "'auditor', null, '" + user(9) + "'", "'borrower', null, null", "'lender-viewer', '" + DEAL + "', null",
                "'lender-signatory', null, '" + user(9) + "'", "'agent-administrator', '" + DEAL + "', null")) {
            assertThatThrownBy(() -> asOwner("insert into user_grant (user_id, role, deal_id, lender_id) values ('" + user(1) + "', " + wrong + ")")).as(wrong)
                    .hasMessageContaining("user_grant_names_what_its_role_asks_for");
        }
    }

    private static String user(int n) {
        return "00000000-0000-0000-0000-00000000000" + n;
    }

    private void migrate(String target) {
        Flyway.configure().configuration(flyway.getConfiguration()).dataSource(url, owner, ownersPassword).schemas(SCHEMA).defaultSchema(SCHEMA).target(target)
                .placeholders(Map.of("portal", portal)).load().migrate();
    }

    private void asOwner(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, ownersPassword); Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + SCHEMA);
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, ownersPassword); Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + SCHEMA);
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(query)) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        }
    }
}
