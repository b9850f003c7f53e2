package org.prorata.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of the trail's page, resource and download, as they were typed. */
public class TrailParams {

    @RestQuery
    String what;
    @RestQuery
    String deal;
    @RestQuery
    String user;
    @RestQuery
    String from;
    @RestQuery
    String until;
    @RestQuery
    String text;
    @RestQuery
    String before;

    TrailFilter filter(DealNames deals) {
        return TrailFilter.of(what, deal, user, from, until, text, before, deals);
    }

    /** The same filter without the page. */
    TrailFilter whole(DealNames deals) {
        return TrailFilter.of(what, deal, user, from, until, text, null, deals);
    }

    /** What was typed, without what was left empty. */
    Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("what", what);
        typed.put("deal", deal);
        typed.put("user", user);
        typed.put("from", from);
        typed.put("until", until);
        typed.put("text", text);
        typed.put("before", before);
        typed.values().removeIf(value -> value == null || value.isBlank());
        return typed;
    }
}
