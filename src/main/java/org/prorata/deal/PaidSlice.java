package org.prorata.deal;

import java.math.BigInteger;
import org.prorata.calc.Fraction;

/**
 * One lender's part of a paid component.
 *
 * @param lender its handle in the file
 * @param slice minor units
 * @param exact the exact part in minor units, from which later carry follows (F6)
 */
public record PaidSlice(String lender, BigInteger slice, Fraction exact) {
}
