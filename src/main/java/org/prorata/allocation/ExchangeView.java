package org.prorata.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.prorata.deal.ExchangeTerms;
import org.prorata.deal.PriceStep;
import org.prorata.deal.Tranche;

/**
 * The right to exchange a tranche's principal for shares. How many shares that makes is not computed where the price is in another currency than the loan:
 * no rate between the two is known, and none is guessed (rule F10).
 *
 * @param position    projected principal of the tranche on the day
 * @param rateUnknown whether a rate between the two currencies would be needed
 */
public record ExchangeView(String tranche, String name, String currency, Amounts position, List<Price> prices, String adjustments, Mark adjustmentsMark, boolean rateUnknown) {

    /** @param from null: the price before the first dated one; @param price of one share; null where unknown; @param inForce on the day looked at */
    public record Price(LocalDate from, String price, Mark mark, boolean inForce) {}

    /** Null where no principal can be exchanged. */
    static ExchangeView of(Look look, Mine mine) {
        ExchangeTerms terms = look.terms().exchange();
        if (terms == null) {
            return null;
        }
        Tranche tranche = look.terms().tranche(terms.tranche());
        PriceStep now = terms.priceOn(look.on()).orElse(null);
        List<Price> prices = terms.prices().stream().map(step -> new Price(step.from(), step.price().known() ? step.price().value().toPlainString() : null,
                Mark.of(step.price()), step == now)).toList();
        return new ExchangeView(tranche.id(), tranche.name().value(), terms.priceCurrency().getCurrencyCode(),
                mine.amounts(look, look.lapsed() ? look.picture().booked(tranche, look.on()) : look.picture().projected(tranche, look.on()),
                        row -> PrincipalView.projected(look, row, tranche.id())),
                prices, terms.adjustments() == null ? null : terms.adjustments().value(), Mark.of(terms.adjustments()), !terms.priceCurrency().equals(look.terms().currency()));
    }

    /** When the price of before the first dated one ended; null where no price is dated. */
    public LocalDate firstDated() {
        return prices.stream().map(Price::from).filter(Objects::nonNull).findFirst().orElse(null);
    }

    public String sign() {
        return Signs.of(currency);
    }
}
