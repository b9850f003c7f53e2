package org.prorata.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.calc.Accrual;
import org.prorata.calc.DayCount;
import org.prorata.calc.Fraction;
import org.prorata.calc.Money;
import org.prorata.calc.Period;
import org.prorata.calc.Split;
import org.prorata.deal.DealFile;
import org.prorata.deal.InterestTerm;
import org.prorata.deal.LenderLine;
import org.prorata.deal.OpeningLine;
import org.prorata.deal.OpeningRegister;
import org.prorata.deal.Provenance;
import org.prorata.deal.TermSheetReader;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.payment.Component;
import org.prorata.payment.PaymentPlan;

/**
 * The worked example of the method page: the first interest payment of a deal file, from the terms to every lender's cent. Nothing of it is typed in: it is
 * computed from the terms, by the same rules as any deal.
 *
 * @param exact       the total before its one rounding, in the currency
 * @param floors      the sum of all parts rounded down, in minor units
 * @param unitsToGive minor units left then
 */
public record WorkedExample(String title, String sign, String tranche, Money principal, String percent, LocalDate from, LocalDate to, String dayCount, String years, Exact exact,
        Money total, String totalUnits, String weightSum, String floors, int unitsToGive, List<Row> rows) {

    /** @param exact in minor units, as are floor and remainder; @param rank 0 for one without a remainder */
    public record Row(String lender, Money position, Exact exact, String floor, Exact remainder, int rank, boolean gotUnit, Money slice) {}

    private static final String FILE = "/deals/rusoro-2010.yaml";

    /** Of nobody: the page is open to every lender, and none may read another's position off it, made up as that may be. */
    private static final List<String> TOTALS_OF_NOBODY = List.of("2400000001", "1199999999", "900000000", "750000000", "500000000", "250000000");

    /** The real deal's terms, and lenders made up for this page. */
    static WorkedExample ofRusoro() {
        try (InputStream in = WorkedExample.class.getResourceAsStream(FILE)) {
            DealFile file = TermSheetReader.read(in.readAllBytes());
            List<LenderLine> lenders = new ArrayList<>();
            List<OpeningLine> lines = new ArrayList<>();
            for (String total : TOTALS_OF_NOBODY) {
                String letter = String.valueOf((char) ('A' + lenders.size()));
                lenders.add(LenderLine.named(letter, letter, Provenance.ILLUSTRATIVE));
                lines.add(new OpeningLine(letter, new BigInteger(total), null));
            }
            OpeningRegister opening = new OpeningRegister(file.opening().on(), Provenance.ILLUSTRATIVE, null, false, lines);
            return of(new DealFile(file.terms(), lenders, opening, List.of(), List.of()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param file whose opening register gives each lender's total */
    static WorkedExample of(DealFile file) {
        Terms terms = file.terms();
        InterestTerm term = terms.interest().get(0);
        Component component = PaymentPlan.of(terms).stream().flatMap(payment -> payment.components().stream()).filter(c -> term.id().equals(c.term())).findFirst().orElseThrow();
        Period period = component.period();
        DayCount dayCount = term.dayCount().value();
        Tranche tranche = terms.tranche(term.tranche());
        Fraction rate = Fraction.of(term.rates().get(0).percentPerYear().value()).dividedBy(Fraction.of(100));
        Fraction exact = Accrual.exact(tranche.principal().value(), rate, dayCount, period.start(), period.end());
        BigInteger total = Accrual.round(exact);
        BigInteger[] positions = positions(file, tranche);
        Split split = Split.of(total, positions, null);
        List<Row> rows = new ArrayList<>();
        BigInteger floors = BigInteger.ZERO;
        for (int i = 0; i < positions.length; i++) {
            Split.Part part = split.part(i);
            floors = floors.add(part.floor());
            rows.add(new Row(file.lenders().get(i).name(), Money.ofMinor(positions[i], terms.currency()), Exact.of(part.exact()), part.floor().toString(),
                    Exact.of(part.remainder()), part.rank(), part.gotUnit(), Money.ofMinor(part.slice(), terms.currency())));
        }
        return new WorkedExample(component.name(), Signs.of(terms.currency().getCurrencyCode()), tranche.name().value(), Money.ofMinor(tranche.principal().value(), terms.currency()),
                term.rates().get(0).percentPerYear().value().toPlainString(), period.start(), period.end(), dayCount.code(), dayCount.formula(period.start(), period.end()),
                Exact.inCurrency(exact, terms.currency().getDefaultFractionDigits()), Money.ofMinor(total, terms.currency()), total.toString(), split.weightSum().toString(),
                floors.toString(), split.unitsToGive(), List.copyOf(rows));
    }

    /** The lenders' totals spread over the tranches in their order, up to the one asked for (rule F7). */
    private static BigInteger[] positions(DealFile file, Tranche wanted) {
        BigInteger[] left = file.opening().lines().stream().map(OpeningLine::total).toArray(BigInteger[]::new);
        for (Tranche tranche : file.terms().tranches()) {
            BigInteger[] ofTranche = Split.withoutCarry(tranche.principal().value(), left).slices();
            if (tranche.id().equals(wanted.id())) {
                return ofTranche;
            }
            for (int i = 0; i < left.length; i++) {
                left[i] = left[i].subtract(ofTranche[i]);
            }
        }
        throw new IllegalArgumentException("the tranche " + wanted.id() + " is not of this file");
    }
}
