package org.prorata.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recomputes every slice of every lender from the agent's export alone, the slow and obvious way: it shares no code with the portal, walks entries for each
 * position it needs, and takes from the export only what is a fact or a term (entries, stated and booked totals, what was paid, rates, periods), never a computed
 * figure.
 */
final class Recomputation {

    private final JsonNode export;
    private final List<String> lenders = new ArrayList<>();
    private final List<JsonNode> components = new ArrayList<>();
    private final int digits;
    private final boolean reopened;
    private final Ledger ledger;
    private final Map<Boolean, Ledger> accruing = new HashMap<>();
    private final List<Ledger.Entry> exchanges = new ArrayList<>();

    /** @param reopened as if nothing were booked yet and all that is were to be paid on its value date; else as it stands */
    private Recomputation(JsonNode export, boolean reopened) {
        this.export = export;
        this.reopened = reopened;
        this.digits = export.get("minorDigits").asInt();
        export.get("lenders").forEach(lender -> lenders.add(lender.get("lender").asText()));
        export.get("components").forEach(components::add);
        List<Ledger.Entry> entries = new ArrayList<>();
        for (JsonNode entry : export.get("entries")) {
            // a correction has the place in the day of what it corrects (rule F4)
            String kind = entry.get(entry.has("corrects") ? "corrects" : "cause").asText();
            Ledger.Entry each = new Ledger.Entry(day(entry, "on"), kind.equals("payment"), entry.get("lender").asText(), entry.get("tranche").asText(), minor(entry.get("amount")));
            if (!each.payment() || !reopened) {
                entries.add(each);
            }
            if (kind.equals("exchange")) {
                exchanges.add(each);
            }
        }
        ledger = new Ledger(lenders, entries, leaving(false));
        accruing.put(true, new Ledger(lenders, entries, leaving(true)));
        accruing.put(false, ledger);
    }

    /** @param withCash whether principal that is due earlier in cash than stated leaves then, as interest sees it where its dates are adjusted */
    private List<Ledger.Leaving> leaving(boolean withCash) {
        List<Ledger.Leaving> leaving = new ArrayList<>();
        for (JsonNode c : components) {
            if (isPrincipal(c) && (reopened || !booked(c))) {
                boolean early = withCash && !booked(c) && day(c, "cashDue").isBefore(day(c, "day"));
                leaving.add(new Ledger.Leaving(key(c), c.get("tranche").asText(), day(c, early ? "cashDue" : "day"), minor(c.get("total"))));
            }
        }
        return leaving;
    }

    /** By component ("2:principal:second", "warrants:2010-06-10") that is not booked and known: the slice of each lender, in minor units or whole warrants. */
    static Map<String, Map<String, BigInteger>> of(JsonNode export) {
        return new Recomputation(export, false).open();
    }

    /** By component that is booked: what each lender was due of it over the positions as they are known now (rule F13). */
    static Map<String, Map<String, BigInteger>> due(JsonNode export) {
        return new Recomputation(export, true).due();
    }

    /** Projected positions (rule F3). */
    static Ledger positions(JsonNode export) {
        return new Recomputation(export, false).ledger;
    }

    static String key(JsonNode component) {
        return component.has("payment") ? component.get("payment").asText() + ":" + component.get("component").asText() : "warrants:" + component.get("day").asText();
    }

    private Map<String, Map<String, BigInteger>> open() {
        Map<String, Map<String, BigInteger>> all = new LinkedHashMap<>();
        Map<String, Map<String, Ratio>> carries = bookedCarries();
        Map<String, BigInteger> warrants = null;
        for (JsonNode c : components) {
            if (booked(c) || !c.has("total")) {
                continue;
            }
            if (isPrincipal(c)) {
                all.put(key(c), ledger.principal(key(c)));
            } else if (!c.has("payment")) {
                warrants = warrants == null ? Slicing.of(new BigInteger(c.get("total").asText()), ledger.beforePayments(c.get("tranche").asText(), day(c, "day")))
                        : Sales.of(export).takeAlong(warrants, c.get("tranche").asText(), day(c, "day"), ledger.endOf(c.get("tranche").asText(), day(c, "day").minusDays(1)));
                all.put(key(c), warrants);
            } else {
                Map<String, Ratio> carry = carries.computeIfAbsent(c.get("term").asText(), term -> new HashMap<>());
                Slicing slicing = interestOrFee(c, c.has("periodStart") ? total(c) : minor(c.get("total")), carry);
                lenders.forEach(lender -> carry.put(lender, carry.getOrDefault(lender, Ratio.ZERO).plus(slicing.leftShort(lender)).asCarry()));
                all.put(key(c), slicing.slices());
            }
        }
        return all;
    }

