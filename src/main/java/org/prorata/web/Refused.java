package org.prorata.web;

import java.util.List;

/** A rule forbids it as things stand now: 409, with the reason and what it rests on. */
public class Refused extends RuntimeException {

    private final List<String> details;

    public Refused(String reason) {
        this(reason, List.of());
    }

    public Refused(String reason, List<String> details) {
        super(reason);
        this.details = List.copyOf(details);
    }

    public String reason() {
        return getMessage();
    }

    public List<String> details() {
        return details;
    }
}
