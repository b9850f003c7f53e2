package org.prorata.deal;

import java.math.BigInteger;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The terms of a deal as known at one instant. Its size does not depend on the number of lenders.
 *
 * @param slug the deal's name in addresses
 * @param zone whose civil dates the deal's dates are (F16); always known
 * @param exchange null where no principal can be exchanged
 * @param warrants null where none are issued
 * @param transfers what a transfer between lenders must keep to; terms that were kept before there was such a section have the usual ones
 * @param splitRule what payments are split by, in words
 * @param source what the terms were taken from; may be null
 */
public record Terms(String slug, Sourced<String> title, Currency currency, Sourced<ZoneId> zone, List<Party> parties, List<Tranche> tranches,
        List<InterestTerm> interest, List<StatedTerm> stated, BusinessDayTerms businessDays, ExchangeTerms exchange, WarrantTerms warrants,
        TransferTerms transfers, Standing standing, Sourced<String> splitRule, List<Remark> remarks, String source) {

    public Terms {
        transfers = transfers == null ? TransferTerms.USUAL : transfers;
        parties = List.copyOf(parties);
        tranches = List.copyOf(tranches);
        interest = List.copyOf(interest);
        stated = List.copyOf(stated);
        remarks = List.copyOf(remarks);
    }

    /** The tranche of that id; refused as a bug where there is none, since ids are checked at import. */
    public Tranche tranche(String id) {
        return tranches.stream().filter(t -> t.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No tranche " + id + " in deal " + slug));
    }

    /** Principal of all tranches as first stated, in minor units. */
    public BigInteger totalPrincipal() {
        return tranches.stream().map(t -> t.principal().value()).reduce(BigInteger.ZERO, BigInteger::add);
    }

    public Optional<InterestTerm> interestTerm(String id) {
        return interest.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    public Optional<StatedTerm> statedTerm(String id) {
        return stated.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** The first party in that role. */
    public Optional<Party> party(String role) {
        return parties.stream().filter(p -> p.role().equals(role)).findFirst();
    }

    public Terms withInterest(List<InterestTerm> changed) {
        return new Terms(slug, title, currency, zone, parties, tranches, changed, stated, businessDays, exchange, warrants, transfers, standing,
                splitRule, remarks, source);
    }

    public Terms withStated(List<StatedTerm> changed) {
        return new Terms(slug, title, currency, zone, parties, tranches, interest, changed, businessDays, exchange, warrants, transfers, standing,
                splitRule, remarks, source);
    }

    public Terms withBusinessDays(BusinessDayTerms changed) {
        return new Terms(slug, title, currency, zone, parties, tranches, interest, stated, changed, exchange, warrants, transfers, standing,
                splitRule, remarks, source);
    }

    public Terms withWarrants(WarrantTerms changed) {
        return new Terms(slug, title, currency, zone, parties, tranches, interest, stated, businessDays, exchange, changed, transfers, standing,
                splitRule, remarks, source);
    }

    public Terms withTransfers(TransferTerms changed) {
        return new Terms(slug, title, currency, zone, parties, tranches, interest, stated, businessDays, exchange, warrants, changed, standing,
                splitRule, remarks, source);
    }

    public Terms withStanding(Standing changed) {
        return new Terms(slug, title, currency, zone, parties, tranches, interest, stated, businessDays, exchange, warrants, transfers, changed,
                splitRule, remarks, source);
    }
}
