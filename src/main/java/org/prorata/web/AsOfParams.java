package org.prorata.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters {@code on} and {@code known} of a page or resource that shows positions or figures; use with {@code @BeanParam}. */
public class AsOfParams {

    /** The name of the second parameter. */
    public static final String KNOWN = "known";

    /** Years that a syndicate's dates can sensibly have, and that every later step (database, calendars) can hold. */
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /** An offset east of Greenwich whose + was not written as %2B: in an address that is a space. */
    private static final Pattern PLUS_READ_AS_SPACE = Pattern.compile("^(\\S+T\\S+) (\\d{2}(?::?\\d{2})?)$");

    @RestQuery
    String on;

    @RestQuery
    String known;

    /**
     * The view asked for: {@code on} is the date of {@code known} in the deal's zone unless given, {@code known} the latest unless given.
     *
     * @throws BadInput (400) where a value is no date or instant, is outside the years 1900 to 2199, or {@code known} is in the future
     */
    public AsOf resolve(Today today, ZoneId zone) {
        Instant knownAt = blank(known) ? null : instant(known.strip(), today.now());
        LocalDate onDate = blank(on) ? today.today(zone, knownAt) : date(on.strip());
        return new AsOf(onDate, knownAt);
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException wrong) {
            // told below, like a year out of range
        }
        throw BadInput.inAddress("on", text, "a date such as 2010-09-10, from 1900 to 2199");
    }

    private static Instant instant(String text, Instant now) {
        Instant at = instant(text).orElseThrow(() -> BadInput.inAddress(KNOWN, text, "an instant such as 2026-03-02T09:30:00.123456Z or 2026-03-02T10:30:00+01:00"));
        if (at.isAfter(now)) {
            throw notYet(text);
        }
        if (at.isBefore(Instant.EPOCH)) {
            throw BadInput.inAddress(KNOWN, text, "an instant since 1970");
        }
        return at;
    }

    /** The instant that a parameter says; empty where it says none. */
    public static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(PLUS_READ_AS_SPACE.matcher(text.strip()).replaceFirst("$1+$2")));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    public static BadInput notYet(String known) {
        return BadInput.inAddress(KNOWN, known, "an instant that has passed: nobody knows what will be known later");
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
