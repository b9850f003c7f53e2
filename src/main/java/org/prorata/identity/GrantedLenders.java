package org.prorata.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How lenders are named where they are granted: all that an administrator learns of them, who else sees no row of a lender's. Implemented by the room that keeps lenders;
 * called outside a transaction, since the implementation looks behind the {@link Walls} for it.
 */
public interface GrantedLenders {

    /** @param handle by which addresses and files name it @param name its legal name now */
    record Named(UUID id, String handle, String name) {
    }

    /** Empty where the deal has no such lender. */
    Optional<UUID> idOf(UUID deal, String handle);

    /** By id, without those that are not there. @param lenders by deal */
    Map<UUID, Named> named(Map<UUID, Set<UUID>> lenders);

    /** The deal's, in register order. @param most at most so many */
    List<Named> of(UUID deal, int most);
}
