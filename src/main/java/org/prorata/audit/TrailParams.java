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
    String before;

    TrailFilter filter() {
        return TrailFilter.of(what, deal, user, from, until, before);
    }

    /** The same filter without the page. */
    TrailFilter whole() {
        return TrailFilter.of(what, deal, user, from, until, null);
    }

    /** What was typed, without what was left empty. */
    Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("what", what);
        typed.put("deal", deal);
        typed.put("user", user);
        typed.put("from", from);
        typed.put("until", until);
        typed.put("before", before);
        typed.values().removeIf(value -> value == null || value.isBlank());
        return typed;
    }
}
