package org.prorata.allocation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.prorata.allocation.PaymentRow.ComponentRow;
import org.prorata.calc.Money;
import org.prorata.web.Plot;

/**
 * The viewer's interest of one running period as it grows to the day on which it is due, drawn. Every corner is what the table of accrued interest says at the end
 * of that day, the last one what the table of payments says; days between two corners bear interest on the same principal at the same rate.
 *
 * @param path of the line
 * @param now  the day looked at
 */
public record AccrualPicture(String term, String name, Plot plot, List<Corner> corners, String path, Corner now) {

    private static final int LEFT = 8;
    private static final int TOP = 30;
    private static final int WIDTH = 384;
    private static final int HEIGHT = 96;

    public record Corner(LocalDate day, Money own, BigDecimal x, BigDecimal y) {}

    private record Level(LocalDate day, Money own) {}

    /** One for each line that has begun and is known. */
    static List<AccrualPicture> of(Look look, Mine mine, AllocationView view) {
        return view.interest().stream().filter(line -> line.begun() && line.accrued().known() && line.accrued().own() != null).map(line -> of(look, mine, view, line)).toList();
    }

    private static AccrualPicture of(Look look, Mine mine, AllocationView view, AccrualLine line) {
        List<Level> levels = new ArrayList<>();
        for (LocalDate day : days(look, mine, line)) {
            Accruals.of(new Look(look.picture(), day, look.today(), look.seesAll()), mine).stream().filter(then -> then.term().equals(line.term()) && line.from().equals(then.from()) && then.begun())
                    .findFirst().ifPresent(then -> levels.add(new Level(day, then.accrued().own())));
        }
        view.payments().stream().filter(row -> row.due().equals(line.due())).flatMap(row -> row.components().stream()).filter(component -> component.component().equals(line.term()))
                .map(ComponentRow::amounts).filter(Amounts::known).findFirst().ifPresent(whole -> levels.add(new Level(line.to(), whole.own())));
        Plot plot = new Plot(LEFT, TOP, WIDTH, HEIGHT, line.from(), line.to(), levels.stream().map(level -> level.own().minor()).reduce(BigInteger.ZERO, BigInteger::max));
        List<Corner> corners = levels.stream().map(level -> new Corner(level.day(), level.own(), plot.x(level.day()), plot.y(level.own().minor()))).toList();
        StringBuilder path = new StringBuilder();
        corners.forEach(corner -> path.append(path.length() == 0 ? "M" : "L").append(corner.x()).append(' ').append(corner.y()));
        Corner now = corners.stream().filter(corner -> corner.day().equals(look.on())).findFirst().orElseThrow();
        return new AccrualPicture(line.term(), line.name(), plot, corners, path.toString(), now);
    }

    /** On and just before which the line may bend: none of them tells of another lender's transfers. */
    private static TreeSet<LocalDate> days(Look look, Mine mine, AccrualLine line) {
        TreeSet<LocalDate> bends = PrincipalPicture.moves(look.picture(), mine.shown());
        look.terms().interest().stream().filter(term -> term.id().equals(line.term())).flatMap(term -> term.rates().stream()).forEach(step -> bends.add(step.from()));
        TreeSet<LocalDate> days = new TreeSet<>(bends);
        bends.forEach(day -> days.add(day.minusDays(1)));
        days.add(line.from());
        days.add(look.on());
        return new TreeSet<>(days.subSet(line.from(), line.to()));
    }

    public Corner last() {
        return corners.get(corners.size() - 1);
    }

    /** Whether the last amount's words would stand in those of the day looked at. */
    public boolean close() {
        return wordsLeft() && now.y().subtract(last().y()).compareTo(BigDecimal.valueOf(18)) < 0;
    }

    /** Whether the words at the day looked at stand left of it. */
    public boolean wordsLeft() {
        return now.x().compareTo(BigDecimal.valueOf(plot.left() + plot.width() / 2)) > 0;
    }
}
