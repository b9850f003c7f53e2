package org.prorata.scenarios;

import java.util.List;

/** A deal in force with ten lenders, three tranches repaid in ten instalments and four kinds of interest and fees, for histories made up by chance. */
final class MadeUpDeal {

    static final List<String> LENDERS = List.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa");

    private static final String TEXT = """
            format: prorata/term-sheet/1
            provenance: entered
            deal:
              slug: made-up
              title: A loan made up by chance
              currency: USD
              zone: America/Vancouver
            parties:
              - {role: borrower, name: A Borrower}
              - {role: agent, name: An Agent}
            tranches:
              - id: a
                name: Tranche A
                principal: 24,000,000.00
                repayments:
                  - {due: 2010-04-29, amount: "4,000,000.00"}
                  - {due: 2010-07-29, amount: "3,999,999.99"}
                  - {due: 2010-10-29, amount: "4,000,000.01"}
                  - {due: 2011-01-29, amount: "2,500,000.00"}
                  - {due: 2011-04-29, amount: "2,500,000.00"}
                  - {due: 2011-07-29, amount: "7,000,000.00"}
              - id: b
                name: Tranche B
                principal: 15,000,000.01
                repayments:
                  - {due: 2011-07-31, amount: "15,000,000.01"}
              - id: c
                name: Tranche C
                principal: 21,000,000.00
                repayments:
                  - {due: 2010-09-15, amount: "6,000,000.00"}
                  - {due: 2011-01-29, amount: "5,000,000.00"}
                  - {due: 2011-06-15, amount: "10,000,000.00"}
            interest:
              - id: interest-a
                name: Interest on Tranche A
                tranche: a
                day-count: ACT/365F
                accrues-from: 2010-01-29
                rates:
                  - {from: 2010-01-29, percent: 7.25}
                  - {from: 2010-12-01, percent: 7.875}
                dates: {every: quarterly, until: 2011-07-29}
              - id: interest-b
                name: Interest on Tranche B
                tranche: b
                day-count: 30/360
                accrues-from: 2010-01-31
                rates:
                  - {from: 2010-01-31, percent: 10}
                dates: {every: half-yearly, until: 2011-07-31}
              - id: interest-c
                name: Interest on Tranche C
                tranche: c
                day-count: ACT/ACT
                accrues-from: 2010-01-29
                rates:
                  - {from: 2010-01-29, percent: 6}
                dates: [2010-03-15, 2010-06-15, 2010-09-15, 2010-12-15, 2011-03-15, 2011-06-15]
            stated:
              - id: accrued
                name: Interest of the past
                kind: interest
                amounts:
                  - {due: 2010-02-26, amount: unknown}
              - id: fee
                name: Fee
                kind: fee
                amounts:
                  - {due: 2010-02-26, amount: "123,456.78"}
                  - {due: 2010-10-29, amount: unknown}
                  - {due: 2011-04-29, amount: "77,777.77"}
            business-days: {calendars: [GBLO, USNY], convention: preceding, interest-dates-adjusted: ADJUSTED}
            exchange:
              tranche: a
              currency: CAD
              prices:
                - price: 1.07
            warrants: {count: "1,000,003", issued: 2010-03-01, tranche: c, strike-currency: CAD, strike: 0.39, expires: 2012-01-10, stapled: false,
                       over: one share}
            transfers: {minimum: none, interest: HOLDER}
            lenders:
            NAMES
            opening:
              on: 2010-01-29
              amounts:
            AMOUNTS
            """;

    private MadeUpDeal() {}

    /** @param adjusted whether interest dates are adjusted; @param interest split or holder */
    static String text(boolean adjusted, String interest) {
        StringBuilder names = new StringBuilder();
        StringBuilder amounts = new StringBuilder();
        for (int i = 0; i < LENDERS.size(); i++) {
            names.append("  - {id: ").append(LENDERS.get(i)).append(", name: ").append(LENDERS.get(i).toUpperCase()).append(" Fund, published: true}\n");
            amounts.append("    ").append(LENDERS.get(i)).append(": ").append(i == 0 ? "6,000,000.01" : "6,000,000.00").append('\n');
        }
        return TEXT.replace("ADJUSTED", String.valueOf(adjusted)).replace("HOLDER", interest).replace("NAMES\n", names).replace("AMOUNTS\n", amounts);
    }
}
