package org.prorata.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.prorata.audit.ChainCheck.Finding;
import org.prorata.audit.ChainCheck.Result;

/**
 * Verifies an export of the trail, with the export alone and the JDK alone:
 * {@code java -cp prorata.jar org.prorata.audit.VerifyTrail export.jsonl [heads.jsonl [chain ...]]}. The file of heads is the one that the portal writes day by day, best a
 * copy that was kept elsewhere; without it a trail that was cut off at its end, or hashed anew as a whole, cannot be told from a right one. Every chain of the file of
 * heads has to be in the export, unless the chains that are are named. Exit code 0: all is right; 1: something is not, or nothing is there that was to be verified; 2: a file cannot be read.
 */
public final class VerifyTrail {

    /**
     * What was found.
     *
     * @param badLine the first line that cannot be read, from 1; 0 where all can
     * @param why     what is wrong with it
     */
    record Verdict(List<Result> chains, long badLine, String why) {

        boolean right() {
            return badLine == 0 && chains.stream().allMatch(Result::right);
        }

        long rows() {
            return chains.stream().mapToLong(Result::rows).sum();
        }
    }

    private VerifyTrail() {
    }

    public static void main(String... files) {
        System.exit(run(System.out, files));
    }

    static int run(PrintStream out, String... files) {
        if (files.length == 0) {
            out.println("Usage: java -cp prorata.jar org.prorata.audit.VerifyTrail export.jsonl [heads.jsonl [chain ...]]");
            return 2;
        }
        try (Reader export = Files.newBufferedReader(Path.of(files[0]), StandardCharsets.UTF_8)) {
            List<ChainHead> heads = files.length > 1 ? heads(Files.readString(Path.of(files[1]), StandardCharsets.UTF_8)) : List.of();
            Verdict verdict = of(export, heads, files.length > 2 ? Set.of(List.of(files).subList(2, files.length).toArray(String[]::new)) : null);
            verdict.chains().forEach(chain -> out.println(words(chain)));
            if (verdict.badLine() > 0) {
                out.println("Line " + verdict.badLine() + " cannot be read: " + verdict.why() + ".");
            }
            if (files.length == 1) {
                out.println("No file of heads was given: rows cut off at the end, with the lines that state it, would not be noticed.");
            }
            List<String> missing = new ArrayList<>(files.length > 2 ? List.of(files).subList(2, files.length) : List.of());
            missing.removeAll(verdict.chains().stream().map(Result::chain).toList());
            missing.forEach(chain -> out.println("Chain " + chain + " is not in the export."));
            if (verdict.chains().isEmpty()) {
                out.println("There is no row to verify.");
            }
            boolean right = verdict.right() && missing.isEmpty() && !verdict.chains().isEmpty();
            out.println(right ? "All rows are right." : verdict.right() ? "Nothing is proven: what was to be verified is not there." : "The trail is NOT as it was written.");
            return right ? 0 : 1;
        } catch (TrailLines.Unreadable | IOException | IllegalArgumentException wrong) {
            out.println("Cannot be read: " + (wrong instanceof CharacterCodingException ? "it is no UTF-8" : wrong.getMessage()));
            return 2;
        }
    }

    /** The heads that a text of one a line says; empty lines are passed over. */
    static List<ChainHead> heads(String text) throws TrailLines.Unreadable {
        List<ChainHead> heads = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            if (!line.isBlank()) {
                if (!(TrailLines.read(line) instanceof ChainHead head)) {
                    throw new TrailLines.Unreadable("line " + number + " of the heads is no head");
                }
                heads.add(head);
            }
        }
        return heads;
    }

    /** @param only the chains that are looked at; null: all */
    static Verdict of(Reader export, List<ChainHead> heads, Set<String> only) throws IOException {
        ChainCheck check = new ChainCheck();
        heads.stream().filter(head -> only == null || only.contains(head.chain())).forEach(check::stated);
        long badLine = 0;
        String why = null;
        BufferedReader lines = new BufferedReader(export);
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                Object read = TrailLines.read(line);
                if (read instanceof ChainRow row && (only == null || only.contains(row.chain()))) {
                    check.row(row);
                } else if (read instanceof ChainHead head && (only == null || only.contains(head.chain()))) {
                    check.end(head);
                }
            } catch (TrailLines.Unreadable unreadable) {
                badLine = badLine == 0 ? number : badLine;
                why = why == null ? unreadable.getMessage() : why;
            }
        }
        return new Verdict(check.results(true), badLine, why);
    }

    private static String words(Result chain) {
        String head = (chain.chain().equals("portal") ? "The portal" : "Deal " + chain.chain()) + ": " + chain.rows() + " rows";
        return chain.right() ? head + " from " + chain.firstAt() + " to " + chain.lastAt() + " are right; the last has hash " + chain.hash() + "."
                : head + "; " + words(chain.first());
    }

    private static String words(Finding found) {
        return switch (found.fault()) {
            case ALTERED -> "row " + found.no() + " was altered.";
            case REMOVED -> "row " + found.no() + " was removed, or is not in its place.";
            case INSERTED -> "row " + found.no() + " was inserted.";
            case CUT_OFF -> "row " + found.no() + " and what follows was cut off.";
            case OTHER_THAN_STATED -> "row " + found.no() + " is not the one that was stated: one of rows " + found.since() + " to " + found.no()
                    + " was altered, and what follows it hashed anew.";
            case NO_END -> "the export breaks off before row " + found.no() + ", or does not state that the chain ends there.";
        };
    }
}
