package org.prorata.allocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.allocation.Calculation.Result;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.allocation.Facts.Fixed;
import org.prorata.allocation.Line.StretchLine;
import org.prorata.allocation.Line.WaitsFor;
import org.prorata.allocation.Line.Working;
import org.prorata.calc.Accrual;
import org.prorata.calc.DayCount;
import org.prorata.calc.Fraction;
import org.prorata.calc.NothingToSplitOver;
import org.prorata.calc.Split;
import org.prorata.deal.InterestTerm;
import org.prorata.deal.WarrantTerms;
import org.prorata.payment.Component;
import org.prorata.payment.Payment;
import org.prorata.web.Refused;

/** From the facts of a deal to all its figures (rules F3 to F8). Pure: same facts, same figures. Refuses what would make a position negative. */
final class Calculator {

    private final Facts facts;
    private final ObjectMapper json;
    private final Projection projection;
    private final Projection accruing;
    private final Map<String, Fraction[]> carries = new HashMap<>();

    private Calculator(Facts facts, ObjectMapper json) {
        this.facts = facts;
        this.json = json;
        this.projection = Projection.onStatedDates(facts);
        this.accruing = Projection.asInterestAccrues(facts, projection);
    }

    static Calculation calculate(Facts facts, ObjectMapper json) {
        return new Calculator(facts, json).run();
    }

    private Calculation run() {
        for (Payment payment : facts.payments()) {
            payment.components().stream().filter(component -> component.term() != null).forEach(component -> takeInCarryOfFixed(payment, component));
        }
        List<Result> results = new ArrayList<>();
        for (Payment payment : facts.payments()) {
            for (Component component : payment.components()) {
                results.add(splittable(payment, component));
            }
        }
        results.addAll(warrants());
        return new Calculation(List.copyOf(results), projection);
    }

    private Result splittable(Payment payment, Component component) {
        try {
            return result(payment, component);
        } catch (NothingToSplitOver nobody) {
            throw new Refused("Nobody would hold anything that " + component.name() + " of payment " + payment.number() + " could be split over on "
                    + facts.dayOf(payment, component.id()) + ".", List.of());
        }
    }

    /** A term's carry starts from what its fixed components left over, all of them, whenever they were due (rule F6). */
    private void takeInCarryOfFixed(Payment payment, Component component) {
        Fixed fixed = facts.fixed().get(new ComponentKey(payment.number(), component.id()));
        if (fixed != null) {
            Fraction[] carry = carryOf(component.term());
            fixed.slices().forEach((lender, slice) -> carry[lender] =
                    Split.bounded(carry[lender].plus(slice.exact()).minus(Fraction.of(slice.slice()))));
        }
    }

    private Fraction[] carryOf(String term) {
        return carries.computeIfAbsent(term, t -> {
            Fraction[] none = new Fraction[facts.lenders()];
            Arrays.fill(none, Fraction.ZERO);
            return none;
        });
    }

    private Result result(Payment payment, Component component) {
        ComponentKey key = new ComponentKey(payment.number(), component.id());
        Fixed fixed = facts.fixed().get(key);
        if (fixed != null) {
            return new Result(new Line(payment.number(), component.id(), fixed.valueDate(), fixed.total(), null, fixed.valueDate(), read(fixed.working())),
                    null, List.of());
        }
        LocalDate day = facts.dayOf(payment, component.id());
        if (component.isPrincipal()) {
            Split split = projection.principalSplit(key);
            return open(payment, component, day, split, Working.of(split), List.of());
        }
        return component.isComputed() ? computed(payment, component, day) : stated(payment, component, day);
    }

    private Result stated(Payment payment, Component component, LocalDate day) {
        if (!component.stated().known()) {
            return unknown(payment, component, day, WaitsFor.AMOUNT);
        }
        Split split = carried(component.term(), component.stated().value(), projection.allTranchesBeforePayments(day));
        return open(payment, component, day, split, Working.of(split), List.of());
    }

    private Result computed(Payment payment, Component component, LocalDate day) {
        InterestTerm term = facts.terms().interestTerm(component.term()).orElseThrow();
        if (!term.dayCount().known()) {
            return unknown(payment, component, day, WaitsFor.DAY_COUNT);
        }
        if (!term.ratesKnownUntil(component.period().end())) {
            return unknown(payment, component, day, WaitsFor.RATE);
        }
        InterestWork work = InterestWork.of(facts.terms(), component, day, projection, accruing);
        Split split = carried(component.term(), Accrual.round(work.exact()), work.weights());
        DayCount dayCount = term.dayCount().value();
        List<StretchLine> stretches = work.stretches().stream().map(stretch -> new StretchLine(stretch.from(), stretch.to(),
                dayCount.days(stretch.from(), stretch.to()), stretch.principal(), stretch.rate().toString(), dayCount.formula(stretch.from(), stretch.to()),
                Accrual.exact(stretch.principal(), stretch.rate(), dayCount, stretch.from(), stretch.to()).toString())).toList();
        return open(payment, component, day, split,
                new Working(stretches, work.exact().toString(), work.factors(), split.weightSum(), split.unitsToGive(), work.holdersOn()),
                work.factors().size() > 1 ? work.positions() : List.of());
    }

    /** Splits with the term's carry, and leaves the carry as it is after it. */
    private Split carried(String term, BigInteger total, BigInteger[] weights) {
        Fraction[] carry = carryOf(term);
        Split split = Split.of(total, weights, carry);
        for (int i = 0; i < carry.length; i++) {
            carry[i] = split.carryAfter(i);
        }
        return split;
    }

    private List<Result> warrants() {
        WarrantTerms terms = facts.terms().warrants();
        if (terms == null) {
            return List.of();
        }
        if (!terms.count().known()) {
            return List.of(new Result(new Line(0, Line.WARRANTS, terms.issueDate().value(), null, WaitsFor.COUNT, null, null), null, List.of()));
        }
        List<Result> results = new ArrayList<>();
        WarrantSplits.of(facts, projection).forEach((day, split) -> results.add(new Result(new Line(0, Line.WARRANTS, day, split.total(), null, null,
                Working.of(split)), split, List.of())));
        return results;
    }

    private static Result open(Payment payment, Component component, LocalDate day, Split split, Working working, List<BigInteger[]> positions) {
        return new Result(new Line(payment.number(), component.id(), day, split.total(), null, null, working), split, positions);
    }

    private static Result unknown(Payment payment, Component component, LocalDate day, WaitsFor waitsFor) {
        return new Result(new Line(payment.number(), component.id(), day, null, waitsFor, null, null), null, List.of());
    }

    private Working read(String working) {
        try {
            return working == null ? null : json.readValue(working, Working.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the working of a booked component cannot be read", broken);
        }
    }
}
