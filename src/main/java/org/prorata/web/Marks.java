package org.prorata.web;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words of provenance beside a value: {@code {mark:letter(p)}}. A page has them beside every figure, so each is looked up once. */
@TemplateExtension(namespace = "mark")
public final class Marks {

    private static final WebText TEXT = Language.texts(WebText.class);
    private static final Map<Key, Words> KNOWN = new ConcurrentHashMap<>();

    private Marks() {
    }

    private record Key(String provenance, Language language) {
    }

    private record Words(String letter, String word, String meaning) {

        static Words of(Key key) {
            String p = key.provenance();
            return new Words(TEXT.provenanceLetter(p), TEXT.provenanceWord(p), TEXT.provenanceMeaning(p));
        }
    }

    private static Words words(String p) {
        return KNOWN.computeIfAbsent(new Key(p, Language.now()), Words::of);
    }

    public static String letter(String p) {
        return words(p).letter();
    }

    public static String word(String p) {
        return words(p).word();
    }

    /** All that is known of where a value comes from, in one line. @param clause and @param note blank where there is none */
    public static String title(String p, String clause, String note) {
        StringBuilder title = new StringBuilder(words(p).word()).append(TEXT.colon()).append(' ').append(words(p).meaning());
        if (!clause.isBlank()) {
            title.append(" (").append(TEXT.clause(clause)).append(')');
        }
        return note.isBlank() ? title.toString() : title.append(". ").append(note).toString();
    }

    /** In the order of the legend. */
    public static List<String> all() {
        return List.of(TEXT.provenanceWords().split(" "));
    }
}
