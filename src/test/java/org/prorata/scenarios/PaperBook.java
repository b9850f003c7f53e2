package org.prorata.scenarios;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The real deal kept on paper: every position of every day from the opening to the last warrant, one day after the other, and the slices that follow. All its
 * interest is ACT/365F at 10 %, so a weight is nothing but the sum of the positions at the end of each day. Amounts are cents.
 */
final class PaperBook {

    static final LocalDate OPENING = LocalDate.of(2010, 6, 9);
    static final LocalDate END = LocalDate.of(2012, 1, 11);
    static final List<String> TRANCHES = List.of("first", "second", "reduced");
    private static final BigInteger WARRANTS = BigInteger.valueOf(30_000_000);
    private static final LocalDate ISSUED = LocalDate.of(2010, 6, 10);

    /** @param id as the portal names it; @param from of interest, the first day that bears it; @param total null where it is computed, or unknown */
    record Component(int payment, String id, String tranche, LocalDate due, LocalDate from, BigInteger total) {
        String key() {
            return payment + ":" + id;
        }

        boolean isPrincipal() {
            return id.startsWith("principal");
        }
    }

    private record Paid(BigInteger total, Slicing slicing, Map<String, Ratio> carry) {}

    /** What is held before a day's payments, at its end as if open payments were made, and at its end as booked; by tranche and lender. */
    private record Day(Map<String, Map<String, BigInteger>> before, Map<String, Map<String, BigInteger>> projected, Map<String, Map<String, BigInteger>> booked) {}

    private record Move(LocalDate on, String tranche, String lender, BigInteger amount) {}

    private final List<String> lenders;
    private final List<Component> components = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final Map<Integer, LocalDate> valued = new HashMap<>();
    private final Map<String, Paid> paid = new HashMap<>();
    private final Map<String, Map<String, BigInteger>> principal = new HashMap<>();
    private Map<LocalDate, Day> days;

    PaperBook(List<String> lenders) {
        this.lenders = new ArrayList<>(lenders);
        LocalDate[] quarters = {ISSUED, LocalDate.of(2010, 9, 10), LocalDate.of(2010, 12, 10), LocalDate.of(2011, 3, 10), LocalDate.of(2011, 6, 10)};
        components.add(new Component(1, "principal:first", "first", ISSUED, null, cents(17_000_000)));
        components.add(new Component(1, "accrued", null, ISSUED, null, null));
        components.add(new Component(2, "principal:second", "second", LocalDate.of(2010, 7, 10), null, cents(13_000_000)));
        components.add(new Component(2, "second-instalment", "second", LocalDate.of(2010, 7, 10), ISSUED, null));
        for (int quarter = 1; quarter < 4; quarter++) {
            components.add(new Component(2 + quarter, "reduced-principal", "reduced", quarters[quarter], quarters[quarter - 1], null));
        }
        components.add(new Component(6, "principal:reduced", "reduced", quarters[4], null, cents(30_000_000)));
        components.add(new Component(6, "reduced-principal", "reduced", quarters[4], quarters[3], null));
    }

    static BigInteger cents(long dollars) {
        return BigInteger.valueOf(dollars).multiply(BigInteger.valueOf(100));
    }

    List<String> lenders() {
        return lenders;
    }

    List<Component> components() {
        return components;
    }

    /** Everybody's total is spread over the tranches in their order, each over what is left of the totals (rule F7). */
    void opens(Map<String, BigInteger> totals) {
        moves.clear();
        Map<String, BigInteger> left = new LinkedHashMap<>(totals);
        for (String tranche : TRANCHES) {
            BigInteger amount = components.stream().filter(each -> each.id().equals("principal:" + tranche)).findFirst().orElseThrow().total();
            Slicing.of(amount, left).forEach((lender, slice) -> {
                moves.add(new Move(OPENING, tranche, lender, slice));
                left.merge(lender, slice.negate(), BigInteger::add);
            });
        }
        days = null;
    }

    void enters(BigInteger accrued) {
        components.replaceAll(each -> each.id().equals("accrued") ? new Component(1, "accrued", null, each.due(), null, accrued) : each);
    }

    /** Spread over what the seller holds before that day's payments, ties in the order of the tranches; or in one tranche (rule F3). */
    void transfers(LocalDate on, String from, String to, String tranche, BigInteger amount) {
        if (!lenders.contains(to)) {
            lenders.add(to);
            days = null;
        }
        Map<String, BigInteger> held = new LinkedHashMap<>();
        TRANCHES.stream().filter(each -> tranche == null || each.equals(tranche)).forEach(each -> held.put(each, before(on, each).get(from)));
        Slicing.of(amount, held).forEach((each, part) -> {
            moves.add(new Move(on, each, from, part.negate()));
            moves.add(new Move(on, each, to, part));
        });
        days = null;
    }

    /** What is paid is what the portal showed as due on the value date, and stays what was paid. */
    void books(int payment, LocalDate value) {
        corrects(payment, value);
        ofPayment(payment).forEach(each -> {
            Map<String, Ratio> carry = carryBefore(each);
            BigInteger total = total(each);
            paid.put(each.key(), new Paid(total, split(each, total, carry), carry));
        });
        days = null;
    }

    /** Another value date; no cash moves. */
    void corrects(int payment, LocalDate value) {
        valued.put(payment, value);
        days = null;
    }

    private Stream<Component> ofPayment(int payment) {
        return components.stream().filter(each -> each.payment() == payment);
    }

    LocalDate valueDate(int payment) {
        return valued.get(payment);
    }

