package org.prorata.approval;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The right to write to one deal until the transaction ends.
 *
 * @param version the deal's version that this transaction makes
 * @param known   the database's clock once the deal's row was locked; strictly later than that of any earlier turn (rule F16)
 */
public record Turn(UUID dealId, long version, Instant known) {

    /** The last instant before this turn; what was known then is what the turn found. Instants are the database's, in microseconds. */
    public Instant before() {
        return known.minus(1, ChronoUnit.MICROS);
    }
}
