package org.prorata.approval;

import java.util.List;

/**
 * Before and after of a proposal, for every lender (rows) and every figure that could move (columns).
 *
 * @param columns what is compared; a total is the sum of its column, worked out from the rows and held against the deal's own total
 * @param bookedTotals booked totals that would be others over principal as it is known after the change; they stay, and are split again
 * @param raised  every figure of the agent's own position as a lender that grows; kept with the proposal for ever
 */
public record Comparison(List<Column> columns, List<Line> lines, List<BookedTotal> bookedTotals, List<Raised> raised) {

    public Comparison {
        bookedTotals = bookedTotals == null ? List.of() : bookedTotals;
        raised = raised == null ? List.of() : raised;       // comparisons that were stored before these were looked for have none
    }

    /**
     * A booked total of interest beside what it would be; who approves must see that cash and principal no longer agree.
     *
     * @param by      the difference, without a sign
     * @param tooMuch whether more was booked
     */
    public record BookedTotal(int payment, String title, String unit, String booked, String computed, String by, boolean tooMuch) {}

    /**
     * A figure of the agent's own that grows.
     *
     * @param before empty where there was none
     * @param by     how much it grows, without a sign
     */
    public record Raised(String lender, String group, String title, String unit, String before, String after, String by) {
        public String figure() {
            return group + ": " + title;
        }
    }

    /** @param proven whether the sum of the rows is the deal's own total, both before and after */
    public record Column(String group, String title, String unit, String totalBefore, String totalAfter, boolean proven) {
        public boolean moved() {
            return !totalBefore.equals(totalAfter);
        }
    }

    /** One lender's figures, in the order of the columns; an empty text where the figure is not known or not there. */
    public record Line(String lender, List<String> before, List<String> after) {
        public boolean moved() {
            return !before.equals(after);
        }

        /** Was it no lender of the deal before? */
        public boolean enters() {
            return before.stream().allMatch(String::isEmpty);
        }

        public boolean moved(int column) {
            return !before.get(column).equals(after.get(column));
        }
    }

    /** Does any figure of any lender differ? */
    public boolean moved() {
        return lines.stream().anyMatch(Line::moved) || columns.stream().anyMatch(Column::moved);
    }

    /** Does this column differ for anybody? */
    public boolean moved(int column) {
        return columns.get(column).moved() || lines.stream().anyMatch(line -> line.moved(column));
    }
}
