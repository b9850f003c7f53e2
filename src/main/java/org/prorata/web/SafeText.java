package org.prorata.web;

import java.util.regex.Pattern;

/** Text of others made fit for places where it could do harm: log lines and file names (S7). */
public final class SafeText {

    private static final int LONGEST_FILE_NAME = 120;
    private static final int LONGEST_LINE = 500;

    private static final Pattern MISLEADING = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]|[\\p{Cf}&&[^\\u200c\\u200d]]|\\p{Cs}|\\p{Zl}|\\p{Zp}|[\\x80-\\x9f]"
            + "|[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0]|^\\p{M}");

    private SafeText() {
    }

    /** One line of at most 500 characters: control, format and line-separating characters become a question mark. */
    public static String line(String text) {
        if (text == null) {
            return "";
        }
        String cut = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) : text;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\x80-\\x9f]", "?");
    }

    /** Whether a text holds what makes it read otherwise than it is written: control characters but line breaks, marks of direction, lone surrogates, letters that have no shape,
     * a mark at its start that would go onto what stands before it. Joiners, which some scripts need, do not. */
    public static boolean misleads(String text) {
        return text != null && MISLEADING.matcher(text).find();
    }

    /** Letters, digits, dots, hyphens and underscores of ASCII only, beginning with a letter or digit; "download" where none are left. */
    public static String fileName(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "").replaceAll("\\.{2,}", ".");
        String cut = plain.length() > LONGEST_FILE_NAME ? plain.substring(plain.length() - LONGEST_FILE_NAME).replaceAll("^[^A-Za-z0-9]+", "") : plain;
        return cut.isEmpty() ? "download" : cut;
    }
}
