package org.prorata.allocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.prorata.calc.Fraction;
import org.prorata.calc.Money;
import org.prorata.deal.Tranche;
import org.prorata.payment.Component;

/**
 * The agent's matrix: every lender's principal, share, slices and warrants, and totals that prove themselves: the deal's own total beside the sum of the
 * lenders, and whether they are the same.
 *
 * @param illustrative does any opening position still stand that nobody entered and approved?
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MatrixView(String deal, LocalDate on, Instant known, int calculation, String currency, boolean illustrative, String stage,
        List<Column> columns, List<Row> rows) {

    public enum Unit { MONEY, PERCENT, COUNT }

    public enum Kind { BOOKED, PROJECTED, SHARE, PAYMENT, WARRANTS }

    /**
     * @param payment  number of the payment, and its stated date; null for positions and warrants
     * @param title    of the tranche or component; null for a total over all tranches, a share, warrants
     * @param total    the deal's own, a decimal text; null where it is not yet known
     * @param sum      of the lenders
     * @param waitsFor why the total is not known; null where it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(String key, Kind kind, Integer payment, LocalDate due, String title, Unit unit, String total, String sum, boolean proven, String waitsFor, boolean booked) {
        public boolean isKnown() {
            return total != null;
        }

        /** Where a lender's cell of this column is explained, behind the deal's address; null for positions and shares. */
        @JsonIgnore
        public String explained() {
            return switch (kind) {
                case PAYMENT -> "/payments/" + payment + "/slices/" + key.substring(key.indexOf(':') + 1);
                case WARRANTS -> "/warrants/slice";
                default -> null;
            };
        }
    }

    /** @param cells decimal texts in the order of the columns; null where a total is not yet known */
    public record Row(String lender, String name, List<String> cells) {}

    /** Do all known columns add up? */
    public boolean proven() {
        return columns.stream().allMatch(Column::proven);
    }

    /** Positions, payments and warrants apart, as the page shows them. */
    public List<Part> parts() {
        return List.of(part(true), part(false));
    }

    private Part part(boolean positions) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if ((columns.get(i).kind() != Kind.PAYMENT) == positions) {
                chosen.add(i);
            }
        }
        List<Column> ofPart = chosen.stream().map(columns::get).toList();
        List<Group> groups = new ArrayList<>();
        for (Column column : ofPart) {
            Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last != null && last.first().kind() == column.kind() && Objects.equals(last.first().payment(), column.payment())) {
                groups.set(groups.size() - 1, new Group(last.first(), last.span() + 1));
            } else {
                groups.add(new Group(column, 1));
            }
        }
        return new Part(positions, groups, ofPart, rows.stream().map(row -> new Row(row.lender(), row.name(), pick(row.cells(), chosen))).toList());
    }

    private static List<String> pick(List<String> cells, List<Integer> chosen) {
        List<String> picked = new ArrayList<>();
        chosen.forEach(index -> picked.add(cells.get(index)));
        return picked;
    }

    public record Part(boolean positions, List<Group> groups, List<Column> columns, List<Row> rows) {}

    /** Neighbouring columns under one heading, which the first of them names. */
    public record Group(Column first, int span) {}

    private record Figure(Column column, List<String> cells) {}

    static MatrixView of(Entrance.Visit visit, List<LenderRow> lenders) {
        Picture picture = visit.picture();
        LocalDate on = visit.asOf().on();
        List<Figure> figures = new ArrayList<>();
        BigInteger outstanding = BigInteger.ZERO;
        for (Tranche tranche : picture.terms().tranches()) {
            BigInteger total = picture.booked(tranche, on);
            figures.add(money("booked:" + tranche.id(), Kind.BOOKED, tranche.name().value(), total, lenders, row -> row.booked(tranche.id(), on), picture));
        }
        for (Tranche tranche : picture.terms().tranches()) {
            BigInteger total = picture.projected(tranche, on);
            outstanding = outstanding.add(total);
            figures.add(money("projected:" + tranche.id(), Kind.PROJECTED, tranche.name().value(), total, lenders, row -> row.projected(tranche.id(), on), picture));
        }
        Function<LenderRow, BigInteger> all = row -> picture.terms().tranches().stream().map(tranche -> row.projected(tranche.id(), on))
                .reduce(BigInteger.ZERO, BigInteger::add);
        figures.add(money("projected", Kind.PROJECTED, null, outstanding, lenders, all, picture));
        figures.add(share(outstanding, lenders, all));
        picture.body().lines().stream().filter(line -> !line.isWarrants()).forEach(line -> figures.add(component(picture, line, lenders)));
        Line warrants = picture.warrantsOn(on);
        if (warrants != null) {
            figures.add(warrants(warrants, lenders));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lenders.size(); i++) {
            int lender = i;
            List<String> cells = new ArrayList<>();
            figures.forEach(figure -> cells.add(figure.cells().get(lender)));
            rows.add(new Row(lenders.get(i).handle(), lenders.get(i).name(), cells));
        }
        return new MatrixView(picture.slug(), on, picture.known(), picture.calculation(), picture.terms().currency().getCurrencyCode(),
                picture.body().illustrative(), visit.stage().name().toLowerCase(), figures.stream().map(Figure::column).toList(), rows);
    }

    private static Figure component(Picture picture, Line line, List<LenderRow> lenders) {
        Component component = picture.component(line);
        String key = line.payment() + ":" + line.component();
        LocalDate due = picture.payment(line.payment()).due();
        if (!line.isKnown()) {
            return unknown(new Column(key, Kind.PAYMENT, line.payment(), due, component.name(), Unit.MONEY, null, null, true, waitsFor(line), false), lenders);
        }
        Figure figure = money(key, Kind.PAYMENT, component.name(), line.total(), lenders, row -> sliceOf(row, line), picture);
        Column c = figure.column();
        return new Figure(new Column(key, Kind.PAYMENT, line.payment(), due, c.title(), c.unit(), c.total(), c.sum(), c.proven(), null, line.isFixed()), figure.cells());
    }

    private static String waitsFor(Line line) {
        return line.waitsFor().name().toLowerCase().replace('_', ' ');
    }

    private static BigInteger sliceOf(LenderRow row, Line line) {
        return row.of(line) == null ? BigInteger.ZERO : row.of(line).slice();
    }

    private static Figure unknown(Column column, List<LenderRow> lenders) {
        return new Figure(column, Collections.nCopies(lenders.size(), null));
    }

    private static Figure warrants(Line line, List<LenderRow> lenders) {
        if (!line.isKnown()) {
            return unknown(new Column("warrants", Kind.WARRANTS, null, null, null, Unit.COUNT, null, null, true, waitsFor(line), false), lenders);
        }
        BigInteger sum = lenders.stream().map(row -> sliceOf(row, line)).reduce(BigInteger.ZERO, BigInteger::add);
        return new Figure(new Column("warrants", Kind.WARRANTS, null, null, null, Unit.COUNT, line.total().toString(), sum.toString(), sum.equals(line.total()), null, false),
                lenders.stream().map(row -> sliceOf(row, line).toString()).toList());
    }

    private static Figure money(String key, Kind kind, String title, BigInteger total, List<LenderRow> lenders, Function<LenderRow, BigInteger> amount, Picture picture) {
        Currency currency = picture.terms().currency();
        BigInteger sum = lenders.stream().map(amount).reduce(BigInteger.ZERO, BigInteger::add);
        return new Figure(new Column(key, kind, null, null, title, Unit.MONEY, decimal(total, currency), decimal(sum, currency), sum.equals(total), null, false),
                lenders.stream().map(row -> decimal(amount.apply(row), currency)).toList());
    }

    private static String decimal(BigInteger minor, Currency currency) {
        return Money.ofMinor(minor, currency).decimal();
    }

    /** Shares are exact fractions; what is shown has nine decimals and need not add up, so the sum is that of the fractions (rule F2). */
    private static Figure share(BigInteger outstanding, List<LenderRow> lenders, Function<LenderRow, BigInteger> held) {
        BigInteger sum = lenders.stream().map(held).reduce(BigInteger.ZERO, BigInteger::add);
        return new Figure(new Column("share", Kind.SHARE, null, null, null, Unit.PERCENT, percent(outstanding, outstanding), percent(sum, outstanding),
                sum.equals(outstanding), null, false), lenders.stream().map(row -> percent(held.apply(row), outstanding)).toList());
    }

    private static String percent(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? "0" : Fraction.of(part, whole).times(Fraction.of(100)).toDecimal(9, RoundingMode.HALF_UP).toPlainString();
    }
}
