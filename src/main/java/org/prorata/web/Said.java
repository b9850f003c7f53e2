package org.prorata.web;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the rules of a deal say of what was typed, in the language of whoever reads it: {@code {said:of(problem.message)}}. They say it in English where they stand, since a proposal keeps it, the trail
 * tells it and programs read it, whoever asked; {@code said/fr.txt} has the French of each sentence, with numbers for what differs from one to the next. What is not there stays as it was said.
 */
@TemplateExtension(namespace = "said")
public final class Said {

    /** Between the two languages of a line. */
    private static final String ARROW = " -> ";
    private static final Pattern PLACE = Pattern.compile("\\{([1-9])}");
    private static final List<Sentence> FRENCH = read();

    /** @param start what it begins with, to pass over it quickly */
    private record Sentence(String start, Pattern english, String french) {

        static Sentence of(String line) {
            String[] both = line.split(ARROW, 2);
            Matcher place = PLACE.matcher(both[0]);
            StringBuilder pattern = new StringBuilder();
            int end = 0;
            while (place.find()) {
                pattern.append(Pattern.quote(both[0].substring(end, place.start()))).append("(.+?)");
                end = place.end();
            }
            pattern.append(Pattern.quote(both[0].substring(end)));
            return new Sentence(both[0].split("\\{", 2)[0], Pattern.compile(pattern.toString(), Pattern.DOTALL), both[1]);
        }

        /** What differs is said in French, too, where it is a sentence or a figure. */
        String of(Matcher found) {
            return PLACE.matcher(french).replaceAll((MatchResult place) -> Matcher.quoteReplacement(Said.of(Formats.inForm(found.group(Integer.parseInt(place.group(1)))))));
        }
    }

    private Said() {
    }

    private static List<Sentence> read() {
        try (InputStream file = Said.class.getResourceAsStream("/said/fr.txt")) {
            List<Sentence> sentences = new ArrayList<>();
            Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")).filter(line -> line.contains(ARROW)).forEach(line -> sentences.add(Sentence.of(line)));
            return List.copyOf(sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param english null where nothing was said */
    public static String of(String english) {
        if (english == null || Language.now() != Language.FRENCH) {
            return english;
        }
        for (Sentence sentence : FRENCH) {
            if (english.startsWith(sentence.start())) {
                Matcher found = sentence.english().matcher(english);
                if (found.matches()) {
                    return sentence.of(found);
                }
            }
        }
        return english;
    }
}
