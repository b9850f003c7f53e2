package org.prorata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.audit.ChainCheck.Fault;
import org.prorata.audit.ChainCheck.Finding;
import org.prorata.audit.VerifyTrail.Verdict;
import org.prorata.identity.Accounts;
import org.prorata.identity.Visitor;

/** An export of the trail from the portal, altered in every way that one could think of: the verifier, which knows the export and the heads alone, names the first row. */
@QuarkusTest
class TamperingTest {

    private static final int TAMPERINGS = 1_000;
    private static final int ROWS = 40;
    private static final String[] FIELDS = {"seq", "at", "what", "user", "userName", "address", "subject", "details", "no", "chain", "previous", "hash"};

    @Inject
    Trail trail;
    @Inject
    Accounts accounts;
    @TempDir
    Path folder;

    private final List<UUID> deals = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private List<ChainRow> rows;
    private List<ChainHead> ends;
    private List<ChainHead> known;
    private String export;

    @BeforeEach
    void an_export_of_three_chains_and_the_heads_of_two_days() throws TrailLines.Unreadable {
        for (int i = 1; i <= ROWS; i++) {
            for (UUID deal : deals) {
                trail.writeApart(i % 3 == 0 ? "view" : "proposal.made", deal, "row " + i + " – Größe \u202e", Map.of("title", "Move 17,500,000.00", "i", i));
            }
        }
        String login = "tamper-" + UUID.randomUUID();
        accounts.grantAgent(accounts.create(login, "Ada Marsh", Visitor.PASSWORD));
        Visitor agent = Visitor.signsIn(login);
        StringBuilder lines = new StringBuilder();
        deals.forEach(deal -> lines.append(agent.asks().get("/audit/trail.jsonl?deal=" + deal).then().statusCode(200).extract().asString()));
        export = lines.toString();
        rows = new ArrayList<>();
        ends = new ArrayList<>();
        for (String line : export.split("\n")) {
            Object read = TrailLines.read(line);
            if (read instanceof ChainRow row) {
                rows.add(row);
            } else {
                ends.add((ChainHead) read);
            }
        }
        assertThat(rows).hasSize(ROWS * deals.size());
        known = new ArrayList<>();
        rows.stream().filter(row -> row.no() == ROWS / 2 || row.no() == ROWS).forEach(row -> known.add(new ChainHead(row.chain(), row.no(), row.hash(), false)));
    }

