package org.prorata.register;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.approval.ProposalTyped;

/** The form that puts a transfer right, just as it was typed; the lists {@code lender}, {@code tranche} and {@code amount} run side by side. */
public class CorrectionTyped extends ProposalTyped {

    @RestForm List<String> lender;
    @RestForm List<String> tranche;
    @RestForm List<String> amount;
    /** Whether nothing of the transfer is to stand, whatever the fields say. */
    @RestForm boolean takenBack;
    @RestForm String tradeDate;
    @RestForm String fee;
    @RestForm String feePaidBy;

    int rows() {
        return ShareTyped.size(lender);
    }
}
