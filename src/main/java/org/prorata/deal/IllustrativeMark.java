package org.prorata.deal;

import java.time.Instant;

/** Implemented by the room that knows the opening positions. */
public interface IllustrativeMark {

    /**
     * Whether an opening position that was made up for a demonstration still stands (F11).
     *
     * @param slug the deal's name in addresses
     * @param known the instant looked at; null: now
     */
    boolean stands(String slug, Instant known);
}
