package org.prorata.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideDatabaseTest {

    private static DataFolder folder;
    private static EmbeddedPostgres server;
    private static String admin;

    @BeforeAll
    static void startServer() {
        folder = DataFolder.open(Path.of("target", "outside-database"));
        server = FreshDatabase.start(folder);
        admin = Passwords.of(folder.resolve("database.properties"), true).admin();
    }

    @AfterAll
    static void stopServer() {
        server.close();
        folder.close();
    }

    @AfterEach
    void takePowersBack() throws SQLException {
        asAdmin("alter role prorata_portal nosuperuser nobypassrls nocreaterole noreplication",
                "revoke pg_read_all_data, prorata_owner from prorata_portal",
                "revoke create on schema public from prorata_portal",
                "drop table if exists mine", "drop schema if exists mine", "drop function if exists mine()",
                "alter database prorata owner to prorata_owner", "grant connect on database prorata to prorata_portal");
    }

    @Test
    void a_role_that_may_only_connect_is_let_in() {
        assertThatCode(() -> OutsideDatabase.check(settings())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "alter role prorata_portal superuser                          | is a superuser",
        "alter role prorata_portal bypassrls                          | has BYPASSRLS",
        "alter role prorata_portal createrole                         | has CREATEROLE",
        "alter role prorata_portal replication                        | has REPLICATION",
        "grant pg_read_all_data to prorata_portal                     | belongs to pg_read_all_data",
        "grant prorata_owner to prorata_portal                        | is the owner's role (or belongs to it)",
        "alter database prorata owner to prorata_portal               | owns this database",
        "create schema mine authorization prorata_portal              | owns the schema mine",
        "create table mine(); alter table mine owner to prorata_portal | owns mine",
        "create function mine() returns int language sql return 1; alter function mine() owner to prorata_portal | owns the function mine",
        "grant create on schema public to prorata_portal              | may create tables in the schema public"})
    void a_role_with_one_power_too_many_is_refused_and_told_which(String power, String words) throws SQLException {
        asAdmin(power.split(";"));
        assertThatThrownBy(() -> OutsideDatabase.check(settings())).isInstanceOf(CannotStart.class)
                .hasMessageContaining("'prorata_portal' " + words).hasMessageNotContaining("\n");
    }

    @Test
    void the_owner_itself_is_no_role_for_the_portal() {
        assertRefused(Map.of(Settings.PORTAL_NAME, "prorata_owner"), "give it a role of its own");
    }

    @Test
    void an_owner_that_may_not_create_tables_is_refused() throws SQLException {
        asAdmin("drop role if exists visitor", "create role visitor login password 'visitor'", "grant connect on database prorata to visitor");
        assertRefused(Map.of(Settings.OWNER_NAME, "visitor", Settings.OWNER_PASSWORD, "visitor"), "may not create tables");
    }

    @Test
    void each_way_of_not_getting_in_says_what_to_check() throws SQLException {
        assertRefused(Map.of(Settings.PORTAL_PASSWORD, "wrong"), "check QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD");
        assertRefused(Map.of(Settings.OWNER_PASSWORD, "wrong"), "check QUARKUS_FLYWAY_USERNAME and QUARKUS_FLYWAY_PASSWORD");
        asAdmin("revoke connect on database prorata from prorata_portal");
        assertRefused(Map.of(), "grant it CONNECT");
        assertRefused(Map.of(Settings.URL, server.jdbcUrl() + "_not"), "does not exist");
        assertRefused(Map.of(Settings.URL, "jdbc:postgresql://127.0.0.1:1/prorata"), "cannot be reached");
        assertRefused(Map.of(Settings.URL, "jdbc:oracle:thin"), "not an address of PostgreSQL");
    }

    private static void assertRefused(Map<String, String> changed, String words) {
        Map<String, String> settings = settings();
        settings.putAll(changed);
        assertThatThrownBy(() -> OutsideDatabase.check(settings)).isInstanceOf(CannotStart.class)
                .hasMessageContaining(words).hasMessageNotContaining("\n");
    }

    private static Map<String, String> settings() {
        return new HashMap<>(server.quarkusSettings());
    }

    private static void asAdmin(String... commands) throws SQLException {
        try (Connection connection = Jdbc.connect(server.jdbcUrl(), "postgres", admin);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
