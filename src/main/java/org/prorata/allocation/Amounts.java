package org.prorata.allocation;

import java.util.ArrayList;
import java.util.List;
import org.prorata.calc.Money;

/**
 * A total of the deal, and what of it belongs to the viewer's lenders.
 *
 * @param deal  null where it is not yet known; then so are all others
 * @param own   the sum of the parts; null too where the viewer acts for no lender
 * @param parts one for each lender shown, in register order
 */
public record Amounts(Money deal, Money own, List<Part> parts) {

    /** @param amount null where it is not yet known */
    public record Part(String lender, Money amount) {}

    static Amounts of(Money deal, List<Part> parts) {
        Money own = deal == null ? null : parts.stream().map(Part::amount).reduce(Money::plus).orElse(null);
        return new Amounts(deal, own, parts);
    }

    /** The sum of those that are known; null where none is there at all. Whoever shows it tells what it leaves out (rule F10). */
    static Amounts sumOfKnown(List<Amounts> all) {
        Amounts sum = null;
        for (Amounts amounts : all) {
            if (amounts.known()) {
                sum = sum == null ? amounts : sum.plus(amounts);
            }
        }
        return sum;
    }

    private Amounts plus(Amounts other) {
        List<Part> sums = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            sums.add(new Part(parts.get(i).lender(), parts.get(i).amount().plus(other.parts.get(i).amount())));
        }
        return of(deal.plus(other.deal), List.copyOf(sums));
    }

    public boolean known() {
        return deal != null;
    }
}
