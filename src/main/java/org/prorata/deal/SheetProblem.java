package org.prorata.deal;

/**
 * One thing wrong with a term-sheet file.
 *
 * @param line from 1
 * @param field the path, counting from 1: {@code tranches[2].repayments[1].amount}; empty for the file as a whole
 * @param found what stands there, shortened; empty where nothing does
 * @param right what would be right
 */
public record SheetProblem(int line, String field, String found, String right) {
}
