package org.prorata.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prorata.approval.Comparison.Column;

/**
 * A few neighbouring columns of a comparison, as one table of a page; a whole deal's figures side by side would not fit one.
 *
 * @param groups what the columns stand under
 * @param totals the foot, by column
 */
public record ComparisonTable(List<Group> groups, List<Column> columns, List<Row> rows, List<Cell> totals) {

    static final int MOST_COLUMNS = 7;

    public record Group(String title, int columns) {
    }

    /** @param label what the cell is, where it stands alone on a small screen */
    public record Cell(String label, Moved moved, boolean proven) {
    }

    public record Row(String lender, boolean moved, List<Cell> cells) {
    }

    public boolean proven() {
        return columns.stream().allMatch(Column::proven);
    }

    /**
     * Tables of the columns asked for; columns of one group stay together where they can.
     *
     * @param lines the lenders shown, of all of the comparison's
     */
    static List<ComparisonTable> of(Comparison comparison, List<Comparison.Line> lines, List<Integer> wanted) {
        List<ComparisonTable> tables = new ArrayList<>();
        List<Integer> chunk = new ArrayList<>();
        for (List<Integer> group : groups(comparison, wanted)) {
            if (!chunk.isEmpty() && chunk.size() + group.size() > MOST_COLUMNS) {
                tables.add(table(comparison, lines, chunk));
                chunk = new ArrayList<>();
            }
            chunk.addAll(group);
        }
        if (!chunk.isEmpty()) {
            tables.add(table(comparison, lines, chunk));
        }
        return tables;
    }

    private static List<List<Integer>> groups(Comparison comparison, List<Integer> wanted) {
        List<List<Integer>> groups = new ArrayList<>();
        String last = null;
        for (int column : wanted) {
            String group = comparison.columns().get(column).group();
            if (!group.equals(last) || groups.get(groups.size() - 1).size() == MOST_COLUMNS) {
                groups.add(new ArrayList<>());
                last = group;
            }
            groups.get(groups.size() - 1).add(column);
        }
        return groups;
    }

    private static ComparisonTable table(Comparison comparison, List<Comparison.Line> lines, List<Integer> chunk) {
        List<Column> columns = chunk.stream().map(comparison.columns()::get).toList();
        List<Group> groups = groups(comparison, chunk).stream()
                .map(group -> new Group(comparison.columns().get(group.get(0)).group(), group.size())).toList();
        List<Row> rows = lines.stream().map(line -> new Row(line.lender(), chunk.stream().anyMatch(line::moved), chunk.stream()
                .map(i -> new Cell(label(comparison.columns().get(i)), new Moved(line.before().get(i), line.after().get(i), line.enters()), true)).toList())).toList();
        List<Cell> totals = columns.stream().map(column -> new Cell(label(column), new Moved(column.totalBefore(), column.totalAfter(), false), column.proven())).toList();
        return new ComparisonTable(groups, columns, rows, totals);
    }

    private static String label(Column column) {
        return column.group() + ": " + column.title();
    }

    static List<Integer> moved(Comparison comparison, boolean moved) {
        return IntStream.range(0, comparison.columns().size()).filter(i -> comparison.moved(i) == moved).boxed().toList();
    }
}
