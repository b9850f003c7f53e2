package org.prorata.allocation;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.calc.Fraction;
import org.prorata.deal.FormerName;
import org.prorata.register.Cause;

/**
 * One lender's own rows of a deal as known at one instant: its entries, the slices of the latest calculation, and those that are fixed.
 *
 * @param slices   by line of the calculation; a line whose total is not yet known has none
 * @param adjusted what corrections made due beside slices already paid, in the order they became known
 */
public record LenderRow(UUID id, int seq, String handle, String name, List<FormerName> formerNames, String group, List<OwnEntry> entries, Map<Line, OwnSlice> slices,
        List<OwnAdjustment> adjusted) {

    /**
     * @param seq      its number in the deal's register
     * @param corrects the cause that a correction corrects; else null
     * @param reverses the number of the entry that it takes back; else null
     */
    public record OwnEntry(long seq, LocalDate on, Instant known, String tranche, BigInteger amount, String cause, String reference, Integer payment, String corrects, Long reverses) {

        /** What moved the principal, which says its place in the day (rule F4). */
        Cause kind() {
            return Cause.of(corrects == null ? cause : corrects);
        }
    }

    /**
     * @param payment   0 for warrants
     * @param before    minor units, or warrants: what was paid, as adjusted until then; {@code due} what was right
     * @param settledOn null where it is still open; so is {@code how}
     */
    public record OwnAdjustment(int no, Instant known, int payment, String component, BigInteger before, BigInteger due, LocalDate settledOn, String how) {

        BigInteger amount() {
            return due.subtract(before);
        }

        boolean isOpen(LocalDate on) {
            return settledOn == null || settledOn.isAfter(on);
        }
    }

    /**
     * @param exact     the exact part, in units; of what was imported as paid there is only this
     * @param positions by stretch of the period, where the weight is made of several
     */
    public record OwnSlice(BigInteger slice, Fraction exact, BigInteger weight, Fraction carry, Integer rank, List<BigInteger> positions) {}

    public OwnSlice of(Line line) {
        return slices.get(line);
    }

    /** The position in a tranche at the end of a day, as entered. */
    public BigInteger booked(String tranche, LocalDate on) {
        return entries.stream().filter(entry -> entry.tranche().equals(tranche) && !entry.on().isAfter(on))
                .map(OwnEntry::amount).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** As {@link #booked}, less the own slices of principal that is due by then and not booked (rule F3). */
    public BigInteger projected(String tranche, LocalDate on) {
        BigInteger due = slices.entrySet().stream()
                .filter(e -> e.getKey().component().equals("principal:" + tranche) && !e.getKey().isFixed() && !e.getKey().day().isAfter(on))
                .map(e -> e.getValue().slice()).reduce(BigInteger.ZERO, BigInteger::add);
        return booked(tranche, on).subtract(due);
    }

    static ComponentKey key(Line line) {
        return new ComponentKey(line.payment(), line.component());
    }
}
