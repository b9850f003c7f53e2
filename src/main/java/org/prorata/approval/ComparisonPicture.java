package org.prorata.approval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prorata.approval.Comparison.Column;
import org.prorata.approval.Comparison.Line;
import org.prorata.web.Plot;

/**
 * One figure of a proposal before and after, drawn as two bars a lender: of the first group that moves, of one unit, the last that does, which is their sum where
 * there is one; and of the lenders whose figures move most. Every text is one of the
 * table's own cells; a bar is as long as its figure, and what is not known has none.
 *
 * @param group  what the figure belongs to, as the table's heads say it
 * @param others how many more lenders it moves for
 * @param height of the drawing
 */
public record ComparisonPicture(String group, String title, String unit, List<Pair> pairs, int others, int height) {

    static final int MOST = 8;
    private static final int LONGEST = 250;
    private static final int ROW = 50;

    /** @param y of the upper edge of its row; the lengths are null where the figure is not known or not there */
    public record Pair(String lender, int y, Moved moved, BigDecimal before, BigDecimal after) {}

    /** Null where nothing moves, or what moves is nobody's part. @param ordered the lenders, those that move most first */
    static ComparisonPicture of(Comparison comparison, List<Line> ordered) {
        List<Integer> moved = IntStream.range(0, comparison.columns().size()).filter(column -> ordered.stream().anyMatch(line -> line.moved(column))).boxed().toList();
        return moved.stream().filter(column -> alike(comparison, moved.get(0), column)).reduce((earlier, later) -> later)
                .map(column -> drawn(comparison.columns().get(column), column, ordered.stream().filter(line -> line.moved(column)).toList())).orElse(null);
    }

    private static boolean alike(Comparison comparison, int one, int other) {
        Column first = comparison.columns().get(one);
        Column second = comparison.columns().get(other);
        return first.group().equals(second.group()) && first.unit().equals(second.unit());
    }

    private static ComparisonPicture drawn(Column column, int index, List<Line> moved) {
        List<Line> shown = moved.stream().limit(MOST).toList();
        int scale = shown.stream().flatMap(line -> List.of(line.before().get(index), line.after().get(index)).stream()).mapToInt(text -> number(text).scale()).max().orElse(0);
        BigInteger most = shown.stream().map(line -> units(line.before().get(index), scale).max(units(line.after().get(index), scale))).reduce(BigInteger.ZERO, BigInteger::max);
        List<Pair> pairs = new ArrayList<>();
        for (Line line : shown) {
            String before = line.before().get(index);
            String after = line.after().get(index);
            pairs.add(new Pair(line.lender(), pairs.size() * ROW, new Moved(before, after, line.enters()), length(before, scale, most), length(after, scale, most)));
        }
        return new ComparisonPicture(column.group(), column.title(), column.unit(), List.copyOf(pairs), moved.size() - shown.size(), pairs.size() * ROW);
    }

    private static BigDecimal length(String text, int scale, BigInteger most) {
        return text.isEmpty() ? null : Plot.length(units(text, scale), most, LONGEST);
    }

    private static BigInteger units(String text, int scale) {
        return number(text).setScale(scale).unscaledValue().abs();
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : Moved.number(text);
    }
}
