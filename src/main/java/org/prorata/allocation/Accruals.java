package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Function;
import org.prorata.allocation.Amounts.Part;
import org.prorata.allocation.InterestWork.WeightStretch;
import org.prorata.calc.Accrual;
import org.prorata.calc.DayCount;
import org.prorata.calc.Fraction;
import org.prorata.calc.Money;
import org.prorata.calc.Period;
import org.prorata.deal.InterestOnTransfer;
import org.prorata.deal.InterestTerm;
import org.prorata.deal.RateStep;
import org.prorata.payment.Component;
import org.prorata.payment.Payment;

/** Interest accrued to a day, by term. What is due, paid early or over is not among it; a lapsed deal accrues none under these terms. */
final class Accruals {

    private final Look look;
    private final Mine mine;

    private Accruals(Look look, Mine mine) {
        this.look = look;
        this.mine = mine;
    }

    static List<AccrualLine> of(Look look, Mine mine) {
        if (look.lapsed()) {
            return List.of();
        }
        Accruals accruals = new Accruals(look, mine);
        List<AccrualLine> lines = new ArrayList<>();
        for (InterestTerm term : look.terms().interest()) {
            AccrualLine line = accruals.line(term);
            if (line != null) {
                lines.add(line);
            }
        }
        return List.copyOf(lines);
    }

    private AccrualLine line(InterestTerm term) {
        if (look.on().isBefore(term.accruesFrom().value())) {
            RateStep first = term.rates().get(0);
            return new AccrualLine(term.id(), term.name().value(), term.accruesFrom().value(), null, null, 0, percent(first), Mark.of(first.percentPerYear()),
                    dayCount(term), Mark.of(term.dayCount()), null, null, null);
        }
        for (Payment payment : look.picture().payments()) {
            Component component = payment.component(term.id()).orElse(null);
            if (component != null && component.isComputed() && !look.on().isBefore(component.period().start()) && look.on().isBefore(component.period().end())) {
                return running(term, payment, component);
            }
        }
        return null;
    }

    private AccrualLine running(InterestTerm term, Payment payment, Component component) {
        Line line = look.picture().linesOf(payment.number()).stream().filter(l -> l.component().equals(component.id())).findFirst().orElseThrow();
        if (line.isFixed() && !line.fixedOn().isAfter(look.on())) {
            return null;
        }
        RateStep step = stepOn(term, look.on());
        LocalDate from = component.period().start();
        String waitsFor = line.waitsFor() == null ? null : Words.of(line.waitsFor());
        if (!term.dayCount().known() || !step.percentPerYear().known() || !ratesKnown(term)) {
            return new AccrualLine(term.id(), term.name().value(), from, component.period().end(), payment.due(), 0, percent(step), Mark.of(step.percentPerYear()),
                    dayCount(term), Mark.of(term.dayCount()), waitsFor, Amounts.of(null, mine.amounts(look, null, row -> null).parts()), Amounts.of(null, List.of()));
        }
        Period soFar = new Period(from, look.on(), component.period().due(), component.period().pay());
        return new AccrualLine(term.id(), term.name().value(), from, component.period().end(), payment.due(), term.dayCount().value().days(from, look.on()),
                percent(step), Mark.of(step.percentPerYear()), dayCount(term), Mark.of(term.dayCount()), null,
                soFar(term, soFar, line), amounts(term.tranche(), timeline -> perDay(term, step, line, timeline)));
    }

