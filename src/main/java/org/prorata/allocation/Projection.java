package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.allocation.Facts.Move;
import org.prorata.calc.Money;
import org.prorata.calc.Split;
import org.prorata.deal.Tranche;
import org.prorata.payment.Component;
import org.prorata.payment.Payment;
import org.prorata.register.Cause;
import org.prorata.web.Refused;

/**
 * Positions through time, the entries less the principal of every payment not booked, as if paid as scheduled (rule F3); and, found on the way, the
 * slices of that principal (rule F7). Where principal was exchanged into shares, what then falls due of the tranche is the stated amount, but at most what is
 * outstanding: what was exchanged shortens the last instalments first. The deal's terms say nothing of it; this is an assumption.
 */
final class Projection {

    private static final int PAYMENTS_PLACE = Cause.PAYMENT.placeInDay();

    private final Facts facts;
    private final Map<String, Timeline> timelines = new HashMap<>();
    private final Map<ComponentKey, Split> principalSplits = new HashMap<>();

    /** Unbooked principal leaves the positions on its stated date; principal about to be booked, on its value date. */
    static Projection onStatedDates(Facts facts) {
        return new Projection(facts, (payment, component) -> facts.dayOf(payment, component.id()));
    }

    /**
     * As interest sees it: where interest dates are adjusted and cash falls due before the stated date, unbooked principal leaves with the cash, at the end
     * of the interest period it closes; else the next period would bear interest on what was repaid at its start.
     */
    static Projection asInterestAccrues(Facts facts, Projection onStatedDates) {
        boolean adjusted = facts.terms().businessDays().interestDatesAdjusted().value();
        boolean anyEarlier = facts.payments().stream().anyMatch(payment -> payment.cashDay().adjusted().isBefore(payment.due()));
        return adjusted && anyEarlier
                ? new Projection(facts, (payment, component) -> accrualDay(facts, payment, component.id()))
                : onStatedDates;
    }

    private static LocalDate accrualDay(Facts facts, Payment payment, String component) {
        LocalDate day = facts.dayOf(payment, component);
        LocalDate cash = payment.cashDay().adjusted();
        boolean paying = facts.paying().containsKey(new ComponentKey(payment.number(), component));
        return !paying && cash.isBefore(day) ? cash : day;
    }

    private Projection(Facts facts, BiFunction<Payment, Component, LocalDate> principalLeaves) {
        this.facts = facts;
        Map<String, Map<LocalDate, List<Move>>> moves = new HashMap<>();
        for (Move move : facts.moves()) {
            moves.computeIfAbsent(move.tranche(), t -> new HashMap<>()).computeIfAbsent(move.on(), d -> new ArrayList<>()).add(move);
        }
        Map<String, Map<LocalDate, List<ComponentKey>>> due = new HashMap<>();
        Map<ComponentKey, BigInteger> amounts = new HashMap<>();
        for (Payment payment : facts.payments()) {
            for (Component component : payment.components()) {
                if (component.isPrincipal() && !facts.isFixed(payment.number(), component.id())) {
                    ComponentKey key = new ComponentKey(payment.number(), component.id());
                    due.computeIfAbsent(component.tranche(), t -> new HashMap<>())
                            .computeIfAbsent(principalLeaves.apply(payment, component), d -> new ArrayList<>()).add(key);
                    amounts.put(key, facts.principalOf(payment, component));
                }
            }
        }
        for (Tranche tranche : facts.terms().tranches()) {
            timelines.put(tranche.id(), follow(tranche, moves.getOrDefault(tranche.id(), Map.of()), due.getOrDefault(tranche.id(), Map.of()), amounts));
        }
    }

