package org.prorata.allocation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.prorata.allocation.LenderRow.OwnEntry;
import org.prorata.register.Cause;

/** Positions in one tranche through time as interest sees them, made from what a view has at hand: the deal's own totals, or one lender's own rows. */
final class Positions {

    /** What moved on a day, before its payments and with them. */
    private record Moved(BigInteger before, BigInteger byPayments) {
        static final Moved NOTHING = new Moved(BigInteger.ZERO, BigInteger.ZERO);

        Moved plus(BigInteger moved) {
            return new Moved(before.add(moved), byPayments);
        }

        Moved and(Moved other) {
            return new Moved(before.add(other.before), byPayments.add(other.byPayments));
        }

        Moved lessPaid(BigInteger paid) {
            return new Moved(before, byPayments.subtract(paid));
        }
    }

    private final TreeMap<LocalDate, Moved> days = new TreeMap<>();

    private Positions() {}

    static Timeline ofDeal(Look look, String tranche) {
        Positions positions = new Positions();
        Picture picture = look.picture();
        positions.days.put(picture.opensOn(), Moved.NOTHING.plus(picture.terms().tranche(tranche).principal().value()));
        picture.exchanged().stream().filter(each -> each.tranche().equals(tranche))
                .forEach(each -> positions.days.merge(each.on(), Moved.NOTHING.plus(each.amount().negate()), Moved::and));
        for (Line line : picture.body().lines()) {
            if (line.component().equals("principal:" + tranche)) {
                positions.paid(leaves(picture, line), line.total());
            }
        }
        return positions.timeline();
    }

    /** What left the tranche for shares, by day; what was taken back again is none. */
    static NavigableMap<LocalDate, BigInteger[]> exchangedOfDeal(Look look, String tranche) {
        NavigableMap<LocalDate, BigInteger[]> days = new TreeMap<>();
        look.picture().exchanged().stream().filter(each -> each.tranche().equals(tranche)).forEach(each -> days.merge(each.on(), new BigInteger[] {each.amount()}, Positions::sum));
        days.values().removeIf(amount -> amount[0].signum() == 0);
        return days;
    }

    static NavigableMap<LocalDate, BigInteger[]> exchangedOf(LenderRow row, String tranche) {
        NavigableMap<LocalDate, BigInteger[]> days = new TreeMap<>();
        row.entries().stream().filter(entry -> entry.tranche().equals(tranche) && entry.kind() == Cause.EXCHANGE)
                .forEach(entry -> days.merge(entry.on(), new BigInteger[] {entry.amount().negate()}, Positions::sum));
        return days;
    }

    private static BigInteger[] sum(BigInteger[] a, BigInteger[] b) {
        return new BigInteger[] {a[0].add(b[0])};
    }

    static Timeline ofLender(Look look, LenderRow row, String tranche) {
        Positions positions = new Positions();
        for (OwnEntry entry : row.entries()) {
            if (entry.tranche().equals(tranche)) {
                boolean payment = entry.kind() == Cause.PAYMENT;
                positions.days.merge(entry.on(), payment ? Moved.NOTHING.lessPaid(entry.amount().negate()) : Moved.NOTHING.plus(entry.amount()), Moved::and);
            }
        }
        row.slices().forEach((line, slice) -> {
            if (line.component().equals("principal:" + tranche) && !line.isFixed()) {
                positions.paid(leaves(look.picture(), line), slice.slice());
            }
        });
        return positions.timeline();
    }

    /** As {@link Projection#asInterestAccrues}: with adjusted interest dates unbooked principal leaves with the cash where that is earlier. */
    private static LocalDate leaves(Picture picture, Line line) {
        LocalDate cash = picture.payment(line.payment()).cashDay().adjusted();
        boolean adjusted = picture.terms().businessDays().interestDatesAdjusted().value();
        return !line.isFixed() && adjusted && cash.isBefore(line.day()) ? cash : line.day();
    }

    private void paid(LocalDate day, BigInteger amount) {
        days.put(day, days.getOrDefault(day, Moved.NOTHING).lessPaid(amount));
    }

    private Timeline timeline() {
        Timeline timeline = new Timeline(1);
        days.forEach((day, moved) -> {
            BigInteger before = timeline.endOf(day)[0].add(moved.before());
            timeline.add(day, new BigInteger[] {before}, new BigInteger[] {before.add(moved.byPayments())});
        });
        return timeline;
    }
}
