package org.prorata.approval;

import java.util.ArrayList;
import java.util.List;

/** A comparison as rows of a file: one a lender and figure, then the totals. */
final class ComparisonRows {

    static final List<String> HEADER = List.of("lender", "group", "figure", "unit", "before", "after", "moved");

    private ComparisonRows() {
    }

    static List<List<String>> of(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        for (Comparison.Line line : comparison.lines()) {
            for (int i = 0; i < comparison.columns().size(); i++) {
                rows.add(row(line.lender(), comparison.columns().get(i), line.before().get(i), line.after().get(i)));
            }
        }
        comparison.columns().forEach(column -> rows.add(row("total", column, column.totalBefore(), column.totalAfter())));
        return rows;
    }

    private static List<String> row(String lender, Comparison.Column column, String before, String after) {
        return List.of(lender, column.group(), column.title(), column.unit(), plain(before), plain(after), before.equals(after) ? "no" : "yes");
    }

    private static String plain(String grouped) {
        return grouped.replace(",", "");
    }
}