    private Timeline follow(Tranche tranche, Map<LocalDate, List<Move>> moves, Map<LocalDate, List<ComponentKey>> due, Map<ComponentKey, BigInteger> amounts) {
        NavigableSet<LocalDate> days = new TreeSet<>(moves.keySet());
        days.addAll(due.keySet());
        Timeline timeline = new Timeline(facts.lenders());
        BigInteger exchanged = BigInteger.ZERO;
        for (LocalDate day : days) {
            BigInteger[] before = timeline.endOf(day).clone();
            List<Move> ofDay = moves.getOrDefault(day, List.of());
            ofDay.stream().filter(move -> move.placeInDay() < PAYMENTS_PLACE).forEach(move -> before[move.lender()] = before[move.lender()].add(move.amount()));
            exchanged = exchanged.subtract(exchangedIn(ofDay));
            BigInteger[] after = before.clone();
            ofDay.stream().filter(move -> move.placeInDay() >= PAYMENTS_PLACE).forEach(move -> after[move.lender()] = after[move.lender()].add(move.amount()));
            refuseNegative(tranche, day, before);
            for (ComponentKey key : due.getOrDefault(day, List.of())) {
                boolean mayFall = exchanged.signum() > 0 && !facts.isPaid(key);
                Split split = splitPrincipal(tranche, day, amounts.get(key), mayFall, before, after);
                principalSplits.put(key, split);
                for (int i = 0; i < after.length; i++) {
                    after[i] = after[i].subtract(split.slice(i));
                }
            }
            refuseNegative(tranche, day, after);
            timeline.add(day, before, after);
        }
        return timeline;
    }

    /** What exchanges moved, negative for what left; one that a correction took back counts for nothing. */
    private static BigInteger exchangedIn(List<Move> ofDay) {
        return ofDay.stream().filter(move -> move.placeInDay() == Cause.EXCHANGE.placeInDay()).map(Move::amount).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * A payment that clears the tranche pays out each position exactly, also where a booked one of the same day has already taken its part.
     *
     * @param mayFall whether no more falls due than what is outstanding; else a larger amount is refused
     */
    private static Split splitPrincipal(Tranche tranche, LocalDate day, BigInteger stated, boolean mayFall, BigInteger[] before, BigInteger[] left) {
        BigInteger outstanding = Timeline.sum(left);
        BigInteger amount = mayFall ? stated.min(outstanding) : stated;
        if (amount.compareTo(outstanding) > 0) {
            throw new Refused("The principal of " + tranche.name().value() + " due on " + day + " is more than what is outstanding then.", List.of());
        }
        return Split.withoutCarry(amount, amount.equals(outstanding) ? left : before);
    }

    private void refuseNegative(Tranche tranche, LocalDate day, BigInteger[] positions) {
        for (int i = 0; i < positions.length; i++) {
            if (positions[i].signum() < 0) {
                throw new Refused("The position of " + facts.lenderNames().get(i) + " in " + tranche.name().value() + " would be negative on " + day + ".",
                        sold(tranche, day, i));
            }
        }
    }

    /** The transfers that take from the lender on that day, since they are what stands against the change. */
    private List<String> sold(Tranche tranche, LocalDate day, int lender) {
        return facts.moves().stream()
                .filter(move -> move.lender() == lender && move.on().equals(day) && move.tranche().equals(tranche.id()) && move.amount().signum() < 0)
                .map(move -> Money.ofMinor(move.amount().negate(), facts.currency()).grouped() + " leave it on " + day
                        + (move.reference().isBlank() ? "" : " (" + move.reference() + ")"))
                .toList();
    }

    Timeline of(String tranche) {
        return timelines.get(tranche);
    }

    /** What each lender exchanged into shares, in minor units, by day; days on which all that was exchanged has been taken back again are none. */
    NavigableMap<LocalDate, BigInteger[]> exchanged(String tranche) {
        NavigableMap<LocalDate, BigInteger[]> exchanged = new TreeMap<>();
        for (Move move : facts.moves()) {
            if (move.placeInDay() == Cause.EXCHANGE.placeInDay() && move.tranche().equals(tranche)) {
                BigInteger[] ofDay = exchanged.computeIfAbsent(move.on(), day -> Timeline.zeros(facts.lenders()));
                ofDay[move.lender()] = ofDay[move.lender()].subtract(move.amount());
            }
        }
        exchanged.values().removeIf(ofDay -> Arrays.stream(ofDay).allMatch(amount -> amount.signum() == 0));
        return exchanged;
    }

    Split principalSplit(ComponentKey key) {
        return principalSplits.get(key);
    }

    /** Each lender's sum over all tranches just before a payment of that day. */
    BigInteger[] allTranchesBeforePayments(LocalDate day) {
        BigInteger[] sum = Timeline.zeros(facts.lenders());
        for (Tranche tranche : facts.terms().tranches()) {
            BigInteger[] positions = of(tranche.id()).beforePayments(day);
            for (int i = 0; i < sum.length; i++) {
                sum[i] = sum[i].add(positions[i]);
            }
        }
        return sum;
    }
}
