package org.prorata.identity;

import java.util.List;

/** Sign-ins that the sign-in page shows to everybody: the demonstration's, and no others. A CDI bean implements it; without one nothing is shown. */
public interface SignInHints {

    /**
     * @param who what this user may do, in a few words
     */
    record Hint(String login, String password, String who) {
    }

    /** In the order of the page; empty: nothing is shown. */
    List<Hint> hints();

    /** Where a guided path begins: who walks it, and the page it opens. */
    record Beginning(String login, String password, String to, String words) {
    }

    /** Empty: no path is offered. */
    default List<Beginning> beginnings() {
        return List.of();
    }
}
