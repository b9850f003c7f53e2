package org.prorata.deal;

import java.util.ArrayList;
import java.util.List;

/** A deal file being put together for export: each room contributes what it keeps. */
public final class DealFileDraft {

    private final Terms terms;
    private final List<LenderLine> lenders = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();
    private final List<PaidPayment> paid = new ArrayList<>();
    private OpeningRegister opening;

    public DealFileDraft(Terms terms) {
        this.terms = terms;
    }

    public Terms terms() {
        return terms;
    }

    public void lender(LenderLine line) {
        lenders.add(line);
    }

    public List<LenderLine> lenders() {
        return List.copyOf(lenders);
    }

    public void opening(OpeningRegister register) {
        opening = register;
    }

    public void movement(Movement movement) {
        movements.add(movement);
    }

    public void paid(PaidPayment payment) {
        paid.add(payment);
    }

    public DealFile file() {
        return new DealFile(terms, lenders, opening, movements, paid);
    }
}
