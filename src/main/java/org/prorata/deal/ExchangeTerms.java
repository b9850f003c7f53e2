package org.prorata.deal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The right to exchange a tranche's principal for shares, and what a share costs then.
 *
 * @param prices in order; only the first may have no date (it was the price before the first dated one)
 * @param adjustments what may move the price, in words; null where the source says nothing
 */
public record ExchangeTerms(String tranche, Currency priceCurrency, List<PriceStep> prices, Sourced<String> adjustments) {

    public ExchangeTerms {
        prices = List.copyOf(prices);
    }

    /** The step in force at the end of that day; empty before the first dated one where no earlier price is stated. */
    public Optional<PriceStep> priceOn(LocalDate on) {
        return prices.stream().filter(p -> p.from() == null || !p.from().isAfter(on)).reduce((earlier, later) -> later);
    }
}
