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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.Desk;

/** What the database lets a role's session do where every method forgot to ask: tables are taken from the catalogue, so that a new one is asked too. */
@QuarkusTest
class RolesAndWallsTest {

    /** Whoever is asked, whose deeds they are. */
    private static final Set<String> WRITTEN_FOR_ALL = Set.of("trail");

    @Inject Desk desk;

    private Desk.Staffed deal;
    private String proposal;

    @BeforeEach
    void a_deal_with_a_proposal() {
        deal = desk.rusoro();
        proposal = deal.proposed("payment.amount", "{\"term\":\"accrued\",\"due\":\"2010-06-10\",\"amount\":\"0.00\"}");
    }

    private Viewer holding(Role role) {
        boolean lender = role.names() == Role.Names.A_LENDER;
        Viewer.In in = role.names() == Role.Names.NOTHING ? Viewer.In.ALL : new Viewer.In(false, Set.of(deal.id()));
        return new Viewer(UUID.randomUUID(), role.word(), role.word(), Map.of(role, in), lender && role != Role.LENDER_ADMINISTRATOR ? Map.of(deal.id(), Set.of(UUID.randomUUID())) : Map.of(),
                role == Role.LENDER_ADMINISTRATOR ? Map.of(deal.id(), Set.of(UUID.randomUUID())) : Map.of());
    }

    @Test
    void none_but_makers_and_checkers_write_a_row_of_any_deal() throws SQLException {
        List<String> tables = tables("has_any_column_privilege(current_user, c.oid, 'INSERT') and exists (select from pg_attribute where attrelid = c.oid and attname = 'deal_id' and not attisdropped)");
        tables.removeAll(List.of("user_grant", "deal_second_factor", "deal_lender_administration", "grant_request"));   // an administrator's: see below
        tables.removeAll(WRITTEN_FOR_ALL);
        assertThat(tables.remove("setup_draft")).isTrue();   // a draft gets its deal later: see below
        assertThat(tables).contains("deal_version", "entry", "lender", "proposal", "calculation", "deal_terms", "fixed_component").hasSizeGreaterThan(12);
        for (Role role : List.of(Role.AUDITOR, Role.BORROWER, Role.LENDER_VIEWER, Role.LENDER_SIGNATORY, Role.LENDER_ADMINISTRATOR, Role.AGENT_ADMINISTRATOR)) {
            for (String table : tables) {
                String insert = table.equals("deal_version") ? "insert into deal_version (deal_id, version, last_known) values (gen_random_uuid(), 1, clock_timestamp())"
                        : "insert into " + table + " (deal_id) values ('" + deal.id() + "')";
                refused(role, table, insert);
            }
            refused(role, "deal", "insert into deal (id) values ('" + deal.id() + "')");
            refused(role, "setup_draft", "insert into setup_draft (made_by, changed_by) values (gen_random_uuid(), gen_random_uuid())");
            assertThat(changed(role, "update deal_version set version = version + 1, last_known = clock_timestamp() where deal_id = '" + deal.id() + "'")).as(role.word()).isZero();
            assertThat(changed(role, "update proposal set state = 'withdrawn', decided_by = made_by, decided_at = clock_timestamp() where id = '" + proposal + "'")).as(role.word()).isZero();
        }
        assertThat(changed(Role.AGENT_MAKER, "update deal_version set version = version + 1, last_known = clock_timestamp() where deal_id = '" + deal.id() + "'")).isOne();
    }

    @Test
    void no_session_grants_and_none_but_an_administrator_revokes_or_says_which_deal_asks_for_a_second_factor() throws SQLException {
        String asks = "insert into deal_second_factor (deal_id) values ('" + deal.id() + "')";
        String grant = "insert into user_grant (user_id, role) values ('" + UUID.randomUUID() + "', 'agent-administrator')";
        for (Role role : Role.values()) {
            refused(role, "user_grant", grant);
            if (role != Role.AGENT_ADMINISTRATOR) {
                assertThat(changed(role, "delete from user_grant")).as(role.word()).isZero();
                refused(role, "deal_second_factor", asks);
            }
        }
        assertThat(changed(Role.AGENT_ADMINISTRATOR, asks)).isOne();
        assertThat(changed(Role.AGENT_ADMINISTRATOR, "delete from user_grant")).isPositive();
    }

    @Test
    void a_borrower_and_an_administrator_see_no_row_of_a_lender_and_an_auditor_those_of_its_deal() throws SQLException {
        List<String> walled = tables("exists (select from pg_policies p where p.schemaname = current_schema() and p.tablename = c.relname and p.qual like '%prorata_sees%')");
        assertThat(walled).contains("lender", "entry", "lender_figures", "lender_detail", "fixed_slice", "transfer", "adjustment_slice", "settlement", "proposal", "proposal_comparison", "proposal_part",
                "trail");
        for (String table : walled) {
            for (Role role : List.of(Role.BORROWER, Role.AGENT_ADMINISTRATOR, Role.LENDER_ADMINISTRATOR)) {
                assertThat(count(role, table, "true")).as(table + " for " + role.word()).isZero();
            }
            String of = table.equals("trail_head") ? "chain" : "deal_id::text";   // a chain is named by its deal
            assertThat(count(Role.AUDITOR, table, of + " is distinct from '" + deal.id() + "'")).as(table + " of other deals for an auditor").isZero();
            assertThat(count(Role.AUDITOR, table, "true")).as(table).isEqualTo(count(Role.AGENT_CHECKER, table, "true"));
        }
        assertThat(count(Role.AUDITOR, "lender", "true")).isEqualTo(6);
        assertThat(count(Role.AUDITOR, "proposal", "true")).isOne();
        assertThat(count(Role.AUDITOR, "trail", "true")).isPositive();
    }

    private void refused(Role role, String table, String sql) {
        assertThatThrownBy(() -> changed(role, sql)).as(role.word() + " writes to " + table).hasMessageContaining("row-level security");
    }

    /** How many rows it changed; nothing of it stays. */
    private int changed(Role role, String sql) throws SQLException {
        try (Connection connection = as(role); Statement statement = connection.createStatement()) {
            int changed = statement.executeUpdate(sql);
            connection.rollback();
            return changed;
        }
    }

    private int count(Role role, String table, String where) throws SQLException {
        try (Connection connection = as(role); ResultSet counted = connection.createStatement().executeQuery("select count(*) from " + table + " where " + where)) {
            counted.next();
            return counted.getInt(1);
        }
    }

    private Connection as(Role role) throws SQLException {
        Connection connection = connection();
        Walls.set(connection, Walls.Seen.of(holding(role)));
        return connection;
    }

    private static List<String> tables(String which) throws SQLException {
        try (Connection connection = connection(); ResultSet found = connection.createStatement().executeQuery("""
                select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'walled_sample' and """ + " " + which + " order by 1")) {
            List<String> tables = new ArrayList<>();
            while (found.next()) {
                tables.add(found.getString(1));
            }
            return tables;
        }
    }

    /** By the portal's own role, without a viewer. */
    private static Connection connection() throws SQLException {
        Config config = ConfigProvider.getConfig();
        Connection connection = DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class), config.getValue("quarkus.datasource.password", String.class));
        connection.setAutoCommit(false);
        return connection;
    }
}
