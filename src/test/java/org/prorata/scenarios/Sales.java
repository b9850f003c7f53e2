package org.prorata.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who sold to whom, found in the agent's export the slow way, and stapled warrants that go along; shares no code with the portal. */
final class Sales {

    /** @param place number of the first entry that was ever written of the transfer */
    private record Entry(long number, long place, LocalDate on, String lender, String tranche, BigInteger amount) {}

    private final List<Entry> standing = new ArrayList<>();

    private Sales() {}

    static Sales of(JsonNode export) {
        Map<Long, JsonNode> transfers = new LinkedHashMap<>();
        List<JsonNode> all = new ArrayList<>();
        export.get("entries").forEach(all::add);
        all.sort(Comparator.comparingLong(entry -> entry.get("entry").asLong()));
        all.stream().filter(entry -> entry.get(entry.has("corrects") ? "corrects" : "cause").asText().equals("transfer")).forEach(entry -> transfers.put(entry.get("entry").asLong(), entry));
        Set<Long> gone = new LinkedHashSet<>();
        transfers.values().stream().filter(entry -> entry.has("takesBack")).forEach(entry -> gone.add(entry.get("takesBack").asLong()));
        int digits = export.get("minorDigits").asInt();
        Sales sales = new Sales();
        transfers.forEach((number, entry) -> {
            if (!entry.has("takesBack") && !gone.contains(number)) {
                sales.standing.add(new Entry(number, place(number, transfers), LocalDate.parse(entry.get("on").asText()), entry.get("lender").asText(), entry.get("tranche").asText(),
                        new BigDecimal(entry.get("amount").asText()).movePointRight(digits).toBigIntegerExact()));
            }
        });
        sales.standing.sort(Comparator.comparingLong(Entry::place).thenComparingLong(Entry::number));
        return sales;
    }

    /** One transfer is what became known together for one day, with what took some of it back and stands instead. */
    private static long place(long number, Map<Long, JsonNode> transfers) {
        Set<Long> one = new LinkedHashSet<>(Set.of(number));
        for (int before = 0; before < one.size();) {
            before = one.size();
            transfers.forEach((other, entry) -> {
                boolean linked = entry.has("takesBack") && one.contains(entry.get("takesBack").asLong())
                        || one.stream().map(transfers::get).anyMatch(mine -> mine.get("known").equals(entry.get("known")) && mine.get("on").equals(entry.get("on"))
                                || mine.has("takesBack") && mine.get("takesBack").asLong() == other);
                if (linked) {
                    one.add(other);
                }
            });
        }
        return one.stream().min(Long::compare).orElseThrow();
    }

    /** @param loan what each held in the tranche before the day */
    Map<String, BigInteger> takeAlong(Map<String, BigInteger> before, String tranche, LocalDate day, Map<String, BigInteger> loan) {
        Map<String, BigInteger> warrants = new LinkedHashMap<>(before);
        Map<String, BigInteger> left = new LinkedHashMap<>(loan);
        List<Entry> open = new ArrayList<>();
        for (Entry entry : standing) {
            if (entry.on().equals(day) && entry.tranche().equals(tranche)) {
                open.add(entry);
                if (open.stream().map(Entry::amount).reduce(BigInteger.ZERO, BigInteger::add).signum() == 0) {
                    settle(open, warrants, left);
                    open.clear();
                }
            }
        }
        return warrants;
    }

    private static void settle(List<Entry> balanced, Map<String, BigInteger> warrants, Map<String, BigInteger> loan) {
        Map<String, BigInteger> toSell = new LinkedHashMap<>();
        balanced.stream().filter(entry -> entry.amount().signum() < 0).forEach(entry -> toSell.merge(entry.lender(), entry.amount().negate(), BigInteger::add));
        for (Entry buyer : balanced) {
            BigInteger wanted = buyer.amount();
            for (String seller : toSell.keySet()) {
                BigInteger sold = wanted.min(toSell.get(seller));
                if (sold.signum() > 0) {
                    sell(seller, buyer.lender(), sold, warrants, loan);
                    wanted = wanted.subtract(sold);
                    toSell.merge(seller, sold, BigInteger::subtract);
                }
            }
        }
    }

    /** What the seller keeps and what goes, split as every total is; the two stand in register order. */
    private static void sell(String seller, String buyer, BigInteger sold, Map<String, BigInteger> warrants, Map<String, BigInteger> loan) {
        Map<String, BigInteger> weights = new LinkedHashMap<>();
        for (String lender : warrants.keySet()) {
            if (lender.equals(seller) || lender.equals(buyer)) {
                weights.put(lender, lender.equals(seller) ? loan.get(seller).subtract(sold) : sold);
            }
        }
        BigInteger goes = Slicing.of(warrants.get(seller), weights).get(buyer);
        warrants.merge(seller, goes.negate(), BigInteger::add);
        warrants.merge(buyer, goes, BigInteger::add);
        loan.merge(seller, sold.negate(), BigInteger::add);
        loan.merge(buyer, sold, BigInteger::add);
    }
}