    private Map<String, Map<String, BigInteger>> due() {
        Map<String, Map<String, BigInteger>> all = new LinkedHashMap<>();
        for (JsonNode c : components) {
            if (booked(c)) {
                Map<String, Ratio> carry = new HashMap<>();                 // as the booking used it: adjustments do not touch carry (rule F6)
                c.get("slices").forEach(slice -> carry.put(slice.get("lender").asText(), slice.has("carry") ? ratio(slice.get("carry")) : Ratio.ZERO));
                all.put(key(c), isPrincipal(c) ? ledger.principal(key(c)) : interestOrFee(c, minor(c.get("total")), carry).slices());
            }
        }
        return all;
    }

    /** What booked components left each lender short of, as they were paid. */
    private Map<String, Map<String, Ratio>> bookedCarries() {
        Map<String, Map<String, Ratio>> carries = new HashMap<>();
        for (JsonNode c : components) {
            if (booked(c) && c.has("term")) {
                Map<String, Ratio> carry = carries.computeIfAbsent(c.get("term").asText(), term -> new HashMap<>());
                for (JsonNode slice : c.get("slices")) {
                    String lender = slice.get("lender").asText();
                    carry.put(lender, carry.getOrDefault(lender, Ratio.ZERO).plus(ratio(slice.get("exact"))).minus(Ratio.of(minor(slice.get("slice")))).asCarry());
                }
            }
        }
        return carries;
    }

    private Slicing interestOrFee(JsonNode c, BigInteger total, Map<String, Ratio> carry) {
        return Slicing.of(total, c.has("periodStart") ? interestWeights(c) : Slicing.ratios(allTranches(day(c, "day"))), carry);
    }

    private Map<String, BigInteger> allTranches(LocalDate d) {
        Map<String, BigInteger> all = new LinkedHashMap<>();
        lenders.forEach(lender -> all.put(lender, BigInteger.ZERO));
        export.get("tranches").forEach(t -> ledger.beforePayments(t.get("tranche").asText(), d).forEach((lender, held) -> all.merge(lender, held, BigInteger::add)));
        return all;
    }

    private JsonNode term(JsonNode c) {
        for (JsonNode candidate : export.get("interest")) {
            if (candidate.get("term").asText().equals(c.get("term").asText())) {
                return candidate;
            }
        }
        throw new AssertionError("the export lacks the term of " + key(c));
    }

    /** Day by day, and cut only where what is outstanding or the rate changes (rule F5); rounded once. */
    private BigInteger total(JsonNode c) {
        JsonNode term = term(c);
        Ratio total = Ratio.ZERO;
        LocalDate from = day(c, "periodStart");
        for (LocalDate d = from; d.isBefore(day(c, "periodEnd")); d = d.plusDays(1)) {
            LocalDate next = d.plusDays(1);
            BigInteger outstanding = Ledger.sum(bearing(c, d));
            if (next.equals(day(c, "periodEnd")) || !rate(term, next).equals(rate(term, d)) || !Ledger.sum(bearing(c, next)).equals(outstanding)) {
                total = total.plus(Ratio.of(outstanding).times(rate(term, d)).times(years(term.get("dayCount").asText(), from, next)));
                from = next;
            }
        }
        return total.halfUp();
    }

    /** What was booked is split again by the terms it was booked by; what is open, by those of the deal. */
    private JsonNode terms(JsonNode c) {
        return c.has("bookedBy") ? c.get("bookedBy") : export;
    }

    /**
     * The same sum over each lender's own position, cut also at transfers; or, where the deal gives a period to the holder, over what each held just before the
     * payment and what it had exchanged by then, until it did.
     */
    private Map<String, Ratio> interestWeights(JsonNode c) {
        JsonNode term = c.has("bookedBy") ? c.get("bookedBy") : term(c);
        boolean holder = terms(c).get("interestOnTransfer").asText().equals("holder");
        LocalDate heldOn = holder ? heldOn(c) : null;
        Map<String, Ratio> weights = new LinkedHashMap<>();
        lenders.forEach(lender -> weights.put(lender, Ratio.ZERO));
        LocalDate from = day(c, "periodStart");
        for (LocalDate d = from; d.isBefore(day(c, "periodEnd")); d = d.plusDays(1)) {
            LocalDate next = d.plusDays(1);
            Map<String, BigInteger> held = holder ? counting(c, heldOn, d) : bearing(c, d);
            if (next.equals(day(c, "periodEnd")) || !rate(term, next).equals(rate(term, d)) || !(holder ? counting(c, heldOn, next) : bearing(c, next)).equals(held)) {
                Ratio factor = rate(term, d).times(years(term.get("dayCount").asText(), from, next));
                lenders.forEach(lender -> weights.merge(lender, Ratio.of(held.get(lender)).times(factor), Ratio::plus));
                from = next;
            }
        }
        return weights;
    }

