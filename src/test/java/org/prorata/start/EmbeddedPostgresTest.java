package org.prorata.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prorata.web.PrivateFiles;

class EmbeddedPostgresTest {

    private DataFolder folder;
    private EmbeddedPostgres server;

    @BeforeEach
    void emptyFolder() throws IOException {
        folder = DataFolder.open(Path.of("target", "embedded-postgres"));
        PrivateFiles.deleteTree(folder.resolve("postgres"));
        Files.deleteIfExists(folder.resolve("database.properties"));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        folder.close();
    }

    @Test
    void commits_are_forced_to_disk_before_they_are_acknowledged() throws SQLException {
        start();
        assertThat(owner("show fsync")).isEqualTo("on");
        assertThat(owner("show synchronous_commit")).isEqualTo("on");
        assertThat(owner("show full_page_writes")).isEqualTo("on");
        assertThat(owner("show data_checksums")).isEqualTo("on");
    }

    @Test
    void nobody_enters_without_a_password() {
        start();
        assertThatThrownBy(() -> Jdbc.connect(server.jdbcUrl(), Roles.PORTAL, "guess")).isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState()).isEqualTo("28P01");
    }

    @Test
    void the_next_start_finds_what_was_written() throws SQLException {
        start();
        owner("create table kept as select 7 as seven");
        server.close();
        start();
        assertThat(owner("select seven from kept")).isEqualTo("7");
    }

    @Test
    void a_first_start_killed_midway_is_done_again() throws IOException, SQLException {
        Path halfMade = Files.createDirectories(folder.resolve("postgres.new1").resolve("base"));
        Files.writeString(halfMade.resolve("1"), "half");
        Files.createDirectories(folder.resolve("bin").resolve("unpacking").resolve("bin"));
        start();
        assertThat(owner("select 1")).isEqualTo("1");
        assertThat(folder.path()).isDirectoryNotContaining("glob:**/{postgres.new*,admin.password}");
    }

    @Test
    void a_server_left_running_is_stopped_and_its_rows_are_there() throws SQLException {
        start();
        Postmaster left = Postmaster.of(folder.resolve("postgres")).orElseThrow();
        assertThat(left.running()).isTrue();
        owner("create table kept as select 7 as seven");
        start();
        assertThat(left.running()).isFalse();
        assertThat(owner("select seven from kept")).isEqualTo("7");
    }

    @Test
    void files_of_another_release_are_refused_untouched() throws IOException {
        start();
        server.close();
        Files.writeString(folder.resolve("postgres").resolve("PG_VERSION"), "12\n");
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("made by PostgreSQL 12");
    }

    private void start() {
        server = EmbeddedPostgres.in(folder, FreshDatabase.programs(folder), Map.of());
        server.start();
    }

    private String owner(String sql) throws SQLException {
        Map<String, String> settings = server.quarkusSettings();
        try (Connection connection = Jdbc.connect(server.jdbcUrl(), Roles.OWNER, settings.get(Settings.OWNER_PASSWORD));
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }
}
