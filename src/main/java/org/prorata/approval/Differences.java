package org.prorata.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.approval.Comparison.Column;
import org.prorata.approval.Comparison.Line;

/**
 * What a proposal that was based anew leads to otherwise than the earlier one did, as each was shown: figures whose outcome differs, lenders and figures that
 * came or went. A lender is known again by its name, a figure by its titles.
 *
 * @param outcomes of the lenders and figures that both show, by lender; a figure's total stands last, without a lender
 */
public record Differences(List<Outcome> outcomes, List<String> lendersCame, List<String> lendersWent, List<String> figuresCame, List<String> figuresWent) {

    /** @param lender null for the total; {@code then} and {@code now} are empty where not known */
    public record Outcome(String lender, String figure, String unit, String then, String now) {
    }

    private static final int SHOWN = 60;
    private static final int NAMES = 20;

    static Differences between(Comparison then, Comparison now) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < then.columns().size(); i++) {
            columns.put(title(then.columns().get(i)), i);
        }
        Map<String, Line> lines = new HashMap<>();
        then.lines().forEach(line -> lines.put(line.lender(), line));
        List<Outcome> outcomes = new ArrayList<>();
        for (Line line : now.lines()) {
            Line earlier = lines.get(line.lender());
            for (int i = 0; earlier != null && i < now.columns().size(); i++) {
                Column column = now.columns().get(i);
                Integer at = columns.get(title(column));
                if (at != null && !earlier.after().get(at).equals(line.after().get(i))) {
                    outcomes.add(new Outcome(line.lender(), title(column), column.unit(), earlier.after().get(at), line.after().get(i)));
                }
            }
        }
        for (Column column : now.columns()) {
            Integer at = columns.get(title(column));
            if (at != null && !then.columns().get(at).totalAfter().equals(column.totalAfter())) {
                outcomes.add(new Outcome(null, title(column), column.unit(), then.columns().get(at).totalAfter(), column.totalAfter()));
            }
        }
        List<String> oldLenders = then.lines().stream().map(Line::lender).toList();
        List<String> newLenders = now.lines().stream().map(Line::lender).toList();
        List<String> oldFigures = then.columns().stream().map(Differences::title).toList();
        List<String> newFigures = now.columns().stream().map(Differences::title).toList();
        return new Differences(outcomes, without(newLenders, oldLenders), without(oldLenders, newLenders), without(newFigures, oldFigures), without(oldFigures, newFigures));
    }

    private static String title(Column column) {
        return column.group() + ": " + column.title();
    }

    private static List<String> without(List<String> all, List<String> some) {
        Set<String> known = new HashSet<>(some);
        return all.stream().filter(one -> !known.contains(one)).toList();
    }

    /** As many outcomes as a page shows. */
    public List<Outcome> first() {
        return outcomes.stream().limit(SHOWN).toList();
    }

    public int more() {
        return Math.max(0, outcomes.size() - SHOWN);
    }

    public boolean none() {
        return outcomes.isEmpty() && lendersCame.isEmpty() && lendersWent.isEmpty() && figuresCame.isEmpty() && figuresWent.isEmpty();
    }

    /** As many names as a line takes. */
    public String names(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(names.size(), NAMES))) + (names.size() > NAMES ? ", …" : "");
    }
}