    private static String text(List<ChainRow> rows, List<ChainHead> ends) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(TrailLines.of(row)).append('\n'));
        ends.forEach(end -> text.append(TrailLines.end(end)).append('\n'));
        return text.toString();
    }

    private static Verdict verified(String export, List<ChainHead> heads) {
        try {
            return VerifyTrail.of(new StringReader(export), heads, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Finding found(Verdict verdict, String chain) {
        return verdict.chains().stream().filter(each -> each.chain().equals(chain)).findFirst().orElseThrow().first();
    }

    @Test
    void what_was_exported_is_right_also_after_it_is_read_and_written_again() {
        assertThat(verified(export, known).right()).isTrue();
        assertThat(verified(export.replace("\n", "\r\n"), known).right()).as("pasted").isTrue();
        assertThat(text(rows, ends).lines().sorted()).containsExactlyElementsOf(export.lines().sorted().toList());
    }

    @Test
    void a_thousand_random_tamperings_are_all_found_and_the_first_row_is_named() {
        long seed = Long.getLong("tampering.seed", 20100610);
        System.out.println("Tamperings of the trail from seed " + seed);
        Random random = new Random(seed);
        for (int n = 0; n < TAMPERINGS; n++) {
            tamper(n, random);
        }
    }

    private void tamper(int n, Random random) {
        List<ChainRow> changed = new ArrayList<>(rows);
        List<ChainHead> stated = new ArrayList<>(ends);
        int at = random.nextInt(changed.size());
        ChainRow row = changed.get(at);
        long first = row.no();
        String how;
        switch (n % 8) {
            case 0, 1 -> {
                String field = FIELDS[random.nextInt(FIELDS.length)];
                how = "alter " + field;
                changed.set(at, with(row, field, other(row, field, random)));
            }
            case 2 -> {
                how = "remove";
                changed.remove(at);
            }
            case 3 -> {
                how = "insert";
                ChainRow made = made(row, row.no(), row.previous(), random);
                changed.add(at, made);
            }
            case 4 -> {
                how = "swap";
                int other = row.no() == ROWS ? at - 1 : at + 1;
                first = Math.min(row.no(), changed.get(other).no());
                changed.set(at, changed.get(other));
                changed.set(other, row);
            }
            case 5 -> {
                how = "hash one anew";
                changed.set(at, made(row, row.no(), row.previous(), random));
            }
            case 6 -> {
                how = "cut off the end, and say that it ends there";
                changed.removeIf(each -> each.chain().equals(row.chain()) && each.no() >= row.no());
                stated.removeIf(end -> end.chain().equals(row.chain()));
                if (row.no() > 1) {
                    stated.add(new ChainHead(row.chain(), row.no() - 1, row.previous(), true));
                }
            }
            default -> {
                how = "alter one, and hash all after it anew";
                ChainRow before = made(row, row.no(), row.previous(), random);
                changed.set(at, before);
                for (int i = at + 1; i < changed.size() && changed.get(i).chain().equals(row.chain()); i++) {
                    before = hashed(with(changed.get(i), "previous", before.hash()));
                    changed.set(i, before);
                }
                stated.removeIf(end -> end.chain().equals(row.chain()));
                stated.add(new ChainHead(row.chain(), before.no(), before.hash(), true));
            }
        }
        String tampering = "tampering " + n + ": " + how + " at row " + row.no() + " of " + row.chain();
        Verdict verdict = verified(text(changed, stated), known);
        assertThat(verdict.right()).as(tampering).isFalse();
        if (verdict.badLine() == 0 || !how.startsWith("alter ") || how.startsWith("alter one")) {
            Finding finding = found(verdict, row.chain());
            assertThat(finding).as(tampering).isNotNull();
            if (n % 8 == 7) {
                // Which of the rows between the last head that fits and the first that does not, no one can tell any more.
                assertThat(first).as(tampering).isBetween(finding.since(), finding.no());
                assertThat(finding.no()).as(tampering).isEqualTo(first <= ROWS / 2 ? ROWS / 2 : ROWS);
            } else {
                assertThat(finding.no()).as(tampering + ": " + finding).isEqualTo(first);
            }
        } else {
            assertThat(verdict.badLine()).as(tampering).isEqualTo(at + 1);
        }
    }

    private static String other(ChainRow row, String field, Random random) {
        return switch (field) {
            case "seq", "no" -> String.valueOf(1 + random.nextInt(1_000_000) + ROWS);
            case "chain" -> random.nextBoolean() ? "portal" : UUID.randomUUID().toString();
            case "previous", "hash" -> digits(random);
            case "user" -> row.user() == null ? UUID.randomUUID().toString() : null;
            case "details" -> row.details().replace("17,500,000.00", "17,500,000." + String.format("%02d", 1 + random.nextInt(99)));
            case "at" -> row.at().substring(0, 26) + (char) ('0' + (row.at().charAt(25) - '0' + 1 + random.nextInt(9)) % 10) + "Z";
            default -> random.nextBoolean() ? "" + random.nextInt() : row.subject() + " ";
        };
    }

    private static String digits(Random random) {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < 64) {
            digits.append(Integer.toHexString(random.nextInt(16)));
        }
        return digits.toString();
    }

    private static ChainRow with(ChainRow row, String field, String value) {
        return new ChainRow("chain".equals(field) ? value : row.chain(), "no".equals(field) ? Long.parseLong(value) : row.no(), "seq".equals(field) ? value : row.seq(),
                "at".equals(field) ? value : row.at(), "what".equals(field) ? value : row.what(), "user".equals(field) ? value : row.user(),
                "userName".equals(field) ? value : row.userName(), "address".equals(field) ? value : row.address(), "subject".equals(field) ? value : row.subject(),
                "details".equals(field) ? value : row.details(), "previous".equals(field) ? value : row.previous(), "hash".equals(field) ? value : row.hash());
    }

    private static ChainRow hashed(ChainRow row) {
        return with(row, "hash", row.computedHash());
    }

    /** A row as a forger makes it: other words, and their right hash. */
    private static ChainRow made(ChainRow row, long no, String previous, Random random) {
        return hashed(with(with(with(row, "subject", "forged " + random.nextInt()), "no", String.valueOf(no)), "previous", previous));
    }

    @Test
    void each_way_of_tampering_is_told_by_its_name() {
        String chain = rows.get(0).chain();
        assertThat(found(verified(text(without(rows, 9), ends), known), chain)).isEqualTo(new Finding(10, Fault.REMOVED, 10));
        assertThat(found(verified(text(replaced(rows, 9, with(rows.get(9), "subject", "other")), ends), known), chain)).isEqualTo(new Finding(10, Fault.ALTERED, 10));
        List<ChainRow> twice = new ArrayList<>(rows);
        twice.add(9, rows.get(9));
        assertThat(found(verified(text(twice, ends), known), chain)).isEqualTo(new Finding(10, Fault.INSERTED, 10));
        assertThat(found(verified(text(without(rows, ROWS - 1), ends), List.of()), chain)).as("the export states its end itself").isEqualTo(new Finding(ROWS, Fault.CUT_OFF, ROWS));
        assertThat(found(verified(text(rows, ends.subList(1, 3)), known), chain)).isEqualTo(new Finding(ROWS + 1, Fault.NO_END, ROWS + 1));
        ChainRow after = hashed(new ChainRow(chain, ROWS + 1, "999999", rows.get(ROWS - 1).at(), "view", null, "", "", "", "{}", rows.get(ROWS - 1).hash(), ""));
        List<ChainRow> longer = new ArrayList<>(rows);
        longer.add(ROWS, after);
        assertThat(found(verified(text(longer, ends), known), chain)).isEqualTo(new Finding(ROWS + 1, Fault.INSERTED, ROWS + 1));
        Set<String> names = new HashSet<>();
        verified("", known).chains().forEach(gone -> names.add(gone.chain() + gone.first().fault() + gone.first().no()));
        assertThat(names).as("chains that are not there at all").contains(chain + "CUT_OFF1").hasSize(3);
    }

    private static List<ChainRow> without(List<ChainRow> rows, int at) {
        List<ChainRow> changed = new ArrayList<>(rows);
        changed.remove(at);
        return changed;
    }

    private static List<ChainRow> replaced(List<ChainRow> rows, int at, ChainRow by) {
        List<ChainRow> changed = new ArrayList<>(rows);
        changed.set(at, by);
        return changed;
    }

    @Test
    void a_line_that_two_programs_could_read_differently_is_none() {
        String line = TrailLines.of(rows.get(0));
        for (String wrong : new String[] {line.replace("{\"chain\"", "{\"what\":\"x\",\"chain\""), line.replace("\"seq\":", "\"seq\":0"), line.replace("}", ",\"more\":1}"), line + "x",
            line.replace("\"what\"", "\"What\""), line.replace("\"subject\":\"", "\"subject\":\"\\ud800"), line.replace("\"subject\":\"", "\"subject\":\"\\udfff"), line.replace(",\"no\":1", ",\"no\":01"), "[]", "{}", "x"}) {
            assertThat(verified(wrong, List.of()).badLine()).as(wrong).isEqualTo(1);
        }
    }

    @Test
    void the_command_line_verifies_with_the_jdk_alone() throws IOException, InterruptedException {
        Path file = folder.resolve("export.jsonl");
        Path heads = folder.resolve("heads.jsonl");
        StringBuilder daily = new StringBuilder();
        known.forEach(head -> daily.append(TrailLines.daily(head, "2026-01-02", "2026-01-02T00:00:00.000000Z")).append('\n'));
        Files.writeString(heads, daily.toString());

        Files.writeString(file, export);
        assertThat(says(0, file, heads)).contains("40 rows from", "All rows are right.");
        assertThat(says(0, file)).contains("No file of heads was given");
        Files.writeString(file, text(without(rows, 16), ends));
        assertThat(says(1, file, heads)).contains("Deal " + rows.get(0).chain() + ": 39 rows; row 17 was removed", "The trail is NOT as it was written.");
        List<ChainRow> cut = new ArrayList<>(rows);
        cut.removeIf(row -> row.no() == ROWS);
        List<ChainHead> forged = cut.stream().filter(row -> row.no() == ROWS - 1).map(row -> new ChainHead(row.chain(), row.no(), row.hash(), true)).toList();
        Files.writeString(file, text(cut, forged));
        assertThat(says(0, file)).contains("All rows are right.");
        assertThat(says(1, file, heads)).contains("row 40 and what follows was cut off");
        Files.writeString(file, "");
        assertThat(says(1, file)).as("an empty export proves nothing").contains("There is no row to verify.", "Nothing is proven");
        Files.writeString(file, export);
        assertThat(says(1, file, heads, Path.of("portl"))).as("a chain that is not there").contains("Chain portl is not in the export.").doesNotContain("All rows are right.");
        assertThat(says(0, file, heads, Path.of(rows.get(0).chain()))).contains("All rows are right.");
        Files.writeString(file, "nothing\n");
        assertThat(says(1, file)).contains("Line 1 cannot be read");
        assertThat(says(2, folder.resolve("none"))).contains("Cannot be read");
        assertThat(says(2)).contains("Usage");
    }

    private static String says(int code, Path... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp", Path.of("target", "classes").toString(),
                "org.prorata.audit.VerifyTrail"));
        for (Path file : files) {
            command.add(file.toString());
        }
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes());
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).as(said).isEqualTo(code);
        return said;
    }
}
