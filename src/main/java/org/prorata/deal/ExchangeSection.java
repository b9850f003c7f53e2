package org.prorata.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** {@code exchange:} of a term sheet. */
final class ExchangeSection {

    private static final List<String> NAMES = List.of("tranche", "currency", "prices", "adjustments");
    private static final List<String> PRICE = List.of("from", "price");

    private ExchangeSection() {
    }

    static ExchangeTerms read(SheetSection file) {
        SheetSection section = file.section("exchange", NAMES);
        if (section == null || !section.isFields()) {
            return null;
        }
        String tranche = section.value("tranche", SheetReading.reference(file.reading().trancheIds(), "tranche"));
        Currency currency = section.value("currency", SheetRules.CURRENCY);
        List<PriceStep> prices = prices(section.requiredItems("prices", PRICE));
        return new ExchangeTerms(tranche, currency, prices, section.sourcedOr(null, "adjustments", SheetRules.TEXT));
    }

    private static List<PriceStep> prices(List<SheetSection> items) {
        List<PriceStep> prices = new ArrayList<>();
        LocalDate before = null;
        for (SheetSection each : items) {
            if (!each.isFields()) {
                continue;
            }
            LocalDate from = each.valueOr(null, "from", SheetRules.DATE_RULE);
            Sourced<BigDecimal> price = each.sourced("price", SheetRules.PRICE);
            if (!each.has("from") && each != items.get(0)) {
                each.wrong("from", "Only the first price may have no date: it was the price before the first dated one");
            }
            if (from != null && before != null && !from.isAfter(before)) {
                each.wrong("from", "A date after that of the price before it, " + before);
            }
            before = from == null ? before : from;
            if (price != null) {
                prices.add(new PriceStep(from, price));
            }
        }
        return prices;
    }
}
