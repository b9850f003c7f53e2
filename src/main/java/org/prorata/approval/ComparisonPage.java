package org.prorata.approval;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A comparison laid out for one page: the columns that move first, the lenders whose figures move most on top, and so many lenders at a time.
 *
 * @param from the first lender shown, from 1, as they are ordered here
 * @param picture of the first figure that moves; null where none does
 * @param next the page of lenders that follows; null on the last
 */
public record ComparisonPage(List<ComparisonTable> moved, List<ComparisonTable> still, int stillColumns, int from, int to, int lenders, boolean proven,
        ComparisonPicture picture, Integer previous, Integer next) {

    static final int LENDERS = 200;

    /** @param page from 1; one beyond the last shows the last */
    static ComparisonPage of(Comparison comparison, int page) {
        int all = comparison.lines().size();
        int pages = Math.max(1, (all + LENDERS - 1) / LENDERS);
        int shown = Math.min(Math.max(1, page), pages);
        int from = (shown - 1) * LENDERS;
        int to = Math.min(all, from + LENDERS);
        List<Comparison.Line> ordered = mostMovedFirst(comparison);
        List<Comparison.Line> lines = ordered.subList(from, to);
        List<Integer> still = ComparisonTable.moved(comparison, false);
        return new ComparisonPage(ComparisonTable.of(comparison, lines, ComparisonTable.moved(comparison, true)), ComparisonTable.of(comparison, lines, still),
                still.size(), from + 1, to, all, comparison.columns().stream().allMatch(Comparison.Column::proven),
                ComparisonPicture.of(comparison, ordered), shown > 1 ? shown - 1 : null,
                shown < pages ? shown + 1 : null);
    }

    private record Ranked(Comparison.Line line, BigDecimal movedBy) {
    }

    /** Else the two parties of a transfer would stand among thousands of lenders; those that move alike stay in register order. */
    private static List<Comparison.Line> mostMovedFirst(Comparison comparison) {
        return comparison.lines().stream().map(line -> new Ranked(line, movedBy(line))).sorted(Comparator.comparing(Ranked::movedBy).reversed()).map(Ranked::line).toList();
    }

    /** Over all figures whatever their units: it orders and is not shown. */
    private static BigDecimal movedBy(Comparison.Line line) {
        return IntStream.range(0, line.after().size()).filter(line::moved).mapToObj(i -> number(line.after().get(i)).subtract(number(line.before().get(i))).abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : Moved.number(text);
    }

    public boolean inPages() {
        return lenders > LENDERS;
    }
}