    /** The payment's day, or the earlier one whose payments have left nothing since. */
    private LocalDate heldOn(JsonNode c) {
        String tranche = c.get("tranche").asText();
        LocalDate d = day(c, "day");
        while (Ledger.sum(ledger.beforePayments(tranche, d)).signum() == 0 && Ledger.sum(ledger.endOf(tranche, d.minusDays(1))).signum() == 0 && d.isAfter(day(c, "periodStart"))) {
            d = d.minusDays(1);
        }
        return d;
    }

    private Map<String, BigInteger> counting(JsonNode c, LocalDate heldOn, LocalDate d) {
        Map<String, BigInteger> counting = new LinkedHashMap<>(ledger.beforePayments(c.get("tranche").asText(), heldOn));
        exchanges.stream().filter(each -> each.tranche().equals(c.get("tranche").asText()) && each.on().isAfter(d) && !each.on().isAfter(heldOn))
                .forEach(each -> counting.merge(each.lender(), each.amount().negate(), BigInteger::add));
        return counting;
    }

    /** Positions that bear interest on a day: at its end, but just before the payment once that has been made. */
    private Map<String, BigInteger> bearing(JsonNode c, LocalDate d) {
        LocalDate payment = day(c, "day");
        String tranche = c.get("tranche").asText();
        Ledger positions = accruing.get(terms(c).get("interestDatesAdjusted").asBoolean());
        return d.isBefore(payment) ? positions.endOf(tranche, d) : positions.beforePayments(tranche, payment);
    }

    private static Ratio rate(JsonNode term, LocalDate d) {
        Ratio rate = null;
        for (JsonNode step : term.get("rates")) {
            if (!day(step, "from").isAfter(d)) {
                rate = Ratio.of(new BigDecimal(step.get("percentPerYear").asText())).over(Ratio.of(100, 1));
            }
        }
        return rate;
    }

    static Ratio years(String dayCount, LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to);
        return switch (dayCount) {
            case "ACT/360" -> Ratio.of(days, 360);
            case "ACT/365F" -> Ratio.of(days, 365);
            case "30/360" -> thirty(from, to, Math.min(from.getDayOfMonth(), 30), to.getDayOfMonth() == 31 && from.getDayOfMonth() >= 30 ? 30 : to.getDayOfMonth());
            case "30E/360" -> thirty(from, to, Math.min(from.getDayOfMonth(), 30), Math.min(to.getDayOfMonth(), 30));
            case "ACT/ACT" -> {
                Ratio sum = Ratio.ZERO;
                for (LocalDate d = from; d.isBefore(to); d = d.plusDays(1)) {
                    sum = sum.plus(Ratio.of(1, Year.isLeap(d.getYear()) ? 366 : 365));
                }
                yield sum;
            }
            default -> throw new IllegalArgumentException(dayCount);
        };
    }

    private static Ratio thirty(LocalDate from, LocalDate to, int fromDay, int toDay) {
        return Ratio.of(360L * (to.getYear() - from.getYear()) + 30L * (to.getMonthValue() - from.getMonthValue()) + toDay - fromDay, 360);
    }

    private static boolean isPrincipal(JsonNode component) {
        return component.get("kind").asText().equals("principal");
    }

    private static boolean booked(JsonNode component) {
        return component.get("booked").asBoolean();
    }

    private static Ratio ratio(JsonNode fraction) {
        String[] parts = (fraction.asText() + "/1").split("/");
        return new Ratio(new BigInteger(parts[0]), new BigInteger(parts[1]));
    }

    private BigInteger minor(JsonNode decimal) {
        return new BigDecimal(decimal.asText()).movePointRight(digits).toBigIntegerExact();
    }

    private static LocalDate day(JsonNode node, String field) {
        return LocalDate.parse(node.get(field).asText());
    }
}
