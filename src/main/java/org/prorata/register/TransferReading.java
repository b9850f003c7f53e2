package org.prorata.register;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.web.Problem;

/**
 * A transfer as typed, read against the deal as it stands.
 *
 * @param seller   null where the form names none there is
 * @param buyer    null where it is new, or the form names none there is
 * @param held     by tranche of the transfer and lender, just before it, in minor units; null where it cannot be told
 * @param amount   what is sold over the tranches of the transfer; null where that cannot be told
 * @param fee      null where there is none, or none that can be read
 */
record TransferReading(Lender seller, Lender buyer, Map<String, Map<UUID, BigInteger>> held, BigInteger amount, BigInteger fee, List<Problem> problems) {

    BigInteger position(Lender lender, String tranche) {
        return lender == null || held == null ? BigInteger.ZERO : held.get(tranche).getOrDefault(lender.id(), BigInteger.ZERO);
    }

    /** All that the seller holds in the tranches of the transfer. */
    BigInteger position() {
        return held.keySet().stream().map(tranche -> position(seller, tranche)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** What is sold in each tranche; empty where that cannot be told. */
    Map<String, BigInteger> sold() {
        Map<String, BigInteger> sold = new LinkedHashMap<>();
        if (amount == null) {
            return sold;
        }
        Map<String, Map<UUID, BigInteger>> drawnDown = new LinkedHashMap<>();
        held.forEach((tranche, positions) -> drawnDown.put(tranche, new LinkedHashMap<>(positions)));
        Spread.sell(drawnDown, seller.id(), seller.id(), amount).forEach(part -> sold.put(part.tranche(), part.amount()));
        return sold;
    }
}
