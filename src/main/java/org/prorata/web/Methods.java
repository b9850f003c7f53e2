package org.prorata.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/** Refuses methods that nothing here takes: the framework would answer some of them by itself, and tell what others there are. */
@Singleton
class Methods {

    private static final int NOT_ALLOWED = 405;
    private static final Set<String> TAKEN = Set.of("GET", "HEAD", "POST", "DELETE");

    private final WebText text = Language.texts(WebText.class);

    void register(@Observes Filters filters) {
        filters.register(this::check, SecurityHeaders.PRIORITY - 1);
    }

    private void check(RoutingContext context) {
        if (TAKEN.contains(context.request().method().name())) {
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, DELETE");
            Refusal.last(context, NOT_ALLOWED, text.wrongMethod());
        }
    }
}
