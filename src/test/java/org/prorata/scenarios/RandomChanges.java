package org.prorata.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Draws changes for {@link RandomHistory}: such as an agent could ask for, the sensible and the impossible ones. */
final class RandomChanges {

    /** @param what the change is, by its kind; @param payload as JSON */
    record Change(String kind, String payload) {}

    static final LocalDate OPENING = LocalDate.of(2010, 1, 29);
    private static final int MOST_LENDERS = 13;

    private final Random random;
    private JsonNode export;
    private LocalDate day;

    RandomChanges(Random random) {
        this.random = random;
    }

    /**
     * @param export   the deal as it stands
     * @param day      today
     * @param register its latest entries, with their numbers
     * @return null where what was drawn cannot even be asked for now
     */
    Change draw(JsonNode export, LocalDate day, JsonNode register) {
        this.export = export;
        this.day = day;
        int dice = random.nextInt(100);
        return dice < 3 ? term() : dice < 7 ? exchange() : dice < 24 ? move() : dice < 38 ? transfer() : dice < 50 ? correctTransfer(register) : dice < 57 ? opening() : dice < 63 ? amount() : dice < 85 ? book() : correctBooking();
    }

    private Change move() {
        LocalDate on = anyDay();
        String tranche = anyTranche();
        Map<String, BigInteger> held = held(on, tranche);
        BigInteger total = Ledger.sum(held);
        if (total.signum() == 0) {
            return null;
        }
        String newcomer = newcomer(held);
        if (random.nextInt(6) == 0) {
            return new Change("register.move", shares(on, tranche, dealtAnew(held, total), newcomer, random.nextBoolean()));
        }
        for (int trades = 1 + random.nextInt(4); trades > 0; trades--) {
            trade(held, newcomer);
        }
        return new Change("register.move", shares(on, tranche, held, newcomer, false));
    }

    private Change transfer() {
        LocalDate on = anyDay();
        String tranche = anyTranche();
        Map<String, BigInteger> held = held(on, tranche);
        List<String> holders = held.keySet().stream().filter(lender -> held.get(lender).signum() > 0).toList();
        if (holders.isEmpty()) {
            return null;
        }
        String newcomer = newcomer(held);
        String from = pick(holders);
        return new Change("register.transfer", "{\"from\":\"%s\",\"to\":\"%s\",%s%s%s,\"tradeDate\":\"%s\",\"effectiveDate\":\"%s\"}".formatted(from,
                newcomer == null ? pick(List.copyOf(held.keySet())) : newcomer, newcomer == null ? "" : "\"toName\":\"Fund " + newcomer + "\",",
                tranche == null ? "" : "\"tranche\":\"" + tranche + "\",",
                random.nextInt(3) == 0 ? "\"whole\":true" : "\"amount\":\"" + new BigDecimal(upTo(held.get(from)), 2).toPlainString() + "\"", on.minusDays(random.nextInt(9)), on));
    }

    /** How a term counts days, or whose the interest of a running period is: for what is open from now on, and for nothing that is booked. */
    private Change term() {
        String[] term = pick(List.of("interest.interest-a.day-count ACT/365F", "interest.interest-a.day-count 30/360", "interest.interest-b.day-count ACT/360",
                "interest.interest-c.day-count ACT/365F", "transfers.interest split", "transfers.interest holder", "business-days.interest-dates-adjusted true",
                "business-days.interest-dates-adjusted false")).split(" ");
        return new Change("deal.term", "{\"field\":\"" + term[0] + "\",\"value\":\"" + term[1] + "\"}");
    }

    private Change exchange() {
        LocalDate on = anyDay();
        List<String> holders = held(on, "a").entrySet().stream().filter(each -> each.getValue().signum() > 0).map(Map.Entry::getKey).toList();
        return holders.isEmpty() ? null : new Change("register.exchange", "{\"lender\":\"%s\",\"amount\":\"%s\",\"on\":\"%s\"}".formatted(pick(holders),
                BigDecimal.valueOf(1 + random.nextInt(20_000_000), 2).toPlainString(), on));
    }

    private LocalDate anyDay() {
        return OPENING.plusDays(random.nextInt(random.nextInt(4) > 0 ? 240 : 540));
    }

