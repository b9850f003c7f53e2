package org.prorata.deal;

import java.math.BigInteger;
import java.util.List;

/**
 * A component that was paid whole.
 *
 * @param component {@code principal:<tranche>} or the id of an interest or stated term
 * @param total minor units; the slices add up to it
 */
public record PaidComponent(String component, BigInteger total, List<PaidSlice> slices) {

    public PaidComponent {
        slices = List.copyOf(slices);
    }
}
