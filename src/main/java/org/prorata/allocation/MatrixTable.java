package org.prorata.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.prorata.web.Table;
import org.prorata.web.Table.Kind;

/** The matrix as a table to download: a row for each lender, then the sum of the lenders and the deal's own total, which are the same. */
final class MatrixTable {

    private static final String UNKNOWN = "not yet known";
    private static final String REGISTER = "the entries of the register effective by the day (rule F3)";

    private MatrixTable() {
    }

    static Table of(MatrixView matrix, String title) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("lender", "the lender's name in addresses; empty in the two rows of totals at the end", "register"));
        columns.add(Table.Column.text("name", "legal name; the last two rows are the sum of the lenders and the deal's own total", "register; each total proves itself (rule F3)"));
        matrix.columns().forEach(column -> columns.add(column(column, matrix)));
        return new Table("Matrix", About.of(title, matrix.on(), matrix.known(), matrix.calculation(), matrix.illustrative()), columns, () -> rows(matrix).iterator());
    }

    /** Made while they are written: a deal of many lenders has a million cells. */
    private static Stream<List<String>> rows(MatrixView matrix) {
        return Stream.concat(matrix.rows().stream().map(row -> line(row.lender(), row.name(), row.cells())),
                Stream.of(line("", "Sum of the lenders", matrix.columns().stream().map(MatrixView.Column::sum).toList()),
                        line("", "Total of the deal", matrix.columns().stream().map(MatrixView.Column::total).toList())));
    }

    private static List<String> line(String handle, String name, Iterable<String> figures) {
        List<String> line = new ArrayList<>(List.of(handle, name));
        figures.forEach(figure -> line.add(figure == null ? UNKNOWN : figure));
        return line;
    }

    private static Table.Column column(MatrixView.Column column, MatrixView matrix) {
        String unit = switch (column.unit()) {
            case MONEY -> matrix.currency();
            case PERCENT -> "%";
            case COUNT -> "warrants";
        };
        Kind kind = switch (column.unit()) {
            case MONEY -> Kind.AMOUNT;
            case PERCENT -> Kind.PERCENT;
            case COUNT -> Kind.COUNT;
        };
        return new Table.Column(heading(column, matrix.currency()), kind, unit, meaning(column), source(column) + (matrix.illustrative() ? "; illustrative shares" : ""));
    }

    private static String heading(MatrixView.Column column, String currency) {
        String title = column.title() == null ? "" : " " + column.title();
        return switch (column.kind()) {
            case BOOKED -> "booked principal" + title + " (" + currency + ")";
            case PROJECTED -> "projected principal" + (column.title() == null ? " all tranches" : title) + " (" + currency + ")";
            case SHARE -> "share (%)";
            case PAYMENT -> "payment " + column.payment() + " due " + column.due() + title + " " + component(column) + " (" + currency + ")";
            case WARRANTS -> "warrants (number)";
        };
    }

    /** The component's name in addresses, such as principal:first. */
    private static String component(MatrixView.Column column) {
        return column.key().replaceFirst("^\\d+:", "");
    }

    private static String meaning(MatrixView.Column column) {
        String waits = column.isKnown() ? "" : "; " + UNKNOWN + ": waits for the " + column.waitsFor();
        return switch (column.kind()) {
            case BOOKED -> "principal that the lender holds in the tranche by what has been entered, at the end of the day";
            case PROJECTED -> "principal as if every payment due by the day is paid as scheduled";
            case SHARE -> "the lender's part of the projected principal over all tranches, with nine decimals; the exact share is the fraction of the two amounts";
            case PAYMENT -> "the lender's slice of this component of the payment" + (column.booked() ? ", booked as paid" : "")
                    + (component(column).startsWith("principal:") ? "" : ", before any withholding tax") + waits;
            case WARRANTS -> "whole warrants that the lender holds by the day" + waits;
        };
    }

    private static String source(MatrixView.Column column) {
        return switch (column.kind()) {
            case BOOKED -> REGISTER;
            case PROJECTED -> REGISTER + ", less the principal of payments due and not booked";
            case SHARE -> "position over total (rule F2)";
            case PAYMENT -> component(column).startsWith("principal:") ? "split over the positions just before the payment (rule F7)"
                    : "total by rule F5, split by largest remainder with what was rounded before (rule F6)";
            case WARRANTS -> "the whole issue split over the positions on the issue date; where the deal staples warrants to the loan, what later sales took along is moved to the buyers (rule F8)";
        };
    }
}
