package org.prorata.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Where a sign-in leads: an address within the portal, so that nobody can be sent elsewhere by a link to the sign-in page. */
public final class LocalPath {

    static final String HOME = "/deals";
    /** Where who has just signed in has no business. */
    private static final Set<String> NOWHERE = Set.of("/", "/login", "/logout");

    private LocalPath() {
    }

    /** The path with its query, if it is one of the portal's that shows something; else the list of deals. */
    public static URI of(String to) {
        if (to == null || !to.startsWith("/") || to.startsWith("//") || to.indexOf('\\') >= 0 || to.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return URI.create(HOME);
        }
        try {
            URI path = new URI(to);
            return path.getScheme() == null && path.getRawAuthority() == null && !path.normalize().getRawPath().startsWith("//") && !NOWHERE.contains(path.normalize().getRawPath()) ? path : URI.create(HOME);
        } catch (URISyntaxException e) {
            return URI.create(HOME);
        }
    }
}
