package org.prorata.setup;

import java.time.Instant;
import java.util.UUID;

/**
 * A deal being set up.
 *
 * @param version   rises by one with each change
 * @param madeBy    the name of who began it
 * @param changedBy of who changed it last
 * @param deal      the name in addresses of the deal that was made of it, which ends it; null before
 */
record Draft(UUID id, Typed typed, long version, String madeBy, Instant changed, String changedBy, String deal) {

    public boolean ended() {
        return deal != null;
    }

    /** What people call it: its deal's title, or its name in addresses; null where it has neither yet. */
    public String title() {
        return typed.has("deal.title") ? typed.at("deal.title") : typed.has("deal.slug") ? typed.at("deal.slug") : null;
    }
}
