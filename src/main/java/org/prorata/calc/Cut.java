package org.prorata.calc;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;

/**
 * Where an interest period is cut (rule F5): only where the principal or the rate really changes. 30/360 does not add up across a cut,
 * so a cut at a day on which nothing changes for the borrower, such as a transfer between lenders, would change what it owes.
 */
public final class Cut {

    private Cut() {
    }

    /**
     * The stretches from the start to the end, without gaps; none where start and end are the same day. A date on which a map only
     * repeats the value before cuts nothing.
     *
     * @param principalFrom the principal in minor units from each date on; before the first date there is none (zero)
     * @param rateFrom      the rate a year from each date on
     * @throws IllegalArgumentException where the start is after the end, or no rate is in force on the start
     */
    public static List<Stretch> stretches(LocalDate start, LocalDate end, NavigableMap<LocalDate, BigInteger> principalFrom,
            NavigableMap<LocalDate, Fraction> rateFrom) {
        if (start.isAfter(end)) {
            throw new IllegalArgumentException("the start " + start + " is after the end " + end);
        }
        if (start.equals(end)) {
            return List.of();
        }
        if (rateFrom.floorKey(start) == null) {
            throw new IllegalArgumentException("no rate is in force on " + start);
        }
        TreeSet<LocalDate> dates = new TreeSet<>(principalFrom.subMap(start, false, end, false).keySet());
        dates.addAll(rateFrom.subMap(start, false, end, false).keySet());
        List<Stretch> stretches = new ArrayList<>();
        LocalDate from = start;
        BigInteger principal = principalOn(start, principalFrom);
        Fraction rate = rateFrom.floorEntry(start).getValue();
        for (LocalDate date : dates) {
            BigInteger newPrincipal = principalOn(date, principalFrom);
            Fraction newRate = rateFrom.floorEntry(date).getValue();
            if (!newPrincipal.equals(principal) || !newRate.equals(rate)) {
                stretches.add(new Stretch(from, date, principal, rate));
                from = date;
                principal = newPrincipal;
                rate = newRate;
            }
        }
        stretches.add(new Stretch(from, end, principal, rate));
        return List.copyOf(stretches);
    }

    private static BigInteger principalOn(LocalDate date, NavigableMap<LocalDate, BigInteger> principalFrom) {
        Map.Entry<LocalDate, BigInteger> inForce = principalFrom.floorEntry(date);
        return inForce == null ? BigInteger.ZERO : inForce.getValue();
    }
}
