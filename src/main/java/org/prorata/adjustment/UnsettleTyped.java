package org.prorata.adjustment;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.approval.ProposalTyped;

/** The form that takes a settlement back, just as it was typed. */
public class UnsettleTyped extends ProposalTyped {

    @RestForm List<String> lenders;
}
