package org.prorata.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.calc.Fraction;
import org.prorata.calc.Money;

/**
 * Everything a deal's slices follow from, and the slices, of all lenders: enough to recompute every figure with pencil and paper (rule F12). Amounts are
 * decimal texts, fractions {@code p/q} of a minor unit, weights whole numbers.
 *
 * @param interestOnTransfer {@code split} at the effective date, or all to the {@code holder} on the payment date (positions just before it)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExportView(String deal, Instant known, int calculation, String currency, int minorDigits, boolean illustrative, boolean interestDatesAdjusted, String interestOnTransfer,
        List<Tranche> tranches, List<InterestTerm> interest, List<Lender> lenders, List<Entry> entries, List<Component> components, List<Adjustment> adjustments) {

    public record Tranche(String tranche, String name, String principal) {}

    /** A computed interest term; its rates in percent a year, each from its day on. Null where not yet known. */
    public record InterestTerm(String term, String tranche, String dayCount, List<Rate> rates) {}

    public record Rate(LocalDate from, String percentPerYear) {}

    public record Lender(String lender, String name, int order) {}

    /**
     * @param entry     its number, in the order in which entries became known
     * @param takesBack the number of the entry that it takes back; else absent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(long entry, LocalDate on, Instant known, String lender, String tranche, String amount, String cause, String corrects, String reference, Integer payment, Long takesBack) {}

    /**
     * What a correction made due beside a slice already paid: {@code due} less {@code before}.
     *
     * @param payment absent for warrants
     * @param before  what was paid, as adjusted until then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Adjustment(int no, Instant known, Integer payment, String component, String lender, String before, String due, LocalDate settledOn, String how) {}

    /**
     * @param payment     its number; absent for warrants
     * @param term        whose carry it shares; absent for principal and warrants
     * @param day         just before whose payments the positions count; of warrants the first day of this holding
     * @param exactTotal  before its one rounding
     * @param bookedBy    of computed interest that is booked: the terms it was booked by, and is split again by whatever they are now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Component(Integer payment, String component, String kind, String tranche, String term, LocalDate due, LocalDate cashDue, LocalDate periodStart, LocalDate periodEnd,
            LocalDate day, boolean booked, String total, String exactTotal, String waitsFor, List<Stretch> stretches, List<Factor> weightStretches,
            BigInteger weightSum, Integer unitsToGive, ByTerms bookedBy, List<Slice> slices) {}

    /** As {@code interestOnTransfer}, {@code interestDatesAdjusted} and the term's own stood when the component was booked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ByTerms(String interestOnTransfer, boolean interestDatesAdjusted, String dayCount, List<Rate> rates) {}

    public record Stretch(LocalDate from, LocalDate to, int days, String principal, String rate, String years, String interest) {}

    /** From and to are the same where the positions just before that day's payments are the weights. Those of a holder count with what was exchanged after {@code from}. */
    public record Factor(LocalDate from, LocalDate to, BigInteger factor) {}

    /** @param positions by weight stretch; empty where the weight is the position itself */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Slice(String lender, String slice, String exact, String floor, String remainder, String carry, Integer rank, BigInteger weight, List<String> positions) {}

    /** @param booked the terms of each booking */
    static ExportView of(Picture picture, List<LenderRow> rows, Map<ComponentKey, BookedTerms.By> booked) {
        return new ExportView(picture.slug(), picture.known(), picture.calculation(), picture.terms().currency().getCurrencyCode(),
                Math.max(0, picture.terms().currency().getDefaultFractionDigits()), picture.body().illustrative(), picture.terms().businessDays().interestDatesAdjusted().value(), picture.terms().transfers().interest().value().word(), tranches(picture), interest(picture),
                rows.stream().map(row -> new Lender(row.handle(), row.name(), row.seq())).toList(),
                rows.stream().flatMap(row -> row.entries().stream().map(e -> new Entry(e.seq(), e.on(), e.known(), row.handle(), e.tranche(), money(picture, e.amount()),
                        e.cause(), e.corrects(), e.reference(), e.payment(), e.reverses()))).toList(),
                picture.body().lines().stream().map(line -> component(picture, line, rows, booked.get(LenderRow.key(line)))).toList(),
                rows.stream().flatMap(row -> row.adjusted().stream().map(a -> adjustment(picture, row, a))).toList());
    }

    private static Adjustment adjustment(Picture picture, LenderRow row, LenderRow.OwnAdjustment a) {
        boolean warrants = a.payment() == 0;
        return new Adjustment(a.no(), a.known(), warrants ? null : a.payment(), a.component(), row.handle(), warrants ? a.before().toString() : money(picture, a.before()),
                warrants ? a.due().toString() : money(picture, a.due()), a.settledOn(), a.how());
    }

    private static List<Tranche> tranches(Picture picture) {
        return picture.terms().tranches().stream().map(tranche -> new Tranche(tranche.id(), tranche.name().value(), money(picture, tranche.principal().value()))).toList();
    }

    private static List<InterestTerm> interest(Picture picture) {
        return picture.terms().interest().stream().map(term -> new InterestTerm(term.id(), term.tranche(), dayCount(term), rates(term))).toList();
    }

    private static String dayCount(org.prorata.deal.InterestTerm term) {
        return term.dayCount().known() ? term.dayCount().value().code() : null;
    }

    private static List<Rate> rates(org.prorata.deal.InterestTerm term) {
        return term.rates().stream().map(step -> new Rate(step.from(), step.percentPerYear().known() ? step.percentPerYear().value().toPlainString() : null)).toList();
    }

    private static ByTerms byTerms(org.prorata.payment.Component planned, BookedTerms.By by) {
        org.prorata.deal.InterestTerm term = by.terms().interestTerm(planned.term()).orElseThrow();
        return new ByTerms(by.terms().transfers().interest().value().word(), by.terms().businessDays().interestDatesAdjusted().value(), dayCount(term), rates(term));
    }

    private static Component component(Picture picture, Line line, List<LenderRow> rows, BookedTerms.By by) {
        org.prorata.payment.Component planned = line.isWarrants() ? null : by == null ? picture.component(line) : by.component(line.payment(), line.component());
        Line.Working working = line.working();
        List<Slice> slices = line.isKnown() ? rows.stream().filter(row -> row.of(line) != null).map(row -> slice(picture, line, row)).toList() : List.of();
        return new Component(line.isWarrants() ? null : line.payment(), line.component(), planned == null ? "warrants" : planned.kind().name().toLowerCase(),
                planned == null ? picture.terms().warrants().tranche() : planned.tranche(), planned == null ? null : planned.term(),
                planned == null ? null : picture.payment(line.payment()).due(),
                planned == null ? null : picture.payment(line.payment()).cashDay().adjusted(), period(planned, true), period(planned, false), line.day(), line.isFixed(),
                line.isKnown() ? units(picture, line, line.total()) : null, working == null ? null : working.exact(),
                line.isKnown() ? null : line.waitsFor().name().toLowerCase(),
                working == null ? List.of() : working.stretches().stream().map(s -> new Stretch(s.from(), s.to(), s.days(), money(picture, s.principal()), s.rate(),
                        s.years(), s.interest())).toList(),
                working == null ? List.of() : working.factors().stream().map(f -> new Factor(f.from(), f.to(), f.factor())).toList(),
                working == null ? null : working.weightSum(), working == null ? null : working.unitsToGive(),
                by == null || !planned.isComputed() ? null : byTerms(planned, by), slices);
    }

    private static LocalDate period(org.prorata.payment.Component planned, boolean start) {
        return planned == null || planned.period() == null ? null : start ? planned.period().start() : planned.period().end();
    }

    private static Slice slice(Picture picture, Line line, LenderRow row) {
        LenderRow.OwnSlice own = row.of(line);
        Fraction exact = own.exact();
        BigInteger floor = exact.floor();
        return new Slice(row.handle(), units(picture, line, own.slice()), exact.toString(), floor.toString(), exact.minus(Fraction.of(floor)).toString(),
                own.carry() == null ? null : own.carry().toString(), own.rank(), own.weight(), own.positions().stream().map(held -> money(picture, held)).toList());
    }

    private static String units(Picture picture, Line line, BigInteger amount) {
        return line.isWarrants() ? amount.toString() : money(picture, amount);
    }

    private static String money(Picture picture, BigInteger minor) {
        return Money.ofMinor(minor, picture.terms().currency()).decimal();
    }
}
