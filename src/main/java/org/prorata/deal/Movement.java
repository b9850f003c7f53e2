package org.prorata.deal;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/**
 * A register entry after the opening that is no payment; the file lists them in the order in which they became known.
 *
 * @param lender its handle in the file
 * @param amount signed minor units
 * @param cause one of {@link #CAUSES}
 * @param reference null where there is none, or an empty one
 */
public record Movement(LocalDate on, String lender, String tranche, BigInteger amount, String cause, String reference) {

    public static final String TRANSFER = "transfer";
    public static final String EXCHANGE = "exchange";
    public static final String CORRECTION = "correction";

    public static final List<String> CAUSES = List.of(TRANSFER, EXCHANGE, CORRECTION);

    public Movement {
        reference = reference == null || reference.isBlank() ? null : reference;
    }
}
