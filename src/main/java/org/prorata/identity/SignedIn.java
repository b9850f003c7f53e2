package org.prorata.identity;

/** What the security identity of a request carries for this room. */
final class SignedIn {

    /** The attribute that holds the {@link Viewer}. */
    static final String VIEWER = "org.prorata.viewer";

    private SignedIn() {
    }
}
