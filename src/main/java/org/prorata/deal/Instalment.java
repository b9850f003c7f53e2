package org.prorata.deal;

import java.math.BigInteger;
import java.time.LocalDate;

/**
 * One repayment of principal.
 *
 * @param due the stated, unadjusted date
 * @param amount minor units; always known
 * @param wording of the source about the date, "by no later than"; null where it is simply due that day
 */
public record Instalment(LocalDate due, Sourced<BigInteger> amount, String wording) {
}
