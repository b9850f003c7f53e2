package org.prorata.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** Puts the security headers (S6) on every answer, whoever gives it: pages, JSON, assets, refusals. */
@Singleton
class SecurityHeaders {

    /** Runs before everything else, the limit on the size of bodies included. */
    static final int PRIORITY = 1000;

    static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "X-XSS-Protection", "1; mode=block",   // for old browsers that know no Content-Security-Policy; the others pay it no heed
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final String NO_STORE = "no-store";
    private static final String A_YEAR = "public, max-age=31536000, immutable";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::put, PRIORITY);
    }

    private static void put(RoutingContext context) {
        HttpServerResponse response = context.response();
        MultiMap headers = response.headers();
        ALWAYS.forEach(headers::set);
        if ("https".equals(context.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        headers.set("Cache-Control", NO_STORE);
        if (versioned(context)) {
            context.addHeadersEndHandler(end -> headers.set("Cache-Control", response.getStatusCode() < 400 ? A_YEAR : NO_STORE));
        }
        context.next();
    }

    private static boolean versioned(RoutingContext context) {
        String path = context.normalizedPath();
        return path.startsWith(Assets.LIBRARY_PATH) || path.startsWith(Assets.PATH) && context.request().query() != null;
    }
}
