package org.prorata.register;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.calc.Split;

/** The two ways in which totals over all tranches become amounts in each. Pure; amounts are minor units, lenders are named by any key. */
final class Spread {

    /** From one lender to another, in one tranche. */
    record Transfer<L>(L from, L to, String tranche, BigInteger amount) {}

    private Spread() {}

    /**
     * An opening register that states only totals (rule F7): tranche by tranche, each amount is split by F6 without carry over what is left of the lenders'
     * totals; the last tranche is the rest.
     */
    static <L> Map<String, Map<L, BigInteger>> opening(Map<String, BigInteger> trancheAmounts, Map<L, BigInteger> totals) {
        List<L> lenders = List.copyOf(totals.keySet());
        BigInteger[] left = totals.values().toArray(BigInteger[]::new);
        Map<String, Map<L, BigInteger>> spread = new LinkedHashMap<>();
        trancheAmounts.forEach((tranche, amount) -> {
            BigInteger[] slices = Split.withoutCarry(amount, left).slices();
            Map<L, BigInteger> ofTranche = new LinkedHashMap<>();
            for (int i = 0; i < slices.length; i++) {
                left[i] = left[i].subtract(slices[i]);
                ofTranche.put(lenders.get(i), slices[i]);
            }
            spread.put(tranche, ofTranche);
        });
        return spread;
    }

    /**
     * The transfers that take the lenders from what they hold to what they shall hold. Sellers and buyers are matched in register order; each transfer is
     * spread over the seller's positions of that day by F6 without carry, ties in the order of the tranches (rule F3).
     *
     * @param held    by tranche, in the order of the tranches; is drawn down
     * @param targets what each lender shall hold in the tranches given, in register order; adds up to what all hold
     */
    static <L> List<Transfer<L>> transfers(Map<String, Map<L, BigInteger>> held, Map<L, BigInteger> targets) {
        Map<L, BigInteger> toSell = new LinkedHashMap<>();
        Map<L, BigInteger> toBuy = new LinkedHashMap<>();
        targets.forEach((lender, target) -> {
            BigInteger change = target.subtract(total(held, lender));
            (change.signum() < 0 ? toSell : toBuy).put(lender, change.abs());
        });
        List<Transfer<L>> transfers = new ArrayList<>();
        for (L buyer : toBuy.keySet()) {
            for (L seller : toSell.keySet()) {
                BigInteger amount = toBuy.get(buyer).min(toSell.get(seller));
                if (amount.signum() > 0) {
                    transfers.addAll(sell(held, seller, buyer, amount));
                    toBuy.merge(buyer, amount, BigInteger::subtract);
                    toSell.merge(seller, amount, BigInteger::subtract);
                }
            }
        }
        return transfers;
    }

    /** Spread over the seller's positions by F6 without carry, ties in the order of the tranches; draws down {@code held}. */
    static <L> List<Transfer<L>> sell(Map<String, Map<L, BigInteger>> held, L seller, L buyer, BigInteger amount) {
        List<String> tranches = List.copyOf(held.keySet());
        BigInteger[] positions = tranches.stream().map(tranche -> held.get(tranche).getOrDefault(seller, BigInteger.ZERO)).toArray(BigInteger[]::new);
        BigInteger[] parts = Split.withoutCarry(amount, positions).slices();
        List<Transfer<L>> transfers = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].signum() > 0) {
                held.get(tranches.get(i)).put(seller, positions[i].subtract(parts[i]));
                transfers.add(new Transfer<>(seller, buyer, tranches.get(i), parts[i]));
            }
        }
        return transfers;
    }

    private static <L> BigInteger total(Map<String, Map<L, BigInteger>> held, L lender) {
        return held.values().stream().map(ofTranche -> ofTranche.getOrDefault(lender, BigInteger.ZERO)).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
