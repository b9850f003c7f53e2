package org.prorata.web;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a download holds, described once: {@link Csv} and {@link Xlsx} are both written from it and so say the same. Its words belong to the file and not to
 * a language of the pages: the same question gives the same bytes for ever (rule F16).
 *
 * @param title   of the sheet, in one or two words
 * @param about   what the table shows and as of when, for the explaining sheet, in this order; holds no time of making
 * @param rows    texts in the order of the columns, as CSV shows them; null is an empty cell. Walked once for each file, so that a large table need not be held
 */
public record Table(String title, Map<String, String> about, List<Column> columns, Iterable<List<String>> rows) {

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    /** What the cells of a column are. A cell that is not of its column's kind, such as "not yet known", is text. */
    public enum Kind {
        TEXT("text"),
        /** An ISO date, such as 2010-09-10. */
        DATE("date"),
        /** An ISO instant in UTC; text in a spreadsheet too, whose times have no zone and lose the microseconds that {@code ?known=} needs. */
        INSTANT("instant in UTC, as text"),
        COUNT("whole number"),
        /** A decimal number with a point and without grouping, exact. */
        AMOUNT("exact decimal number"),
        PERCENT("number in per cent");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isNumber() {
            return this == COUNT || this == AMOUNT || this == PERCENT;
        }

        /** Whether the text is a plain number in a column of numbers; only such a cell may begin with a sign. */
        boolean isNumber(String text) {
            return isNumber() && PLAIN_NUMBER.matcher(text).matches();
        }
    }

    /**
     * @param unit   such as USD; empty where it has none, or where another column tells it
     * @param source where the values come from: the rule or the provenance
     */
    public record Column(String heading, Kind kind, String unit, String meaning, String source) {

        public static Column text(String heading, String meaning, String source) {
            return new Column(heading, Kind.TEXT, "", meaning, source);
        }

        public static Column date(String heading, String meaning, String source) {
            return new Column(heading, Kind.DATE, "", meaning, source);
        }

        public static Column instant(String heading, String meaning, String source) {
            return new Column(heading, Kind.INSTANT, "", meaning, source);
        }

        public static Column count(String heading, String meaning, String source) {
            return new Column(heading, Kind.COUNT, "", meaning, source);
        }

        public static Column amount(String heading, String unit, String meaning, String source) {
            return new Column(heading, Kind.AMOUNT, unit, meaning, source);
        }
    }

    /** The rows, each held against the number of columns: one that does not fit is a bug. */
    Iterable<List<String>> checkedRows() {
        return () -> {
            Iterator<List<String>> all = rows.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public List<String> next() {
                    List<String> row = all.next();
                    if (row.size() != columns.size()) {
                        throw new IllegalArgumentException("A row of " + row.size() + " cells under a header of " + columns.size() + ".");
                    }
                    return row;
                }
            };
        };
    }
}
