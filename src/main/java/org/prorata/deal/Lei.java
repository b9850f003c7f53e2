package org.prorata.deal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Legal Entity Identifier of ISO 17442: 18 capital letters or digits and two check digits, by ISO 7064 MOD 97-10 with A to Z as 10 to 35. The check
 * digits catch every mistyped digit for a digit and letter for a letter, and every swap of two like neighbours; of a letter in place of a digit about one
 * in a hundred gets through, which lies in the standard.
 */
public final class Lei {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");
    private static final int LENGTH = 20;
    private static final int CHECKED = 18;
    private static final int MODULUS = 97;
    private static final int LETTERS_FROM = 10;

    private Lei() {
    }

    /** What is wrong with it, and what would be right; empty where nothing is. */
    public static Optional<String> wrong(String lei) {
        if (!SHAPE.matcher(lei).matches()) {
            return Optional.of("An LEI has 20 characters: 18 capital letters or digits and two check digits, like 5493001KJTIIGC8Y1R12"
                    + (lei.length() == LENGTH ? "" : "; this has " + lei.length()));
        }
        String right = checkDigits(lei.substring(0, CHECKED));
        return right.equals(lei.substring(CHECKED)) ? Optional.empty()
                : Optional.of("The check digits are wrong: " + lei.substring(0, CHECKED) + " would end in " + right + " and not in " + lei.substring(CHECKED)
                        + ". Compare every character with the source");
    }

    /** The two digits that the first 18 characters must be followed by, from 02 to 98. */
    static String checkDigits(String first) {
        int rest = remainder(first, 0);
        rest = rest * 100 % MODULUS;
        return String.format("%02d", MODULUS + 1 - rest);
    }

    private static int remainder(String text, int from) {
        int rest = from;
        for (char c : text.toCharArray()) {
            boolean digit = c <= '9';
            int value = digit ? c - '0' : c - 'A' + LETTERS_FROM;
            rest = (rest * (digit ? 10 : 100) + value) % MODULUS;
        }
        return rest;
    }
}
