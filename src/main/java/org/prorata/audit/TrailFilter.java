package org.prorata.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.web.BadInput;

/**
 * Which rows of the trail are asked for; null is any.
 *
 * @param what  the kind of row, or the beginning of one up to a dot: {@code proposal} is every {@code proposal.…}
 * @param user  a part of the name of the user, capitals or not
 * @param from  the first day, in UTC
 * @param until the last day, in UTC
 * @param text  what has to stand in the subject, the details or the address, capitals or not
 * @param before rows older than this one only
 */
record TrailFilter(String what, UUID deal, String user, LocalDate from, LocalDate until, String text, Long before) {

    private static final String NUMBER = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** From the parameters of an address; one that cannot be read is refused as {@link BadInput}, naming it. */
    static TrailFilter of(String what, String deal, String user, String from, String until, String text, String before, DealNames deals) {
        return new TrailFilter(blank(what) ? null : what.strip(), id(deal, deals), blank(user) ? null : user.strip(), day("from", from), day("until", until),
                blank(text) ? null : text.strip(), row(before));
    }

    String condition() {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (what != null) {
            conditions.add("(what = :what or locate(concat(:what, '.'), what) = 1)");
        }
        if (deal != null) {
            conditions.add("dealId = :deal");
        }
        if (user != null) {
            conditions.add("locate(lower(:user), lower(userName)) > 0");
        }
        if (from != null) {
            conditions.add("at >= :from");
        }
        if (until != null) {
            conditions.add("at < :until");
        }
        if (text != null) {
            conditions.add("locate(lower(:text), lower(concat(subject, ' ', cast(details as String), ' ', address))) > 0");
        }
        if (before != null) {
            conditions.add("seq < :before");
        }
        return String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        put(values, "what", what);
        put(values, "deal", deal);
        put(values, "user", user);
        put(values, "from", from == null ? null : from.atStartOfDay(ZoneOffset.UTC).toInstant());
        put(values, "until", until == null ? null : until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        put(values, "text", text);
        put(values, "before", before);
        return values;
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static boolean blank(String typed) {
        return typed == null || typed.isBlank();
    }

    /** By its name in addresses or by its number. A name that is none is refused as {@link BadInput}. */
    static UUID id(String typed, DealNames deals) {
        if (blank(typed)) {
            return null;
        }
        String deal = typed.strip();
        return deal.matches(NUMBER) ? UUID.fromString(deal) : deals.idRead(deal)
                .orElseThrow(() -> BadInput.inAddress("deal", typed, "the name of a deal in addresses, such as rusoro-2010, or its number"));
    }

    private static LocalDate day(String parameter, String typed) {
        try {
            LocalDate day = blank(typed) ? null : LocalDate.parse(typed.strip());
            if (day == null || day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Told below, like a year that no row can have.
        }
        throw BadInput.inAddress(parameter, typed, "a date such as 2010-06-10");
    }

    private static Long row(String typed) {
        try {
            return blank(typed) ? null : Long.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            throw BadInput.inAddress("before", typed, "the number of a row of the trail");
        }
    }
}
