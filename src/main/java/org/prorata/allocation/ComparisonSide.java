package org.prorata.allocation;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.prorata.allocation.Calculation.Result;
import org.prorata.allocation.Facts.Fixed;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.approval.Comparison;
import org.prorata.approval.Comparison.BookedTotal;
import org.prorata.approval.Comparison.Raised;
import org.prorata.calc.Fraction;
import org.prorata.calc.Money;
import org.prorata.deal.Tranche;
import org.prorata.register.Cause;

/**
 * A deal's figures before or after a change, laid out lender by figure.
 *
 * @param agents indexes of the lenders that are the agent's own
 */
record ComparisonSide(Facts facts, Calculation calculation, Set<Integer> agents) {

    private static final String UNKNOWN = "";
    private static final String ADJUSTED = "adjusted ";
    private static final String WARRANTS = "0 " + Line.WARRANTS;

    /** One figure for every lender: texts in register order and their total. */
    private record Figure(String group, String title, String unit, List<String> ofLenders, String total, boolean proven) {
        boolean isNothing() {
            return ofLenders.stream().allMatch(total::equals);
        }
    }

    /** Lenders are only ever added behind the others; a figure that one side lacks is empty there. */
    static Comparison compare(ComparisonSide before, ComparisonSide after, LocalDate today) {
        LocalDate day = after.dayToCompare(today);
        Map<String, Figure> was = before.figures(day);
        Map<String, Figure> is = after.figures(day);
        Set<String> keys = new LinkedHashSet<>(is.keySet());
        keys.addAll(was.keySet());
        keys.stream().filter(key -> key.startsWith(WARRANTS)).sorted().toList().forEach(key -> List.of(was, is).forEach(side -> heldOn(key, side)));
        keys.removeIf(key -> key.startsWith(ADJUSTED) && Stream.of(was.get(key), is.get(key)).allMatch(figure -> figure == null || figure.isNothing()));
        List<Comparison.Column> columns = new ArrayList<>();
        for (String key : keys) {
            Figure now = is.getOrDefault(key, was.get(key));
            columns.add(new Comparison.Column(now.group(), now.title(), now.unit(), total(was.get(key)), total(is.get(key)), proven(was.get(key)) && proven(is.get(key))));
        }
        List<Figure> wasOf = keys.stream().map(was::get).toList();
        List<Figure> isOf = keys.stream().map(is::get).toList();
        List<Comparison.Line> lines = new ArrayList<>();
        for (int lender = 0; lender < after.facts.lenders(); lender++) {
            lines.add(new Comparison.Line(after.facts.lenderNames().get(lender), texts(wasOf, lender), texts(isOf, lender)));
        }
        return new Comparison(columns, lines, bookedTotals(before, after), raised(before, after, columns, lines, keys.stream().map(key -> !was.containsKey(key)).toList()));
    }

    /** Interest that is booked, where the change makes its total over principal another one than before, and other than what was booked (rule F13). */
    private static List<BookedTotal> bookedTotals(ComparisonSide before, ComparisonSide after) {
        if (after.facts.fixed().isEmpty() || before.facts.moves().equals(after.facts.moves()) && before.facts.fixed().equals(after.facts.fixed())) {
            return List.of();
        }
        Reopened was = Reopened.ifPossible(before.facts);
        Reopened is = Reopened.ifPossible(after.facts);
        List<BookedTotal> totals = new ArrayList<>();
        for (Line line : is == null ? List.<Line>of() : after.calculation.lines()) {
            Reopened.Due due = line.isFixed() ? is.of(LenderRow.key(line)) : null;
            if (due != null && due.computed() != null && !due.computed().equals(line.total()) && !due.computed().equals(computed(was, line))) {
                totals.add(after.bookedTotal(line, due.computed()));
            }
        }
        return totals;
    }

    private static BigInteger computed(Reopened was, Line line) {
        Reopened.Due due = was == null ? null : was.of(LenderRow.key(line));
        return due == null ? null : due.computed();
    }

    private BookedTotal bookedTotal(Line line, BigInteger computed) {
        String title = facts.payments().get(line.payment() - 1).component(line.component()).orElseThrow().name();
        return new BookedTotal(line.payment(), title, facts.currency().getCurrencyCode(), Money.ofMinor(line.total(), facts.currency()).grouped(),
                Money.ofMinor(computed, facts.currency()).grouped(), Money.ofMinor(line.total().subtract(computed).abs(), facts.currency()).grouped(),
                line.total().compareTo(computed) > 0);
    }

    /** A side without a transfer of that day holds what it held before: a day on which stapled warrants begin to be told apart is no growth from nothing. */
    private static void heldOn(String key, Map<String, Figure> side) {
        if (!side.containsKey(key)) {
            side.keySet().stream().filter(earlier -> earlier.startsWith(WARRANTS) && earlier.compareTo(key) < 0).max(Comparator.naturalOrder())
                    .map(side::get)
                    .ifPresent(held -> side.put(key, new Figure(held.group(), held(key.substring(WARRANTS.length())), held.unit(), held.ofLenders(), held.total(), held.proven())));
        }
    }

    private static String held(String from) {
        return "From " + from;
    }

