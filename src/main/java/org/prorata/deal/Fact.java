package org.prorata.deal;

import java.time.LocalDate;

/**
 * That something happened: a signature was given, a condition was met.
 *
 * @param on the day it happened
 * @param reference of the paper that shows it; may be null
 * @param recordedBy name of the user who proposed the record; null where it came with the deal file
 * @param approvedBy name of the user who approved it; null where it came with the deal file
 */
public record Fact(LocalDate on, String reference, String recordedBy, String approvedBy) {

    public Fact {
        reference = reference == null || reference.isBlank() ? null : reference;
        approvedBy = approvedBy == null || approvedBy.isBlank() ? null : approvedBy;
    }

    /** Whether it had happened by the end of that day. */
    public boolean by(LocalDate day) {
        return !on.isAfter(day);
    }
}
