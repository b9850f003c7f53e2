package org.prorata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules say is said in French to who reads French, and every sentence of the list is one that some rule says. */
class SaidTest {

    private static final Path SOURCES = Path.of("src/main/java/org/prorata");
    private static final Pattern PLACE = Pattern.compile("\\{[1-9]}");
    /** A shorter piece between two places would be found anywhere. */
    private static final int TELLING = 5;

    private static List<String[]> sentences() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/said/fr.txt")).stream().filter(line -> !line.startsWith("#") && !line.isBlank()).map(line -> line.split(" -> ", -1)).toList();
    }

    /** The texts of the code, those that run over several lines made one. */
    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            StringBuilder all = new StringBuilder();
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(file -> {
                try {
                    all.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "").replace("\\u2019", "\u2019"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return all.toString();
        }
    }

    @Test
    void every_sentence_of_the_list_is_one_that_the_code_says_and_stands_there_once() throws IOException {
        String code = code();
        assertThat(sentences()).hasSizeGreaterThan(100).allSatisfy(both -> {
            assertThat(both).as(both[0]).hasSize(2);
            Arrays.stream(PLACE.split(both[0])).filter(piece -> piece.strip().length() >= TELLING).forEach(piece -> assertThat(code).as(both[0]).contains(piece.strip()));
        });
        assertThat(sentences().stream().map(both -> both[0])).doesNotHaveDuplicates();
    }

    @Test
    void a_french_sentence_tells_all_that_the_english_one_tells() throws IOException {
        assertThat(sentences()).allSatisfy(both -> assertThat(PLACE.matcher(both[1]).results().map(place -> place.group()).sorted()).as(both[0])
                .containsExactlyElementsOf(PLACE.matcher(both[0]).results().map(place -> place.group()).sorted().toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "must not be negative|ne doit pas être négatif",
        "write digits with a point before the decimals, like 5666666.67|écrivez des chiffres, avec une virgule avant les décimales, comme 5\u00a0666\u00a0666,67",
        "is not the total: the shares must add up to 60,000,000.00; 2,500,000.00 is missing|n’est pas le total\u00a0: la somme des quotes-parts doit être 60\u00a0000\u00a0000,00; il manque 2\u00a0500\u00a0000,00",
        "Payment 2, 2010-07-10: Second Instalment, principal|Paiement 2, 2010-07-10\u00a0: Second Instalment, capital",
        "a sentence that nobody listed|a sentence that nobody listed"})
    void what_is_listed_is_said_in_french_and_all_else_as_it_was_said(String english, String french) {
        assertThat(Language.FRENCH.speaking(() -> Said.of(english))).isEqualTo(french);
        assertThat(Said.of(english)).isEqualTo(english);
    }

    @Test
    void a_longer_sentence_is_not_taken_for_a_shorter_one() throws IOException {
        assertThat(sentences()).allSatisfy(both -> {
            String said = PLACE.matcher(both[0]).replaceAll("Zz");
            String french = PLACE.matcher(both[1]).replaceAll("Zz");
            assertThat(Language.FRENCH.speaking(() -> Said.of(said))).as(said).isEqualTo(french);
        });
    }
}
