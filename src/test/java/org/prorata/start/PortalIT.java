package org.prorata.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prorata.web.PrivateFiles;

/** The packaged portal as the person at the console meets it. */
class PortalIT {

    private final Path data = Path.of("target", "portal-data").toAbsolutePath();

    @Test
    void it_says_where_it_is_answers_and_refuses_a_second_one_until_it_is_ended() throws Exception {
        int port = KillablePortal.freePort();
        int management = KillablePortal.freePort();
        KillablePortal portal = KillablePortal.packaged(data, Map.of("QUARKUS_HTTP_PORT", String.valueOf(port),
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(management))).awaitReady();
        try {
            String pid = String.valueOf(portal.process.pid());
            assertThat(portal.said()).contains("Prorata serves at http://localhost:" + port + "/", "Data: " + data);
            assertThat(portal.said().stripTrailing().lines().reduce((a, b) -> b)).contains("Process: " + pid + " (Ctrl-C or kill ends it)");
            assertThat(Files.readString(data.resolve("portal.pid"))).isEqualTo(pid + "\n");
            assertThat(status("http://localhost:" + port + "/")).isLessThan(500);
            assertThat(status("http://127.0.0.1:" + management + "/q/health/ready")).isEqualTo(200);

            assertRefused(KillablePortal.packaged(data, Map.of()), "Another portal (process " + pid + ") is running on " + data);
            assertRefused(KillablePortal.packaged(data, Map.of("QUARKUS_HTTP_PORT", String.valueOf(port))),
                    "Port " + port + " on localhost cannot be used", "set QUARKUS_HTTP_PORT");
        } finally {
            assertThat(portal.terminate()).isEqualTo(143);
        }
        assertThat(data.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
        assertThat(Files.readString(data.resolve("audit").resolve("heads.jsonl"))).as("where the trail's chains ended").contains("\"chain\":").endsWith("}\n");
    }

    @Test
    void an_export_of_the_trail_is_verified_by_the_portals_jar_alone() throws Exception {
        Path jar;
        try (Stream<Path> app = Files.list(Path.of(System.getProperty("built.jar")).resolveSibling("app"))) {
            jar = app.filter(file -> file.getFileName().toString().startsWith("prorata-")).findFirst().orElseThrow();
        }
        Path export = Path.of("src", "test", "resources", "audit", "export.jsonl");   // as a portal wrote it
        assertThat(verified(jar, export, 0)).contains("All rows are right.");
        Path altered = Files.writeString(data.resolveSibling("altered.jsonl"), Files.readString(export).replaceFirst("\"subject\":\"[^\"]*\"", "\"subject\":\"another\""));
        assertThat(verified(jar, altered, 1)).contains("row 1 was altered", "NOT as it was written");
    }

    private static String verified(Path jar, Path export, int code) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", jar.toString(), "org.prorata.audit.VerifyTrail", export.toString())
                .redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isEqualTo(code);
        return said;
    }

    @Test
    void a_busy_port_is_noticed_before_anything_is_touched() throws Exception {
        Path untouched = data.resolveSibling("portal-untouched");
        PrivateFiles.deleteTree(untouched);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(KillablePortal.packaged(untouched, Map.of("QUARKUS_MANAGEMENT_PORT", String.valueOf(other.getLocalPort()))),
                    "set QUARKUS_MANAGEMENT_PORT");
        }
        assertThat(untouched).isEmptyDirectory();
    }

    @Test
    void a_database_server_of_ones_own_is_used_or_refused() throws Exception {
        try (DataFolder folder = DataFolder.open(Path.of("target", "outside-database")); EmbeddedPostgres server = FreshDatabase.start(folder)) {
            Map<String, String> outside = new HashMap<>();
            server.quarkusSettings().forEach((key, value) -> outside.put(key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
            Path unused = data.resolveSibling("portal-unused");

            KillablePortal portal = KillablePortal.packaged(unused, outside).awaitReady();
            assertThat(portal.said()).contains("Data: on " + server.jdbcUrl());
            assertThat(portal.terminate()).isEqualTo(143);
            assertThat(unused).isEmptyDirectory();

            assertRefused(KillablePortal.packaged(unused, with(outside, "QUARKUS_DATASOURCE_PASSWORD", "wrong")),
                    "check QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD");
            assertRefused(KillablePortal.packaged(unused, with(outside, "QUARKUS_FLYWAY_PASSWORD", "")), "set also QUARKUS_FLYWAY_PASSWORD");
            assertRefused(KillablePortal.packaged(unused, with(outside, "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/prorata")),
                    "cannot be reached");
            try (Connection admin = Jdbc.connect(server.jdbcUrl(), "postgres",
                    Passwords.of(folder.resolve("database.properties"), true).admin())) {
                admin.createStatement().execute("alter role prorata_portal bypassrls");
            }
            assertRefused(KillablePortal.packaged(unused, outside), "The portal's role 'prorata_portal' has BYPASSRLS");
        }
    }

    /** One line that says what to do, exit code 1, no trace. */
    private static void assertRefused(KillablePortal portal, String... words) throws InterruptedException {
        assertThat(portal.awaitEnd()).as(portal.said()).isEqualTo(1);
        assertThat(portal.said()).startsWith("The portal does not start. ").contains(words).hasLineCount(1);
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(key, value);
        return changed;
    }

    private static int status(String address) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding()).statusCode();
    }
}
