package org.prorata.allocation;

import java.util.List;
import org.prorata.deal.FormerName;

/** A lender the viewer acts for. {@code lender} is its handle, by which addresses and parts name it. */
public record OwnLender(String lender, String name, List<FormerName> formerNames, String group) {

    static OwnLender of(LenderRow row) {
        return new OwnLender(row.handle(), row.name(), row.formerNames(), row.group());
    }

    /** The one chosen, or all. @param lender a handle; null: all */
    static List<OwnLender> shown(List<OwnLender> lenders, String lender) {
        return lender == null ? lenders : lenders.stream().filter(own -> own.lender().equals(lender)).toList();
    }
}
