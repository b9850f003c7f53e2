package org.prorata.deal;

import java.math.BigInteger;
import org.prorata.calc.Fraction;

/**
 * One lender's part of a paid component.
 *
 * @param lender its handle in the file
 * @param slice minor units
 * @param exact the exact part in minor units, from which later carry follows (F6)
 * @param due of principal, what left the register where a correction made that differ from what was paid (F13); else null
 */
public record PaidSlice(String lender, BigInteger slice, Fraction exact, BigInteger due) {

    /** The principal that left the lender's position. */
    public BigInteger principal() {
        return due == null ? slice : due;
    }
}
