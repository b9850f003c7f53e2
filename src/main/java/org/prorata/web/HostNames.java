package org.prorata.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers only under the names of the configuration {@code prorata.hosts} (names without ports, with commas); without it under any. */
@Singleton
class HostNames {

    private static final int MISDIRECTED = 421;

    private final Set<String> served;
    private final WebText text = Language.texts(WebText.class);

    HostNames(@ConfigProperty(name = "prorata.hosts") Optional<List<String>> hosts) {
        this.served = hosts.orElse(List.of()).stream().map(HostNames::plain).collect(Collectors.toUnmodifiableSet());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, SecurityHeaders.PRIORITY - 2);
    }

    private void check(RoutingContext context) {
        HostAndPort asked = context.request().authority();
        if (serves(asked == null ? null : asked.host())) {
            context.next();
        } else {
            Refusal.last(context, MISDIRECTED, text.notServed());
        }
    }

    boolean serves(String host) {
        return served.isEmpty() || host != null && served.contains(plain(host));
    }

    private static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
