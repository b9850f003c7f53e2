package org.prorata.deal;

import org.prorata.web.Problem;

/**
 * One thing wrong with a term-sheet file.
 *
 * @param line from 1; 0 where it lies in no line
 * @param field the path, counting from 1: {@code tranches[2].repayments[1].amount}; empty for the file as a whole
 * @param found what stands there, shortened; empty where nothing does
 * @param right what would be right
 */
public record SheetProblem(int line, String field, String found, String right) {

    /** Something that shows only beside the file, such as a name that is taken: it has no line. */
    public static SheetProblem of(Problem problem) {
        return new SheetProblem(0, problem.field() == null ? "" : problem.field(), problem.value() == null ? "" : problem.value(),
                problem.message());
    }
}
