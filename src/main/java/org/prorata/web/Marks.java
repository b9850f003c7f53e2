package org.prorata.web;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words of provenance beside a value: {@code {mark:letter(p)}}. A page has them beside every figure, so each is looked up once. */
@TemplateExtension(namespace = "mark")
public final class Marks {

    private static final Map<String, Words> BY_PROVENANCE = new ConcurrentHashMap<>();

    private Marks() {
    }

    private record Words(String letter, String word, String meaning) {

        static Words of(String p) {
            WebText text = MessageBundles.get(WebText.class);
            return new Words(text.provenanceLetter(p), text.provenanceWord(p), text.provenanceMeaning(p));
        }
    }

    private static Words words(String p) {
        return BY_PROVENANCE.computeIfAbsent(p, Words::of);
    }

    public static String letter(String p) {
        return words(p).letter();
    }

    public static String word(String p) {
        return words(p).word();
    }

    /** All that is known of where a value comes from, in one line. @param clause and @param note blank where there is none */
    public static String title(String p, String clause, String note) {
        StringBuilder title = new StringBuilder(words(p).word()).append(": ").append(words(p).meaning());
        if (!clause.isBlank()) {
            title.append(" (").append(MessageBundles.get(WebText.class).clause(clause)).append(')');
        }
        return note.isBlank() ? title.toString() : title.append(". ").append(note).toString();
    }

    /** In the order of the legend. */
    public static List<String> all() {
        return List.of(MessageBundles.get(WebText.class).provenanceWords().split(" "));
    }
}
