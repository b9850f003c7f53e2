package org.prorata.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in words that a body is too large, before the server's own limit closes the connection without any. */
@Singleton
class BodyLimit {

    private static final int TOO_LARGE = 413;

    private final long mostBytes;
    private final WebText text;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, WebText text) {
        this.mostBytes = most.asLongValue();
        this.text = text;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, SecurityHeaders.PRIORITY - 2);
    }

    private void check(RoutingContext context) {
        String announced = context.request().getHeader("Content-Length");
        if (announced == null || announced.length() < 19 && Long.parseLong(announced) <= mostBytes) {
            context.next();
            return;
        }
        boolean json = context.normalizedPath().startsWith("/api/");
        context.response().setStatusCode(TOO_LARGE)
                .putHeader("Connection", "close")
                .putHeader("Content-Type", json ? "application/json" : "text/plain; charset=UTF-8")
                .end(json ? "{\"error\":\"" + text.tooLarge() + "\"}" : text.tooLarge())
                .onComplete(told -> context.request().connection().close());
    }
}
