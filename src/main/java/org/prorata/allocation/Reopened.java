package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.allocation.Facts.Fixed;
import org.prorata.allocation.InterestWork.WeightStretch;
import org.prorata.calc.Accrual;
import org.prorata.calc.NothingToSplitOver;
import org.prorata.calc.Split;
import org.prorata.deal.InterestTerm;
import org.prorata.payment.Component;
import org.prorata.payment.Payment;
import org.prorata.web.Refused;

/**
 * The booked components of a deal with their weights as the register says now, as if each were paid on its value date for the first time (rule F13): what was
 * due, whatever was paid. Each by the terms that it was booked by: those that came later are for what is open. Positions that would be negative on any day are
 * refused.
 */
final class Reopened {

    /**
     * @param factors   as in {@link InterestWork}; empty where a weight is a position
     * @param holdersOn as in {@link InterestWork}
     * @param computed  of computed interest: what its total would be over principal as known now; else null. The booked total stays
     */
    record Due(Split split, List<WeightStretch> factors, LocalDate holdersOn, BigInteger computed) {

        static Due of(Split split) {
            return new Due(split, List.of(), null, null);
        }
    }

    private record Ground(Projection projection, Projection accruing) {

        static Ground of(Facts open) {
            Projection projection = Projection.onStatedDates(open);
            return new Ground(projection, Projection.asInterestAccrues(open, projection));
        }
    }

    /** All that positions take from terms. */
    private record Leaving(int payment, String component, LocalDate due, LocalDate cash, BigInteger amount) {}

    private final Facts facts;
    private final Facts open;
    private final Map<List<Object>, Ground> grounds = new HashMap<>();
    private final Ground ground;
    private final Map<ComponentKey, Due> due = new HashMap<>();

    private Reopened(Facts facts) {
        this.facts = facts;
        open = facts.reopened();
        ground = ground(open);
        for (Payment payment : facts.payments()) {
            for (Component component : payment.components()) {
                ComponentKey key = new ComponentKey(payment.number(), component.id());
                Fixed fixed = facts.fixed().get(key);
                if (fixed != null) {
                    due.put(key, due(key, component, fixed));
                }
            }
        }
    }

    static Reopened of(Facts facts) {
        return new Reopened(facts);
    }

    /** As {@link #of}; null where the deal stands in a way that could not be split again, which must not keep anybody from putting it right. */
    static Reopened ifPossible(Facts facts) {
        try {
            return new Reopened(facts);
        } catch (Refused standsWrong) {
            return null;
        }
    }

    /** Few terms move any principal, so that mostly all bookings stand on the same ground. */
    private Ground ground(Facts by) {
        List<Object> takes = new ArrayList<>();
        takes.add(by.terms().businessDays().interestDatesAdjusted().value());
        for (Payment payment : by.payments()) {
            payment.components().stream().filter(Component::isPrincipal).forEach(component ->
                    takes.add(new Leaving(payment.number(), component.id(), payment.due(), payment.cashDay().adjusted(), component.stated().value())));
        }
        return grounds.computeIfAbsent(takes, none -> Ground.of(by));
    }

    /** The total as it was booked, never computed again; split with the carries that the booking used, since adjustments do not touch carry (rule F6). */
    private Due due(ComponentKey key, Component component, Fixed fixed) {
        if (component.isPrincipal()) {
            return Due.of(ground.projection().principalSplit(key));
        }
        if (!component.isComputed()) {
            return Due.of(split(key, component, fixed, ground.projection().allTranchesBeforePayments(fixed.valueDate())));
        }
        Component booked = fixed.by().component(key.payment(), key.component());
        InterestTerm term = fixed.by().terms().interestTerm(booked.term()).orElseThrow();
        if (!term.dayCount().known() || !term.ratesKnownUntil(booked.period().end())) {
            throw new Refused("Payment " + key.payment() + " is booked, and to split its " + component.name() + " again its rate and day count must be known. Enter them first.", List.of());
        }
        Ground standing = ground(open.by(fixed.by()));
        InterestWork work = InterestWork.of(fixed.by().terms(), booked, fixed.valueDate(), standing.projection(), standing.accruing());
        return new Due(split(key, component, fixed, work.weights()), work.factors(), work.holdersOn(), Accrual.round(work.exact()));
    }

    private Split split(ComponentKey key, Component component, Fixed fixed, BigInteger[] weights) {
        try {
            return Split.of(fixed.total(), weights, fixed.carries(facts.lenders()));
        } catch (NothingToSplitOver nobody) {
            throw new Refused("Payment " + key.payment() + " is booked with value " + fixed.valueDate() + ", and nobody would hold anything that its " + component.name()
                    + " could be split over.", List.of("Correct that booking first, or choose another day here."));
        }
    }

    /** Null where the component is not booked. */
    Due of(ComponentKey key) {
        return due.get(key);
    }

    /** The warrants as first issued; null where none are, or their number is not known. Where they are stapled a later transfer takes them along and leaves nothing due. */
    Split warrants() {
        return WarrantSplits.of(open, ground.projection()).values().stream().findFirst().orElse(null);
    }
}
