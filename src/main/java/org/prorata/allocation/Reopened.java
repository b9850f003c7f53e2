package org.prorata.allocation;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.allocation.Facts.Fixed;
import org.prorata.allocation.InterestWork.WeightStretch;
import org.prorata.calc.NothingToSplitOver;
import org.prorata.calc.Split;
import org.prorata.deal.InterestTerm;
import org.prorata.payment.Component;
import org.prorata.payment.Payment;
import org.prorata.web.Refused;

/**
 * The booked components of a deal with their weights as the register says now, as if each were paid on its value date for the first time (rule F13): what was
 * due, whatever was paid. Positions that would be negative on any day are refused.
 */
final class Reopened {

    /** @param factors as in {@link InterestWork}; empty where a weight is a position */
    record Due(Split split, List<WeightStretch> factors) {}

    private final Facts facts;
    private final Facts open;
    private final Projection projection;
    private final Projection accruing;
    private final Map<ComponentKey, Due> due = new HashMap<>();

    private Reopened(Facts facts) {
        this.facts = facts;
        open = facts.reopened();
        projection = Projection.onStatedDates(open);
        accruing = Projection.asInterestAccrues(open, projection);
        for (Payment payment : facts.payments()) {
            for (Component component : payment.components()) {
                ComponentKey key = new ComponentKey(payment.number(), component.id());
                Fixed fixed = facts.fixed().get(key);
                if (fixed != null) {
                    due.put(key, due(key, payment, component, fixed));
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

    /** The total as it was booked, never computed again; split with the carries that the booking used, since adjustments do not touch carry (rule F6). */
    private Due due(ComponentKey key, Payment payment, Component component, Fixed fixed) {
        if (component.isPrincipal()) {
            return new Due(projection.principalSplit(key), List.of());
        }
        if (!component.isComputed()) {
            return split(key, component, fixed, projection.allTranchesBeforePayments(fixed.valueDate()), List.of());
        }
        InterestTerm term = facts.terms().interestTerm(component.term()).orElseThrow();
        if (!term.dayCount().known() || !term.ratesKnownUntil(component.period().end())) {
            throw new Refused("Payment " + payment.number() + " is booked, and to split its " + component.name() + " again its rate and day count must be known. Enter them first.", List.of());
        }
        InterestWork work = InterestWork.of(facts.terms(), component, fixed.valueDate(), projection, accruing);
        return split(key, component, fixed, work.weights(), work.factors());
    }

    private Due split(ComponentKey key, Component component, Fixed fixed, BigInteger[] weights, List<WeightStretch> factors) {
        try {
            return new Due(Split.of(fixed.total(), weights, fixed.carries(facts.lenders())), factors);
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
        return WarrantSplits.of(open, projection).values().stream().findFirst().orElse(null);
    }
}
