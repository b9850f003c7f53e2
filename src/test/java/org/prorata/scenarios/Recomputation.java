package org.prorata.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Recomputes every slice of every lender from the agent's export alone, the slow and obvious way: it shares no code with the portal, walks entries for each
 * position it needs, and takes from the export only what is a fact or a term (entries, stated totals, rates, periods), never a computed figure.
 */
final class Recomputation {

    private final JsonNode export;
    private final List<String> lenders = new ArrayList<>();
    private final int digits;
    private final Map<String, Map<String, BigInteger>> projectedPrincipal = new LinkedHashMap<>();
    private final Map<String, Map<String, Ratio>> carries = new HashMap<>();

    private Recomputation(JsonNode export) {
        this.export = export;
        this.digits = export.get("minorDigits").asInt();
        export.get("lenders").forEach(lender -> lenders.add(lender.get("lender").asText()));
    }

    /** By component ("2:principal:second", "warrants:2010-06-10"): the slice of each lender in minor units, and under "total" the sum they make. */
    static Map<String, Map<String, BigInteger>> of(JsonNode export) {
        return new Recomputation(export).run();
    }

    static String key(JsonNode component) {
        return component.has("payment") ? component.get("payment").asText() + ":" + component.get("component").asText() : "warrants:" + component.get("day").asText();
    }

    private Map<String, Map<String, BigInteger>> run() {
        Map<String, Map<String, BigInteger>> all = new LinkedHashMap<>();
        List<JsonNode> components = new ArrayList<>();
        export.get("components").forEach(components::add);
        for (JsonNode component : components) {
            if (component.get("booked").asBoolean() && component.has("term")) {
                bookedCarry(component);
            }
        }
        components.stream().filter(c -> c.get("kind").asText().equals("principal") && !c.get("booked").asBoolean())
                .sorted(Comparator.comparing(c -> c.get("day").asText())).forEach(c -> {
                    Map<String, BigInteger> slices = split(minor(c.get("total")), before(c.get("tranche").asText(), day(c, "day")), null);
                    projectedPrincipal.put(key(c), slices);
                    all.put(key(c), slices);
                });
        for (JsonNode c : components) {
            if (c.get("booked").asBoolean() || !c.has("total") || c.get("kind").asText().equals("principal")) {
                continue;
            }
            if (!c.has("payment")) {
                all.put(key(c), split(new BigInteger(c.get("total").asText()), before(c.get("tranche").asText(), day(c, "day")), null));
            } else {
                all.put(key(c), c.has("periodStart") ? interest(c) : split(minor(c.get("total")), allTranches(day(c, "day")), c.get("term").asText()));
            }
        }
        return all;
    }

    private void bookedCarry(JsonNode component) {
        for (JsonNode slice : component.get("slices")) {
            String[] exact = (slice.get("exact").asText() + "/1").split("/");
            Ratio left = new Ratio(new BigInteger(exact[0]), new BigInteger(exact[1])).minus(Ratio.of(minor(slice.get("slice"))));
            carries.computeIfAbsent(component.get("term").asText(), t -> new HashMap<>()).merge(slice.get("lender").asText(), left, Ratio::plus);
        }
    }

    private Map<String, BigInteger> interest(JsonNode c) {
        JsonNode term = null;
        for (JsonNode candidate : export.get("interest")) {
            term = candidate.get("term").asText().equals(c.get("term").asText()) ? candidate : term;
        }
        LocalDate start = day(c, "periodStart");
        LocalDate end = day(c, "periodEnd");
        LocalDate payment = day(c, "day");
        String tranche = c.get("tranche").asText();
        TreeSet<LocalDate> days = new TreeSet<>();
        for (LocalDate d = start; d.isBefore(end); d = d.plusDays(1)) {
            days.add(d);
        }
        Ratio total = Ratio.ZERO;
        Map<String, Ratio> weights = new LinkedHashMap<>();
        lenders.forEach(lender -> weights.put(lender, Ratio.ZERO));
        LocalDate totalFrom = start;
        LocalDate weightFrom = start;
        for (LocalDate d : days) {
            LocalDate next = d.plusDays(1);
            boolean last = next.equals(end);
            boolean rateChanges = !last && !rate(term, next).equals(rate(term, d));
            if (last || rateChanges || !sum(accruing(tranche, next, payment)).equals(sum(accruing(tranche, d, payment)))) {
                total = total.plus(Ratio.of(sum(accruing(tranche, d, payment))).times(rate(term, d)).times(years(term.get("dayCount").asText(), totalFrom, next)));
                totalFrom = next;
            }
            if (last || rateChanges || !accruing(tranche, next, payment).equals(accruing(tranche, d, payment))) {
                Map<String, BigInteger> held = accruing(tranche, d, payment);
                Ratio factor = rate(term, d).times(years(term.get("dayCount").asText(), weightFrom, next));
                lenders.forEach(lender -> weights.merge(lender, Ratio.of(held.get(lender)).times(factor), Ratio::plus));
                weightFrom = next;
            }
        }
        if (export.get("interestOnTransfer").asText().equals("holder")) {
            LocalDate held = payment;
            while (sum(before(tranche, held)).signum() == 0 && held.isAfter(start)) {
                held = held.minusDays(1);
            }
            return split(total.halfUp(), before(tranche, held), c.get("term").asText());
        }
        return splitExact(total.halfUp(), weights, c.get("term").asText());
    }

