package org.prorata.identity;

import org.prorata.web.Frame;

/** What a session still waits for before it opens anything, and where that is given. */
public enum Awaits {

    NOTHING(null),
    /** The password was right; its user has a second factor, which was not proved yet. */
    FACTOR(new Frame.Awaited("/login/factor", "/api/v1/session/factor")),
    /** The user must have a second factor and has none yet. */
    ENROLMENT(new Frame.Awaited("/account/factors", "/api/v1/account/factors"));

    private final Frame.Awaited where;

    Awaits(Frame.Awaited where) {
        this.where = where;
    }

    /** Null where nothing is awaited. */
    public Frame.Awaited where() {
        return where;
    }
}
