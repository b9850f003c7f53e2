package org.prorata.approval;

import java.util.List;

/**
 * A comparison laid out for one page: what moves first, and so many lenders at a time.
 *
 * @param from the first lender shown, from 1
 * @param next the page of lenders that follows; null on the last
 */
public record ComparisonPage(List<ComparisonTable> moved, List<ComparisonTable> still, int stillColumns, int from, int to, int lenders, boolean proven,
        Integer previous, Integer next) {

    static final int LENDERS = 200;

    /** @param page from 1; one beyond the last shows the last */
    static ComparisonPage of(Comparison comparison, int page) {
        int all = comparison.lines().size();
        int pages = Math.max(1, (all + LENDERS - 1) / LENDERS);
        int shown = Math.min(Math.max(1, page), pages);
        int from = (shown - 1) * LENDERS;
        int to = Math.min(all, from + LENDERS);
        List<Comparison.Line> lines = comparison.lines().subList(from, to);
        List<Integer> still = ComparisonTable.moved(comparison, false);
        return new ComparisonPage(ComparisonTable.of(comparison, lines, ComparisonTable.moved(comparison, true)), ComparisonTable.of(comparison, lines, still),
                still.size(), from + 1, to, all, comparison.columns().stream().allMatch(Comparison.Column::proven), shown > 1 ? shown - 1 : null,
                shown < pages ? shown + 1 : null);
    }

    public boolean inPages() {
        return lenders > LENDERS;
    }
}