    /** Positions that bear interest on a day: at its end, but just before the payment once that has been made. */
    private Map<String, BigInteger> accruing(String tranche, LocalDate d, LocalDate payment) {
        return d.isBefore(payment) ? positions(tranche, d, true, true) : positions(tranche, payment, false, true);
    }

    private Map<String, BigInteger> before(String tranche, LocalDate d) {
        return positions(tranche, d, false, false);
    }

    private Map<String, BigInteger> allTranches(LocalDate d) {
        Map<String, BigInteger> all = new LinkedHashMap<>();
        lenders.forEach(lender -> all.put(lender, BigInteger.ZERO));
        export.get("tranches").forEach(t -> before(t.get("tranche").asText(), d).forEach((lender, held) -> all.merge(lender, held, BigInteger::add)));
        return all;
    }

    private Map<String, BigInteger> positions(String tranche, LocalDate d, boolean withPaymentsOfDay, boolean accruing) {
        Map<String, BigInteger> held = new LinkedHashMap<>();
        lenders.forEach(lender -> held.put(lender, BigInteger.ZERO));
        for (JsonNode entry : export.get("entries")) {
            LocalDate on = day(entry, "on");
            boolean counts = on.isBefore(d) || on.equals(d) && (withPaymentsOfDay || !entry.get("cause").asText().equals("payment"));
            if (counts && entry.get("tranche").asText().equals(tranche)) {
                held.merge(entry.get("lender").asText(), minor(entry.get("amount")), BigInteger::add);
            }
        }
        for (JsonNode c : export.get("components")) {
            if (c.get("kind").asText().equals("principal") && c.get("tranche").asText().equals(tranche) && projectedPrincipal.containsKey(key(c))) {
                LocalDate leaves = day(c, "day");
                if (accruing && export.get("interestDatesAdjusted").asBoolean() && day(c, "cashDue").isBefore(leaves)) {
                    leaves = day(c, "cashDue");
                }
                if (leaves.isBefore(d) || leaves.equals(d) && withPaymentsOfDay) {
                    projectedPrincipal.get(key(c)).forEach((lender, slice) -> held.merge(lender, slice.negate(), BigInteger::add));
                }
            }
        }
        return held;
    }

    private Map<String, BigInteger> split(BigInteger total, Map<String, BigInteger> weights, String term) {
        Map<String, Ratio> exact = new LinkedHashMap<>();
        weights.forEach((lender, weight) -> exact.put(lender, Ratio.of(weight)));
        return splitExact(total, exact, term);
    }

    private Map<String, BigInteger> splitExact(BigInteger total, Map<String, Ratio> weights, String term) {
        Ratio sum = weights.values().stream().reduce(Ratio.ZERO, Ratio::plus);
        Map<String, Ratio> carry = term == null ? Map.of() : carries.computeIfAbsent(term, t -> new HashMap<>());
        Map<String, BigInteger> slices = new LinkedHashMap<>();
        Map<String, Ratio> exact = new LinkedHashMap<>();
        BigInteger left = total;
        for (String lender : lenders) {
            exact.put(lender, sum.p().signum() == 0 ? Ratio.ZERO : Ratio.of(total).times(weights.get(lender)).over(sum));
            slices.put(lender, exact.get(lender).floor());
            left = left.subtract(slices.get(lender));
        }
        List<String> ranked = new ArrayList<>(lenders);
        ranked.removeIf(lender -> exact.get(lender).q().equals(BigInteger.ONE));
        ranked.sort(Comparator.comparing((String lender) -> exact.get(lender).minus(Ratio.of(slices.get(lender))).plus(carry.getOrDefault(lender, Ratio.ZERO))).reversed());
        for (int i = 0; i < left.intValueExact(); i++) {
            slices.merge(ranked.get(i), BigInteger.ONE, BigInteger::add);
        }
        if (term != null) {
            lenders.forEach(lender -> carry.merge(lender, exact.get(lender).minus(Ratio.of(slices.get(lender))), Ratio::plus));
        }
        return slices;
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

    private static BigInteger sum(Map<String, BigInteger> held) {
        return held.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger minor(JsonNode decimal) {
        return new BigDecimal(decimal.asText()).movePointRight(digits).toBigIntegerExact();
    }

    private static LocalDate day(JsonNode node, String field) {
        return LocalDate.parse(node.get(field).asText());
    }
}
