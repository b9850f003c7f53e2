package org.prorata.allocation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.prorata.deal.Stage;
import org.prorata.deal.WarrantTerms;

/**
 * The warrants of a deal and who holds how many (rule F8).
 *
 * @param state     to be (until the deal is effective and the issue date has come), issued, expired, lapsed (none are issued)
 * @param heldSince the day from which this holding counts; the issue date unless stapled warrants have moved since
 * @param waitsFor  what has to become known before holdings can be; null where nothing has to
 * @param deal      the whole issue
 * @param own       null where the viewer acts for no lender
 */
public record WarrantsView(String state, LocalDate issueDate, Mark issueMark, LocalDate heldSince, String tranche, String currency, String strike, Mark strikeMark,
        LocalDate expiryDate, Mark expiryMark, LocalTime expiryTime, Mark timeMark, String expiryZone, Mark zoneMark, boolean stapled, Mark stapledMark, String over,
        Mark countMark, Mark sliceMark, String waitsFor, Holder deal, Holder own, List<Holder> parts) {

    /** @param count whole warrants; @param cost of exercising them all, in the strike's currency, exact; null where it is not known */
    public record Holder(String lender, String count, String cost) {}

    /** Null where the deal has no warrants. */
    static WarrantsView of(Look look, Mine mine) {
        WarrantTerms terms = look.terms().warrants();
        if (terms == null) {
            return null;
        }
        Line line = lineOn(look);
        return new WarrantsView(state(look, terms), terms.issueDate().value(), Mark.of(terms.issueDate()), line.day(), look.terms().tranche(terms.tranche()).name().value(),
                terms.strikeCurrency().getCurrencyCode(), terms.strike().known() ? terms.strike().value().toPlainString() : null, Mark.of(terms.strike()),
                terms.expiryDate().value(), Mark.of(terms.expiryDate()), terms.expiryTime().value(), Mark.of(terms.expiryTime()),
                terms.expiryZone().known() ? terms.expiryZone().value().getId() : null, Mark.of(terms.expiryZone()), terms.stapled().value(), Mark.of(terms.stapled()),
                terms.over().value(), Mark.of(terms.count()), Mark.ofSlices(look.picture().body().illustrative()), Words.of(line.waitsFor()),
                holder(terms, null, line.total()), mine.shown().isEmpty() ? null : holder(terms, null, own(mine, line)),
                mine.shown().stream().map(row -> holder(terms, row.handle(), line.isKnown() ? row.of(line).slice() : null)).toList());
    }

    /** The holding on the day, or before the issue the one that the issue will make. */
    static Line lineOn(Look look) {
        Line held = look.picture().warrantsOn(look.on());
        return held != null ? held : look.picture().body().lines().stream().filter(Line::isWarrants).findFirst().orElseThrow();
    }

    private static String state(Look look, WarrantTerms terms) {
        if (look.lapsed()) {
            return "lapsed";
        }
        if (look.stage() != Stage.EFFECTIVE || look.statusDate().isBefore(terms.issueDate().value())) {
            return "to be";
        }
        return terms.expiryDate().known() && look.statusDate().isAfter(terms.expiryDate().value()) ? "expired" : "issued";
    }

    private static BigInteger own(Mine mine, Line line) {
        return line.isKnown() ? mine.shown().stream().map(row -> row.of(line).slice()).reduce(BigInteger.ZERO, BigInteger::add) : null;
    }

    private static Holder holder(WarrantTerms terms, String lender, BigInteger count) {
        if (count == null) {
            return new Holder(lender, null, null);
        }
        return new Holder(lender, count.toString(), terms.strike().known() ? cost(terms, count) : null);
    }

    /** Nothing is rounded: a strike of more decimals than its currency has shows them. */
    private static String cost(WarrantTerms terms, BigInteger count) {
        BigDecimal cost = terms.strike().value().multiply(new BigDecimal(count)).stripTrailingZeros();
        return cost.setScale(Math.max(cost.scale(), terms.strikeCurrency().getDefaultFractionDigits())).toPlainString();
    }

    public String sign() {
        return Signs.of(currency);
    }

    public String badge() {
        return switch (state) {
            case "issued" -> "good";
            case "to be" -> "tobe";
            default -> "lapsed";
        };
    }

    /** Whether sales since the issue made this holding. */
    public boolean moved() {
        return heldSince.isAfter(issueDate);
    }

    public boolean lapsed() {
        return state.equals("lapsed");
    }
}
