package org.prorata.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prorata.web.BadInput;
import org.prorata.web.Problem;
import org.prorata.web.SafeText;

/** The words that people put to a proposal: what of them can be kept. */
final class Words {

    static final int LONGEST = 2_000;
    static final int LONGEST_REFERENCE = 200;
    private static final Pattern IN_BUNDLE = Pattern.compile("changes\\[(\\d{1,4})](?:\\.(.+))?");

    private Words() {
    }

    static String text(String words) {
        return words == null ? "" : words.trim();
    }

    static void check(String field, String words, int most, List<Problem> problems) {
        String text = text(words);
        if (text.length() > most) {
            problems.add(new Problem(field, text.substring(0, 40) + "…", "is longer than " + most + " characters"));
        } else if (SafeText.misleads(text)) {
            problems.add(new Problem(field, null, "holds characters that cannot be seen"));
        } else if (field.endsWith("reference") && text.chars().anyMatch(Character::isISOControl)) {
            problems.add(new Problem(field, null, "is one line"));
        }
    }

    /** What is wrong with the reason, which must be given, and the reference. */
    static List<Problem> of(Approvals.Ask ask) {
        List<Problem> problems = new ArrayList<>();
        if (text(ask.reason()).isBlank()) {
            problems.add(new Problem("reason", ask.reason(), "is missing; say in a few words why"));
        }
        check("reason", ask.reason(), LONGEST, problems);
        check("reference", ask.reference(), LONGEST_REFERENCE, problems);
        return problems;
    }

    static void refuseUnreadable(String comment) {
        List<Problem> problems = new ArrayList<>();
        check("comment", comment, LONGEST, problems);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    /** The idempotency key as given, or a new one. */
    static String key(Approvals.Ask ask) {
        String key = text(ask.idempotencyKey());
        if (!key.matches("[\\x21-\\x7e]{0," + LONGEST_REFERENCE + "}")) {
            throw new BadInput("idempotencyKey", null, "must be at most " + LONGEST_REFERENCE + " ASCII characters without spaces");
        }
        return key.isEmpty() ? UUID.randomUUID().toString() : key;
    }

    /** By which a request is known to be the same again. */
    static String hash(Approvals.Ask ask) {
        String content = ask.kind() + "\n" + ask.payload() + "\n" + ask.reason() + "\n" + ask.reference();
        return sha256(content);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A problem in one line, for a list of what stands against something; one within a bundle by its change's number as pages count, from 1. */
    static String line(Problem problem) {
        if (problem.field() == null || problem.field().isEmpty()) {
            return problem.message();
        }
        Matcher within = IN_BUNDLE.matcher(problem.field());
        String where = !within.matches() ? problem.field()
                : "change " + (Integer.parseInt(within.group(1)) + 1) + (within.group(2) == null ? "" : ", " + within.group(2));
        return where + ": " + problem.message();
    }
}
