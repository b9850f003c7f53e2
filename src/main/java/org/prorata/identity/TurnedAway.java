package org.prorata.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which attempts were turned away and stand in the trail already: one row for each account and address until an instant, for sign-ins that of the next guess. Attempts that
 * are turned away cost whoever makes them nothing; a row for each would let a stranger fill the trail.
 */
public final class TurnedAway {

    private static final int REMEMBERED = 10_000;

    private record Attempt(String account, String address, Instant again) {
    }

    private final Set<Attempt> told = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Attempt, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    /** Whether it is the first of these in this hour; asked once for each attempt. */
    public boolean isNewThisHour(String what, String address) {
        return isNew(what, address, Instant.now().truncatedTo(ChronoUnit.HOURS));
    }

    /** Whether it is the first of these; asked once for each attempt. */
    boolean isNew(String account, String address, Instant again) {
        return told.add(new Attempt(account, address, again));
    }
}
