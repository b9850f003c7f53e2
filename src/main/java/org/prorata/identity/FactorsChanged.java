package org.prorata.identity;

import java.util.UUID;

/**
 * Fired in the transaction that changes a user's second factors, so that who tells users of it writes the message with the change or not at all.
 *
 * @param user who has to be told
 */
public record FactorsChanged(UUID user, What what) {

    public enum What {
        ADDED, REMOVED, RECOVERY_CODES_MADE, TAKEN_AWAY_BY_AN_ADMINISTRATOR
    }
}
