package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.allocation.LenderRow.OwnSlice;
import org.prorata.calc.Fraction;
import org.prorata.calc.Split;

/**
 * How one lender's slice of a total came about (rule F12), counted in whole units of the total; only {@code amount} is in the currency. exact part = total × weight ÷ sum of weights = floor + remainder;
 * slice = floor, or one unit more; carry after = carry before + exact part − slice.
 *
 * @param positions  one for each factor of the total, in minor units; empty where the weight is the position itself
 * @param weight     null for what was imported as paid, and so is all that follows from it
 * @param claim      remainder + carry before: by this the units left are given
 * @param rank       by claim among the lenders with a remainder, from 1; 0 for one without
 * @param gotUnit    whether it got one of the units left
 * @param slice      in whole units
 * @param amount     the slice as an amount in the currency, or a number of warrants
 * @param carryBefore null where the term carries nothing
 * @param adjusted   what corrections made due instead, after it was paid; empty where none did
 */
public record SliceExplained(String lender, String name, List<Counted> positions, String weight, Exact exact, String floor, Exact remainder, Exact carryBefore, Exact claim,
        Integer rank, Boolean gotUnit, String slice, String amount, Exact carryAfter, List<Adjusted> adjusted) {

    /** @param due as an amount in the currency, or a number of warrants; @param settledOn null where it is open on the day looked at */
    public record Adjusted(int no, String before, String due, LocalDate settledOn) {}

    /** @param product position × factor */
    public record Counted(String position, String factor, String product) {}

    /** @param line with a total that is known */
    static SliceExplained of(Look look, Line line, Weighing weighing, boolean carried, LenderRow row) {
        OwnSlice own = row.of(line);
        String amount = TotalExplained.amount(look, line, own.slice());
        if (own.weight() == null) {
            return new SliceExplained(row.handle(), row.name(), List.of(), null, Exact.of(own.exact()), null, null, null, null, null, null, own.slice().toString(),
                    amount, null, adjusted(look, line, row));
        }
        BigInteger floor = own.exact().signum() < 0 ? own.exact().negated().floor().negate() : own.exact().floor();
        Fraction remainder = own.exact().minus(Fraction.of(floor));
        Fraction carry = carried ? own.carry() : null;
        return new SliceExplained(row.handle(), row.name(), counted(weighing, own), weighing.of(own.weight()).toString(), Exact.of(own.exact()), floor.toString(),
                Exact.of(remainder), Exact.of(carry), Exact.of(carried ? remainder.plus(carry) : remainder), own.rank(), !own.slice().equals(floor), own.slice().toString(), amount,
                carried ? Exact.of(Split.bounded(carry.plus(own.exact()).minus(Fraction.of(own.slice())))) : null, adjusted(look, line, row));
    }

    private static List<Adjusted> adjusted(Look look, Line line, LenderRow row) {
        return row.adjusted().stream().filter(each -> each.payment() == line.payment() && each.component().equals(line.component()) && (line.isFixed() || line.isWarrants()))
                .map(each -> new Adjusted(each.no(), TotalExplained.amount(look, line, each.before()), TotalExplained.amount(look, line, each.due()),
                        each.isOpen(look.on()) ? null : each.settledOn())).toList();
    }

    private static List<Counted> counted(Weighing weighing, OwnSlice own) {
        List<Counted> counted = new ArrayList<>();
        if (!own.positions().isEmpty() && weighing.stretches().size() > 1) {
            weighing.stretches().forEach(each -> {
                BigInteger position = own.positions().get(each.first());
                counted.add(new Counted(position.toString(), each.factor().toString(), position.multiply(each.factor()).toString()));
            });
        }
        return List.copyOf(counted);
    }
}
