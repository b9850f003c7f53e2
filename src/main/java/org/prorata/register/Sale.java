package org.prorata.register;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What one lender sold to another on a day, in one tranche, as it stands after all corrections; minor units of the deal's currency. */
public record Sale(LocalDate on, String tranche, UUID from, UUID to, BigInteger amount) {

    /**
     * The sales that a deal's entries come to. A transfer keeps the place in which it first became known, however often it is corrected.
     *
     * @param entries as far as known, in the order they were written
     */
    public static List<Sale> of(List<Entry> entries) {
        return TransferParts.of(entries).sales();
    }
}
