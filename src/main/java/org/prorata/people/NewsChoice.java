package org.prorata.people;

import java.util.Optional;
import java.util.stream.Stream;

/** How somebody wants to be told. Who has not chosen is told at once. */
enum NewsChoice {

    AT_ONCE("at-once"), DAILY("daily"), NONE("none");

    private final String word;

    NewsChoice(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<NewsChoice> of(String word) {
        return Stream.of(values()).filter(choice -> choice.word.equals(word)).findFirst();
    }
}
