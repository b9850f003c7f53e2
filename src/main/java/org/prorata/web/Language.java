package org.prorata.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The languages that pages and mail are written in. Whatever writes words or figures asks {@link #now}, so that nothing has to be handed through: in a request it is the language
 * of {@link Languages}, in mail that of who gets it ({@link #speaking}), and English where nobody is spoken to.
 */
public enum Language {

    ENGLISH("en", Locale.ENGLISH),
    FRENCH("fr", Locale.CANADA_FRENCH);

    /** The key in the request's own context under which what was found for it stands. */
    static final String KEY = "org.prorata.language";

    private static final ThreadLocal<Language> SPOKEN = new ThreadLocal<>();

    private final String word;
    private final Locale locale;
    private final Localized localized;

    Language(String word, Locale locale) {
        this.word = word;
        this.locale = locale;
        this.localized = Localized.Literal.of(word);
    }

    /** What is said in this request, which another thread may have begun; changed once its user is known. */
    static final class Choice {

        private final boolean fixed;
        private volatile Language language;

        Choice(Language language, boolean fixed) {
            this.language = language;
            this.fixed = fixed;
        }

        Language language() {
            return language;
        }

        void become(Language other) {
            if (!fixed) {
                language = other;
            }
        }
    }

    /** As in {@code <html lang>}: en, fr. */
    public String word() {
        return word;
    }

    /** As its own speakers call it, beginning as they would in a list. */
    public String ownName() {
        return this == FRENCH ? "Français" : "English";
    }

    public Locale locale() {
        return locale;
    }

    /** Empty where there are no texts in it. */
    public static Optional<Language> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    public static List<Language> others(Language than) {
        return Arrays.stream(values()).filter(one -> one != than).toList();
    }

    /** The language in which this thread speaks at this moment. */
    public static Language now() {
        Language spoken = SPOKEN.get();
        if (spoken != null) {
            return spoken;
        }
        Context context = Vertx.currentContext();
        if (context == null || !VertxContext.isDuplicatedContext(context)) {
            return ENGLISH;
        }
        Choice choice = context.getLocal(KEY);
        return choice == null ? ENGLISH : choice.language();
    }

    /** Does something in this language, whatever that of the request is. */
    public <T> T speaking(Supplier<T> work) {
        Language before = SPOKEN.get();
        SPOKEN.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                SPOKEN.remove();
            } else {
                SPOKEN.set(before);
            }
        }
    }

    /** The texts of a bundle, each in the language of the moment it is asked for. An injected bundle would always be the English one. */
    public static <T> T texts(Class<T> bundle) {
        return bundle.cast(Proxy.newProxyInstance(bundle.getClassLoader(), new Class<?>[] {bundle}, (proxy, method, values) -> {
            try {
                return method.invoke(MessageBundles.get(bundle, now().localized), values);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }));
    }
}
