package org.prorata.allocation;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.prorata.allocation.Amounts.Part;
import org.prorata.calc.Money;
import org.prorata.web.NotThere;

/**
 * Whose figures a page shows: one lender's, or those of all the lenders the viewer acts for, with their sum.
 *
 * @param choices all that the viewer may choose from, in register order
 * @param shown   one of them, or all
 */
record Mine(List<LenderRow> choices, List<LenderRow> shown) {

    static final Mine NOBODY = new Mine(List.of(), List.of());

    /** @param handle null or blank: all. Any other that is not among the rows is refused as {@link NotThere}, whether or not the deal has such a lender */
    static Mine choose(List<LenderRow> rows, String handle) {
        if (handle == null || handle.isBlank()) {
            return new Mine(rows, rows);
        }
        List<LenderRow> chosen = rows.stream().filter(row -> row.handle().equals(handle)).toList();
        if (chosen.isEmpty()) {
            throw new NotThere();
        }
        return new Mine(rows, chosen);
    }

    /** The handle of the one lender chosen among several; null where all are shown. */
    String chosen() {
        return shown.size() == 1 && choices.size() > 1 ? shown.get(0).handle() : null;
    }

    List<OwnLender> lenders() {
        return choices.stream().map(OwnLender::of).toList();
    }

    /** @param dealTotal null where it is not yet known: then no part is either */
    Amounts amounts(Look look, BigInteger dealTotal, Function<LenderRow, BigInteger> part) {
        return Amounts.of(look.money(dealTotal), shown.stream()
                .map(row -> new Part(row.handle(), dealTotal == null ? null : look.money(part.apply(row)))).toList());
    }

    /** The slices of a line. */
    Amounts slices(Look look, Line line) {
        return amounts(look, line.total(), row -> row.of(line).slice());
    }

    Money sum(Look look, Function<LenderRow, BigInteger> part) {
        return look.money(shown.stream().map(part).reduce(BigInteger.ZERO, BigInteger::add));
    }
}
