package org.prorata.identity;

/** Whose administrator one acts as. Each has addresses of its own, and sees and decides requests of its own. */
enum Side {

    /** The portal's. */
    AGENT("/users", "/access-requests"),
    /** A lender's own. */
    LENDER("/lender-users", "/lender-requests");

    private final String users;
    private final String requests;

    Side(String users, String requests) {
        this.users = users;
        this.requests = requests;
    }

    /** The address of its users. */
    String users() {
        return users;
    }

    /** The address of its requests. */
    String requests() {
        return requests;
    }
}
