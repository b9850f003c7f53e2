package org.prorata.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The part of a long table that a page shows: the rows that hold what is sought, in the order asked for, so many at a time. Totals are not its own: they stay those of all rows.
 *
 * @param find  what was sought; empty: nothing
 * @param sort  the column it is ordered by, with a hyphen before it for the greatest first; empty: the table's own order
 * @param found how many rows hold what is sought
 * @param all   how many there are
 * @param from  the first row shown, from 1; 0 where none is
 */
public record Sifted<T>(List<T> rows, String find, String sort, int page, int pages, int from, int to, int found, int all) {

    /** So many rows are still read, searched by the browser and printed at once. */
    public static final int ROWS = 100;

    /**
     * Rows that are alike in the column stay in the table's own order.
     *
     * @param words  what is sought in, of a row
     * @param orders the columns it can be ordered by, each with its order, the least first
     * @throws BadInput (400) where a parameter cannot be right; a page beyond the last shows the last
     */
    public static <T> Sifted<T> of(List<T> all, SiftParams asked, Function<T, String> words, Map<String, Comparator<T>> orders) {
        String find = asked.find();
        String sort = asked.sort();
        String sought = find.toLowerCase(Locale.ROOT);
        List<T> found = sought.isEmpty() ? all : all.stream().filter(row -> words.apply(row).toLowerCase(Locale.ROOT).contains(sought)).toList();
        if (!sort.isEmpty()) {
            Comparator<T> order = orders.get(column(sort));
            if (order == null) {
                throw BadInput.inAddress("sort", sort, "a column such as " + orders.keySet().stream().sorted().limit(3).toList() + ", with a hyphen before it for the greatest first");
            }
            found = found.stream().sorted(sort.startsWith("-") ? order.reversed() : order).toList();
        }
        int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int page = Math.min(asked.page(), pages);
        int first = (page - 1) * ROWS;
        int last = Math.min(found.size(), first + ROWS);
        return new Sifted<>(found.subList(first, last), find, sort, page, pages, found.isEmpty() ? 0 : first + 1, last, found.size(), all.size());
    }

    private static String column(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    /** Whether there is anything to sift: a short table is shown as it is. */
    public boolean isLong() {
        return all > ROWS;
    }

    /** ascending, descending or none, as a table's head says it. */
    public String sorted(String column) {
        return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : "none";
    }

    /** The query that orders by this column: names from the first letter, figures the greatest first; once more the other way round. @param names whether it holds names */
    public String by(String column, boolean names) {
        String first = names ? column : "-" + column;
        return query(sort.equals(first) ? names ? "-" + column : column : first, 1);
    }

    /** The query of another page of the same. */
    public String at(int page) {
        return query(sort, page);
    }

    private String query(String by, int page) {
        return "find=" + SiftParams.encoded(find) + "&sort=" + SiftParams.encoded(by) + "&page=" + page;
    }

    public Integer previous() {
        return page > 1 ? page - 1 : null;
    }

    public Integer next() {
        return page < pages ? page + 1 : null;
    }
}
