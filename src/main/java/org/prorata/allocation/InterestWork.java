package org.prorata.allocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.prorata.calc.Accrual;
import org.prorata.calc.Cut;
import org.prorata.calc.DayCount;
import org.prorata.calc.Fraction;
import org.prorata.calc.Period;
import org.prorata.calc.Stretch;
import org.prorata.calc.Weights;
import org.prorata.deal.InterestOnTransfer;
import org.prorata.deal.InterestTerm;
import org.prorata.deal.RateStep;
import org.prorata.payment.Component;

/**
 * The total of one computed interest component and each lender's weight in it (rule F5). The total is cut only where the outstanding principal or the rate
 * changes; the weights also at transfers, at the same days for everybody, so that a transfer between two lenders moves nothing of a third's. Where the
 * deal gives the interest of a period to the holder on the payment date, the weights are the positions of that moment and the total is the same.
 *
 * @param stretches of the total
 * @param exact     the total before its one rounding
 * @param factors   what each stretch of the weights counts, as the smallest whole numbers in the right proportion
 * @param positions each stretch's positions, in register order
 */
record InterestWork(List<Stretch> stretches, Fraction exact, List<WeightStretch> factors, List<BigInteger[]> positions) {

    /** Positions from one day to another count so many times. */
    record WeightStretch(LocalDate from, LocalDate to, BigInteger factor) {

        /** The positions of one moment, just before that day's payments, are the weights. */
        static WeightStretch momentBefore(LocalDate day) {
            return new WeightStretch(day, day, BigInteger.ONE);
        }

        @JsonIgnore
        boolean isMoment() {
            return from.equals(to);
        }
    }

    /** By the deal's own rule for a transfer inside the period; the term's day count and rates must be known. */
    static InterestWork of(Facts facts, Component component, LocalDate paymentDay, Projection projection, Projection accruing) {
        InterestTerm term = facts.terms().interestTerm(component.term()).orElseThrow();
        InterestWork work = of(term, component.period(), paymentDay, accruing.of(component.tranche()));
        return facts.terms().transfers().interest().value() == InterestOnTransfer.HOLDER ? work.toHolder(projection.of(component.tranche()), paymentDay) : work;
    }

    /** @param paymentDay from this day on, the positions just before the payment count until the end of its period */
    static InterestWork of(InterestTerm term, Period period, LocalDate paymentDay, Timeline timeline) {
        DayCount dayCount = term.dayCount().value();
        NavigableMap<LocalDate, Fraction> rates = new TreeMap<>();
        for (RateStep step : term.rates()) {
            Fraction rate = Fraction.of(step.percentPerYear().value()).dividedBy(Fraction.of(100));
            if (rates.isEmpty() || !rates.lastEntry().getValue().equals(rate)) {
                rates.put(step.from(), rate);
            }
        }
        TreeSet<LocalDate> cuts = new TreeSet<>(rates.subMap(period.start(), false, period.end(), false).keySet());
        timeline.daysBetween(period.start(), period.end()).forEach(cuts::add);
        if (paymentDay.isAfter(period.start()) && paymentDay.isBefore(period.end())) {
            cuts.add(paymentDay);
        }
        cuts.add(period.start());
        cuts.removeIf(day -> day.isAfter(paymentDay) && day.isAfter(period.start()) && !rates.containsKey(day));      // positions stand still from the payment on

        NavigableMap<LocalDate, BigInteger> outstanding = new TreeMap<>();
        List<LocalDate> from = new ArrayList<>();
        List<BigInteger[]> positions = new ArrayList<>();
        for (LocalDate day : cuts) {
            BigInteger[] held = day.isBefore(paymentDay) ? timeline.endOf(day) : timeline.beforePayments(paymentDay);
            outstanding.put(day, Timeline.sum(held));
            if (positions.isEmpty() || rates.containsKey(day) || !java.util.Arrays.equals(held, positions.get(positions.size() - 1))) {
                from.add(day);
                positions.add(held);
            }
        }
        List<Stretch> stretches = Cut.stretches(period.start(), period.end(), outstanding, rates);
        return new InterestWork(stretches, Accrual.sum(stretches, dayCount), factors(dayCount, rates, from, period.end()), positions);
    }

    /**
     * The same total to the holders on the payment date: a weight is the position just before the payment. Where nothing is outstanding any more by then, since
     * the tranche was repaid before its interest, just before the payment that cleared it.
     *
     * @param positions as of stated dates, where principal that falls due with the interest has not left yet
     */
    InterestWork toHolder(Timeline positions, LocalDate paymentDay) {
        LocalDate day = positions.lastHeld(paymentDay);
        return new InterestWork(stretches, exact, List.of(WeightStretch.momentBefore(day)), List.<BigInteger[]>of(positions.beforePayments(day)));
    }

    private static List<WeightStretch> factors(DayCount dayCount, NavigableMap<LocalDate, Fraction> rates, List<LocalDate> from, LocalDate end) {
        Fraction[] yearsTimesRate = new Fraction[from.size()];
        for (int i = 0; i < yearsTimesRate.length; i++) {
            LocalDate to = i + 1 < from.size() ? from.get(i + 1) : end;
            yearsTimesRate[i] = dayCount.fraction(from.get(i), to).times(rates.floorEntry(from.get(i)).getValue());
        }
        BigInteger[] whole = Weights.scaled(yearsTimesRate);
        BigInteger common = BigInteger.ZERO;
        for (BigInteger factor : whole) {
            common = common.gcd(factor);
        }
        List<WeightStretch> factors = new ArrayList<>();
        for (int i = 0; i < whole.length; i++) {
            factors.add(new WeightStretch(from.get(i), i + 1 < from.size() ? from.get(i + 1) : end, common.signum() == 0 ? whole[i] : whole[i].divide(common)));
        }
        return factors;
    }

    /** Σ position × factor, in register order. */
    BigInteger[] weights() {
        BigInteger[] weights = new BigInteger[positions.get(0).length];
        for (int lender = 0; lender < weights.length; lender++) {
            BigInteger weight = BigInteger.ZERO;
            for (int i = 0; i < positions.size(); i++) {
                weight = weight.add(positions.get(i)[lender].multiply(factors.get(i).factor()));
            }
            weights[lender] = weight;
        }
        return weights;
    }
}
