package org.prorata.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands over the explanation of a downloaded table of figures. */
final class About {

    private About() {
    }

    /** @param calculation its number; null: not to be told */
    static Map<String, String> of(String deal, LocalDate on, Instant known, Integer calculation, boolean illustrative) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("deal", deal);
        about.put("on", on + ", the end of the day in the deal's zone");
        about.put("known", known + ", since when the portal knows these figures" + (calculation == null ? "" : "; calculation " + calculation));
        if (illustrative) {
            about.put("illustrative", "The shares are made up to show the portal, and so is every slice that follows from them, until the agent has entered the real register and a second person has approved it.");
        }
        return about;
    }
}
