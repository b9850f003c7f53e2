package org.prorata.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The two times of every view.
 *
 * @param on    the date a fact holds in law: the view shows the end of this day
 * @param known the view shows what the portal knew at this instant; null: all it knows now
 */
public record AsOf(LocalDate on, Instant known) {

    public boolean latest() {
        return known == null;
    }

    /** {@code on=2010-09-10} or {@code on=…&known=…}, encoded, to go behind the question mark of a link. */
    public String query() {
        String query = "on=" + on;
        return known == null ? query : query + "&known=" + URLEncoder.encode(known.toString(), StandardCharsets.UTF_8);
    }
}
