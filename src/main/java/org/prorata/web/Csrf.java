package org.prorata.web;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Takes a change only from the portal's own pages (S5): the request must name our own origin, and carry the token of
 * its session in the form field {@code csrf} or the header {@code X-CSRF-Token}; a form of a page open to all carries the browser's own. Where nobody
 * is signed in there is no session's token to ask for; the method's own rights decide then. A form with the token of an earlier session of the same user is shown again as it was typed, where the
 * method can ({@link ShowsAgain}), and does nothing. A program's token comes from no page: what names another origin is refused with it, be it a change or not.
 */
@Singleton
public class Csrf {

    public static final String FIELD = "csrf";
    public static final String HEADER = "X-CSRF-Token";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Inject
    Frame frame;
    @Inject
    Failures failures;
    @Inject
    Instance<TypedForms> forms;
    final WebText text = Language.texts(WebText.class);

    @WithFormRead
    @ServerRequestFilter(priority = Priorities.USER)
    public Response check(ResteasyReactiveContainerRequestContext request, ResourceInfo resource) {
        if (!frame.isByToken() && SAFE.contains(request.getMethod())) {
            return null;
        }
        if (resource.getResourceMethod().isAnnotationPresent(ProvesItself.class)) {
            return null;
        }
        String own = ownOrigin(request.getUriInfo().getBaseUri());
        String origin = request.getHeaderString("Origin");
        String fetchSite = request.getHeaderString("Sec-Fetch-Site");
        if (frame.isByToken()) {
            boolean program = origin == null && fetchSite == null;
            return program || fromOwnOrigin(own, origin, fetchSite) ? null : failures.answer(request, Failure.plain(403, text.foreignTitle(), text.foreignToken(own)));
        }
        // The token first: a request with a wrong one and one with a right one are told apart also where neither names its origin.
        String token = token(resource.getResourceMethod());
        boolean shows = resource.getResourceMethod().isAnnotationPresent(ShowsAgain.class);
        if (token != null && !same(token, sentToken(request))) {
            if (shows && fromOwnOrigin(own, origin, fetchSite) && forms.stream().anyMatch(one -> one.isOwn(sentToken(request)))) {
                TypedForm.showOnly();
                return null;
            }
            return failures.answer(request, Failure.plain(403, text.oldPageTitle(), text.oldPage()));
        }
        if (!fromOwnOrigin(own, origin, fetchSite)) {
            return failures.answer(request, Failure.plain(403, text.foreignTitle(), text.foreign(own)));
        }
        if (field(request, TypedForm.ONLY_SHOW) != null) {
            if (!shows) {
                return failures.answer(request, Failure.plain(403, text.oldPageTitle(), text.oldPage()));
            }
            TypedForm.showOnly();
        }
        return null;
    }

    /** Null where there is none to ask for. */
    private String token(Method asked) {
        return asked.isAnnotationPresent(OriginOnly.class) ? null : asked.isAnnotationPresent(OfThisBrowser.class) ? frame.browserToken() : frame.csrf();
    }

    /** What the browser says must fit in both headers; a request with neither is refused, as is the opaque origin "null". */
    static boolean fromOwnOrigin(String own, String origin, String fetchSite) {
        if (origin == null && fetchSite == null) {
            return false;
        }
        return (origin == null || own.equals(origin.toLowerCase(Locale.ROOT)))
                && (fetchSite == null || "same-origin".equals(fetchSite));
    }

    /** Scheme, host and port as a browser writes them in {@code Origin}: lower case, without the scheme's own port. */
    static String ownOrigin(URI base) {
        boolean schemesPort = base.getPort() == -1
                || base.getPort() == 80 && "http".equals(base.getScheme())
                || base.getPort() == 443 && "https".equals(base.getScheme());
        String origin = base.getScheme() + "://" + base.getHost() + (schemesPort ? "" : ":" + base.getPort());
        return origin.toLowerCase(Locale.ROOT);
    }

    private static String sentToken(ResteasyReactiveContainerRequestContext request) {
        String header = request.getHeaderString(HEADER);
        if (header != null) {
            return header;
        }
        return field(request, FIELD);
    }

    private static String field(ResteasyReactiveContainerRequestContext request, String name) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return context.getFormParameter(name, true, false) instanceof String sent ? sent : null;
    }

    private static boolean same(String token, String sent) {
        return token != null && sent != null && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