    boolean isPaid(Component component) {
        return paid.containsKey(component.key());
    }

    private LocalDate day(Component component) {
        return valued.getOrDefault(component.payment(), component.due());
    }

    Map<String, BigInteger> before(LocalDate on, String tranche) {
        return day(on).before().get(tranche);
    }

    Map<String, BigInteger> projected(LocalDate on, String tranche) {
        return day(on).projected().get(tranche);
    }

    Map<String, BigInteger> booked(LocalDate on, String tranche) {
        return day(on).booked().get(tranche);
    }

    private Day day(LocalDate on) {
        if (days == null) {
            days = new TreeMap<>();
            Day day = new Day(nothing(), nothing(), nothing());
            for (LocalDate d = OPENING; !d.isAfter(END); d = d.plusDays(1)) {
                day = next(day, d);
                days.put(d, day);
            }
        }
        return days.get(on);
    }

    private Day next(Day last, LocalDate d) {
        Day day = new Day(copy(last.projected()), null, copy(last.booked()));
        moves.stream().filter(move -> move.on().equals(d)).forEach(move -> Stream.of(day.before(), day.booked())
                .forEach(held -> held.get(move.tranche()).merge(move.lender(), move.amount(), BigInteger::add)));
        Map<String, Map<String, BigInteger>> projected = copy(day.before());
        components.stream().filter(each -> each.isPrincipal() && day(each).equals(d)).forEach(each -> {
            Map<String, BigInteger> slices = Slicing.of(each.total(), day.before().get(each.tranche()));
            principal.put(each.key(), slices);
            slices.forEach((lender, slice) -> projected.get(each.tranche()).merge(lender, slice.negate(), BigInteger::add));
            if (valued.containsKey(each.payment())) {
                slices.forEach((lender, slice) -> day.booked().get(each.tranche()).merge(lender, slice.negate(), BigInteger::add));
            }
        });
        return new Day(day.before(), projected, day.booked());
    }

    private Map<String, Map<String, BigInteger>> nothing() {
        Map<String, Map<String, BigInteger>> held = new LinkedHashMap<>();
        TRANCHES.forEach(tranche -> {
            held.put(tranche, new LinkedHashMap<>());
            lenders.forEach(lender -> held.get(tranche).put(lender, BigInteger.ZERO));
        });
        return held;
    }

    private static Map<String, Map<String, BigInteger>> copy(Map<String, Map<String, BigInteger>> held) {
        Map<String, Map<String, BigInteger>> copy = new LinkedHashMap<>();
        held.forEach((tranche, byLender) -> copy.put(tranche, new LinkedHashMap<>(byLender)));
        return copy;
    }

    /** Null where it is not known. */
    BigInteger total(Component component) {
        if (isPaid(component) || component.from() == null) {
            return isPaid(component) ? paid.get(component.key()).total() : component.total();
        }
        Ratio total = Ratio.ZERO;
        for (LocalDate d = component.from(); d.isBefore(component.due()); d = d.plusDays(1)) {
            total = total.plus(Ratio.of(Ledger.sum(projected(d, component.tranche()))).times(Ratio.of(10, 100 * 365)));
        }
        return total.halfUp();
    }

    /** As paid, or as it will be paid; null where the total is not known. */
    Map<String, BigInteger> slices(Component component) {
        if (isPaid(component)) {
            return paid.get(component.key()).slicing().slices();
        }
        return total(component) == null ? null : split(component, total(component), carryBefore(component)).slices();
    }

    /** What was due of a component that was paid, over the positions as they are known now. */
    Map<String, BigInteger> due(Component component) {
        Paid was = paid.get(component.key());
        return split(component, was.total(), was.carry()).slices();
    }

    private Slicing split(Component component, BigInteger total, Map<String, Ratio> carry) {
        day(OPENING);
        if (component.isPrincipal()) {
            return new Slicing(principal.get(component.key()), Slicing.ratios(principal.get(component.key())));
        }
        Map<String, BigInteger> weights = new LinkedHashMap<>();
        lenders.forEach(lender -> weights.put(lender, BigInteger.ZERO));
        if (component.from() == null) {
            TRANCHES.forEach(tranche -> before(day(component), tranche).forEach((lender, held) -> weights.merge(lender, held, BigInteger::add)));
        } else {
            for (LocalDate d = component.from(); d.isBefore(component.due()); d = d.plusDays(1)) {
                projected(d, component.tranche()).forEach((lender, held) -> weights.merge(lender, held, BigInteger::add));
            }
        }
        return Slicing.of(total, Slicing.ratios(weights), carry);
    }

    /** What the payments of the same interest before this one left each lender short of: those made as they were made, the others as they will be (rule F6). */
    private Map<String, Ratio> carryBefore(Component component) {
        Map<String, Ratio> carry = new LinkedHashMap<>();
        if (!component.isPrincipal()) {
            for (Component other : components) {
                boolean before = other.payment() < component.payment() || isPaid(other);
                if (other.id().equals(component.id()) && other.payment() != component.payment() && before) {
                    Slicing slicing = isPaid(other) ? paid.get(other.key()).slicing() : split(other, total(other), carryBefore(other));
                    slicing.exact().keySet().forEach(lender -> carry.merge(lender, slicing.leftShort(lender), Ratio::plus));
                }
            }
        }
        return carry;
    }

    Map<String, BigInteger> warrants() {
        return Slicing.of(WARRANTS, before(ISSUED, "reduced"));
    }
}