    private String anyTranche() {
        return random.nextInt(3) == 0 ? null : pick(names("tranches", "tranche"));
    }

    /** Before that day's payments, in the one tranche or in all. */
    private Map<String, BigInteger> held(LocalDate on, String tranche) {
        Ledger ledger = Recomputation.positions(export);
        Map<String, BigInteger> held = zeros();
        names("tranches", "tranche").stream().filter(each -> tranche == null || each.equals(tranche))
                .forEach(each -> ledger.beforePayments(each, on).forEach((lender, amount) -> held.merge(lender, amount, BigInteger::add)));
        return held;
    }

    private String newcomer(Map<String, BigInteger> held) {
        return held.size() < MOST_LENDERS && random.nextInt(8) == 0 ? "new-" + held.size() : null;
    }

    private void trade(Map<String, BigInteger> held, String newcomer) {
        List<String> holders = held.keySet().stream().filter(lender -> held.get(lender).signum() > 0).toList();
        String seller = pick(holders);
        String buyer = newcomer == null ? pick(List.copyOf(held.keySet())) : newcomer;
        BigInteger sold = random.nextInt(5) == 0 ? held.get(seller) : upTo(held.get(seller));
        held.merge(seller, sold.negate(), BigInteger::add);
        held.merge(buyer, sold, BigInteger::add);
    }

    private Map<String, BigInteger> dealtAnew(Map<String, BigInteger> held, BigInteger total) {
        Map<String, BigInteger> dealt = new LinkedHashMap<>();
        BigInteger left = total;
        for (String lender : held.keySet()) {
            BigInteger part = dealt.size() == held.size() - 1 ? left : upTo(left.divide(BigInteger.valueOf(3)).add(BigInteger.ONE)).min(left);
            dealt.put(lender, part);
            left = left.subtract(part);
        }
        return dealt;
    }

    private String shares(LocalDate on, String tranche, Map<String, BigInteger> held, String newcomer, boolean percent) {
        Map<String, String> values = new LinkedHashMap<>();
        if (percent) {
            BigInteger total = Ledger.sum(held);
            BigDecimal left = BigDecimal.valueOf(100);
            for (String lender : held.keySet()) {
                BigDecimal part = values.size() == held.size() - 1 ? left : new BigDecimal(held.get(lender).multiply(BigInteger.TEN.pow(11)).divide(total), 9);
                values.put(lender, part.toPlainString());
                left = left.subtract(part);
            }
        } else {
            held.forEach((lender, amount) -> values.put(lender, new BigDecimal(amount, 2).toPlainString()));
        }
        String list = values.entrySet().stream().map(each -> "{\"lender\":\"" + each.getKey() + "\"" + (each.getKey().equals(newcomer) ? ",\"name\":\"Fund " + newcomer + "\"" : "")
                + ",\"value\":\"" + each.getValue() + "\"}").collect(Collectors.joining(","));
        return "{" + (on == null ? "" : "\"on\":\"" + on + "\",") + (tranche == null ? "" : "\"tranche\":\"" + tranche + "\",") + "\"unit\":\"" + (percent ? "percent" : "amount")
                + "\",\"shares\":[" + list + "]}";
    }

    /** Taken back whole, or half of everything, or a part of it from somebody else. */
    private Change correctTransfer(JsonNode register) {
        List<JsonNode> transfers = new ArrayList<>();
        register.get("entries").forEach(entry -> {
            if (entry.get("cause").asText().equals("transfer")) {
                transfers.add(entry);
            }
        });
        if (transfers.isEmpty()) {
            return null;
        }
        JsonNode one = pick(transfers);
        Map<String, Map<String, BigInteger>> right = new LinkedHashMap<>();
        for (JsonNode entry : export.get("entries")) {
            if (entry.get("cause").asText().equals("transfer") && entry.get("known").equals(one.get("known")) && entry.get("on").equals(one.get("on"))) {
                right.computeIfAbsent(entry.get("tranche").asText(), tranche -> new LinkedHashMap<>()).merge(entry.get("lender").asText(), minor(entry.get("amount")), BigInteger::add);
            }
        }
        int how = random.nextInt(3);
        List<String> amounts = new ArrayList<>();
        right.forEach((tranche, byLender) -> {
            BigInteger left = BigInteger.ZERO;
            List<String> lenders = List.copyOf(byLender.keySet());
            for (int i = 0; i < lenders.size(); i++) {
                BigInteger was = byLender.get(lenders.get(i));
                BigInteger is = how == 0 ? BigInteger.ZERO : i == lenders.size() - 1 ? left.negate() : how == 1 ? was.divide(BigInteger.TWO) : was.subtract(upTo(was.abs()));
                left = left.add(is);
                amounts.add("{\"lender\":\"" + lenders.get(i) + "\",\"tranche\":\"" + tranche + "\",\"amount\":\"" + new BigDecimal(is, 2).toPlainString() + "\"}");
            }
        });
        return new Change("register.correct", "{\"entry\":" + one.get("seq").asLong() + ",\"amounts\":[" + String.join(",", amounts) + "]}");
    }

