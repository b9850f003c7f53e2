package org.prorata.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.prorata.adjustment.AdjustmentsView.BookedTotal;
import org.prorata.adjustment.AdjustmentsView.Cause;
import org.prorata.adjustment.AdjustmentsView.Net;
import org.prorata.adjustment.AdjustmentsView.One;
import org.prorata.adjustment.AdjustmentsView.Part;
import org.prorata.approval.Proposal;
import org.prorata.audit.Trail;
import org.prorata.calc.Money;
import org.prorata.deal.OpenDeal;
import org.prorata.deal.Terms;
import org.prorata.identity.Who;
import org.prorata.payment.Component;
import org.prorata.payment.Payment;
import org.prorata.payment.PaymentPlan;
import org.prorata.register.Lender;
import org.prorata.web.AsOf;

/** Reads adjustments for the one who asks: all of them for the agent, its own parts for a lender. */
@ApplicationScoped
class AdjustmentReader {

    private static final String WARRANTS = "warrants";

    private record Settled(int no, UUID lender) {}

    @Inject Who who;
    @Inject Trail trail;

    @Transactional
    AdjustmentsView read(OpenDeal open, AsOf asOf) {
        Terms terms = open.known(asOf.known()).terms();
        List<Payment> payments = PaymentPlan.of(terms);
        Map<UUID, Lender> lenders = lenders(open, asOf);
        Map<Settled, Settlement> settled = new HashMap<>();
        Settlement.standing(open.id(), asOf.known()).stream().filter(each -> !each.on.isAfter(asOf.on())).forEach(each -> settled.put(new Settled(each.no, each.lenderId), each));
        Map<Integer, List<AdjustmentSlice>> slices = new HashMap<>();
        AdjustmentSlice.<AdjustmentSlice>list("dealId", open.id()).stream().filter(slice -> lenders.containsKey(slice.lenderId))
                .sorted(inOneOrder(lenders)).forEach(slice -> slices.computeIfAbsent(slice.no, no -> new ArrayList<>()).add(slice));
        List<Adjustment.Differing> differing = Adjustment.differing(open.id());
        List<One> adjustments = new ArrayList<>();
        BigInteger toLenders = BigInteger.ZERO;
        BigInteger fromLenders = BigInteger.ZERO;
        List<Integer> own = open.seesAll() ? null : Adjustment.numbersOf(open.id(), lenders.keySet());
        for (Adjustment adjustment : Adjustment.latestFirst(open.id(), asOf.known())) {
            List<Part> parts = new ArrayList<>();
            for (AdjustmentSlice slice : slices.getOrDefault(adjustment.no, List.of())) {
                Settlement settlement = settled.get(new Settled(slice.no, slice.lenderId));
                parts.add(part(terms, payments, lenders.get(slice.lenderId), slice, settlement));
                if (settlement == null && slice.paymentNo != Adjustment.WARRANTS) {
                    toLenders = toLenders.add(slice.amount().max(BigInteger.ZERO));
                    fromLenders = fromLenders.subtract(slice.amount().min(BigInteger.ZERO));
                }
            }
            if (!parts.isEmpty()) {
                adjustments.add(new One(own == null ? adjustment.no : own.indexOf(adjustment.no) + 1, adjustment.known, open.seesAll() ? cause(adjustment) : null,
                        differing.stream().filter(each -> each.no() == adjustment.no).map(each -> bookedTotal(terms, payments, each)).toList(), parts));
            }
        }
        Net net = new Net(decimal(terms, toLenders), decimal(terms, fromLenders), decimal(terms, toLenders.subtract(fromLenders)));
        return new AdjustmentsView(open.slug(), asOf.on(), asOf.known(), terms.currency().getCurrencyCode(), net, adjustments, open.seesAll(), open.proposes(), open.zone());
    }

    /** Lenders of one line in register order: what was shown is shown again byte for byte, whatever order the database finds them in (rule F13). */
    private static Comparator<AdjustmentSlice> inOneOrder(Map<UUID, Lender> lenders) {
        return Comparator.<AdjustmentSlice>comparingInt(slice -> slice.paymentNo).thenComparing(slice -> slice.component)
                .thenComparingInt(slice -> lenders.get(slice.lenderId).seq());
    }

    /** As {@link #read}, with a row in the trail. */
    @Transactional
    AdjustmentsView download(OpenDeal open, AsOf asOf, String file) {
        trail.write("download", open.id(), file, Map.of("on", asOf.on().toString(), "known", asOf.known() == null ? "latest" : asOf.known().toString()));
        return read(open, asOf);
    }

    private Map<UUID, Lender> lenders(OpenDeal open, AsOf asOf) {
        Set<UUID> own = open.seesAll() ? null : who.viewer().lendersOf(open.id());
        Map<UUID, Lender> lenders = new LinkedHashMap<>();
        Lender.of(open.id(), asOf.known()).stream().filter(lender -> own == null || own.contains(lender.id())).forEach(lender -> lenders.put(lender.id(), lender));
        return lenders;
    }

    private static Cause cause(Adjustment adjustment) {
        return Proposal.byId(adjustment.proposalId).map(proposal -> new Cause(proposal.id().toString(), proposal.title(), proposal.reason())).orElse(null);
    }

    private static BookedTotal bookedTotal(Terms terms, List<Payment> payments, Adjustment.Differing each) {
        return new BookedTotal(each.paymentNo(), each.component(), payments.get(each.paymentNo() - 1).component(each.component()).map(AdjustmentReader::name).orElse(each.component()),
                decimal(terms, each.booked()), decimal(terms, each.computed()), decimal(terms, each.booked().subtract(each.computed()).abs()),
                each.booked().compareTo(each.computed()) > 0);
    }

    private static Part part(Terms terms, List<Payment> payments, Lender lender, AdjustmentSlice slice, Settlement settlement) {
        boolean warrants = slice.paymentNo == Adjustment.WARRANTS;
        Payment payment = warrants ? null : payments.get(slice.paymentNo - 1);
        String name = warrants ? WARRANTS : payment.component(slice.component).map(AdjustmentReader::name).orElse(slice.component);
        return new Part(lender.handle(), lender.name(), warrants ? null : slice.paymentNo, warrants ? null : payment.due(), slice.component, name,
                warrants ? WARRANTS : terms.currency().getCurrencyCode(), amount(terms, warrants, slice.before.toBigIntegerExact()), amount(terms, warrants, slice.due.toBigIntegerExact()),
                amount(terms, warrants, slice.amount()), settlement == null ? null : settlement.on, settlement == null ? null : settlement.how,
                settlement == null || settlement.reference.isBlank() ? null : settlement.reference);
    }

    private static String name(Component component) {
        return component.name() + (component.isPrincipal() ? ", principal" : "");
    }

    private static String amount(Terms terms, boolean warrants, BigInteger units) {
        return warrants ? units.toString() : decimal(terms, units);
    }

    private static String decimal(Terms terms, BigInteger minor) {
        return Money.ofMinor(minor, terms.currency()).decimal();
    }
}
