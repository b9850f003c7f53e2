package org.prorata.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How those whose guesses are not looked at are told when the next one is. */
public final class Again {

    public static final int TOO_MANY = 429;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Again() {
    }

    /** The minute from which on it works: rounded up, so that nobody is told too early. */
    public static String minute(Instant again) {
        return TIME.format(again.plus(1, ChronoUnit.MINUTES).minusMillis(1).truncatedTo(ChronoUnit.MINUTES));
    }

    /** For the header Retry-After: at least 1, rounded up. */
    public static long seconds(Instant again, Instant now) {
        return Math.max(1, Duration.between(now, again).plusMillis(999).toSeconds());
    }
}
