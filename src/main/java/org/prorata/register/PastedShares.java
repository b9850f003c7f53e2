package org.prorata.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.prorata.deal.Nearest;
import org.prorata.web.Formats;

/**
 * Lines of a spreadsheet, each a lender (its legal or its short name) and one figure, read for the form that updates shares. Cells are parted by tabs or semicolons, or the figure
 * stands behind the name. A line that could be read in two ways is not read: it stays, with the reason. Nothing is taken from a lender named twice.
 *
 * @param values  what goes into the field of each lender found, by handle, in the order of the lines
 * @param left    the lines that were not read, as they were pasted
 * @param notes   why not, for the first of them, in the reader's language
 * @param untold  how many more there are
 */
record PastedShares(Map<String, String> values, String left, List<String> notes, int untold) {

    private static final int MOST_TOLD = 20;
    private static final int MOST_WORDS = 60;
    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u2007\u202f]+");
    private static final Pattern CURRENCY = Pattern.compile("(?i)^(?:US|C|CA)?[$\u20ac\u00a3]\\s*|^[A-Z]{3}\\s+(?=\\d)|\\s*(?:(?:US|C|CA)?[$\u20ac\u00a3]|(?<=\\d)\\s[A-Z]{3})$");
    private static final Pattern FIGURE = Pattern.compile("\\d+(?:\\.\\d+)?|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern LIKE_FIGURE = Pattern.compile("[(+\u2212-]?\\s*\\d[\\d\\s.,'\u2019]*(?:[eE][+-]?\\d+)?\\s*%?\\)?");
    private static final Pattern SCIENTIFIC = Pattern.compile(".*\\d[eE][+-]?\\d+.*");

    /** @param figure null where there is none @param why null where it was read */
    private record Line(int number, String text, String handle, String figure, Function<RegisterText, String> why) {
    }

    static PastedShares read(String pasted, List<Lender> lenders, boolean percent, RegisterText text) {
        Map<String, String> handles = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        lenders.forEach(lender -> {
            if (handles.put(plain(lender.name()), lender.handle()) != null) {
                ambiguous.add(plain(lender.name()));
            }
        });
        ambiguous.forEach(handles::remove);
        lenders.forEach(lender -> handles.put(plain(lender.handle()), lender.handle()));

        List<Line> lines = new ArrayList<>();
        String[] rows = pasted.split("\\R", -1);
        for (int i = 0; i < rows.length; i++) {
            if (!rows[i].isBlank()) {
                Line line = line(i + 1, rows[i], handles, percent);
                boolean heading = lines.isEmpty() && line.handle() == null && line.figure() == null;
                if (!heading) {
                    lines.add(line);
                }
            }
        }
        return of(lines, lenders, text);
    }

    private static PastedShares of(List<Line> lines, List<Lender> lenders, RegisterText text) {
        Map<String, Integer> times = new HashMap<>();
        lines.stream().filter(line -> line.handle() != null).forEach(line -> times.merge(line.handle(), 1, Integer::sum));
        Map<String, String> values = new LinkedHashMap<>();
        List<String> left = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Line line : lines) {
            Function<RegisterText, String> why = line.why() == null && times.get(line.handle()) > 1 ? RegisterText::pastedTwice : line.why();
            if (why == null) {
                values.put(line.handle(), line.figure());
                continue;
            }
            left.add(line.text());
            if (notes.size() < MOST_TOLD) {
                String near = line.handle() != null ? null : near(line, lenders);
                notes.add(text.pastedLine(line.number(), shortened(line.text()), near == null ? why.apply(text) : text.pastedNear(near)));
            }
        }
        return new PastedShares(values, String.join("\n", left), notes, left.size() - notes.size());
    }

    private static String near(Line line, List<Lender> lenders) {
        String words = plain(LIKE_FIGURE.matcher(line.text().split("[\t;]")[0]).replaceAll(""));
        Map<String, String> known = new HashMap<>();
        lenders.forEach(lender -> {
            known.put(plain(lender.name()).replace(' ', '-'), lender.name());
            known.put(lender.handle(), lender.handle());
        });
        return known.get(String.valueOf(Nearest.of(words, known.keySet())));
    }

    private static Line line(int number, String row, Map<String, String> handles, boolean percent) {
        List<String> cells = row.contains("\t") ? List.of(row.split("\t")) : row.contains(";") ? List.of(row.split(";")) : behindName(row, handles);
        Set<String> named = new HashSet<>();
        List<String> figures = new ArrayList<>();
        for (String cell : cells) {
            String handle = handles.get(plain(cell));
            if (handle != null) {
                named.add(handle);
            } else if (LIKE_FIGURE.matcher(bare(cell)).matches()) {
                figures.add(bare(cell));
            }
        }
        String handle = named.size() == 1 ? named.iterator().next() : null;
        String figure = figures.size() == 1 ? figures.get(0) : null;
        if (named.size() > 1) {
            return new Line(number, row, null, figure, RegisterText::pastedTwoLenders);
        }
        if (figures.size() > 1) {
            return new Line(number, row, handle, figures.get(0), RegisterText::pastedTwoFigures);
        }
        if (handle == null) {
            return new Line(number, row, null, figure, RegisterText::pastedUnknown);
        }
        return figure == null ? new Line(number, row, handle, null, RegisterText::pastedNoFigure) : read(number, row, handle, figure, percent);
    }

    private static Line read(int number, String row, String handle, String figure, boolean percent) {
        if (figure.startsWith("(") || figure.startsWith("-") || figure.startsWith("\u2212")) {
            return new Line(number, row, handle, figure, RegisterText::pastedNegative);
        }
        if (SCIENTIFIC.matcher(figure).matches()) {
            return new Line(number, row, handle, figure, RegisterText::pastedScientific);
        }
        if (figure.endsWith("%") && !percent) {
            return new Line(number, row, handle, figure, RegisterText::pastedPercent);
        }
        String bare = figure.replace("%", "").replace("+", "").strip();
        String plain = SPACES.matcher(Formats.typed(bare)).replaceAll("");
        return FIGURE.matcher(plain).matches() ? new Line(number, row, handle, Formats.inForm(plain), null) : new Line(number, row, handle, figure, RegisterText::pastedNoFigure);
    }

    /** A known name at the beginning of a line, the longest, and what stands behind it; the whole line where none is there. */
    private static List<String> behindName(String row, Map<String, String> handles) {
        String line = row.strip();
        for (int end = line.length() - 1; end > 0; end--) {
            boolean boundary = !Character.isLetterOrDigit(line.charAt(end)) && line.charAt(end) != '-';
            if (boundary && handles.containsKey(plain(line.substring(0, end)))) {
                return List.of(line.substring(0, end), line.substring(end).replaceFirst("^[\\s,:\"\u00a0]+", "").replaceFirst("[\\s\",]+$", ""));
            }
        }
        return List.of(line);
    }

    /** Without a currency's sign or code, and without quotes around it. */
    private static String bare(String cell) {
        return CURRENCY.matcher(SPACES.matcher(cell.replace('"', ' ')).replaceAll(" ").strip()).replaceAll("").strip();
    }

    private static String plain(String name) {
        return SPACES.matcher(name.replace("\"", "")).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String line) {
        String one = SPACES.matcher(line).replaceAll(" ").strip();
        return one.length() <= MOST_WORDS ? one : one.substring(0, MOST_WORDS) + "\u2026";
    }
}
