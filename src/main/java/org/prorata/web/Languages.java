package org.prorata.web;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the language of a request: the user's own choice, else that of the browser's cookie, else what its {@code Accept-Language} likes best, else English. What programs read is in English for
 * everybody: JSON, so that they can look for words in it, and files, since a download depends on the rights, on and known alone (rules F13, F16).
 */
@Singleton
public class Languages {

    static final String COOKIE = "prorata-language";

    private static final String ATTRIBUTE = "locale";
    /** Browsers keep a cookie 400 days at most. */
    private static final int COOKIE_SECONDS = 400 * 24 * 60 * 60;
    private static final Pattern FILE = Pattern.compile("/api/.*|.*\\.(csv|xlsx|jsonl?|yaml)");

    void register(@Observes Filters filters) {
        filters.register(Languages::begin, SecurityHeaders.PRIORITY - 1);
    }

    /** Templates, and the messages in them, are written in the language of the moment at which they are begun. */
    void configure(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> template.setAttribute(ATTRIBUTE, Language.now().word()));
    }

    private static void begin(RoutingContext context) {
        boolean file = FILE.matcher(context.normalizedPath()).matches();
        Language.Choice choice = new Language.Choice(file ? Language.ENGLISH : asked(context), file);
        context.put(Language.KEY, choice);
        Vertx.currentContext().putLocal(Language.KEY, choice);
        HttpServerResponse response = context.response();
        context.addHeadersEndHandler(end -> {
            String type = response.headers().get("Content-Type");
            if (type != null && type.startsWith("text/html")) {
                response.headers().set("Content-Language", choice.language().word());
                response.headers().add("Vary", "Cookie, Accept-Language");
            }
        });
        context.next();
    }

    private static Language asked(RoutingContext context) {
        Cookie cookie = context.request().getCookie(COOKIE);
        return Optional.ofNullable(cookie).flatMap(one -> Language.of(one.getValue()))
                .or(() -> context.acceptableLanguages().stream().map(LanguageHeader::tag).filter(Objects::nonNull).flatMap(tag -> Language.of(tag.toLowerCase(Locale.ROOT)).stream()).findFirst())
                .orElse(Language.ENGLISH);
    }

    /** Called once it is known who asks. @param own the user's own choice; null where it made none */
    public static void become(RoutingContext context, Language own) {
        Language.Choice choice = context.get(Language.KEY);
        if (choice != null && own != null) {
            choice.become(own);
        }
    }

    /** Keeps the choice in this browser: a language and nothing else, so it may travel over plain HTTP as well. */
    public static NewCookie cookie(Language language) {
        return new NewCookie.Builder(COOKIE).value(language.word()).path("/").maxAge(COOKIE_SECONDS).httpOnly(true).sameSite(NewCookie.SameSite.LAX).build();
    }
}
