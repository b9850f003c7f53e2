package org.prorata.deal;

import java.util.Collection;
import java.util.Locale;

/** The known word that one who mistyped most likely meant. */
public final class Nearest {

    private static final int FARTHEST = 3;
    private static final int LONGEST = 60;

    private Nearest() {
    }

    /** Null where no known word is near. @param known in small letters, with hyphens for spaces */
    public static String of(String word, Collection<String> known) {
        String nearest = null;
        int least = Math.min(FARTHEST, word.length() / 2) + 1;
        if (word.length() > LONGEST) {
            return null;
        }
        for (String candidate : known) {
            int distance = distance(word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-'), candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Letters to insert, delete or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