    private Change opening() {
        String tranche = random.nextBoolean() ? null : pick(names("tranches", "tranche"));
        Map<String, BigInteger> opening = zeros();
        for (JsonNode entry : export.get("entries")) {
            boolean initial = entry.get(entry.has("corrects") ? "corrects" : "cause").asText().equals("initial");
            if (initial && (tranche == null || entry.get("tranche").asText().equals(tranche))) {
                opening.merge(entry.get("lender").asText(), minor(entry.get("amount")), BigInteger::add);
            }
        }
        trade(opening, null);
        return new Change("register.opening", shares(null, tranche, opening, null, false));
    }

    private Change amount() {
        String[] stated = pick(List.of("accrued 2010-02-26", "fee 2010-02-26", "fee 2010-10-29", "fee 2011-04-29")).split(" ");
        return new Change("payment.amount", "{\"term\":\"%s\",\"due\":\"%s\",\"amount\":\"%s\"}".formatted(stated[0], stated[1], BigDecimal.valueOf(random.nextInt(50_000_000), 2).toPlainString()));
    }

    private Change book() {
        List<JsonNode> open = components(false);
        open.removeIf(each -> LocalDate.parse(each.get("due").asText()).isAfter(day.plusDays(20)));
        if (open.isEmpty()) {
            return null;
        }
        JsonNode one = pick(open);
        return new Change("payment.book", "{\"payment\":%d,\"valueDate\":\"%s\"%s}".formatted(one.get("payment").asInt(), near(one.get("due"), 5, 30), componentOrAll(one)));
    }

    private Change correctBooking() {
        List<JsonNode> booked = components(true);
        if (booked.isEmpty()) {
            return null;
        }
        JsonNode one = pick(booked);
        return new Change("payment.correct", "{\"payment\":%d,%s%s}".formatted(one.get("payment").asInt(),
                random.nextInt(3) == 0 ? "\"notPaid\":true" : "\"valueDate\":\"" + near(one.get("day"), 15, 30) + "\"", componentOrAll(one)));
    }

    private String componentOrAll(JsonNode one) {
        return random.nextInt(3) > 0 ? "" : ",\"components\":[\"" + one.get("component").asText() + "\"]";
    }

    private LocalDate near(JsonNode date, int before, int within) {
        LocalDate near = LocalDate.parse(date.asText()).plusDays(random.nextInt(within) - before);
        return near.isBefore(OPENING) ? OPENING : near.isAfter(day) && random.nextInt(10) > 0 ? day : near;
    }

    private List<JsonNode> components(boolean booked) {
        List<JsonNode> found = new ArrayList<>();
        export.get("components").forEach(each -> {
            if (each.has("payment") && each.get("booked").asBoolean() == booked) {
                found.add(each);
            }
        });
        return found;
    }

    private Map<String, BigInteger> zeros() {
        Map<String, BigInteger> zeros = new LinkedHashMap<>();
        names("lenders", "lender").forEach(lender -> zeros.put(lender, BigInteger.ZERO));
        return zeros;
    }

    private List<String> names(String list, String field) {
        List<String> names = new ArrayList<>();
        export.get(list).forEach(each -> names.add(each.get(field).asText()));
        return names;
    }

    private BigInteger upTo(BigInteger most) {
        return new BigInteger(most.bitLength() + 10, random).mod(most.add(BigInteger.ONE));
    }

    private static BigInteger minor(JsonNode decimal) {
        return new BigDecimal(decimal.asText()).movePointRight(2).toBigIntegerExact();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
