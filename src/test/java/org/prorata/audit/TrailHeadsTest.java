package org.prorata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.identity.Accounts;
import org.prorata.identity.Owner;
import org.prorata.identity.Visitor;

/** The file that says where the chains were. */
@QuarkusTest
class TrailHeadsTest {

    @Inject
    Trail trail;
    @Inject
    TrailHeads heads;
    @Inject
    Accounts accounts;
    @TempDir
    Path folder;

    private final UUID deal = UUID.randomUUID();
    private Optional<Path> before;
    private Path file;

    @BeforeEach
    void a_folder() {
        before = ClientProxy.unwrap(heads).folder;
        ClientProxy.unwrap(heads).folder = Optional.of(folder.resolve("audit"));
        file = folder.resolve("audit").resolve(HeadsFile.NAME);
    }

    @AfterEach
    void as_it_was() {
        ClientProxy.unwrap(heads).folder = before;
    }

    private List<ChainHead> told() throws IOException, TrailLines.Unreadable {
        return VerifyTrail.heads(Files.readString(file)).stream().filter(head -> head.chain().equals(deal.toString())).toList();
    }

    @Test
    void a_chain_gets_a_line_when_it_has_grown_and_none_when_it_stands_still() throws Exception {
        trail.writeApart("sample", deal, "first", Map.of());
        heads.tell();
        heads.tell();
        assertThat(told()).extracting(ChainHead::no).containsExactly(1L);
        trail.writeApart("sample", deal, "second", Map.of());
        trail.writeApart("sample", deal, "third", Map.of());
        String first = Files.readString(file);
        heads.tell();
        assertThat(told()).extracting(ChainHead::no).containsExactly(1L, 3L);
        assertThat(Files.readString(file)).as("lines are added, and none is changed").startsWith(first);
        assertThat(Files.readString(file).lines()).allMatch(line -> line.startsWith("{\"day\":\"" + LocalDate.now(ZoneOffset.UTC)));
    }

    @Test
    void only_the_portals_own_user_reads_it() throws Exception {
        trail.writeApart("sample", deal, "first", Map.of());
        heads.tell();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo("rwx------");
    }

    @Test
    void a_line_that_a_crash_left_unfinished_spoils_no_other() throws Exception {
        trail.writeApart("sample", deal, "first", Map.of());
        heads.tell();
        Files.writeString(file, "{\"day\":\"2026-01", StandardOpenOption.APPEND);
        trail.writeApart("sample", deal, "second", Map.of());
        heads.tell();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).contains("{\"day\":\"2026-01");
        assertThat(new HeadsFile(file.getParent()).last().get(deal.toString()).no()).isEqualTo(2);
    }

    @Test
    void a_chain_that_is_gone_with_what_states_it_is_missed_by_the_file_where_it_is_stored() throws Exception {
        String login = "heads-" + UUID.randomUUID();
        accounts.grantAgent(accounts.create(login, "Ada Marsh", Visitor.PASSWORD));
        Visitor agent = Visitor.signsIn(login);
        trail.writeApart("sample", deal, "first", Map.of());
        trail.writeApart("sample", deal, "second", Map.of());
        assertThat(agent.asks().get("/audit/verify").then().statusCode(200).extract().asString()).contains("Not held against heads");
        heads.tell();
        JsonPath right = agent.asks().get("/api/v1/audit/verify").then().statusCode(200).extract().jsonPath();
        assertThat(right.getBoolean("right")).isTrue();
        assertThat(right.getBoolean("held")).isTrue();
        for (String table : List.of("trail", "trail_head")) {
            Owner.runs("alter table " + table + " disable trigger user");
        }
        try {
            Owner.runs("delete from trail where deal_id = ?", deal);
            Owner.runs("delete from trail_head where chain = ?", deal.toString());
        } finally {
            for (String table : List.of("trail", "trail_head")) {
                Owner.runs("alter table " + table + " enable trigger user");
            }
        }
        JsonPath gone = agent.asks().get("/api/v1/audit/verify").then().statusCode(200).extract().jsonPath();
        assertThat(gone.getBoolean("right")).isFalse();
        assertThat(gone.getString("chains.find { it.chain == '" + deal + "' }.fault")).isEqualTo("cut-off");
        Files.delete(file);
        assertThat(agent.asks().get("/api/v1/audit/verify").then().statusCode(200).extract().jsonPath().getBoolean("right")).as("without the file nothing tells").isTrue();
    }

    @Test
    void a_folder_that_cannot_be_written_keeps_nobody_from_going_on_and_the_line_comes_later() throws Exception {
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "no folder");
        ClientProxy.unwrap(heads).folder = Optional.of(blocked);
        trail.writeApart("sample", deal, "first", Map.of());
        heads.tell();
        ClientProxy.unwrap(heads).folder = Optional.of(folder.resolve("audit"));
        heads.tell();
        assertThat(told()).hasSize(1);
    }
}
