package org.prorata.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** A request that is refused before anything of the portal has looked at it: told in one line, JSON under {@code /api/}. */
final class Refusal {

    private Refusal() {
    }

    /** @param words without signs that JSON would have to escape */
    static Future<Void> answer(RoutingContext context, int status, String words) {
        boolean json = context.normalizedPath().startsWith("/api/");
        return context.response().setStatusCode(status)
                .putHeader("Content-Type", json ? "application/json" : "text/plain; charset=UTF-8")
                .end(json ? "{\"error\":\"" + words + "\"}" : words);
    }

    /** The same where more of the request may still come, which nobody reads any more. */
    static void last(RoutingContext context, int status, String words) {
        context.response().putHeader("Connection", "close");
        answer(context, status, words).onComplete(told -> context.request().connection().close());
    }
}
