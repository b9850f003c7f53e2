package org.prorata.allocation;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.prorata.allocation.MatrixView.Kind;
import org.prorata.allocation.MatrixView.Unit;
import org.prorata.calc.Fraction;
import org.prorata.calc.Money;
import org.prorata.deal.Tranche;
import org.prorata.payment.Component;
import org.prorata.web.SiftParams;
import org.prorata.web.Sifted;

/**
 * The columns of the agent's matrix with the deal's own total and the sum over all lenders of each, made at once; a lender's cells are made when it is shown, since a deal of
 * ten thousand lenders has a million of them.
 */
final class Matrix {

    /** @param amount what a lender has in the column, for its order; null where it is not yet known @param cell the same as a text */
    private record Figure(MatrixView.Column column, Function<LenderRow, BigInteger> amount, Function<LenderRow, String> cell) {
    }

    private final Entrance.Visit visit;
    private final List<LenderRow> lenders;
    private final List<Figure> figures = new ArrayList<>();

    private Matrix(Entrance.Visit visit, List<LenderRow> lenders) {
        this.visit = visit;
        this.lenders = lenders;
    }

    static Matrix of(Entrance.Visit visit, List<LenderRow> lenders) {
        Matrix matrix = new Matrix(visit, lenders);
        Picture picture = visit.picture();
        LocalDate on = visit.asOf().on();
        BigInteger outstanding = BigInteger.ZERO;
        for (Tranche tranche : picture.terms().tranches()) {
            matrix.money("booked:" + tranche.id(), Kind.BOOKED, tranche.name().value(), picture.booked(tranche, on), row -> row.booked(tranche.id(), on));
        }
        for (Tranche tranche : picture.terms().tranches()) {
            BigInteger total = picture.projected(tranche, on);
            outstanding = outstanding.add(total);
            matrix.money("projected:" + tranche.id(), Kind.PROJECTED, tranche.name().value(), total, row -> row.projected(tranche.id(), on));
        }
        Function<LenderRow, BigInteger> all = row -> picture.terms().tranches().stream().map(tranche -> row.projected(tranche.id(), on)).reduce(BigInteger.ZERO, BigInteger::add);
        matrix.money("projected", Kind.PROJECTED, null, outstanding, all);
        matrix.share(outstanding, all);
        picture.body().lines().stream().filter(line -> !line.isWarrants()).forEach(matrix::component);
        Line warrants = picture.warrantsOn(on);
        if (warrants != null) {
            matrix.warrants(warrants);
        }
        return matrix;
    }

    /** With every lender. */
    MatrixView view() {
        return view(lenders);
    }

    /** With these lenders alone; the totals stay those of all. */
    MatrixView view(List<LenderRow> shown) {
        Picture picture = visit.picture();
        List<MatrixView.Row> rows = shown.stream().map(lender -> new MatrixView.Row(lender.handle(), lender.name(), cells(lender))).toList();
        return new MatrixView(picture.slug(), visit.asOf().on(), picture.known(), picture.calculation(), picture.terms().currency().getCurrencyCode(), picture.body().illustrative(),
                visit.stage().name().toLowerCase(Locale.ROOT), figures.stream().map(Figure::column).toList(), rows);
    }

    private List<String> cells(LenderRow lender) {
        List<String> cells = new ArrayList<>();
        figures.forEach(figure -> cells.add(figure.cell().apply(lender)));
        return cells;
    }

    /** By name or any column; where a column is not yet known for anybody, the register's order. */
    Sifted<LenderRow> sift(SiftParams asked) {
        Map<String, Comparator<LenderRow>> orders = new HashMap<>();
        orders.put("name", Comparator.comparing(LenderRow::name, String.CASE_INSENSITIVE_ORDER));
        figures.forEach(figure -> orders.put(figure.column().key(), figure.column().isKnown() ? Comparator.comparing(figure.amount()) : (a, b) -> 0));
        return Sifted.of(lenders, asked, LenderRow::name, orders);
    }

    private void component(Line line) {
        Component component = visit.picture().component(line);
        String key = line.payment() + ":" + line.component();
        LocalDate due = visit.picture().payment(line.payment()).due();
        if (!line.isKnown()) {
            unknown(new MatrixView.Column(key, Kind.PAYMENT, line.payment(), due, component.name(), Unit.MONEY, null, null, true, waitsFor(line), false));
            return;
        }
        BigInteger sum = sum(row -> sliceOf(row, line));
        figures.add(new Figure(new MatrixView.Column(key, Kind.PAYMENT, line.payment(), due, component.name(), Unit.MONEY, decimal(line.total()), decimal(sum), sum.equals(line.total()), null,
                line.isFixed()), row -> sliceOf(row, line), row -> decimal(sliceOf(row, line))));
    }

    private static String waitsFor(Line line) {
        return line.waitsFor().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static BigInteger sliceOf(LenderRow row, Line line) {
        return row.of(line) == null ? BigInteger.ZERO : row.of(line).slice();
    }

    private void unknown(MatrixView.Column column) {
        figures.add(new Figure(column, row -> null, row -> null));
    }

    private void warrants(Line line) {
        if (!line.isKnown()) {
            unknown(new MatrixView.Column("warrants", Kind.WARRANTS, null, null, null, Unit.COUNT, null, null, true, waitsFor(line), false));
            return;
        }
        BigInteger sum = sum(row -> sliceOf(row, line));
        figures.add(new Figure(new MatrixView.Column("warrants", Kind.WARRANTS, null, null, null, Unit.COUNT, line.total().toString(), sum.toString(), sum.equals(line.total()), null, false),
                row -> sliceOf(row, line), row -> sliceOf(row, line).toString()));
    }

    private void money(String key, Kind kind, String title, BigInteger total, Function<LenderRow, BigInteger> amount) {
        BigInteger sum = sum(amount);
        figures.add(new Figure(new MatrixView.Column(key, kind, null, null, title, Unit.MONEY, decimal(total), decimal(sum), sum.equals(total), null, false), amount,
                row -> decimal(amount.apply(row))));
    }

    private BigInteger sum(Function<LenderRow, BigInteger> amount) {
        return lenders.stream().map(amount).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private String decimal(BigInteger minor) {
        return Money.ofMinor(minor, visit.picture().terms().currency()).decimal();
    }

    /** Shares are exact fractions; what is shown has nine decimals and need not add up, so the sum is that of the fractions (rule F2). */
    private void share(BigInteger outstanding, Function<LenderRow, BigInteger> held) {
        BigInteger sum = sum(held);
        figures.add(new Figure(new MatrixView.Column("share", Kind.SHARE, null, null, null, Unit.PERCENT, percent(outstanding, outstanding), percent(sum, outstanding),
                sum.equals(outstanding), null, false), held, row -> percent(held.apply(row), outstanding)));
    }

    private static String percent(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? "0" : Fraction.of(part, whole).times(Fraction.of(100)).toDecimal(9, RoundingMode.HALF_UP).toPlainString();
    }
}
