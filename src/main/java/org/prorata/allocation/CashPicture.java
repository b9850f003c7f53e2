package org.prorata.allocation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.allocation.PaymentRow.ComponentRow;
import org.prorata.calc.Money;
import org.prorata.web.Plot;

/**
 * The viewer's cash of every payment to maturity, drawn as one bar a payment, its components one after the other. Made of the rows of the table of payments.
 * What is not yet known is a piece of its own, of the same length whatever it will be, never left out and never of no length (rule F10).
 *
 * @param height of the drawing
 */
public record CashPicture(List<Bar> bars, int height) {

    private static final int LEFT = 82;
    private static final int LONGEST = 196;
    private static final int ROW = 24;
    private static final int UNKNOWN = 16;

    /** @param sum of what is known; null where nothing is @param textY the line on which its words stand */
    public record Bar(int payment, LocalDate due, int y, int textY, List<Piece> pieces, Money sum, boolean unknown) {}

    /** @param kind principal, interest, fee or unknown */
    public record Piece(String kind, String name, BigDecimal x, BigDecimal width) {
        public boolean known() {
            return !kind.equals("unknown");
        }
    }

    /** Null where the viewer acts for no lender, the deal has no payment, or it has lapsed. */
    static CashPicture of(Look look, Mine mine, List<PaymentRow> rows) {
        if (look.lapsed() || mine.shown().isEmpty() || rows.isEmpty()) {
            return null;
        }
        BigInteger most = rows.stream().filter(row -> row.sum() != null).map(row -> row.sum().own().minor()).reduce(BigInteger.ZERO, BigInteger::max);
        List<Bar> bars = new ArrayList<>();
        for (PaymentRow row : rows) {
            int y = bars.size() * ROW;
            List<Piece> pieces = pieces(row, most);
            bars.add(new Bar(row.number(), row.due(), y + 4, y + 16, pieces, row.sum() == null ? null : row.sum().own(), pieces.stream().anyMatch(piece -> !piece.known())));
        }
        return new CashPicture(List.copyOf(bars), bars.size() * ROW);
    }

    private static List<Piece> pieces(PaymentRow row, BigInteger most) {
        List<Piece> pieces = new ArrayList<>();
        BigInteger before = BigInteger.ZERO;
        for (ComponentRow component : row.components()) {
            if (component.amounts().known()) {
                BigInteger own = component.amounts().own().minor().max(BigInteger.ZERO);
                // Each end is rounded, not each length: neighbours touch, and the whole is as long as its sum.
                BigDecimal from = Plot.length(before, most, LONGEST);
                before = before.add(own);
                pieces.add(new Piece(component.kind(), component.name(), from.add(BigDecimal.valueOf(LEFT)), Plot.length(before, most, LONGEST).subtract(from)));
            }
        }
        BigDecimal end = Plot.length(before, most, LONGEST).add(BigDecimal.valueOf(LEFT));
        for (ComponentRow component : row.components()) {
            if (!component.amounts().known()) {
                pieces.add(new Piece("unknown", component.name(), end.add(BigDecimal.valueOf(2)), BigDecimal.valueOf(UNKNOWN)));
                end = end.add(BigDecimal.valueOf(UNKNOWN + 2L));
            }
        }
        return List.copyOf(pieces);
    }

    public boolean anyUnknown() {
        return bars.stream().anyMatch(Bar::unknown);
    }

    public boolean has(String kind) {
        return bars.stream().flatMap(bar -> bar.pieces().stream()).anyMatch(piece -> piece.kind().equals(kind));
    }
}
