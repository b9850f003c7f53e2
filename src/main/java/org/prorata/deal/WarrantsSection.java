package org.prorata.deal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** {@code warrants:} of a term sheet. */
final class WarrantsSection {

    private static final List<String> NAMES = List.of("count", "issued", "tranche", "strike-currency", "strike", "expires", "expiry-time",
            "expiry-zone", "stapled", "over");

    private WarrantsSection() {
    }

    static WarrantTerms read(SheetSection file) {
        SheetSection section = file.section("warrants", NAMES);
        if (section == null || !section.isFields()) {
            return null;
        }
        Sourced<BigInteger> count = section.sourced("count", SheetRules.WHOLE_NUMBER);
        Sourced<LocalDate> issued = section.known("issued", SheetRules.DATE_RULE);
        String tranche = section.value("tranche", SheetReading.reference(file.reading().trancheIds(), "tranche"));
        Currency currency = section.value("strike-currency", SheetRules.CURRENCY);
        Sourced<BigDecimal> strike = section.sourced("strike", SheetRules.PRICE);
        Sourced<LocalDate> expires = section.sourced("expires", SheetRules.DATE_RULE);
        Sourced<LocalTime> time = section.sourcedOr(Sourced.unknown(null, null), "expiry-time", SheetRules.TIME_RULE);
        Sourced<ZoneId> zone = section.sourcedOr(Sourced.unknown(null, null), "expiry-zone", SheetRules.ZONE);
        Sourced<Boolean> stapled = section.known("stapled", SheetRules.YES_OR_NO);
        Sourced<String> over = section.sourced("over", SheetRules.NAME);
        if (issued != null && expires != null && expires.known() && !expires.value().isAfter(issued.value())) {
            section.wrong("expires", "A date after the warrants are issued on " + issued.value());
        }
        Tranche by = tranche == null ? null : file.reading().tranches().get(tranche);
        if (by != null && issued != null && issued.value().isAfter(by.finalDue())) {
            section.wrong("issued", "A date not after the tranche is repaid on " + by.finalDue() + ": the positions in it decide who gets them");
        }
        return new WarrantTerms(count, issued, tranche, currency, strike, expires, time, zone, stapled, over);
    }
}
