package org.prorata.scenarios;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One total over weights by rule F6, written down for itself, the obvious way: lenders are named, and named in register order. */
record Slicing(Map<String, BigInteger> slices, Map<String, Ratio> exact) {

    /** @param carry what each lender was left short of before; a lender that is not there, of nothing */
    static Slicing of(BigInteger total, Map<String, Ratio> weights, Map<String, Ratio> carry) {
        Ratio sum = weights.values().stream().reduce(Ratio.ZERO, Ratio::plus);
        Map<String, BigInteger> slices = new LinkedHashMap<>();
        Map<String, Ratio> exact = new LinkedHashMap<>();
        BigInteger left = total;
        for (String lender : weights.keySet()) {
            exact.put(lender, sum.p().signum() == 0 ? Ratio.ZERO : Ratio.of(total).times(weights.get(lender)).over(sum));
            slices.put(lender, exact.get(lender).floor());
            left = left.subtract(slices.get(lender));
        }
        List<String> ranked = new ArrayList<>(weights.keySet());
        ranked.removeIf(lender -> exact.get(lender).q().equals(BigInteger.ONE));
        ranked.sort(Comparator.comparing((String lender) -> exact.get(lender).minus(Ratio.of(slices.get(lender))).plus(carry.getOrDefault(lender, Ratio.ZERO))).reversed());
        for (int i = 0; i < left.intValueExact(); i++) {
            slices.merge(ranked.get(i), BigInteger.ONE, BigInteger::add);
        }
        return new Slicing(slices, exact);
    }

    static Map<String, BigInteger> of(BigInteger total, Map<String, BigInteger> weights) {
        return of(total, ratios(weights), Map.of()).slices();
    }

    static Map<String, Ratio> ratios(Map<String, BigInteger> amounts) {
        Map<String, Ratio> ratios = new LinkedHashMap<>();
        amounts.forEach((lender, amount) -> ratios.put(lender, Ratio.of(amount)));
        return ratios;
    }

    /** What the lender is left short of by this split alone. */
    Ratio leftShort(String lender) {
        return exact.get(lender).minus(Ratio.of(slices.get(lender)));
    }
}