    /** By the same rule as the component's slices: what each bore, or the deal's in proportion to what is held on the day looked at. */
    private Amounts soFar(InterestTerm term, Period soFar, Line line) {
        if (look.terms().transfers().interest().value() == InterestOnTransfer.SPLIT) {
            return amounts(term.tranche(), timeline -> accrued(term, soFar, line, timeline));
        }
        Timeline deal = Positions.ofDeal(look, term.tranche());
        Fraction whole = accrued(term, soFar, line, deal);
        LocalDate until = on(line);
        boolean outstanding = look.on().isBefore(line.day()) && Timeline.sum(deal.endOf(look.on())).signum() != 0;
        LocalDate day = outstanding ? until : deal.lastHeld(until);
        Function<Timeline, BigInteger[]> held = timeline -> outstanding ? timeline.endOf(day) : timeline.beforePayments(day);
        NavigableMap<LocalDate, BigInteger[]> exchanged = InterestWork.exchangedBetween(Positions.exchangedOfDeal(look, term.tranche()), soFar.start(), day);
        List<WeightStretch> factors = exchanged.isEmpty() || whole.signum() == 0 ? List.of(WeightStretch.momentBefore(day)) : InterestWork.holdersFactors(term, soFar, exchanged.keySet());
        BigInteger all = weight(held.apply(deal), exchanged, factors);
        Function<BigInteger, Fraction> part = weight -> all.signum() == 0 ? Fraction.ZERO : whole.times(Fraction.of(weight, all));
        return Amounts.of(look.money(Accrual.round(part.apply(all))), mine.shown().stream().map(row -> new Part(row.handle(), look.money(Accrual.round(part.apply(
                weight(held.apply(Positions.ofLender(look, row, term.tranche())), InterestWork.exchangedBetween(Positions.exchangedOf(row, term.tranche()), soFar.start(), day), factors))))))
                .toList());
    }

    private LocalDate on(Line line) {
        return look.on().isBefore(line.day()) ? look.on() : line.day();
    }

    /** What is held at the end of the day looked at (once payments have left nothing, just before those), and beside it until its exchange what was exchanged. */
    private static BigInteger weight(BigInteger[] held, NavigableMap<LocalDate, BigInteger[]> exchanged, List<WeightStretch> factors) {
        return InterestWork.weights(factors, factors.stream().map(stretch -> InterestWork.counted(held, exchanged, stretch)).toList())[0];
    }

    private Amounts amounts(String tranche, Function<Timeline, Fraction> exact) {
        Function<Timeline, Money> amount = timeline -> look.money(Accrual.round(exact.apply(timeline)));
        return Amounts.of(amount.apply(Positions.ofDeal(look, tranche)), mine.shown().stream()
                .map(row -> new Part(row.handle(), amount.apply(Positions.ofLender(look, row, tranche)))).toList());
    }

    private static Fraction accrued(InterestTerm term, Period soFar, Line line, Timeline timeline) {
        return soFar.start().equals(soFar.end()) ? Fraction.ZERO : InterestWork.of(term, soFar, line.day(), timeline).exact();
    }

    /** One day as the day count counts an ordinary one, also where the next day happens to be a 31st. */
    private Fraction perDay(InterestTerm term, RateStep step, Line line, Timeline timeline) {
        LocalDate on = look.on();
        BigInteger held = Timeline.sum(on.isBefore(line.day()) ? timeline.endOf(on) : timeline.beforePayments(line.day()));
        DayCount dayCount = term.dayCount().value();
        LocalDate first = on.withDayOfMonth(1);
        return Accrual.exact(held, Fraction.of(step.percentPerYear().value()).dividedBy(Fraction.of(100)), dayCount, first, first.plusDays(1));
    }

    private boolean ratesKnown(InterestTerm term) {
        return term.rates().stream().allMatch(step -> step.percentPerYear().known() || step.from().isAfter(look.on()));
    }

    private static RateStep stepOn(InterestTerm term, LocalDate on) {
        return term.rates().stream().filter(step -> !step.from().isAfter(on)).reduce((earlier, later) -> later).orElse(term.rates().get(0));
    }

    private static String percent(RateStep step) {
        return step.percentPerYear().known() ? step.percentPerYear().value().toPlainString() : null;
    }

    private static String dayCount(InterestTerm term) {
        return term.dayCount().known() ? term.dayCount().value().code() : null;
    }
}
