package org.prorata.scenarios;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The deal that the storm is about, and the changes that are asked for: percentages near to equal, so that few are refused because somebody would hold less than nothing. */
final class StormDeal {

    static final String SLUG = "storm";
    static final int LENDERS = 12;
    static final LocalDate TODAY = LocalDate.of(2011, 6, 30);
    /** By tranche, in cents. */
    static final Map<String, Long> PRINCIPAL = new LinkedHashMap<>();

    private static final LocalDate OPENING = LocalDate.of(2010, 1, 15);
    private static final List<String> TRANCHES = List.of("a", "b", "c");
    private static final int PAYMENTS = 8;

    static {
        PRINCIPAL.put("a", 600_000_001L);
        PRINCIPAL.put("b", 500_000_000L);
        PRINCIPAL.put("c", 700_000_007L);
    }

    private StormDeal() {
    }

    static String termSheet() {
        String lenders = IntStream.range(0, LENDERS).mapToObj(i -> "  - {id: l" + i + ", name: Lender " + i + " Limited}\n").collect(Collectors.joining());
        String opening = IntStream.range(0, LENDERS).mapToObj(i -> "    l" + i + ": " + (i == 0 ? "8.37" : "8.33") + "\n").collect(Collectors.joining());
        return """
                format: prorata/term-sheet/1
                deal: {slug: storm, title: A deal in a storm, currency: USD, zone: Europe/London}
                parties: [{role: borrower, name: Borrower Limited}, {role: agent, name: Agent Limited}]
                tranches:
                  - {id: a, name: A, principal: "6000000.01", repayments: [{due: 2010-07-15, amount: "2000000.00"}, {due: 2011-01-15, amount: "4000000.01"}]}
                  - {id: b, name: B, principal: "5000000.00", repayments: [{due: 2011-04-15, amount: "5000000.00"}]}
                  - {id: c, name: C, principal: "7000000.07", repayments: [{due: 2012-01-15, amount: "7000000.07"}]}
                interest:
                  - {id: interest-c, name: Interest, tranche: c, day-count: ACT/360, accrues-from: 2010-01-15, rates: [{from: 2010-01-15, percent: 7.25}],
                     dates: {every: quarterly, until: 2012-01-15}}
                business-days: {calendars: [GBLO], convention: following, interest-dates-adjusted: no}
                lenders:
                """ + lenders + "opening:\n  on: 2010-01-15\n  percent:\n" + opening;
    }

    /** Kind and payload of a change. */
    record Wanted(String kind, String payload) {}

    static Wanted move(Random random) {
        String tranche = random.nextInt(3) == 0 ? "" : "\"tranche\":\"" + TRANCHES.get(random.nextInt(TRANCHES.size())) + "\",";
        LocalDate on = OPENING.plusDays(random.nextInt(700));
        return new Wanted("register.move", "{\"on\":\"" + on + "\"," + tranche + "\"unit\":\"percent\",\"shares\":" + shares(random) + "}");
    }

    static Wanted opening(Random random) {
        return new Wanted("register.opening", "{\"on\":\"" + OPENING + "\",\"unit\":\"percent\",\"shares\":" + shares(random) + "}");
    }

    private static String shares(Random random) {
        int[] hundredths = new int[LENDERS];
        for (int i = 0; i < LENDERS; i++) {
            hundredths[i] = i == 0 ? 837 : 833;
        }
        for (int i = 0; i < 4; i++) {
            int moved = random.nextInt(60);
            hundredths[random.nextInt(LENDERS)] += moved;
            hundredths[random.nextInt(LENDERS)] -= moved;
        }
        return IntStream.range(0, LENDERS).mapToObj(i -> "{\"lender\":\"l" + i + "\",\"value\":\"" + new BigDecimal(hundredths[i]).movePointLeft(2) + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    static Wanted book(Random random) {
        int payment = 1 + random.nextInt(PAYMENTS);
        return new Wanted("payment.book", "{\"payment\":" + payment + ",\"valueDate\":\"" + valueDate(payment, random) + "\"}");
    }

    static Wanted correctBooking(Random random) {
        int payment = 1 + random.nextInt(PAYMENTS);
        return new Wanted("payment.correct", random.nextInt(3) == 0 ? "{\"payment\":" + payment + ",\"notPaid\":true}"
                : "{\"payment\":" + payment + ",\"valueDate\":\"" + valueDate(payment, random) + "\",\"notPaid\":false}");
    }

    private static LocalDate valueDate(int payment, Random random) {
        LocalDate near = OPENING.plusMonths(3L * payment).plusDays(random.nextInt(40) - 10);
        return near.isAfter(TODAY) ? TODAY : near;
    }

    /** Takes back the transfer that the entry belongs to. */
    static Wanted takeBack(long entry) {
        String nothing = IntStream.range(0, LENDERS).boxed().flatMap(i -> TRANCHES.stream().map(tranche -> "{\"lender\":\"l" + i + "\",\"tranche\":\"" + tranche + "\",\"amount\":\"0\"}"))
                .collect(Collectors.joining(",", "[", "]"));
        return new Wanted("register.correct", "{\"entry\":" + entry + ",\"amounts\":" + nothing + "}");
    }
}
