package org.prorata.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the trail says of a proposal: what was asked for, and every figure that moves before and after. What is too long for a row stands in it by its SHA-256: the documents
 * themselves are kept with the proposal, and neither can be changed without it showing.
 */
final class OnTheTrail {

    /** In characters, some thousand rows of a share form. */
    private static final int LONGEST_ASKED = 20_000;
    private static final int MOST_FIGURES = 200;
    private static final String TOTALS = "totals";
    private static final String LENDERS = "lenders";

    private OnTheTrail() {
    }

    static Map<String, Object> proposed(Proposal made, JsonNode asked, String comparison) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("kind", made.kind());
        said.put("title", made.title());
        said.put("reason", made.reason());
        said.put("reference", made.reference());
        String text = String.valueOf(asked);
        if (text.length() <= LONGEST_ASKED) {
            said.put("asked", asked);
        } else {
            said.put("askedSha256", Words.sha256(text));
        }
        said.put("comparisonSha256", comparison);
        return said;
    }

    /**
     * The figures that a proposal moves, as both saw them; does not change, and so is read before the deal is locked.
     *
     * @param left how many more move than are told
     */
    record Figures(Map<String, Object> before, Map<String, Object> after, int left, String comparisonSha256) {
    }

    /** Totals first, then lenders, of each the figures that move. */
    static Figures figures(Comparison comparison, String fingerprint) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        int moved = 0;
        List<Comparison.Column> columns = comparison.columns();
        for (Comparison.Column column : columns) {
            if (column.moved() && moved++ < MOST_FIGURES) {
                put(before, TOTALS, null, column, column.totalBefore());
                put(after, TOTALS, null, column, column.totalAfter());
            }
        }
        for (Comparison.Line line : comparison.lines()) {
            for (int i = 0; i < columns.size(); i++) {
                if (line.moved(i) && moved++ < MOST_FIGURES) {
                    put(before, LENDERS, line.lender(), columns.get(i), line.before().get(i));
                    put(after, LENDERS, line.lender(), columns.get(i), line.after().get(i));
                }
            }
        }
        return new Figures(before, after, Math.max(0, moved - MOST_FIGURES), fingerprint);
    }

    private static void put(Map<String, Object> side, String part, String lender, Comparison.Column column, String figure) {
        Map<String, Object> figures = inside(side, part);
        (lender == null ? figures : inside(figures, lender)).put(column.group() + ": " + column.title(), figure);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inside(Map<String, Object> outer, String name) {
        return (Map<String, Object>) outer.computeIfAbsent(name, none -> new LinkedHashMap<String, Object>());
    }

    /** @param before the deal's version that it was applied to */
    static Map<String, Object> approved(Proposal proposal, long before, Turn last, String comment, Figures figures) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("kind", proposal.kind());
        said.put("title", proposal.title());
        said.put("comment", comment);
        said.put("before", of(before, null, figures.before()));
        said.put("after", of(last.version(), last.known().toString(), figures.after()));
        if (figures.left() > 0) {
            said.put("moreInTheComparison", figures.left());
        }
        said.put("comparisonSha256", figures.comparisonSha256());
        return said;
    }

    private static Map<String, Object> of(long version, String known, Map<String, Object> figures) {
        Map<String, Object> side = new LinkedHashMap<>();
        side.put("version", version);
        if (known != null) {
            side.put("known", known);
        }
        side.putAll(figures);
        return side;
    }
}
