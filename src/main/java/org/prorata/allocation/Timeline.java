package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Every lender's position in one tranche through time, in minor units; vectors run in register order and are never altered once given out. */
final class Timeline {

    /** @param before after the day's transfers and exchanges, before its payments; @param after at the end of the day (rule F4) */
    private record Day(BigInteger[] before, BigInteger[] after) {}

    private final NavigableMap<LocalDate, Day> days = new TreeMap<>();
    private final BigInteger[] nothing;

    Timeline(int lenders) {
        nothing = zeros(lenders);
    }

    static BigInteger[] zeros(int lenders) {
        BigInteger[] zeros = new BigInteger[lenders];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }

    /** Adds the next day; days are added in order. */
    void add(LocalDate day, BigInteger[] before, BigInteger[] after) {
        days.put(day, new Day(before, after));
    }

    BigInteger[] endOf(LocalDate day) {
        Map.Entry<LocalDate, Day> entry = days.floorEntry(day);
        return entry == null ? nothing : entry.getValue().after();
    }

    /** Just before a payment of that day: entries of earlier days, and that day's transfers and exchanges. */
    BigInteger[] beforePayments(LocalDate day) {
        Day exact = days.get(day);
        return exact != null ? exact.before() : endOf(day);
    }

    /**
     * The day itself; where payments of an earlier day have left nothing since, that day, so that what is held just before its payments can be asked. What
     * left by exchanges alone left no payment to look back to.
     */
    LocalDate lastHeld(LocalDate day) {
        if (sum(beforePayments(day)).signum() != 0) {
            return day;
        }
        return days.headMap(day, false).descendingMap().entrySet().stream().filter(earlier -> sum(earlier.getValue().before()).signum() != 0).findFirst()
                .filter(last -> sum(last.getValue().after()).signum() == 0).map(Map.Entry::getKey).orElse(day);
    }

    /** Days after the first and before the second on which something moved. */
    Iterable<LocalDate> daysBetween(LocalDate after, LocalDate before) {
        return days.subMap(after, false, before, false).keySet();
    }

    static BigInteger sum(BigInteger[] vector) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger amount : vector) {
            sum = sum.add(amount);
        }
        return sum;
    }
}
