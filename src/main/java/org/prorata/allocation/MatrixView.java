package org.prorata.allocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The agent's matrix: every lender's principal, share, slices and warrants, and totals that prove themselves: the deal's own total beside the sum of the
 * lenders, and whether they are the same.
 *
 * @param illustrative does any opening position still stand that nobody entered and approved?
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MatrixView(String deal, LocalDate on, Instant known, int calculation, String currency, boolean illustrative, String stage,
        List<Column> columns, List<Row> rows) {

    public enum Unit { MONEY, PERCENT, COUNT }

    public enum Kind { BOOKED, PROJECTED, SHARE, PAYMENT, WARRANTS }

    /**
     * @param payment  number of the payment, and its stated date; null for positions and warrants
     * @param title    of the tranche or component; null for a total over all tranches, a share, warrants
     * @param total    the deal's own, a decimal text; null where it is not yet known
     * @param sum      of the lenders
     * @param waitsFor why the total is not known; null where it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(String key, Kind kind, Integer payment, LocalDate due, String title, Unit unit, String total, String sum, boolean proven, String waitsFor, boolean booked) {
        public boolean isKnown() {
            return total != null;
        }

        /** Where a lender's cell of this column is explained, behind the deal's address; null for positions and shares. */
        @JsonIgnore
        public String explained() {
            return switch (kind) {
                case PAYMENT -> "/payments/" + payment + "/slices/" + key.substring(key.indexOf(':') + 1);
                case WARRANTS -> "/warrants/slice";
                default -> null;
            };
        }
    }

    /** @param cells decimal texts in the order of the columns; null where a total is not yet known */
    public record Row(String lender, String name, List<String> cells) {}

    /** Do all known columns add up? */
    public boolean proven() {
        return columns.stream().allMatch(Column::proven);
    }

    /** Positions, payments and warrants apart, as the page shows them. */
    public List<Part> parts() {
        return List.of(part(true), part(false));
    }

    private Part part(boolean positions) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if ((columns.get(i).kind() != Kind.PAYMENT) == positions) {
                chosen.add(i);
            }
        }
        List<Column> ofPart = chosen.stream().map(columns::get).toList();
        List<Group> groups = new ArrayList<>();
        for (Column column : ofPart) {
            Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last != null && last.first().kind() == column.kind() && Objects.equals(last.first().payment(), column.payment())) {
                groups.set(groups.size() - 1, new Group(last.first(), last.span() + 1));
            } else {
                groups.add(new Group(column, 1));
            }
        }
        return new Part(positions, groups, ofPart, rows.stream().map(row -> new Row(row.lender(), row.name(), pick(row.cells(), chosen))).toList());
    }

    private static List<String> pick(List<String> cells, List<Integer> chosen) {
        List<String> picked = new ArrayList<>();
        chosen.forEach(index -> picked.add(cells.get(index)));
        return picked;
    }

    public record Part(boolean positions, List<Group> groups, List<Column> columns, List<Row> rows) {}

    /** Neighbouring columns under one heading, which the first of them names. */
    public record Group(Column first, int span) {}
}
