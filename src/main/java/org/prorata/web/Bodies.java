package org.prorata.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes the body of a request in whole before a thread of the portal is given to it: who sends slowly costs memory for what has come, and nobody's turn. A body
 * that is too large is refused with 413 in words, one that has not come in time with 408, and one for which there is no room beside all others with 503.
 */
@Singleton
class Bodies {

    private static final int TIMEOUT = 408;
    private static final int TOO_LARGE = 413;
    private static final int BUSY = 503;
    /** A name and a password pass whatever else is being sent, or few who send much could keep everybody from signing in. As many as there may be connections fit beside. */
    private static final int ALWAYS = 4096;

    private final long mostBytes;
    private final long mostOfStrangers;
    private final long mostAtOnce;
    private final Duration time;
    private final WebText text = Language.texts(WebText.class);
    /** Of requests that are still coming in or being answered. */
    private final AtomicLong held = new AtomicLong();

    Bodies(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, @ConfigProperty(name = "prorata.http.body-of-strangers") MemorySize strangers,
            @ConfigProperty(name = "prorata.http.bodies-at-once") MemorySize atOnce, @ConfigProperty(name = "prorata.http.body-time") Duration time) {
        this.mostBytes = most.asLongValue();
        this.mostOfStrangers = strangers.asLongValue();
        this.mostAtOnce = atOnce.asLongValue();
        this.time = time;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, SecurityHeaders.PRIORITY - 3);
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        String announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean unannounced = announced == null && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (!unannounced && (announced == null || announced.equals("0"))) {
            context.next();
            return;
        }
        long most = ofStrangers(context) ? mostOfStrangers : mostBytes;
        if (!unannounced && (announced.length() > 18 || Long.parseLong(announced) > most)) {
            Refusal.last(context, TOO_LARGE, text.tooLarge());
            return;
        }
        if (request.getHeader(HttpHeaders.EXPECT) != null) {
            context.response().writeContinue();
        }
        new Taking(context, most).start();
    }

    /** Who brings no session, and addresses that change something for somebody who is not signed in: what they take is a name and a password. */
    private static boolean ofStrangers(RoutingContext context) {
        String path = context.normalizedPath();
        return path.equals("/login") || path.startsWith("/login/") || path.equals("/api/v1/session") || path.startsWith("/setup/")
                || context.request().getHeader(HttpHeaders.COOKIE) == null && context.request().getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    private final class Taking {

        private final RoutingContext context;
        private final long most;
        private final Buffer body = Buffer.buffer();
        private boolean over;

        Taking(RoutingContext context, long most) {
            this.context = context;
            this.most = most;
        }

        void start() {
            long timer = context.vertx().setTimer(time.toMillis(), late -> refuse(TIMEOUT, text.tooSlow()));
            context.addEndHandler(end -> {
                over = true;
                context.vertx().cancelTimer(timer);
                held.addAndGet(-body.length());
            });
            context.request().handler(this::more).exceptionHandler(gone -> over = true).endHandler(end -> {
                if (!over) {
                    over = true;
                    context.vertx().cancelTimer(timer);
                    ((RoutingContextInternal) context).setBody(body);
                    context.next();
                }
            }).resume();
        }

        private void more(Buffer chunk) {
            if (over) {
                return;
            }
            body.appendBuffer(chunk);
            if (held.addAndGet(chunk.length()) > mostAtOnce && body.length() > ALWAYS) {
                refuse(BUSY, text.tooMuch());
            } else if (body.length() > most) {
                refuse(TOO_LARGE, text.tooLarge());
            }
        }

        private void refuse(int status, String words) {
            if (!over) {
                over = true;
                Refusal.last(context, status, words);
            }
        }
    }
}
