package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.allocation.InterestWork.WeightStretch;
import org.prorata.allocation.Line.Working;

/**
 * By what the weights of a line are explained to the one who looks (rule F12). They are cut at every transfer, for all lenders alike; but where nothing of one's own changed, a cut would tell that
 * somebody else bought or sold on that day. Who does not see every lender is shown stretches in which its own position is one, and all weights in the proportion that they have without the
 * cuts between: the exact parts are the same.
 *
 * @param stretches of the lenders shown; empty where the weight is the position itself, and for who sees no lender
 * @param divisor   by which all weights are smaller than those of the calculation
 * @param told      whether the sum of all weights is told: not to who sees no lender
 */
record Weighing(List<Stretch> stretches, BigInteger divisor, boolean told) {

    /** @param factor how many times a position counts @param first the place of the stretch's first part among those of the calculation */
    record Stretch(LocalDate from, LocalDate to, BigInteger factor, int first) {

        private Stretch and(WeightStretch next) {
            return new Stretch(from, next.to(), factor.add(next.factor()), first);
        }

        private Stretch over(BigInteger divisor) {
            return new Stretch(from, to, factor.divide(divisor), first);
        }
    }

    private static final Weighing NONE = new Weighing(List.of(), BigInteger.ONE, true);

    static Weighing of(Look look, Mine mine, Line line) {
        Working working = line.working();
        if (working == null) {
            return NONE;
        }
        if (mine.shown().isEmpty() && !look.seesAll()) {
            return new Weighing(List.of(), BigInteger.ONE, false);
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < working.factors().size(); i++) {
            WeightStretch part = working.factors().get(i);
            int last = stretches.size() - 1;
            if (!part.isMoment()) {
                if (last >= 0 && !look.seesAll() && unmoved(mine, line, i)) {
                    stretches.set(last, stretches.get(last).and(part));
                } else {
                    stretches.add(new Stretch(part.from(), part.to(), part.factor(), i));
                }
            }
        }
        BigInteger divisor = look.seesAll() || working.weightSum() == null ? BigInteger.ONE
                : stretches.stream().map(Stretch::factor).reduce(BigInteger::gcd).map(working.weightSum()::gcd).filter(gcd -> gcd.signum() > 0).orElse(BigInteger.ONE);
        return new Weighing(stretches.stream().map(stretch -> stretch.over(divisor)).toList(), divisor, true);
    }

    /** Whether all that is shown held the same in this part of the calculation as in the one before. */
    private static boolean unmoved(Mine mine, Line line, int part) {
        return mine.shown().stream().map(row -> row.of(line).positions()).allMatch(positions -> part >= positions.size() || positions.get(part).equals(positions.get(part - 1)));
    }

    BigInteger of(BigInteger weight) {
        return weight == null || !told ? null : weight.divide(divisor);
    }
}
