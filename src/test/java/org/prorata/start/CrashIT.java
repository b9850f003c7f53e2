package org.prorata.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.prorata.web.PrivateFiles;

/**
 * The portal and its database are ended while several connections write, in every way, and started again: nothing that
 * was acknowledged is lost, and every start mends what the end before it left. {@code -Dcrash.rounds=100} does a hundred
 * rounds of each test instead of a few.
 */
class CrashIT {

    private static final long SEED = 20100610;

    private enum End {
        KILL_PORTAL_ONLY, KILL_PORTAL_AND_DATABASE, TERMINATE, KILL_WHILE_STARTING, NUMBER_REUSED_BY_ANOTHER_PROCESS, KILL_PORTAL_AND_POSTMASTER
    }

    @Test
    void the_database_loses_nothing_however_it_is_ended() throws Exception {
        Path data = emptyFolder("crash-database");
        crash(data, Integer.getInteger("crash.rounds", End.values().length), List.of(End.values()), () -> KillablePortal.databaseOnly(data));
    }

    @Test
    void the_whole_portal_loses_nothing_however_it_is_ended() throws Exception {
        Path data = emptyFolder("crash-portal");
        crash(data, Integer.getInteger("crash.rounds", 3),
                List.of(End.KILL_PORTAL_AND_DATABASE, End.KILL_PORTAL_ONLY, End.TERMINATE), () -> KillablePortal.packaged(data, Map.of()));
    }

    @Test
    void a_first_start_killed_at_any_moment_is_done_again() throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        Path data = Path.of("target", "crash-first-start").toAbsolutePath();
        PrivateFiles.deleteTree(data);
        for (int round = 0; round < Integer.getInteger("crash.rounds", 4); round++) {
            KillablePortal first = KillablePortal.databaseOnly(data);
            Thread.sleep(random.nextInt(4000));
            first.kill();
        }
        Writers writers = new Writers(data);
        KillablePortal portal = KillablePortal.databaseOnly(data).awaitReady();
        writers.start();
        portal.killWithDatabase();
        writers.awaitCut();
        portal = KillablePortal.databaseOnly(data).awaitReady();
        writers.assertNothingLost();
        assertThat(portal.terminate()).isEqualTo(143);
    }

    private void crash(Path data, int rounds, List<End> ends, Supplier<KillablePortal> start) throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        Writers writers = new Writers(data);
        for (int round = 0; round < rounds; round++) {
            KillablePortal portal = start.get().awaitReady();
            writers.assertNothingLost();
            writers.start();
            Thread.sleep(random.nextInt(200));
            end(ends.get(round % ends.size()), portal, start, random);
            // The server of a portal killed alone still serves; only the next start ends it.
            if (ends.get(round % ends.size()) == End.KILL_PORTAL_ONLY) {
                KillablePortal next = start.get().awaitReady();
                writers.awaitCut();
                writers.assertNothingLost();
                next.killWithDatabase();
            }
            writers.awaitCut();
        }
        KillablePortal last = start.get().awaitReady();
        writers.assertNothingLost();
        assertThat(last.terminate()).isEqualTo(143);
        assertThat(data.resolve("portal.pid")).doesNotExist();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        System.out.println(rounds + " ends of " + ends + ": " + writers.acknowledged() + " rows acknowledged, none lost");
    }

    private void end(End end, KillablePortal portal, Supplier<KillablePortal> start, Random random) throws Exception {
        switch (end) {
            case KILL_PORTAL_ONLY -> portal.kill();
            case KILL_PORTAL_AND_DATABASE -> portal.killWithDatabase();
            case KILL_PORTAL_AND_POSTMASTER -> portal.killWithPostmaster();
            case TERMINATE -> assertThat(portal.terminate()).isEqualTo(143);
            case KILL_WHILE_STARTING -> {
                portal.killWithDatabase();
                KillablePortal starting = start.get();
                Thread.sleep(random.nextInt(1500));
                starting.kill();
            }
            case NUMBER_REUSED_BY_ANOTHER_PROCESS -> {
                Path file = portal.server().directory().resolve("postmaster.pid");
                String said = Files.readString(file);
                portal.killWithDatabase();
                reuseNumber(file, said, start);
            }
            default -> throw new IllegalStateException();
        }
    }

    /** Puts the number of a process that is no server of ours into the stale file: it must be left alone, and not be in the way. */
    private void reuseNumber(Path file, String said, Supplier<KillablePortal> start) throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(file, said.replaceFirst("\\d+", String.valueOf(stranger.pid())));
            KillablePortal next = start.get().awaitReady();
            assertThat(stranger.isAlive()).as("the process that has the number now").isTrue();
            next.killWithDatabase();
        } finally {
            stranger.destroyForcibly();
        }
    }

    private static Path emptyFolder(String name) throws IOException, SQLException {
        Path data = Path.of("target", name).toAbsolutePath();
        try (DataFolder folder = DataFolder.open(data)) {
            FreshDatabase.start(folder).close();
            PrivateFiles.deleteTree(folder.resolve("postgres"));
            Files.deleteIfExists(folder.resolve("database.properties"));
        }
        return data;
    }
}
