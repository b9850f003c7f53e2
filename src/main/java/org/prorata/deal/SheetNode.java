package org.prorata.deal;

import java.util.List;
import java.util.Map;

/** What stands in a term-sheet file: a scalar, a list or fields, each with the line where it begins (from 1). */
public sealed interface SheetNode {

    int line();

    /** What is shown of it in a problem. */
    String shown();

    /** @param plain written without quotes; only then do {@code unknown} and nothing at all have their meaning */
    record Scalar(int line, String text, boolean plain) implements SheetNode {

        public boolean isUnknown() {
            return plain && text.equals("unknown");
        }

        public boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String shown() {
            return text;
        }
    }

    record Items(int line, List<SheetNode> items) implements SheetNode {

        @Override
        public String shown() {
            return "a list";
        }
    }

    record Fields(int line, Map<String, Field> byName) implements SheetNode {

        @Override
        public String shown() {
            return "fields";
        }
    }

    /** @param line of the field's name */
    record Field(int line, SheetNode node) {

        public boolean isNothing() {
            return node instanceof Scalar s && s.isNothing();
        }
    }
}
