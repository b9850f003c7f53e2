package org.prorata.deal;

import java.time.LocalDate;
import java.util.List;

/**
 * Who holds what when the portal begins. It adds up to the tranches' principal.
 *
 * @param note may be null
 * @param byTranche whether the lines state each tranche; otherwise they state one total a lender, which F7 spreads
 * @param lines in register order, one a lender at most
 */
public record OpeningRegister(LocalDate on, Provenance provenance, String note, boolean byTranche, List<OpeningLine> lines) {

    public OpeningRegister {
        lines = List.copyOf(lines);
    }
}
