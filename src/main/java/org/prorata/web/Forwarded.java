package org.prorata.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Behind a proxy, refuses what the proxy passed on of its client's own words. The server takes the first of several forwarded addresses for the client's; where the proxy adds its own behind
 * what the client sent, that is whatever the client likes, and guesses of passwords would be counted for addresses that do not exist. The proxy has to set these headers, not to add to them.
 */
@Singleton
class Forwarded {

    private static final int BAD_REQUEST = 400;
    private static final List<String> HEADERS = List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port");

    private final boolean believed;
    private final WebText text = Language.texts(WebText.class);

    Forwarded(@ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false") boolean believed) {
        this.believed = believed;
    }

    void register(@Observes Filters filters) {
        if (believed) {
            filters.register(this::check, SecurityHeaders.PRIORITY - 1);
        }
    }

    private void check(RoutingContext context) {
        if (HEADERS.stream().map(context.request().headers()::getAll).allMatch(Forwarded::one)) {
            context.next();
        } else {
            Refusal.last(context, BAD_REQUEST, text.forwardedTwice());
        }
    }

    private static boolean one(List<String> values) {
        return values.size() <= 1 && values.stream().noneMatch(value -> value.contains(","));
    }
}
