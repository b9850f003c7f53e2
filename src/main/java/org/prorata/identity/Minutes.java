package org.prorata.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How the pages of users and sessions write an instant: to the minute, in UTC, as the head of its column says. */
final class Minutes {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private Minutes() {
    }

    static String of(Instant at) {
        return MINUTE.format(at);
    }
}
