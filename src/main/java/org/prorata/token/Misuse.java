package org.prorata.token;

/** Why a token opens nothing for a request; how it is answered. What is wrong with a token itself is answered alike, whatever it is. */
enum Misuse {

    INVALID(401, "invalid_token"),
    WITH_SESSION(400, "invalid_request"),
    AT_A_PAGE(403, null);

    private final int status;
    private final String error;

    Misuse(int status, String error) {
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    /** The word of RFC 6750; null where it has none. */
    String error() {
        return error;
    }
}
