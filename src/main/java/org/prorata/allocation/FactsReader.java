package org.prorata.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.prorata.adjustment.Adjustment;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.allocation.Facts.Fixed;
import org.prorata.allocation.Facts.Move;
import org.prorata.allocation.Facts.Slice;
import org.prorata.approval.Turn;
import org.prorata.calc.Fraction;
import org.prorata.deal.Terms;
import org.prorata.payment.Booking;
import org.prorata.payment.FixedSlice;
import org.prorata.payment.PaymentPlan;
import org.prorata.register.Cause;
import org.prorata.register.Entry;
import org.prorata.register.Lender;
import org.prorata.register.Sale;

/** Reads a deal's facts as they stand in the present transaction. */
@ApplicationScoped
class FactsReader {

    /** The facts, with what the calculation itself does not need: who the indexes are, and whether the register is made up. */
    record Read(Facts facts, List<Lender> lenders, boolean illustrative) {}

    /** @param before as the deal stood when the turn began, with the lenders of now; @param now with what the turn has written so far */
    record Around(Read before, Read now) {}

    Read read(UUID dealId, Terms terms) {
        return read(dealId, terms, Set.of());
    }

    /** @param without numbers of register entries that count for nothing, as if they had been taken back */
    Read read(UUID dealId, Terms terms, Set<Long> without) {
        return new Reading(dealId, terms, without).at(null);
    }

    Around around(Turn turn, Terms terms) {
        Reading reading = new Reading(turn.dealId(), terms, Set.of());
        return new Around(reading.at(turn.before()), reading.at(null));
    }

    /** What is read once, however many times are looked at. */
    private static final class Reading {

        private final UUID dealId;
        private final Terms terms;
        private final List<Lender> lenders;
        private final List<Entry> entries;
        private final Map<UUID, Integer> index = new HashMap<>();
        private final Map<Booking.Key, Map<Integer, Slice>> slices = new HashMap<>();
        private final List<Adjustment.Moved> moved;
        private BookedTerms bookedTerms;

        Reading(UUID dealId, Terms terms, Set<Long> without) {
            this.dealId = dealId;
            this.terms = terms;
            lenders = Lender.of(dealId, null);
            lenders.forEach(lender -> index.put(lender.id(), index.size()));
            entries = Entry.of(dealId, null).stream().filter(entry -> !without.contains(entry.seq())).toList();
            for (FixedSlice slice : FixedSlice.of(dealId)) {
                slices.computeIfAbsent(slice.booking(), key -> new HashMap<>()).put(index.get(slice.lenderId()),
                        new Slice(slice.slice(), Fraction.parse(slice.exact()), slice.carry() == null ? Fraction.ZERO : Fraction.parse(slice.carry())));
            }
            moved = Adjustment.moved(dealId);
        }

        /** @param known null: now */
        Read at(Instant known) {
            List<Entry> seen = known == null ? entries : entries.stream().filter(entry -> !entry.known().isAfter(known)).toList();
            List<Move> moves = seen.stream().map(entry -> new Move(entry.on(), entry.kind().placeInDay(), index.get(entry.lenderId()), entry.tranche(),
                    entry.amount(), entry.kind() == Cause.TRANSFER || entry.kind() == Cause.EXCHANGE ? entry.reference() : "")).toList();
            Facts facts = new Facts(terms, PaymentPlan.of(terms), lenders.stream().map(Lender::name).toList(), moves, sales(seen), fixed(known), Map.of());
            return new Read(facts, lenders, illustrative(seen));
        }

        private List<Facts.Sale> sales(List<Entry> seen) {
            boolean follow = terms.warrants() != null && terms.warrants().stapled().value();
            return follow ? Sale.of(seen).stream().map(sale -> new Facts.Sale(sale.on(), sale.tranche(), index.get(sale.from()), index.get(sale.to()), sale.amount())).toList()
                    : List.of();
        }

        private Map<ComponentKey, Fixed> fixed(Instant known) {
            Map<ComponentKey, Fixed> fixed = new HashMap<>();
            for (Booking booking : Booking.of(dealId, known)) {
                fixed.put(new ComponentKey(booking.paymentNo(), booking.component()), new Fixed(booking.valueDate(), booking.total(), booking.working(), bookedTerms().by(booking),
                        slices.getOrDefault(booking.key(), Map.of()), movedSince(booking, known)));
            }
            return fixed;
        }

        /** Asked for only where something is booked. */
        private BookedTerms bookedTerms() {
            if (bookedTerms == null) {
                bookedTerms = BookedTerms.of(dealId, null);
            }
            return bookedTerms;
        }

        private Map<Integer, BigInteger> movedSince(Booking booking, Instant known) {
            Map<Integer, BigInteger> since = new HashMap<>();
            moved.stream().filter(move -> booking.isOf(move.paymentNo(), move.component()) && !move.known().isBefore(booking.booked())
                    && (known == null || !move.known().isAfter(known))).forEach(move -> since.merge(index.get(move.lenderId()), move.amount(), BigInteger::add));
            return since;
        }
    }

    /** Made-up opening positions stand until each has been reversed; a reversal carries the provenance of what it reverses. */
    private static boolean illustrative(List<Entry> entries) {
        Map<String, BigInteger> left = new HashMap<>();
        entries.stream().filter(entry -> entry.provenance().equals("illustrative"))
                .forEach(entry -> left.merge(entry.lenderId() + entry.tranche(), entry.amount(), BigInteger::add));
        return left.values().stream().anyMatch(amount -> amount.signum() != 0);
    }
}
