package org.prorata.payment;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Works out the slices of components about to be booked. Implemented by the room that splits. */
public interface SlicesAt {

    /** @param working how total and split came about, as the JSON that a booking keeps */
    record Worked(String component, BigInteger total, String working, List<FixedSlice.Draft> slices) {}

    /** The components as of the value date: by the positions just before the payment on that day (rules F5, F7). Those whose total is not known are left out. */
    List<Worked> asOf(UUID dealId, int payment, Set<String> components, LocalDate valueDate);
}
