package org.prorata.allocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
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
import org.prorata.deal.Terms;
import org.prorata.payment.Component;

/**
 * The total of one computed interest component and each lender's weight in it (rule F5). The total is cut only where the outstanding principal or the rate
 * changes; the weights also at transfers, at the same days for everybody, so that a transfer between two lenders moves nothing of a third's. Where the
 * deal gives the interest of a period to the holder on the payment date, the weights are the positions of that moment, and what was exchanged into shares in the
 * period counts beside them until its exchange, for who exchanged it; the total is the same.
 *
 * @param stretches of the total
 * @param exact     the total before its one rounding
 * @param factors   what each stretch of the weights counts, as the smallest whole numbers in the right proportion
 * @param positions what counts of each lender in each stretch, in register order
 * @param holdersOn where the deal gives the period to the holder: the day just before whose payments the positions count; else null
 */
record InterestWork(List<Stretch> stretches, Fraction exact, List<WeightStretch> factors, List<BigInteger[]> positions, LocalDate holdersOn) {

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

    /** By the terms' own rule for a transfer inside the period; the component's day count and rates must be known. */
    static InterestWork of(Terms terms, Component component, LocalDate paymentDay, Projection projection, Projection accruing) {
        InterestTerm term = terms.interestTerm(component.term()).orElseThrow();
        InterestWork work = of(term, component.period(), paymentDay, accruing.of(component.tranche()));
        return terms.transfers().interest().value() == InterestOnTransfer.HOLDER
                ? work.toHolder(term, component.period(), projection.of(component.tranche()), projection.exchanged(component.tranche()), paymentDay) : work;
    }

    /** @param paymentDay from this day on, the positions just before the payment count until the end of its period */
    static InterestWork of(InterestTerm term, Period period, LocalDate paymentDay, Timeline timeline) {
        DayCount dayCount = term.dayCount().value();
        NavigableMap<LocalDate, Fraction> rates = rates(term);
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
        return new InterestWork(stretches, Accrual.sum(stretches, dayCount), factors(dayCount, rates, from, period.end()), positions, null);
    }

    private static NavigableMap<LocalDate, Fraction> rates(InterestTerm term) {
        NavigableMap<LocalDate, Fraction> rates = new TreeMap<>();
        for (RateStep step : term.rates()) {
            Fraction rate = Fraction.of(step.percentPerYear().value()).dividedBy(Fraction.of(100));
            if (rates.isEmpty() || !rates.lastEntry().getValue().equals(rate)) {
                rates.put(step.from(), rate);
            }
        }
        return rates;
    }

    /**
     * The same total to the holders on the payment date: a weight is the position just before the payment. Where payments had repaid all of the tranche before its
     * interest is paid, just before those. Interest on principal that was exchanged belongs until that day to who exchanged it: a transfer hands interest to the
     * buyer, an exchange has none.
     *
     * @param positions as of stated dates, where principal that falls due with the interest has not left yet
     * @param exchanged what each lender exchanged, by day
     */
    private InterestWork toHolder(InterestTerm term, Period period, Timeline positions, NavigableMap<LocalDate, BigInteger[]> exchanged, LocalDate paymentDay) {
        LocalDate day = positions.lastHeld(paymentDay);
        BigInteger[] held = positions.beforePayments(day);
        NavigableMap<LocalDate, BigInteger[]> inPeriod = exchangedBetween(exchanged, period.start(), day);
        if (inPeriod.isEmpty()) {
            return new InterestWork(stretches, exact, List.of(WeightStretch.momentBefore(day)), List.<BigInteger[]>of(held), day);
        }
        List<WeightStretch> factors = holdersFactors(term, period, inPeriod.keySet());
        return new InterestWork(stretches, exact, factors, factors.stream().map(stretch -> counted(held, inPeriod, stretch)).toList(), day);
    }

    /** After the first day, since what leaves on it bore nothing of the period, up to the last, since an exchange comes before that day's payments (rule F4). */
    static NavigableMap<LocalDate, BigInteger[]> exchangedBetween(NavigableMap<LocalDate, BigInteger[]> exchanged, LocalDate start, LocalDate day) {
        return start.isBefore(day) ? exchanged.subMap(start, false, day, true) : new TreeMap<>();
    }

    /** Cut at the days of exchanges and of changed rates. */
    static List<WeightStretch> holdersFactors(InterestTerm term, Period period, Set<LocalDate> exchanges) {
        NavigableMap<LocalDate, Fraction> rates = rates(term);
        TreeSet<LocalDate> cuts = new TreeSet<>(rates.keySet());
        cuts.addAll(exchanges);
        List<LocalDate> from = new ArrayList<>(List.of(period.start()));
        from.addAll(cuts.subSet(period.start(), false, period.end(), false));
        return factors(term.dayCount().value(), rates, from, period.end());
    }

    /** What counts in a stretch: what is held in the end, and what was exchanged only after the stretch began. */
    static BigInteger[] counted(BigInteger[] held, NavigableMap<LocalDate, BigInteger[]> exchanged, WeightStretch stretch) {
        BigInteger[] counted = held.clone();
        exchanged.tailMap(stretch.from(), false).values().forEach(out -> {
            for (int i = 0; i < counted.length; i++) {
                counted[i] = counted[i].add(out[i]);
            }
        });
        return counted;
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
        return weights(factors, positions);
    }

    static BigInteger[] weights(List<WeightStretch> factors, List<BigInteger[]> positions) {
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
