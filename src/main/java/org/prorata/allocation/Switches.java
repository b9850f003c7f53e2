package org.prorata.allocation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.prorata.web.AsOf;

/**
 * What a page of figures lets one switch: the date, with the deal's own dates as stops, and the lender.
 *
 * @param path   of the page itself
 * @param lender the handle chosen; null: all of mine, or no choice
 */
record Switches(String path, AsOf asOf, String lender, List<Stop> stops) {

    /** A long loan has hundreds of dates: those around the day looked at are shown, and the first and the last. */
    private static final int STOPS_BEFORE = 3;
    private static final int STOPS_AFTER = 6;

    /** @param here whether it is the day looked at; @param gap whether something is left out before it */
    public record Stop(LocalDate day, String href, boolean here, boolean gap) {}

    static Switches of(String path, Look look, AsOf asOf, String lender) {
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(look.picture().opensOn());
        look.picture().payments().forEach(payment -> days.add(payment.due()));
        if (look.terms().warrants() != null) {
            days.add(look.terms().warrants().issueDate().value());
            if (look.terms().warrants().expiryDate().known()) {
                days.add(look.terms().warrants().expiryDate().value());
            }
        }
        if (look.terms().exchange() != null) {
            look.terms().exchange().prices().stream().filter(price -> price.from() != null).forEach(price -> days.add(price.from()));
        }
        return new Switches(path, asOf, lender, stops(path, List.copyOf(days), asOf, lender));
    }

    private static List<Stop> stops(String path, List<LocalDate> days, AsOf asOf, String lender) {
        long passed = days.stream().filter(day -> day.isBefore(asOf.on())).count();
        List<Stop> stops = new ArrayList<>();
        int shown = -1;
        for (int i = 0; i < days.size(); i++) {
            boolean near = i >= passed - STOPS_BEFORE && i <= passed + STOPS_AFTER;
            if (near || i == 0 || i == days.size() - 1) {
                LocalDate day = days.get(i);
                stops.add(new Stop(day, path + "?" + query(new AsOf(day, asOf.known()), lender), day.equals(asOf.on()), i > shown + 1));
                shown = i;
            }
        }
        return List.copyOf(stops);
    }

    private static String query(AsOf asOf, String lender) {
        return lender == null ? asOf.query() : asOf.query() + "&lender=" + URLEncoder.encode(lender, StandardCharsets.UTF_8);
    }

    /** Behind the question mark of a link to another page of the deal, so that it shows the same day and lender. */
    public String query() {
        return query(asOf, lender);
    }

    public String queryFor(String otherLender) {
        return query(asOf, otherLender);
    }

    /** The same without a lender: all of mine. */
    public String queryForAll() {
        return query(asOf, null);
    }
}
