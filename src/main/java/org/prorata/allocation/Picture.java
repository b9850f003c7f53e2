package org.prorata.allocation;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.prorata.deal.Stage;
import org.prorata.deal.Terms;
import org.prorata.deal.Tranche;
import org.prorata.payment.Component;
import org.prorata.payment.Payment;

/**
 * A deal as one calculation knows it: everything that does not belong to a lender. Immutable; its size does not grow with the number of lenders.
 *
 * @param opensOn the date of the opening register; before it nothing is outstanding
 * @param known   since when this is what the portal knows
 * @param exchanged what left each tranche for shares, whenever effective
 */
public record Picture(UUID dealId, String slug, LocalDate opensOn, int calculation, Instant known, Terms terms, List<Payment> payments, Body body, List<Exchanged> exchanged) {

    /** @param amount minor units; negative where an exchange was taken back */
    public record Exchanged(LocalDate on, String tranche, BigInteger amount) {}

    public Payment payment(int number) {
        return payments.get(number - 1);
    }

    public Component component(Line line) {
        return payment(line.payment()).component(line.component()).orElseThrow();
    }

    public List<Line> linesOf(int payment) {
        return body.lines().stream().filter(line -> line.payment() == payment).toList();
    }

    /** The warrants as held on a day; null where the deal has none, or none are issued by then. */
    public Line warrantsOn(LocalDate on) {
        Line held = null;
        for (Line line : body.lines()) {
            if (line.isWarrants() && !line.day().isAfter(on)) {
                held = line;
            }
        }
        return held;
    }

    public Stage stage(LocalDate on, LocalDate today) {
        return terms.standing().stage(on.isBefore(today) ? on : today);
    }

    /** What is outstanding in a tranche at the end of a day, in minor units; a payment counts once booked, and what was exchanged into shares is out. */
    public BigInteger booked(Tranche tranche, LocalDate on) {
        return on.isBefore(opensOn) ? BigInteger.ZERO : notExchanged(tranche, on).subtract(repaid(tranche, on, false));
    }

    /** As {@link #booked}, less what is due by then and not booked (rule F3). */
    public BigInteger projected(Tranche tranche, LocalDate on) {
        return on.isBefore(opensOn) ? BigInteger.ZERO : notExchanged(tranche, on).subtract(repaid(tranche, on, true));
    }

    private BigInteger notExchanged(Tranche tranche, LocalDate on) {
        return exchanged.stream().filter(each -> each.tranche().equals(tranche.id()) && !each.on().isAfter(on)).map(Exchanged::amount)
                .reduce(tranche.principal().value(), BigInteger::subtract);
    }

    private BigInteger repaid(Tranche tranche, LocalDate on, boolean alsoOpen) {
        return body.lines().stream().filter(line -> line.component().equals("principal:" + tranche.id()) && !line.day().isAfter(on) && (alsoOpen || line.isFixed()))
                .map(Line::total).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
