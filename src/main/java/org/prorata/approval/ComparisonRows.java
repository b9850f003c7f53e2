package org.prorata.approval;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prorata.web.Table;
import org.prorata.web.Table.Column;

/** A comparison as rows of a file: one a lender and figure, then the totals. */
final class ComparisonRows {

    private static final String COMPUTED = "computed by making the change, recomputing everything and rolling back (rule F15)";
    private static final List<Column> COLUMNS = List.of(
            Column.text("lender", "legal name; total in the rows at the end", "register"),
            Column.text("group", "what the figure belongs to: the principal on a day, a payment, warrants", "the deal's terms"),
            Column.text("figure", "the tranche, share, component or warrants", "the deal's terms"),
            Column.text("unit", "of the figures beside: a currency, % or warrants", "the deal's terms"),
            Column.amount("before", "", "the figure without the change, in the unit beside; empty where it is not known or not there", COMPUTED),
            Column.amount("after", "", "the figure with the change", COMPUTED),
            Column.text("moved", "yes where the two differ", "before held against after"));

    private ComparisonRows() {
    }

    static Table of(UUID proposal, Comparison comparison) {
        return new Table("Comparison", Map.of("proposal", proposal.toString()), COLUMNS, () -> Stream.concat(comparison.lines().stream().flatMap(line -> rows(comparison, line)),
                comparison.columns().stream().map(column -> row("total", column, column.totalBefore(), column.totalAfter()))).iterator());
    }

    private static Stream<List<String>> rows(Comparison comparison, Comparison.Line line) {
        return IntStream.range(0, comparison.columns().size()).mapToObj(i -> row(line.lender(), comparison.columns().get(i), line.before().get(i), line.after().get(i)));
    }

    private static List<String> row(String lender, Comparison.Column column, String before, String after) {
        return List.of(lender, column.group(), column.title(), column.unit(), plain(before), plain(after), before.equals(after) ? "no" : "yes");
    }

    /** Pages group thousands and write a true minus; files do neither. */
    private static String plain(String grouped) {
        return grouped.replace(",", "").replace('\u2212', '-');
    }
}
