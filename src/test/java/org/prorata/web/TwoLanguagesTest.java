package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every text of every page and mail stands in both languages. The framework would show the English one where the French is missing, and say nothing. */
class TwoLanguagesTest {

    /** Messages of one and the same word in both languages (a name, a format, a term that one has of the other), and two that are words of the code. */
    private static final Set<String> SAME = Set.of(
            "adjustment.net", "allocation.xlsx", "allocation.tranche", "matrix.csv", "matrix.xlsx", "method.positions", "method.exact",
            "method.inCents", "method.position", "approval.total", "approval.xlsx", "audit.xlsx", "deal.stageBadge", "deal.parties", "deal.tranche",
            "deal.total", "deal.signatures", "deal.conditions", "deal.formatDates", "deal.provenance", "deal.conventionName", "deal.date",
            "factor.secret", "factor.code", "users.sessions", "exchange.tranche", "register.positions", "register.total", "register.tranche",
            "register.cause", "register.tranches", "register.lei", "register.csv", "register.xlsx", "transfer.tranche", "transfer.total", "web.brand",
            "web.provenanceWords", "web.clause", "web.xlsx");
    /** Messages that are made of their parameters, signs and code alone. */
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}]*");
    private static final Pattern BRACES = Pattern.compile("\\{[^}]*}");
    private static final Pattern CODE_WORDS = Pattern.compile("\\{#(?:if|else|switch|case|when|is|for)[^}]*}|\\{/[^}]*}");

    /** A message of one language. @param english without its place in a file, such as {@code register.title} */
    private record Pair(String name, Method method, String english, String french) {
    }

    private static final List<Pair> PAIRS = new ArrayList<>();
    private static final Map<String, List<String>> EXTRA = new TreeMap<>();

    @BeforeAll
    static void read_all_bundles() throws IOException {
        for (JavaClass found : new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.prorata")) {
            if (!found.isAnnotatedWith(MessageBundle.class)) {
                continue;
            }
            Class<?> bundle = found.reflect();
            String name = bundle.getAnnotation(MessageBundle.class).value();
            Map<String, String> french = french(name);
            for (Method method : bundle.getDeclaredMethods()) {
                PAIRS.add(new Pair(name + "." + method.getName(), method, method.getAnnotation(Message.class).value(), french.remove(method.getName())));
            }
            if (!french.isEmpty()) {
                EXTRA.put(name, List.copyOf(french.keySet()));
            }
        }
    }

    /** As the framework reads it: a line a message, in UTF-8. A message that stands there twice would be a slip, and fails here. */
    private static Map<String, String> french(String bundle) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (InputStream file = TwoLanguagesTest.class.getResourceAsStream("/messages/" + bundle + "_fr.properties")) {
            assertThat(file).as("the French texts of " + bundle).isNotNull();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(each -> !each.isBlank() && !each.startsWith("#")).toList()) {
                String[] text = line.split("=", 2);
                assertThat(texts.put(text[0], text[1])).as(bundle + "." + text[0] + " stands twice").isNull();
            }
        }
        return texts;
    }

    @Test
    void every_english_text_has_a_french_one() {
        assertThat(PAIRS).hasSizeGreaterThan(1300);
        assertThat(PAIRS).filteredOn(pair -> pair.french() == null || pair.french().isBlank()).extracting(Pair::name).isEmpty();
    }

    @Test
    void no_french_text_is_left_over() {
        assertThat(EXTRA).isEmpty();
    }

    @Test
    void a_french_text_tells_all_that_the_english_one_tells() {
        assertThat(PAIRS).allSatisfy(pair -> assertThat(Arrays.stream(pair.method().getParameters()).map(each -> each.getName()).filter(name -> uses(pair.english(), name)))
                .as(pair.name()).allMatch(name -> uses(pair.french(), name)));
    }

    private static boolean uses(String text, String parameter) {
        Matcher code = BRACES.matcher(text);
        Pattern name = Pattern.compile("\\b" + parameter + "\\b(?!')");
        while (code.find()) {
            if (name.matcher(code.group()).find()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void no_french_text_is_the_english_one() {
        assertThat(PAIRS).filteredOn(pair -> pair.english().equals(pair.french()) && !NO_WORDS.matcher(BRACES.matcher(pair.english()).replaceAll("")).matches()).extracting(Pair::name)
                .containsExactlyInAnyOrderElementsOf(SAME);
    }

    @Test
    void french_texts_choose_among_the_same_words_as_the_english_ones() {
        Pattern words = Pattern.compile("\\{#case '([^']*)'}");
        assertThat(PAIRS).filteredOn(pair -> words.matcher(pair.english()).find()).allSatisfy(pair -> assertThat(words.matcher(pair.french()).results().map(each -> each.group(1)))
                .as(pair.name()).containsAll(words.matcher(pair.english()).results().map(each -> each.group(1)).toList()));
    }

    /** Canada writes no space before ; ! ?, and one that does not break before a colon and inside quotation marks. */
    @Test
    void french_texts_have_the_apostrophes_quotation_marks_and_spaces_of_canadian_french() {
        assertThat(PAIRS).allSatisfy(pair -> assertThat(CODE_WORDS.matcher(pair.french()).replaceAll("")).as(pair.name()).doesNotContain("'", " :", "« ", " »", " %", "\u00a0!", "\u00a0?", "\u00a0;", " !", " ?")
                .doesNotContainPattern("(?<![+-]) ;").doesNotContainPattern("«(?!\u00a0)").doesNotContainPattern("(?<!\u00a0)»"));
    }

    /** French takes the singular for 0, too: who counts writes {@code n > 1} for the plural. */
    @Test
    void no_french_text_takes_the_plural_for_none() {
        assertThat(PAIRS).allSatisfy(pair -> assertThat(pair.french()).as(pair.name()).doesNotContainPattern("\\{#(if|switch) \\w+ == 1}").doesNotContain("{#case 1}"));
    }
}
