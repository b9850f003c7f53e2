package org.prorata.deal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with a file. */
final class SheetProblems {

    /** More than anyone reads; a file of nonsense must not make an answer larger than itself. */
    private static final int MOST_REPORTED = 200;
    private static final int LONGEST_FOUND = 80;

    private final List<SheetProblem> problems = new ArrayList<>();
    private int unreported;

    void add(int line, String field, String found, String right) {
        if (problems.size() == MOST_REPORTED) {
            unreported++;
            return;
        }
        problems.add(new SheetProblem(line, field, shortened(found), right));
    }

    void add(SheetNode at, String field, String right) {
        add(at.line(), field, at.shown(), right);
    }

    boolean none() {
        return problems.isEmpty();
    }

    void throwIfAny() {
        if (none()) {
            return;
        }
        List<SheetProblem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(SheetProblem::line));
        if (unreported > 0) {
            sorted.add(new SheetProblem(sorted.get(sorted.size() - 1).line(), "", "",
                    "Correct these first: " + unreported + " more problems are not listed"));
        }
        throw new BadTermSheet(sorted);
    }

    private static String shortened(String found) {
        String oneLine = found.codePoints().limit(LONGEST_FOUND + 1L)
                .map(c -> SheetText.isControl(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        int end = oneLine.codePointCount(0, oneLine.length()) > LONGEST_FOUND ? oneLine.offsetByCodePoints(0, LONGEST_FOUND) : -1;
        return end < 0 ? oneLine : oneLine.substring(0, end) + "…";
    }
}
