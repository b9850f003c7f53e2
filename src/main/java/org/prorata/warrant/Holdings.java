package org.prorata.warrant;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.prorata.calc.Fraction;
import org.prorata.calc.Weights;

/** How warrants that are stapled to the loan follow it: who sells a part of its loan sells the same part of its warrants. Repayments move none. */
public final class Holdings {

    /**
     * A day on which loan moved between lenders.
     *
     * @param held  each lender's loan before the day's transfers, in minor units
     * @param moved each lender's net purchase (sale: negative) on the day
     */
    public record TransferDay(LocalDate on, BigInteger[] held, BigInteger[] moved) {}

    private Holdings() {}

    /**
     * The weights by which the issue is split from each transfer day on.
     *
     * @param atIssue the loan by which it was split at issue
     */
    public static NavigableMap<LocalDate, BigInteger[]> afterTransfers(BigInteger[] atIssue, List<TransferDay> days) {
        Fraction[] weights = Arrays.stream(atIssue).map(Fraction::of).toArray(Fraction[]::new);
        NavigableMap<LocalDate, BigInteger[]> after = new TreeMap<>();
        for (TransferDay day : days) {
            Fraction sold = Fraction.ZERO;
            BigInteger bought = BigInteger.ZERO;
            for (int i = 0; i < weights.length; i++) {
                if (day.moved()[i].signum() < 0) {
                    Fraction part = weights[i].times(Fraction.of(day.moved()[i].negate(), day.held()[i]));
                    weights[i] = weights[i].minus(part);
                    sold = sold.plus(part);
                } else {
                    bought = bought.add(day.moved()[i]);
                }
            }
            for (int i = 0; i < weights.length; i++) {
                if (day.moved()[i].signum() > 0) {
                    weights[i] = weights[i].plus(sold.times(Fraction.of(day.moved()[i], bought)));
                }
            }
            after.put(day.on(), Weights.scaled(weights));
        }
        return after;
    }
}
