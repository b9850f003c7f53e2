package org.prorata.deal;

import java.math.BigInteger;

/**
 * What the deal says of transfers between lenders. All three are always known.
 *
 * @param minimum       least amount of one transfer, in minor units of the deal's currency; 0 where there is none
 * @param wholeHoldings whether all that a lender holds may be transferred though it is below the minimum
 */
public record TransferTerms(Sourced<BigInteger> minimum, Sourced<Boolean> wholeHoldings, Sourced<InterestOnTransfer> interest) {

    /** Of a file that says nothing of transfers. */
    public static final TransferTerms USUAL = new TransferTerms(
            Sourced.of(BigInteger.ZERO, Provenance.ASSUMED, null, "The term sheet names none"),
            Sourced.of(true, Provenance.ASSUMED, null, "The usual exception from a minimum; the term sheet says nothing of it"),
            Sourced.of(InterestOnTransfer.SPLIT, Provenance.ASSUMED, null, "Interest goes to who held the principal that bore it; the term sheet says nothing else"));

    static final String NONE = "none";

    public boolean hasMinimum() {
        return minimum.value().signum() > 0;
    }

    public TransferTerms withMinimum(Sourced<BigInteger> changed) {
        return new TransferTerms(changed, wholeHoldings, interest);
    }

    public TransferTerms withWholeHoldings(Sourced<Boolean> changed) {
        return new TransferTerms(minimum, changed, interest);
    }

    public TransferTerms withInterest(Sourced<InterestOnTransfer> changed) {
        return new TransferTerms(minimum, wholeHoldings, changed);
    }
}
