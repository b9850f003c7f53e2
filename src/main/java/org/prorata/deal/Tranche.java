package org.prorata.deal;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/**
 * A part of the loan with its own repayments, which add up to its principal.
 *
 * @param id short and lower case, unique in the deal: {@code reduced}
 * @param principal minor units; always known
 * @param repayments by due date, at least one
 */
public record Tranche(String id, Sourced<String> name, Sourced<BigInteger> principal, List<Instalment> repayments) {

    public Tranche {
        repayments = List.copyOf(repayments);
    }

    /** The stated date of the repayment that clears the tranche. */
    public LocalDate finalDue() {
        return repayments.get(repayments.size() - 1).due();
    }
}
