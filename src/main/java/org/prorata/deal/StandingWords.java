package org.prorata.deal;

import java.util.ArrayList;
import java.util.List;

/** A change of signatures and conditions in one line: what is recorded, what is corrected, what is taken back. */
final class StandingWords {

    private final List<String> recorded = new ArrayList<>();
    private final List<String> corrected = new ArrayList<>();
    private final List<String> takenBack = new ArrayList<>();

    /**
     * @param before null: not recorded so far
     * @param after  null: no longer recorded; the same as before: nothing is told of it
     */
    void add(String what, Fact before, Fact after, String rest) {
        if (before == after) {
            return;
        }
        if (before == null) {
            recorded.add(what + " on " + after.on() + rest);
        } else if (after == null) {
            takenBack.add(what + " on " + before.on() + rest);
        } else {
            corrected.add(what + " on " + after.on() + (after.on().equals(before.on()) ? ", reference " + after.reference() : " instead of " + before.on()) + rest);
        }
    }

    String title() {
        List<String> parts = new ArrayList<>();
        part("Record ", recorded, parts);
        part("Correct: ", corrected, parts);
        part("Take back: ", takenBack, parts);
        return String.join(". ", parts);
    }

    private static void part(String verb, List<String> facts, List<String> parts) {
        if (!facts.isEmpty()) {
            parts.add(verb + String.join("; ", facts));
        }
    }
}
