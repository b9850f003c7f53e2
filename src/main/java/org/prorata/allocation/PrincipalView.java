package org.prorata.allocation;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.prorata.calc.Fraction;
import org.prorata.calc.Money;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;

/** Principal by tranche at the end of a day: as booked, and as projected (rule F3), of the deal and of the viewer's lenders. */
public record PrincipalView(List<TrancheLine> tranches, TrancheLine total) {

    private static final int SHARE_DECIMALS = 9;
    private static final Fraction HUNDRED = Fraction.of(100);

    /**
     * @param id           null for the total
     * @param parts        one for each lender shown, in register order
     * @param notConfirmed whether the projected amounts rest on a payment whose day has passed and that is not booked
     */
    public record TrancheLine(String id, String name, Mark mark, Money dealBooked, Money dealProjected, Holding own, List<Holding> parts, boolean notConfirmed) {}

    /** @param lender null for the sum of the lenders shown */
    public record Holding(String lender, Money booked, Money projected, Share share) {}

    /** Of the projected principal. @param exact p/q; @param percent with nine decimals; both null where nothing is outstanding */
    public record Share(String exact, String percent) {

        static Share of(BigInteger part, BigInteger total) {
            if (total.signum() == 0) {
                return new Share(null, null);
            }
            Fraction share = Fraction.of(part, total);
            return new Share(share.toString(), share.times(HUNDRED).toDecimal(SHARE_DECIMALS, RoundingMode.HALF_UP).toPlainString());
        }
    }

    static PrincipalView of(Look look, Mine mine) {
        Terms terms = look.terms();
        return new PrincipalView(terms.tranches().stream().map(tranche -> line(look, mine, List.of(tranche), tranche.id(), tranche.name().value(), Mark.of(tranche.principal()))).toList(),
                line(look, mine, terms.tranches(), null, null, Mark.COMPUTED));
    }

    private static TrancheLine line(Look look, Mine mine, List<Tranche> tranches, String id, String name, Mark mark) {
        BigInteger booked = sum(tranches, tranche -> look.picture().booked(tranche, look.on()));
        BigInteger projected = look.lapsed() ? booked : sum(tranches, tranche -> look.picture().projected(tranche, look.on()));
        Function<LenderRow, BigInteger> ownBooked = row -> sum(tranches, tranche -> row.booked(tranche.id(), look.on()));
        BiFunction<LenderRow, Tranche, BigInteger> ofTranche = (row, tranche) -> projected(look, row, tranche.id());
        Function<LenderRow, BigInteger> ownProjected = row -> sum(tranches, tranche -> ofTranche.apply(row, tranche));
        List<Holding> parts = mine.shown().stream().map(row -> new Holding(row.handle(), look.money(ownBooked.apply(row)), look.money(ownProjected.apply(row)),
                Share.of(ownProjected.apply(row), projected))).toList();
        Holding own = mine.shown().isEmpty() ? null : new Holding(null, mine.sum(look, ownBooked), mine.sum(look, ownProjected),
                Share.of(mine.sum(look, ownProjected).minor(), projected));
        return new TrancheLine(id, name, mark, look.money(booked), look.money(projected), own, parts,
                tranches.stream().anyMatch(tranche -> notConfirmed(look, tranche.id())));
    }

    static BigInteger projected(Look look, LenderRow row, String tranche) {
        return look.lapsed() ? row.booked(tranche, look.on()) : row.projected(tranche, look.on());
    }

    private static boolean notConfirmed(Look look, String tranche) {
        LocalDate passed = look.statusDate();
        return !look.lapsed() && look.picture().body().lines().stream()
                .anyMatch(line -> line.component().equals("principal:" + tranche) && !line.isFixed() && !line.day().isAfter(look.on()) && line.day().isBefore(passed));
    }

    private static BigInteger sum(List<Tranche> tranches, Function<Tranche, BigInteger> amount) {
        return tranches.stream().map(amount).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
