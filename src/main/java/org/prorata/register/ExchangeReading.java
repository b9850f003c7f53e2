package org.prorata.register;

import java.math.BigInteger;
import java.util.List;
import org.prorata.deal.Tranche;
import org.prorata.web.Problem;

/**
 * An exchange as typed, read against the deal as it stands; amounts are minor units of the deal's currency.
 *
 * @param lender      null where the form names none there is
 * @param tranche     null where no principal of the deal can be exchanged
 * @param position    the lender's in that tranche, after the day's transfers and earlier exchanges and before its payments; null where it cannot be told
 * @param outstanding all lenders' together at the same moment; null where it cannot be told
 * @param amount      what leaves; null where that cannot be told, or is more than the position
 */
record ExchangeReading(Lender lender, Tranche tranche, BigInteger position, BigInteger outstanding, BigInteger amount, List<Problem> problems) {

    /** The same with another amount. */
    ExchangeReading of(BigInteger other) {
        return new ExchangeReading(lender, tranche, position, outstanding, other, problems);
    }
}
