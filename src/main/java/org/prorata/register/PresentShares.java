package org.prorata.register;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.prorata.calc.Fraction;
import org.prorata.calc.Split;

/**
 * Positions as percentages of their sum, with nine decimals. A percentage that is typed just as it is shown stands for the position itself, so that what
 * nobody changed does not move by a cent.
 *
 * @param held     by handle, in minor units
 * @param shown    half-up, so that equal positions show equal shares; they need not add up to 100
 * @param addingUp split by F6 without carry, so that they add up to exactly 100: what those shown count in a sum
 */
record PresentShares(Map<String, BigInteger> held, Map<String, BigDecimal> shown, Map<String, BigDecimal> addingUp) {

    private static final int DECIMALS = 9;
    private static final Fraction HUNDRED = Fraction.of(100);
    private static final BigInteger HUNDRED_IN_UNITS = BigInteger.TEN.pow(DECIMALS + 2);

    /** Without percentages where nothing is held, or a position is negative. */
    static PresentShares of(Map<String, BigInteger> held) {
        BigInteger sum = held.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() <= 0 || held.values().stream().anyMatch(amount -> amount.signum() < 0)) {
            return new PresentShares(held, Map.of(), Map.of());
        }
        BigInteger[] units = Split.withoutCarry(HUNDRED_IN_UNITS, held.values().toArray(BigInteger[]::new)).slices();
        Map<String, BigDecimal> shown = new HashMap<>();
        Map<String, BigDecimal> addingUp = new HashMap<>();
        held.forEach((handle, amount) -> {
            addingUp.put(handle, new BigDecimal(units[addingUp.size()], DECIMALS));
            shown.put(handle, Fraction.of(amount, sum).times(HUNDRED).toDecimal(DECIMALS, RoundingMode.HALF_UP));
        });
        return new PresentShares(held, shown, addingUp);
    }

    /** Whether the percentage is the present one as it is shown; 0 is not 0.000000000, which a small position may show. */
    boolean isShown(String handle, BigDecimal percent) {
        return percent.equals(shown.get(handle));
    }

    /** What the percentages count in a sum. */
    Map<String, BigDecimal> counted(Map<String, BigDecimal> percentages) {
        Map<String, BigDecimal> counted = new LinkedHashMap<>(percentages);
        counted.replaceAll((handle, percent) -> isShown(handle, percent) ? addingUp.get(handle) : percent);
        return counted;
    }

    /** The positions that the percentages leave as they are. */
    Map<String, BigInteger> kept(Map<String, BigDecimal> percentages) {
        Map<String, BigInteger> kept = new HashMap<>();
        percentages.forEach((handle, percent) -> {
            if (isShown(handle, percent)) {
                kept.put(handle, held.get(handle));
            }
        });
        return kept;
    }
}
