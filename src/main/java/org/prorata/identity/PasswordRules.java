package org.prorata.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords are refused (S2): shorter than 12 or longer than 128 characters, those that name the user or the portal, and the common
 * ones. What of a password is a walk over the keyboard, a row of the alphabet, a repetition or a common word does not count: less than
 * {@value #OWN} characters beside is a common password. No rule asks for kinds of characters.
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final int OWN = 6;
    private static final int RUN = 3;
    private static final int FEWEST_DIFFERENT = 5;
    private static final String PORTAL_NAME = "prorata";
    private static final List<String> WALKS = List.of("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
            "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp",
            "1q2w3e4r5t6y7u8i9o0p", "!@#$%^&*()", "147258369", "1a2b3c4d5e6f7g8h9i0j");
    private static final List<String> WORDS = words();

    private PasswordRules() {
    }

    /** What is wrong with it, in plain words; empty where it may be used. */
    static Optional<String> fault(String password, String login, String name) {
        String typed = Passwords.typed(password);
        int length = typed.codePointCount(0, typed.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("A password has " + SHORTEST + " to " + LONGEST + " characters; this one has " + length + ".");
        }
        String plain = typed.toLowerCase(Locale.ROOT);
        String letters = unmasked(plain);
        for (String own : namesOf(login, name)) {
            if (plain.contains(own) || letters.contains(own)) {
                return Optional.of("The password must not contain the user's or the portal's name.");
            }
        }
        if (plain.codePoints().distinct().count() < FEWEST_DIFFERENT || Math.min(ownOf(plain), ownOf(letters)) < OWN) {
            return Optional.of("This is a common password, or one of common words, repetitions and rows of keys. Three or four unrelated words are better.");
        }
        return Optional.empty();
    }

    private static List<String> namesOf(String login, String name) {
        List<String> names = new ArrayList<>(List.of(PORTAL_NAME));
        for (String part : (login + " " + name).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (part.length() > RUN) {
                names.add(part);
            }
        }
        return names;
    }

    /** The usual disguises of letters, taken off. */
    private static String unmasked(String plain) {
        return plain.replace('0', 'o').replace('1', 'l').replace('!', 'i').replace('3', 'e').replace('4', 'a').replace('@', 'a')
                .replace('5', 's').replace('$', 's').replace('7', 't');
    }

    /** How many characters are left without common words, walks and repetitions. */
    private static int ownOf(String password) {
        String left = password;
        for (String word : WORDS) {
            left = left.replace(word, " ");
        }
        int letters = 0;
        Set<Character> others = new HashSet<>();
        for (int at = 0; at < left.length();) {
            int run = Math.max(walkAt(left, at), repetitionAt(left, at));
            if (run >= RUN) {
                at += run;
                continue;
            }
            char own = left.charAt(at++);
            if (Character.isLetter(own)) {
                letters++;
            } else if (own != ' ') {
                others.add(own);
            }
        }
        // A few digits and signs around a common word are its usual decoration.
        return letters + Math.max(0, others.size() - RUN);
    }

    private static int walkAt(String text, int at) {
        int longest = 0;
        for (String walk : WALKS) {
            longest = Math.max(longest, Math.max(commonStart(text, at, walk), commonStart(text, at, new StringBuilder(walk).reverse().toString())));
        }
        return longest;
    }

    private static int commonStart(String text, int at, String walk) {
        int from = walk.indexOf(text.charAt(at));
        int run = 0;
        while (from >= 0 && from + run < walk.length() && at + run < text.length() && walk.charAt(from + run) == text.charAt(at + run)) {
            run++;
        }
        return run;
    }

    /** The length of a stretch that says again what stands before it. */
    private static int repetitionAt(String text, int at) {
        int longest = 0;
        for (int back = 1; back <= at; back++) {
            int run = 0;
            while (at + run < text.length() && text.charAt(at + run) == text.charAt(at - back + run)) {
                run++;
            }
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static List<String> words() {
        try (InputStream file = PasswordRules.class.getResourceAsStream("/common-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            // The longest first: "password" before "pass".
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .sorted(Comparator.comparingInt(String::length).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
