package org.prorata.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters by which a page asks for a part of a long table: {@code find}, {@code sort} and {@code page}; use with {@code @BeanParam}. */
public class SiftParams {

    private static final int LONGEST = 200;

    @RestQuery
    String find;
    @RestQuery
    String sort;
    @RestQuery
    String page;

    /** What rows must hold, whatever the case of letters; empty: nothing. {@link BadInput} (400) where it is longer than 200 characters. */
    String find() {
        String sought = find == null ? "" : find.strip();
        if (sought.length() > LONGEST) {
            throw BadInput.inAddress("find", sought.substring(0, LONGEST) + "…", "a part of a name, of " + LONGEST + " characters at most");
        }
        return sought;
    }

    /** The column by which rows are ordered, with a hyphen before it for the greatest first; empty: the table's own order. */
    String sort() {
        return sort == null ? "" : sort.strip();
    }

    /** From 1. {@link BadInput} (400) where it is no such number. */
    int page() {
        return PageNumber.of("page", page);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
