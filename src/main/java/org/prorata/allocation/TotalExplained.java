package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.prorata.allocation.Line.Working;
import org.prorata.calc.Fraction;
import org.prorata.calc.Money;
import org.prorata.payment.Component;
import org.prorata.web.Formats;

/**
 * How a total that is split came about, and by what it is split: all that every lender may see of it (rule F12). Splits count whole units: minor units of the
 * currency, or warrants.
 *
 * @param payment    its number; 0 for warrants
 * @param unit       what is counted: the currency's code, or warrants
 * @param unitSize   one unit as a decimal in the currency, such as 0.01; 1 for warrants
 * @param day        the positions just before this day's payments count; for warrants those after this day's transfers
 * @param total      in whole units; null where it is not yet known
 * @param amount     the total as an amount in the unit's currency, such as 106849.32, or a number of warrants; null where it is not yet known
 * @param stated     of principal of which less falls due than the terms state, since some was exchanged into shares: the stated amount; else null
 * @param waitsFor   what has to become known; null where the total is known
 * @param paidOn     the value date where it is booked and kept for ever; else null
 * @param explained  false for what was imported as paid: of that only the amounts were told
 * @param stretches  of computed interest, at most as many as principal or rate changed; else empty
 * @param exact      of computed interest before its one rounding, in the currency; else null
 * @param factors    how much a position counts from day to day, as in {@link Weighing}; empty where the weight is the position itself
 * @param toHolderOn where the deal gives all interest of a period to the holder on the payment date: the day just before whose payments the positions count, beside
 *                   what was exchanged into shares in the period until its exchange; else null
 * @param stapled    of stapled warrants once a sale has taken some along: a weight is the number held from this day on
 * @param weightSum  the sum of all lenders' weights; null for who sees no lender
 * @param unitsToGive how many units are left once every exact part was rounded down
 * @param carried    whether what earlier splits of the same term rounded away is carried
 */
public record TotalExplained(int payment, String component, String kind, String name, String tranche, String term, LocalDate due, String unit, String unitSize, LocalDate day,
        String total, String amount, String stated, String waitsFor, LocalDate paidOn, boolean explained, List<Stretch> stretches, Exact exact, List<Factor> factors, LocalDate toHolderOn, boolean stapled, String weightSum, Integer unitsToGive,
        boolean carried) {

    /** Principal × percent × years = interest, exact, in the currency. The first day counts, the last does not. */
    public record Stretch(LocalDate from, LocalDate to, int days, Money principal, String percent, String years, Exact interest) {}

    /** A position from one day to another counts so many times. */
    public record Factor(LocalDate from, LocalDate to, String factor) {}

    /** @param weighing by what its weights are explained to the one who looks */
    static TotalExplained of(Look look, Line line, Weighing weighing) {
        Component component = line.isWarrants() ? null : look.picture().component(line);
        int decimals = look.terms().currency().getDefaultFractionDigits();
        Working working = line.working();
        String trancheId = component == null ? look.terms().warrants().tranche() : component.tranche();
        return new TotalExplained(line.payment(), line.component(), component == null ? Line.WARRANTS : Words.of(component.kind()),
                component == null ? null : component.name(), trancheId == null ? null : look.terms().tranche(trancheId).name().value(),
                component == null ? null : component.term(), component == null ? null : look.picture().payment(line.payment()).due(),
                component == null ? Line.WARRANTS : look.terms().currency().getCurrencyCode(),
                component == null ? "1" : Money.of(1, look.terms().currency()).decimal(), line.day(), text(line.total()),
                line.total() == null ? null : amount(look, line, line.total()), Mark.fallsShort(component, line) ? amount(look, line, component.stated().value()) : null, Words.of(line.waitsFor()), line.fixedOn(),
                working != null, working == null ? List.of() : working.stretches().stream().map(stretch -> stretch(look, decimals, stretch)).toList(),
                working == null || working.stretches().isEmpty() ? null : Exact.inCurrency(Fraction.parse(working.exact()), decimals),
                weighing.stretches().stream().map(each -> new Factor(each.from(), each.to(), each.factor().toString())).toList(),
                working == null ? null : working.toHolderOn(),
                line.isWarrants() && line.day().isAfter(look.terms().warrants().issueDate().value()), working == null ? null : text(weighing.of(working.weightSum())), working == null ? null : working.unitsToGive(), component != null && component.term() != null);
    }

    /** Whole units of a total or slice, as an amount in the currency or a number of warrants. */
    static String amount(Look look, Line line, BigInteger units) {
        return line.isWarrants() ? units.toString() : look.money(units).decimal();
    }

    private static Stretch stretch(Look look, int decimals, Line.StretchLine stretch) {
        return new Stretch(stretch.from(), stretch.to(), stretch.days(), look.money(stretch.principal()),
                Exact.of(Fraction.parse(stretch.rate()).times(Fraction.of(100))).decimal(), stretch.years(), Exact.inCurrency(Fraction.parse(stretch.interest()), decimals));
    }

    private static String text(BigInteger whole) {
        return whole == null ? null : whole.toString();
    }

    /** Whole units as they are shown: an amount of money with its decimals, or a number of warrants. */
    public String shown(String units) {
        return warrants() ? Formats.grouped(units) : Formats.grouped(Money.ofMinor(new BigInteger(units), Currency.getInstance(unit)).grouped());
    }

    /** What stands before an amount: the currency; null for warrants. */
    public String sign() {
        return warrants() ? null : Signs.of(unit);
    }

    /** One unit as words name it: US$ 0.01. */
    public String sizeWithSign() {
        return warrants() ? unitSize : sign() + " " + Formats.grouped(unitSize);
    }

    public boolean warrants() {
        return payment == 0;
    }

    public boolean interest() {
        return kind.equals("interest");
    }

    /** Whether a weight is made of positions of several stretches. */
    public boolean severalFactors() {
        return factors.size() > 1;
    }
}
