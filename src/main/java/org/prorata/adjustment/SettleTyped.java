package org.prorata.adjustment;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.approval.ProposalTyped;

/** The form that settles an adjustment, just as it was typed. */
public class SettleTyped extends ProposalTyped {

    @RestForm List<String> lenders;
    @RestForm String on;
    @RestForm String how;
}
