package org.prorata.register;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the register must know of the payments to come before it lets a share be changed. Implemented by the room that projects positions. */
public interface Projected {

    /**
     * Projected positions by tranche and lender after that day's transfers and before its payments (rule F3), in minor units; lenders without a position
     * are left out.
     */
    default Map<String, Map<UUID, BigInteger>> beforePayments(UUID dealId, LocalDate on) {
        return beforePayments(dealId, on, Set.of());
    }

    /** @param without numbers of entries that count for nothing, as if they had been taken back */
    Map<String, Map<UUID, BigInteger>> beforePayments(UUID dealId, LocalDate on, Set<Long> without);
}
