package org.prorata.register;

import java.math.BigInteger;
import java.util.Optional;
import org.prorata.calc.Money;
import org.prorata.deal.Terms;

/** The deal's least amount of a transfer, and the holding that may go whole although it is less. */
final class LeastAmount {

    private LeastAmount() {
    }

    /**
     * What stands against selling so little; empty where nothing does.
     *
     * @param sold  minor units over all tranches of the transfer; nothing is sold at zero or below
     * @param whole whether it is all that the seller holds in them
     */
    static Optional<String> against(Terms terms, BigInteger sold, boolean whole) {
        BigInteger minimum = terms.transfers().minimum().value();
        boolean excepted = whole && terms.transfers().wholeHoldings().value();
        if (sold.signum() <= 0 || sold.compareTo(minimum) >= 0 || excepted) {
            return Optional.empty();
        }
        return Optional.of("sells " + grouped(terms, sold) + ", below the least amount of a transfer, " + grouped(terms, minimum)
                + (terms.transfers().wholeHoldings().value() ? "; less than that can only be all it holds" : ", and this deal excepts no whole holding"));
    }

    private static String grouped(Terms terms, BigInteger minor) {
        return Money.ofMinor(minor, terms.currency()).grouped();
    }
}
