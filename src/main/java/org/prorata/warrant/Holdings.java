package org.prorata.warrant;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.prorata.calc.Split;

/**
 * How warrants that are stapled to the loan follow it: who sells a part of its loan sells the same part of its warrants to its buyer. Warrants are whole, so what
 * a sale takes along is a split of the seller's own (rule F6, no carry), and nobody else's move. Repayments and exchanges move none.
 */
public final class Holdings {

    /** Loan that one lender sold to another, in minor units; lenders by their places in the register. */
    public record Sale(int seller, int buyer, BigInteger amount) {}

    /**
     * A day on which loan was sold.
     *
     * @param held  each lender's loan before the day's sales, in minor units
     * @param sales in the order they became known
     */
    public record TransferDay(LocalDate on, BigInteger[] held, List<Sale> sales) {}

    private Holdings() {}

    /**
     * How many warrants each lender holds from each day of sales on; every day adds up to the issue.
     *
     * @param issued how many each got at issue
     */
    public static NavigableMap<LocalDate, BigInteger[]> afterTransfers(BigInteger[] issued, List<TransferDay> days) {
        BigInteger[] warrants = issued.clone();
        NavigableMap<LocalDate, BigInteger[]> after = new TreeMap<>();
        for (TransferDay day : days) {
            BigInteger[] loan = day.held().clone();
            List<Sale> sales = new ArrayList<>(day.sales());
            while (!sales.isEmpty()) {
                sell(sales.remove(next(sales, loan)), loan, warrants);
            }
            after.put(day.on(), warrants.clone());
        }
        return after;
    }

    /** The first whose seller has the loan by now: who sells on what it buys on the same day may have become known before its own purchase was put right. */
    private static int next(List<Sale> sales, BigInteger[] loan) {
        for (int i = 0; i < sales.size(); i++) {
            if (loan[sales.get(i).seller()].compareTo(sales.get(i).amount()) >= 0) {
                return i;
            }
        }
        return 0;
    }

    private static void sell(Sale sale, BigInteger[] loan, BigInteger[] warrants) {
        BigInteger kept = loan[sale.seller()].subtract(sale.amount());
        BigInteger part = part(warrants[sale.seller()], sale, kept.max(BigInteger.ZERO));
        warrants[sale.seller()] = warrants[sale.seller()].subtract(part);
        warrants[sale.buyer()] = warrants[sale.buyer()].add(part);
        loan[sale.seller()] = kept;
        loan[sale.buyer()] = loan[sale.buyer()].add(sale.amount());
    }

    /** A warrant that both have the same claim to goes to the first in the register, as in every split. */
    private static BigInteger part(BigInteger warrants, Sale sale, BigInteger kept) {
        return sale.seller() < sale.buyer()
                ? Split.withoutCarry(warrants, new BigInteger[] {kept, sale.amount()}).slice(1)
                : Split.withoutCarry(warrants, new BigInteger[] {sale.amount(), kept}).slice(0);
    }
}
