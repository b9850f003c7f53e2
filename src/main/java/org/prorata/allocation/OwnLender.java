package org.prorata.allocation;

/** A lender the viewer acts for. {@code lender} is its handle, by which addresses and parts name it. */
public record OwnLender(String lender, String name, String formerName, String group) {

    static OwnLender of(LenderRow row) {
        return new OwnLender(row.handle(), row.name(), row.formerName(), row.group());
    }
}
