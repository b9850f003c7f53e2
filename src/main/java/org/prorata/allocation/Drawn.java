package org.prorata.allocation;

import java.util.List;

/** The drawings of an allocation page, each null or none where there is nothing to draw. They hold coordinates, so they are no part of what programs are answered. */
record Drawn(PrincipalPicture principal, CashPicture cash, List<AccrualPicture> accruals) {

    /** In the order in which they follow each other in a bar. */
    private static final List<String> KINDS = List.of("principal", "interest", "fee", "unknown");

    static Drawn of(Look look, Mine mine, AllocationView view) {
        return new Drawn(PrincipalPicture.of(look, mine), CashPicture.of(look, mine, view.payments()), AccrualPicture.of(look, mine, view));
    }

    public List<String> kinds() {
        return KINDS;
    }
}
