package org.prorata.deal;

import java.util.List;

/**
 * A total that is stated or entered, not computed: accrued interest of the past, a fee. It is split by all positions just before the payment
 * (F5), and its components share one carry (F6).
 *
 * @param id unique among interest and stated terms: it is the component's id
 * @param kind {@link ComponentKind#INTEREST} or {@link ComponentKind#FEE}
 * @param amounts by due date, at least one
 */
public record StatedTerm(String id, Sourced<String> name, ComponentKind kind, List<StatedAmount> amounts) {

    public StatedTerm {
        if (kind != ComponentKind.INTEREST && kind != ComponentKind.FEE) {
            throw new IllegalArgumentException("A stated term is interest or a fee, not " + kind);
        }
        amounts = List.copyOf(amounts);
    }

    public StatedTerm withAmounts(List<StatedAmount> changed) {
        return new StatedTerm(id, name, kind, changed);
    }
}
