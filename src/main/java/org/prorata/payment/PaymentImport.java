package org.prorata.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.prorata.approval.Turn;
import org.prorata.calc.Fraction;
import org.prorata.deal.DealFile;
import org.prorata.deal.DealFileDraft;
import org.prorata.deal.ExportPart;
import org.prorata.deal.ImportPart;
import org.prorata.deal.PaidComponent;
import org.prorata.deal.PaidPayment;
import org.prorata.deal.PaidSlice;
import org.prorata.deal.Terms;
import org.prorata.register.Cause;
import org.prorata.register.Entry;
import org.prorata.register.Lender;
import org.prorata.web.BadInput;

/** Payments already paid, from a deal file and back into one: with their exact parts, so that the carry of their terms goes on where it was. */
@ApplicationScoped
public class PaymentImport implements ImportPart, ExportPart {

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void imported(Turn turn, Terms terms, DealFile file) {
        Map<String, UUID> ids = new LinkedHashMap<>();
        Lender.of(turn.dealId(), null).forEach(lender -> ids.put(lender.handle(), lender.id()));
        List<Payment> plan = PaymentPlan.of(terms);
        List<Entry.Draft> drafts = new ArrayList<>();
        for (PaidPayment paid : file.paid()) {
            Payment payment = plan.stream().filter(p -> p.number() == paid.payment()).findFirst().orElseThrow(() -> new BadInput("paid.payment",
                    String.valueOf(paid.payment()), "is not a payment that follows from the terms; they give payments 1 to " + plan.size()));
            for (PaidComponent component : paid.components()) {
                Component planned = payment.component(component.component()).orElseThrow(() -> new BadInput("paid.components", component.component(),
                        "is not a component of payment " + paid.payment() + "; it has " + payment.components().stream().map(Component::id).toList()));
                FixedComponent.fix(turn, null, paid.payment(), component.component(), paid.valueDate(), component.total(), null);
                FixedComponent.flush();
                FixedSlice.fix(turn, paid.payment(), component.component(), component.slices().stream().map(slice -> new FixedSlice.Draft(ids.get(slice.lender()),
                        slice.slice(), slice.exact().toString(), null, null, null, List.of())).toList());
                if (planned.isPrincipal()) {
                    component.slices().forEach(slice -> drafts.add(new Entry.Draft(paid.valueDate(), ids.get(slice.lender()), planned.tranche(),
                            slice.principal().negate(), Cause.PAYMENT, "", "entered", paid.payment())));
                }
            }
        }
        Entry.append(turn, null, drafts);
    }

    private record PaidOn(int payment, LocalDate valueDate) {}

    @Override
    public void contribute(UUID dealId, Instant known, DealFileDraft draft) {
        Map<UUID, String> handles = new LinkedHashMap<>();
        Lender.of(dealId, known).forEach(lender -> handles.put(lender.id(), lender.handle()));
        List<FixedSlice> slices = FixedSlice.of(dealId);
        Map<PaidOn, List<PaidComponent>> bookings = new LinkedHashMap<>();
        List<Entry> entries = Entry.standing(dealId, known);
        for (Booking booking : Booking.of(dealId, known)) {
            Map<UUID, BigInteger> due = due(entries, booking);
            Map<UUID, PaidSlice> own = new LinkedHashMap<>();
            slices.stream().filter(slice -> slice.booking().equals(booking.key())).forEach(slice -> own.put(slice.lenderId(),
                    new PaidSlice(handles.get(slice.lenderId()), slice.slice(), Fraction.parse(slice.exact()), due.isEmpty() ? null : due.getOrDefault(slice.lenderId(), BigInteger.ZERO))));
            due.forEach((lender, amount) -> own.putIfAbsent(lender, new PaidSlice(handles.get(lender), BigInteger.ZERO, Fraction.ZERO, amount)));
            own.replaceAll((lender, slice) -> slice.slice().equals(slice.due()) ? new PaidSlice(slice.lender(), slice.slice(), slice.exact(), null) : slice);
            List<PaidSlice> inRegisterOrder = handles.keySet().stream().filter(own::containsKey).map(own::get)
                    .filter(slice -> slice.slice().signum() != 0 || !slice.exact().isZero() || slice.due() != null).toList();
            bookings.computeIfAbsent(new PaidOn(booking.paymentNo(), booking.valueDate()), key -> new ArrayList<>())
                    .add(new PaidComponent(booking.component(), booking.total(), inRegisterOrder));
        }
        bookings.forEach((paid, components) -> draft.paid(new PaidPayment(paid.payment(), paid.valueDate(), components)));
    }

    /** What left the register for principal, by lender, as corrected; empty for other components. */
    private static Map<UUID, BigInteger> due(List<Entry> standing, Booking booking) {
        Map<UUID, BigInteger> due = new LinkedHashMap<>();
        standing.stream().filter(entry -> entry.kind() == Cause.PAYMENT && booking.isOf(entry.paymentNo(), "principal:" + entry.tranche()))
                .forEach(entry -> due.put(entry.lenderId(), entry.amount().negate()));
        return due;
    }
}
