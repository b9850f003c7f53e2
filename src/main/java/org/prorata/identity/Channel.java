package org.prorata.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.ws.rs.core.NewCookie;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a request reached the portal, which decides what its cookies are called (S1): over TLS with the prefix {@code __Host-}, which browsers
 * take over TLS alone and from no other host; on plain HTTP under a loopback name under another name. A cookie of one is not read on the other.
 * On plain HTTP under any other host there are none, and so no sign-in.
 */
enum Channel {

    TLS("__Host-prorata", true),
    LOOPBACK("prorata-local", false),
    OPEN(null, false);

    private static final Pattern LOOPBACK_HOST = Pattern.compile("localhost|127\\.0\\.0\\.1|\\[?::1]?");
    private static final String BROWSER = "-browser";
    private static final String LINK = "-link";
    private static final int LINK_SECONDS = 60 * 60;
    private static final String FORM = "-form";
    private static final String AWAY = "-away";
    private static final String PASSKEY = "-passkey";
    /** Browsers keep a cookie 400 days at most. */
    private static final int BROWSER_SECONDS = 400 * 24 * 60 * 60;

    private final String cookie;
    private final boolean secure;

    Channel(String cookie, boolean secure) {
        this.cookie = cookie;
        this.secure = secure;
    }

    static Channel of(HttpServerRequest request) {
        if ("https".equals(request.scheme())) {
            return TLS;
        }
        HostAndPort asked = request.authority();
        return asked != null && LOOPBACK_HOST.matcher(asked.host().toLowerCase(Locale.ROOT)).matches() ? LOOPBACK : OPEN;
    }

    boolean takesSignIns() {
        return this != OPEN;
    }

    /** The session's token, if the request brings one that counts here. */
    Optional<String> session(HttpServerRequest request) {
        return read(request, cookie);
    }

    /** The token by which a browser is known that has signed in before. */
    Optional<String> browser(HttpServerRequest request) {
        return read(request, cookie + BROWSER);
    }

    /** The token of a one-time link that this browser has opened. */
    Optional<String> link(HttpServerRequest request) {
        return read(request, cookie + LINK);
    }

    /** What the forms of pages open to all carry from this browser. */
    Optional<String> form(HttpServerRequest request) {
        return read(request, cookie + FORM).filter(Token::isOne);
    }

    /** The token of a browser that was sent to sign in elsewhere and is to come back. */
    Optional<String> away(HttpServerRequest request) {
        return read(request, cookie + AWAY);
    }

    /** The token of a browser that was asked for a passkey before anybody signed in there. */
    Optional<String> passkey(HttpServerRequest request) {
        return read(request, cookie + PASSKEY);
    }

    private Optional<String> read(HttpServerRequest request, String name) {
        Cookie found = takesSignIns() ? request.getCookie(name) : null;
        return Optional.ofNullable(found).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    /** Kept until the browser is closed; the limits of the session are the database's. */
    NewCookie sessionCookie(String token) {
        return builder(cookie).value(token).sameSite(NewCookie.SameSite.LAX).build();
    }

    NewCookie noSessionCookie() {
        return builder(cookie).value("").maxAge(0).sameSite(NewCookie.SameSite.LAX).build();
    }

    NewCookie browserCookie(String token) {
        return builder(cookie + BROWSER).value(token).maxAge(BROWSER_SECONDS).sameSite(NewCookie.SameSite.STRICT).build();
    }

    /** Lax, since a link is followed from somebody's mail; it opens a page alone. */
    NewCookie linkCookie(String token) {
        return builder(cookie + LINK).value(token).maxAge(LINK_SECONDS).sameSite(NewCookie.SameSite.LAX).build();
    }

    NewCookie noLinkCookie() {
        return builder(cookie + LINK).value("").maxAge(0).sameSite(NewCookie.SameSite.LAX).build();
    }

    /** Lax: a page that is reached by a link from elsewhere must not set another, which the forms of other windows do not carry. */
    NewCookie formCookie(String token) {
        return builder(cookie + FORM).value(token).sameSite(NewCookie.SameSite.LAX).build();
    }

    /** It has to come with the link by which the other site leads back. @param token empty: none any more */
    NewCookie awayCookie(String token, int seconds) {
        return builder(cookie + AWAY).value(token).maxAge(seconds).sameSite(NewCookie.SameSite.LAX).build();
    }

    NewCookie passkeyCookie(String token, int seconds) {
        return builder(cookie + PASSKEY).value(token).maxAge(seconds).sameSite(NewCookie.SameSite.STRICT).build();
    }

    private NewCookie.Builder builder(String name) {
        return new NewCookie.Builder(name).path("/").httpOnly(true).secure(secure);
    }
}
