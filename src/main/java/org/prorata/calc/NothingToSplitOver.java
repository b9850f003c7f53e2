package org.prorata.calc;

import java.math.BigInteger;

/** A total that is not zero, and nobody with a weight to take it (rule F6: W = 0 is refused, unless T = 0). */
public class NothingToSplitOver extends IllegalArgumentException {

    NothingToSplitOver(BigInteger total) {
        super("a total of " + total + " units cannot be split: all weights are zero");
    }
}
