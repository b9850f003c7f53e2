package org.prorata.setup;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A part of a term sheet as the form asks for it; its name is the one that the file has for it. */
sealed interface Part {

    String name();

    Words words();

    /** Whether it is rarely needed, and stands under "more". */
    default boolean aside() {
        return false;
    }

    /** What people call it, and one line saying what it is. @param hint null where the name says it all */
    record Words(Function<FieldText, String> label, Function<FieldText, String> hint) {
    }

    enum Kind {
        TEXT, AREA, DATE, FIGURE,
        /** One of some words. */
        WORD,
        /** A tick: yes, or not said. */
        TICK,
        /** One of the tranches, by its short name. */
        TRANCHE,
        /** Texts with commas between them; that there are none is said by a tick. */
        LIST,
        /** A frequency and a last date, or dates listed one by one. */
        DATES
    }

    /**
     * @param sourced   whether it has a provenance, a clause and a note of its own
     * @param unknowable whether it can be not known yet
     * @param options   the words of a {@link Kind#WORD}, else none
     * @param word      what people call one of these words
     */
    record Value(String name, Kind kind, boolean sourced, boolean unknowable, List<String> options, BiFunction<FieldText, String, String> word, boolean aside, Words words) implements Part {

        static Value of(String name, Kind kind, Function<FieldText, String> label, Function<FieldText, String> hint) {
            return new Value(name, kind, false, false, List.of(), null, false, new Words(label, hint));
        }

        static Value oneOf(String name, List<String> options, BiFunction<FieldText, String, String> word, Function<FieldText, String> label, Function<FieldText, String> hint) {
            return new Value(name, Kind.WORD, false, false, options, word, false, new Words(label, hint));
        }

        Value withSource() {
            return new Value(name, kind, true, unknowable, options, word, aside, words);
        }

        Value orUnknown() {
            return new Value(name, kind, sourced, true, options, word, aside, words);
        }

        Value less() {
            return new Value(name, kind, sourced, unknowable, options, word, true, words);
        }
    }

    /** Fields under a name. @param needed whether the file has to have them, so that each that is missing is told */
    record Group(String name, boolean needed, Words words, List<Part> parts) implements Part {

        @Override
        public boolean aside() {
            return name.equals("signed") || name.equals("met");
        }
    }

    /** A list. @param add what the button says that adds a row; null where rows are added elsewhere */
    record Rows(String name, Function<FieldText, String> add, boolean aside, Words words, List<Part> parts) implements Part {
    }
}
