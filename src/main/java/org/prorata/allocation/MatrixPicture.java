package org.prorata.allocation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.prorata.calc.Money;
import org.prorata.deal.Tranche;
import org.prorata.web.Plot;

/**
 * Principal of the lenders over time, drawn one upon the other for the agent: the eight that hold most on the day looked at each by itself, all others together as what is
 * left of the deal's total. So its cost does not grow with the lenders.
 *
 * @param onX of the day looked at; null where it lies outside
 */
public record MatrixPicture(Plot plot, List<Band> bands, List<Day> days, LocalDate on, BigDecimal onX) {

    private static final int MOST = 8;
    private static final int LEFT = 8;
    private static final int TOP = 12;
    private static final int WIDTH = 384;
    private static final int HEIGHT = 180;
    /** A band has its number written in where it is at least so high. */
    private static final BigDecimal LEGIBLE = BigDecimal.valueOf(11);
    /** Units between two dates under the drawing, so that they do not overlap. */
    private static final BigDecimal APART = BigDecimal.valueOf(78);

    /**
     * @param number  by which the drawing names it, from 1, the uppermost first
     * @param name    null for all others together
     * @param labelX  where its number stands: where nothing moves for longest @param labelY null where there is no room for it
     */
    public record Band(int number, String name, String path, BigDecimal labelX, BigDecimal labelY) {}

    /** @param amounts in the order of the bands @param dated whether there is room for its date under the drawing */
    public record Day(LocalDate day, List<Money> amounts, Money total, BigDecimal x, boolean dated) {}

    private record Level(LocalDate day, List<BigInteger> amounts, BigInteger total) {}

    /** Null where the deal has lapsed: nothing is projected. */
    static MatrixPicture of(Look look, List<LenderRow> rows) {
        if (look.lapsed() || rows.isEmpty()) {
            return null;
        }
        List<LenderRow> largest = largest(look, rows);
        List<Level> levels = levels(look, largest, rows.size() > largest.size());
        BigInteger most = levels.stream().map(Level::total).reduce(BigInteger.ZERO, BigInteger::max);
        Plot plot = new Plot(LEFT, TOP, WIDTH, HEIGHT, levels.get(0).day(), levels.get(levels.size() - 1).day(), most);
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < levels.get(0).amounts().size(); i++) {
            bands.add(band(plot, levels, i, i < largest.size() ? largest.get(i).name() : null));
        }
        return new MatrixPicture(plot, List.copyOf(bands), days(look, plot, levels), look.on(), plot.holds(look.on()) ? plot.x(look.on()) : null);
    }

    /** In register order. */
    private static List<LenderRow> largest(Look look, List<LenderRow> rows) {
        Function<LenderRow, BigInteger> held = row -> principal(look, row, look.on());
        return rows.stream().sorted(Comparator.comparing(held).reversed().thenComparing(LenderRow::seq)).limit(MOST).sorted(Comparator.comparing(LenderRow::seq)).toList();
    }

    private static BigInteger principal(Look look, LenderRow row, LocalDate day) {
        return look.terms().tranches().stream().map(Tranche::id).map(tranche -> row.projected(tranche, day)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The first day, each on which an amount is another than before, and the last. What the others hold together moves on no other days: by payments, or from and to the largest. */
    private static List<Level> levels(Look look, List<LenderRow> largest, boolean others) {
        Picture picture = look.picture();
        TreeSet<LocalDate> days = PrincipalPicture.moves(picture, largest);
        days.add(picture.opensOn());
        List<Level> levels = new ArrayList<>();
        for (LocalDate day : days) {
            BigInteger total = look.terms().tranches().stream().map(tranche -> picture.projected(tranche, day)).reduce(BigInteger.ZERO, BigInteger::add);
            List<BigInteger> amounts = new ArrayList<>(largest.stream().map(row -> principal(look, row, day)).toList());
            if (others) {
                amounts.add(amounts.stream().reduce(total, BigInteger::subtract));
            }
            Level before = levels.isEmpty() ? null : levels.get(levels.size() - 1);
            if (before == null || !before.amounts().equals(amounts) || day.equals(days.last())) {
                levels.add(new Level(day, amounts, total));
            }
        }
        return levels;
    }

    private static Band band(Plot plot, List<Level> levels, int index, String name) {
        StringBuilder path = new StringBuilder();
        for (Level level : levels) {
            path.append(path.length() == 0 ? "M" + plot.x(level.day()) + " " : "H" + plot.x(level.day()) + "V").append(upper(plot, level, index));
        }
        path.append("V").append(upper(plot, levels.get(levels.size() - 1), index + 1));
        for (int i = levels.size() - 1; i > 0; i--) {
            path.append("H").append(plot.x(levels.get(i).day())).append("V").append(upper(plot, levels.get(i - 1), index + 1));
        }
        path.append("H").append(plot.x(plot.first())).append("Z");
        Level longest = longest(levels);
        BigDecimal top = upper(plot, longest, index);
        BigDecimal height = upper(plot, longest, index + 1).subtract(top);
        return new Band(index + 1, name, path.toString(), plot.x(longest.day()), height.compareTo(LEGIBLE) < 0 ? null : top.add(height.divide(BigDecimal.valueOf(2))));
    }

    private static Level longest(List<Level> levels) {
        int longest = 0;
        for (int i = 1; i < levels.size() - 1; i++) {
            longest = lasts(levels, i) > lasts(levels, longest) ? i : longest;
        }
        return levels.get(longest);
    }

    private static long lasts(List<Level> levels, int index) {
        return index + 1 < levels.size() ? levels.get(index).day().until(levels.get(index + 1).day(), ChronoUnit.DAYS) : 0;
    }

    /** The upper edge of a band: what it and all under it hold. */
    private static BigDecimal upper(Plot plot, Level level, int index) {
        return plot.y(level.amounts().subList(index, level.amounts().size()).stream().reduce(BigInteger.ZERO, BigInteger::add));
    }

    private static List<Day> days(Look look, Plot plot, List<Level> levels) {
        List<Day> days = new ArrayList<>();
        BigDecimal dated = null;
        for (Level level : levels) {
            BigDecimal x = plot.x(level.day());
            boolean room = level.day().equals(plot.last()) || dated == null || x.subtract(dated).compareTo(APART) >= 0 && plot.x(plot.last()).subtract(x).compareTo(APART) >= 0;
            dated = room ? x : dated;
            days.add(new Day(level.day(), level.amounts().stream().map(look::money).toList(), look.money(level.total()), x, room));
        }
        return List.copyOf(days);
    }

    public Day first() {
        return days.get(0);
    }

    public Day last() {
        return days.get(days.size() - 1);
    }
}
