package org.prorata.deal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;

/**
 * Warrants issued to the lenders by their positions in one tranche on the issue date (F8).
 *
 * @param count whole warrants; may be unknown
 * @param issueDate always known
 * @param strike exercise price of one share in the strike currency; may be unknown
 * @param expiryDate last day of exercise; may be unknown, as may the time of day and its zone
 * @param stapled whether they move with later transfers of principal; always known
 * @param over what one warrant buys, in words
 */
public record WarrantTerms(Sourced<BigInteger> count, Sourced<LocalDate> issueDate, String tranche, Currency strikeCurrency,
        Sourced<BigDecimal> strike, Sourced<LocalDate> expiryDate, Sourced<LocalTime> expiryTime, Sourced<ZoneId> expiryZone,
        Sourced<Boolean> stapled, Sourced<String> over) {

    public WarrantTerms withExpiryTime(Sourced<LocalTime> changed) {
        return new WarrantTerms(count, issueDate, tranche, strikeCurrency, strike, expiryDate, changed, expiryZone, stapled, over);
    }

    public WarrantTerms withExpiryZone(Sourced<ZoneId> changed) {
        return new WarrantTerms(count, issueDate, tranche, strikeCurrency, strike, expiryDate, expiryTime, changed, stapled, over);
    }

    public WarrantTerms withStapled(Sourced<Boolean> changed) {
        return new WarrantTerms(count, issueDate, tranche, strikeCurrency, strike, expiryDate, expiryTime, expiryZone, changed, over);
    }
}