    /** @param came by column, whether the figure was not there before */
    private static List<Raised> raised(ComparisonSide before, ComparisonSide after, List<Comparison.Column> columns, List<Comparison.Line> lines, List<Boolean> came) {
        Set<Integer> agents = new TreeSet<>(before.agents);
        agents.addAll(after.agents);
        List<Raised> raised = new ArrayList<>();
        for (int lender : agents) {
            Comparison.Line line = lines.get(lender);
            for (int i = 0; i < columns.size(); i++) {
                Comparison.Column column = columns.get(i);
                AgentsOwn.raised(line.lender(), column.group(), column.title(), column.unit(), line.before().get(i), line.after().get(i),
                        came.get(i) || lender >= before.facts.lenders()).ifPresent(raised::add);
            }
        }
        return raised;
    }

    /** @param figures in the order of the columns; null where a side has none */
    private static List<String> texts(List<Figure> figures, int lender) {
        return figures.stream().map(figure -> figure == null || lender >= figure.ofLenders().size() ? UNKNOWN : figure.ofLenders().get(lender)).toList();
    }

    private static String total(Figure figure) {
        return figure == null ? UNKNOWN : figure.total();
    }

    private static boolean proven(Figure figure) {
        return figure == null || figure.proven();
    }

    /** Positions are compared on the day of the last transfer, or today where that is later: after transfers, before payments. */
    private LocalDate dayToCompare(LocalDate today) {
        return facts.moves().stream().filter(move -> move.placeInDay() < Cause.PAYMENT.placeInDay()).map(Facts.Move::on)
                .max(LocalDate::compareTo).filter(last -> last.isAfter(today)).orElse(today);
    }

    /** By a key that stays the same when the deal changes. */
    private Map<String, Figure> figures(LocalDate day) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        String unit = facts.currency().getCurrencyCode();
        for (Tranche tranche : facts.terms().tranches()) {
            BigInteger[] held = calculation.projection().of(tranche.id()).beforePayments(day);
            figures.put("tranche " + tranche.id(), money("Principal on " + day, tranche.name().value(), unit, held, Timeline.sum(held)));
        }
        BigInteger[] all = calculation.projection().allTranchesBeforePayments(day);
        BigInteger total = Timeline.sum(all);
        figures.put("all", money("Principal on " + day, "All tranches", unit, all, total));
        figures.put("share", new Figure("Principal on " + day, "Share", "%", Arrays.stream(all).map(held -> share(held, total)).toList(), share(total, total), true));
        for (Result result : calculation.results()) {
            Line line = result.line();
            figures.put(line.payment() + " " + line.component() + (line.isWarrants() ? line.day() : ""), of(result, unit));
            if (line.isFixed()) {
                figures.put(ADJUSTED + line.payment() + " " + line.component(), adjusted(line, unit));
            }
        }
        return figures;
    }

    private Figure of(Result result, String unit) {
        Line line = result.line();
        String group = line.isWarrants() ? "Warrants" : "Payment " + line.payment() + ", " + facts.payments().get(line.payment() - 1).due();
        String title = line.isWarrants() ? held(line.day().toString()) : facts.payments().get(line.payment() - 1).component(line.component()).map(component ->
                component.name() + ", " + component.kind().name().toLowerCase()).orElse(line.component()) + (line.isFixed() ? ", booked" : "");
        if (!line.isKnown()) {
            return new Figure(group, title, line.isWarrants() ? "" : unit, Collections.nCopies(facts.lenders(), UNKNOWN), UNKNOWN, true);
        }
        BigInteger[] slices = line.isFixed() ? fixedSlices(line) : result.split().slices();
        return line.isWarrants()
                ? new Figure(group, title, "warrants", Arrays.stream(slices).map(ComparisonSide::whole).toList(), whole(line.total()), Timeline.sum(slices).equals(line.total()))
                : money(group, title, unit, slices, line.total());
    }

    /** What corrections made due to or from each lender beside what it was paid (rule F13); adds up to zero. */
    private Figure adjusted(Line line, String unit) {
        BigInteger[] moved = Timeline.zeros(facts.lenders());
        facts.fixed().get(new ComponentKey(line.payment(), line.component())).moved().forEach((lender, amount) -> moved[lender] = amount);
        Figure booked = of(new Result(line, null, List.of()), unit);
        return money(booked.group(), "Adjustment of " + booked.title(), unit, moved, BigInteger.ZERO);
    }

    private BigInteger[] fixedSlices(Line line) {
        Fixed fixed = facts.fixed().get(new ComponentKey(line.payment(), line.component()));
        BigInteger[] slices = Timeline.zeros(facts.lenders());
        fixed.slices().forEach((lender, slice) -> slices[lender] = slice.slice());
        return slices;
    }

    private Figure money(String group, String title, String unit, BigInteger[] amounts, BigInteger total) {
        return new Figure(group, title, unit, Arrays.stream(amounts).map(amount -> Money.ofMinor(amount, facts.currency()).grouped()).toList(),
                Money.ofMinor(total, facts.currency()).grouped(), Timeline.sum(amounts).equals(total));
    }

    private static String whole(BigInteger count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private static String share(BigInteger held, BigInteger total) {
        return total.signum() == 0 ? UNKNOWN : Fraction.of(held, total).times(Fraction.of(100)).toDecimal(9, RoundingMode.HALF_UP).toPlainString();
    }
}
