package org.prorata.allocation;

import org.prorata.deal.Provenance;
import org.prorata.deal.Sourced;
import org.prorata.payment.Component;

/**
 * Where a value comes from (rule F11).
 *
 * @param provenance one of the six words
 * @param clause     of the deal's source; null where it has none
 * @param note       why it was chosen, or what it waits for; null where there is nothing to say
 */
public record Mark(String provenance, String clause, String note) {

    static final Mark COMPUTED = new Mark(Provenance.COMPUTED.word(), null, null);

    /** Of what is split by positions: made up as long as the positions are. */
    static Mark ofSlices(boolean illustrative) {
        return illustrative ? new Mark(Provenance.ILLUSTRATIVE.word(), null, null) : COMPUTED;
    }

    /** Of a component's total: computed where it is interest, or principal of which less falls due than stated because some was exchanged; else as stated. */
    static Mark ofTotal(Component component, Line line) {
        if (component.isComputed()) {
            return line.isKnown() ? COMPUTED : new Mark(Provenance.UNKNOWN.word(), null, null);
        }
        return fallsShort(component, line) ? COMPUTED : of(component.stated());
    }

    /** Whether it is principal of which less falls due than the terms state. @param component null for warrants */
    static boolean fallsShort(Component component, Line line) {
        return component != null && component.isPrincipal() && line.isKnown() && line.total().compareTo(component.stated().value()) < 0;
    }

    static Mark of(Sourced<?> sourced) {
        return sourced == null ? null : new Mark(sourced.provenance().word(), sourced.clause(), sourced.note());
    }
}
