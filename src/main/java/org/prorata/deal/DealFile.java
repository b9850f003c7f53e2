package org.prorata.deal;

import java.util.List;

/** A whole term-sheet file: the terms, the lenders, and what happened to them. */
public record DealFile(Terms terms, List<LenderLine> lenders, OpeningRegister opening, List<Movement> movements, List<PaidPayment> paid) {

    public DealFile {
        lenders = List.copyOf(lenders);
        movements = List.copyOf(movements);
        paid = List.copyOf(paid);
    }
}
