package org.prorata.payment;

import java.math.BigInteger;
import org.prorata.calc.Period;
import org.prorata.deal.ComponentKind;
import org.prorata.deal.Sourced;

/**
 * A part of a payment that is split among lenders by one rule.
 *
 * @param id      unique within the payment: {@code principal:<tranche>}, or the id of the interest or fee term
 * @param tranche whose positions it is split by; null where all tranches count
 * @param term    the interest or fee term whose carry it shares (rule F6); null for principal
 * @param period  of computed interest; null where the amount is stated
 * @param stated  principal, or a stated total, in minor units; null for computed interest
 */
public record Component(String id, ComponentKind kind, String name, String tranche, String term, Period period, Sourced<BigInteger> stated) {

    public boolean isPrincipal() {
        return kind == ComponentKind.PRINCIPAL;
    }

    public boolean isComputed() {
        return period != null;
    }
}
