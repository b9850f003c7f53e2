package org.prorata.deal;

import java.util.List;

/** A file that is no term sheet, with everything that is wrong with it in the order of its lines. */
public class BadTermSheet extends RuntimeException {

    private final transient List<SheetProblem> problems;

    public BadTermSheet(List<SheetProblem> problems) {
        super(problems.size() + " problems in the term sheet, the first in line " + problems.get(0).line() + ": "
                + problems.get(0).field() + ": " + problems.get(0).right());
        this.problems = List.copyOf(problems);
    }

    public List<SheetProblem> problems() {
        return problems;
    }
}
