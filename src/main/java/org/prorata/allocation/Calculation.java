package org.prorata.allocation;

import java.math.BigInteger;
import java.util.List;
import org.prorata.calc.Split;

/** What a deal's facts come to: every total with its split. The lines stand in the order of payments and their components, then the warrants. */
record Calculation(List<Result> results, Projection projection) {

    /**
     * @param split     null where the total is not known, and for a fixed line, whose slices are kept with its booking
     * @param positions by stretch and lender, where a weight is made of several stretches; else empty
     */
    record Result(Line line, Split split, List<BigInteger[]> positions) {
        boolean isOpen() {
            return split != null;
        }
    }

    List<Line> lines() {
        return results.stream().map(Result::line).toList();
    }
}
