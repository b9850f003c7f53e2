package org.prorata.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.allocation.Facts.ComponentKey;
import org.prorata.allocation.Facts.Fixed;
import org.prorata.allocation.Facts.Move;
import org.prorata.allocation.Facts.Slice;
import org.prorata.calc.Fraction;
import org.prorata.deal.Terms;
import org.prorata.payment.FixedComponent;
import org.prorata.payment.FixedSlice;
import org.prorata.payment.PaymentPlan;
import org.prorata.register.Cause;
import org.prorata.register.Entry;
import org.prorata.register.Lender;

/** Reads a deal's facts as they stand in the present transaction. */
@ApplicationScoped
class FactsReader {

    /** The facts, with what the calculation itself does not need: who the indexes are, and whether the register is made up. */
    record Read(Facts facts, List<Lender> lenders, boolean illustrative) {}

    Read read(UUID dealId, Terms terms) {
        List<Lender> lenders = Lender.of(dealId, null);
        Map<UUID, Integer> index = new HashMap<>();
        lenders.forEach(lender -> index.put(lender.id(), index.size()));
        List<Entry> entries = Entry.of(dealId, null);
        List<Move> moves = entries.stream().map(entry -> new Move(entry.on(), entry.cause().placeInDay(), index.get(entry.lenderId()), entry.tranche(),
                entry.amount(), entry.cause() == Cause.TRANSFER ? entry.reference() : "")).toList();
        Facts facts = new Facts(terms, PaymentPlan.of(terms), lenders.stream().map(Lender::name).toList(), moves, fixed(dealId, index), Map.of());
        return new Read(facts, lenders, illustrative(entries));
    }

    private static Map<ComponentKey, Fixed> fixed(UUID dealId, Map<UUID, Integer> index) {
        Map<ComponentKey, Map<Integer, Slice>> slices = new HashMap<>();
        for (FixedSlice slice : FixedSlice.of(dealId)) {
            slices.computeIfAbsent(new ComponentKey(slice.paymentNo(), slice.component()), key -> new HashMap<>())
                    .put(index.get(slice.lenderId()), new Slice(slice.slice(), Fraction.parse(slice.exact())));
        }
        Map<ComponentKey, Fixed> fixed = new HashMap<>();
        for (FixedComponent component : FixedComponent.of(dealId)) {
            ComponentKey key = new ComponentKey(component.paymentNo(), component.component());
            fixed.put(key, new Fixed(component.valueDate(), component.total(), component.working(), slices.getOrDefault(key, Map.of())));
        }
        return fixed;
    }

    /** Made-up opening positions stand until each has been reversed; a reversal carries the provenance of what it reverses. */
    private static boolean illustrative(List<Entry> entries) {
        Map<String, BigInteger> left = new HashMap<>();
        entries.stream().filter(entry -> entry.provenance().equals("illustrative"))
                .forEach(entry -> left.merge(entry.lenderId() + entry.tranche(), entry.amount(), BigInteger::add));
        return left.values().stream().anyMatch(amount -> amount.signum() != 0);
    }
}
