package org.prorata.allocation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.prorata.allocation.PrincipalView.TrancheLine;
import org.prorata.calc.Money;
import org.prorata.web.Plot;

/**
 * Principal over time, drawn: the viewer's own and the deal's total, projected at the end of each day on which either moves. Made of the same records as the
 * table of principal. Its days are those of the deal's payments and exchanges, which everybody is told, and of the viewer's own entries: none is another lender's.
 *
 * @param own  path of the stepped line
 * @param onX  of the day looked at; null where it lies outside
 */
public record PrincipalPicture(Plot plot, List<Step> steps, String own, String deal, LocalDate on, BigDecimal onX) {

    private static final int LEFT = 8;
    private static final int TOP = 22;
    private static final int WIDTH = 384;
    private static final int HEIGHT = 140;
    /** Units between two dates under the drawing, so that they do not overlap. */
    private static final BigDecimal APART = BigDecimal.valueOf(78);

    /** @param dated whether there is room for its date under the drawing */
    public record Step(LocalDate day, Money own, Money deal, BigDecimal x, BigDecimal ownY, BigDecimal dealY, boolean dated) {}

    private record Level(LocalDate day, Money own, Money deal) {}

    /** Null where the deal has lapsed or the viewer acts for no lender: there is nothing to draw. */
    static PrincipalPicture of(Look look, Mine mine) {
        if (look.lapsed() || mine.shown().isEmpty()) {
            return null;
        }
        List<Level> levels = levels(look, mine);
        BigInteger most = levels.stream().map(level -> level.deal().minor()).reduce(BigInteger.ZERO, BigInteger::max);
        Plot plot = new Plot(LEFT, TOP, WIDTH, HEIGHT, levels.get(0).day(), levels.get(levels.size() - 1).day(), most);
        List<Step> steps = steps(plot, levels);
        return new PrincipalPicture(plot, steps, path(steps, true), path(steps, false), look.on(), plot.holds(look.on()) ? plot.x(look.on()) : null);
    }

    /** The first day, each on which an amount is another than before, and the last. */
    private static List<Level> levels(Look look, Mine mine) {
        List<Level> levels = new ArrayList<>();
        TreeSet<LocalDate> days = moves(look.picture(), mine.shown());
        days.add(look.picture().opensOn());
        for (LocalDate day : days) {
            TrancheLine total = PrincipalView.of(new Look(look.picture(), day, look.today(), look.seesAll()), mine).total();
            Level level = new Level(day, total.own().projected(), total.dealProjected());
            Level before = levels.isEmpty() ? null : levels.get(levels.size() - 1);
            if (before == null || !before.own().equals(level.own()) || !before.deal().equals(level.deal()) || day.equals(days.last())) {
                levels.add(level);
            }
        }
        return levels;
    }

    /** The days on which the deal's principal or that of one of these lenders moves: none tells of another lender's transfers. */
    static TreeSet<LocalDate> moves(Picture picture, List<LenderRow> of) {
        TreeSet<LocalDate> days = new TreeSet<>();
        picture.body().lines().stream().filter(line -> line.component().startsWith("principal:")).forEach(line -> days.add(line.day()));
        picture.exchanged().forEach(each -> days.add(each.on()));
        of.forEach(row -> row.entries().forEach(entry -> days.add(entry.on())));
        return days;
    }

    private static List<Step> steps(Plot plot, List<Level> levels) {
        List<Step> steps = new ArrayList<>();
        BigDecimal last = plot.x(plot.last());
        BigDecimal dated = null;
        for (Level level : levels) {
            BigDecimal x = plot.x(level.day());
            boolean end = level.day().equals(plot.last());
            boolean room = end || dated == null || (x.subtract(dated).compareTo(APART) >= 0 && last.subtract(x).compareTo(APART) >= 0);
            dated = room ? x : dated;
            steps.add(new Step(level.day(), level.own(), level.deal(), x, plot.y(level.own().minor()), plot.y(level.deal().minor()), room));
        }
        return List.copyOf(steps);
    }

    private static String path(List<Step> steps, boolean own) {
        StringBuilder path = new StringBuilder();
        for (Step step : steps) {
            BigDecimal y = own ? step.ownY() : step.dealY();
            path.append(path.length() == 0 ? "M" + step.x() + " " + y : "H" + step.x() + "V" + y);
        }
        return path.toString();
    }

    public Step first() {
        return steps.get(0);
    }

    public Step last() {
        return steps.get(steps.size() - 1);
    }

    /** Where the words of the first own amount stand: above its line, or under it where the deal's own words stand there. */
    public BigDecimal ownWordsY() {
        boolean close = first().ownY().subtract(first().dealY()).compareTo(BigDecimal.valueOf(18)) < 0;
        return first().ownY().add(BigDecimal.valueOf(close ? 14 : -5));
    }
}
