package org.prorata.allocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigInteger;
import java.util.List;
import org.prorata.calc.Money;

/**
 * What corrections made due beside what was paid, and is not settled by the day looked at, of the lenders shown (rule F13).
 *
 * @param toLenders what they are still to get; {@code fromLenders} what they are still to give back; both in money, zero or more
 * @param warrants  whether some of it is in warrants
 */
public record OpenAdjustments(Money toLenders, Money fromLenders, boolean warrants) {

    @JsonIgnore
    public boolean anyDue() {
        return toLenders.signum() > 0;
    }

    @JsonIgnore
    public boolean anyBack() {
        return fromLenders.signum() > 0;
    }

    /** Null where nothing is open. */
    static OpenAdjustments of(Look look, Mine mine) {
        List<LenderRow.OwnAdjustment> open = mine.shown().stream().flatMap(row -> row.adjusted().stream()).filter(each -> each.isOpen(look.on())).toList();
        List<BigInteger> money = open.stream().filter(each -> each.payment() != 0).map(LenderRow.OwnAdjustment::amount).toList();
        return open.isEmpty() ? null : new OpenAdjustments(look.money(sum(money.stream().filter(amount -> amount.signum() > 0).toList())),
                look.money(sum(money.stream().filter(amount -> amount.signum() < 0).map(BigInteger::negate).toList())), open.stream().anyMatch(each -> each.payment() == 0));
    }

    private static BigInteger sum(List<BigInteger> amounts) {
        return amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
