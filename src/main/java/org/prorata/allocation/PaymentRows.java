package org.prorata.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.prorata.allocation.PaymentRow.ComponentRow;
import org.prorata.allocation.PaymentRow.Input;
import org.prorata.allocation.PaymentRow.LeftOut;
import org.prorata.deal.InterestTerm;
import org.prorata.deal.RateStep;
import org.prorata.payment.Component;
import org.prorata.payment.Payment;

/** Makes the rows of payments from the lines of a calculation. */
final class PaymentRows {

    private final Look look;
    private final Mine mine;

    private PaymentRows(Look look, Mine mine) {
        this.look = look;
        this.mine = mine;
    }

    static List<PaymentRow> all(Look look, Mine mine) {
        PaymentRows rows = new PaymentRows(look, mine);
        return look.picture().payments().stream().map(rows::row).toList();
    }

    static PaymentRow one(Look look, Mine mine, Payment payment) {
        return new PaymentRows(look, mine).row(payment);
    }

    private PaymentRow row(Payment payment) {
        List<Line> lines = look.picture().linesOf(payment.number());
        List<ComponentRow> components = lines.stream().map(line -> component(payment, line)).toList();
        List<LeftOut> leftOut = components.stream().filter(component -> component.waitsFor() != null)
                .map(component -> new LeftOut(payment.number(), payment.due(), component.component(), component.name(), component.waitsFor())).toList();
        Line open = lines.stream().filter(line -> !paid(line)).findFirst().orElse(lines.get(0));
        return new PaymentRow(payment.number(), payment.due(), payment.wording(), CashDay.of(payment, look.terms().businessDays()),
                Status.of(look, payment, open), components, Amounts.sumOfKnown(components.stream().map(ComponentRow::amounts).toList()), leftOut);
    }

    private boolean paid(Line line) {
        return line.isFixed() && !line.fixedOn().isAfter(look.on());
    }

    private ComponentRow component(Payment payment, Line line) {
        Component component = payment.component(line.component()).orElseThrow();
        LocalDate from = component.isComputed() ? component.period().start() : null;
        LocalDate to = component.isComputed() ? component.period().end() : null;
        Mark mark = Mark.ofTotal(component, line);
        return new ComponentRow(component.id(), Words.of(component.kind()), component.name(), component.tranche(), Status.of(look, payment, line),
                paid(line) ? line.fixedOn() : null, Words.of(line.waitsFor()), from, to, mine.slices(look, line), mark,
                Mark.ofSlices(look.picture().body().illustrative() && !line.isFixed()), component.isComputed() ? inputs(component) : List.of());
    }

    private List<Input> inputs(Component component) {
        InterestTerm term = look.terms().interestTerm(component.term()).orElseThrow();
        List<Input> inputs = new ArrayList<>();
        RateStep before = null;
        for (RateStep step : term.rates()) {
            if (step.from().isAfter(component.period().start())) {
                if (step.from().isBefore(component.period().end())) {
                    before = added(inputs, before, step);
                }
            } else {
                before = step;
            }
        }
        if (before != null) {
            added(inputs, before, null);
        }
        inputs.add(new Input("day count", term.dayCount().known() ? term.dayCount().value().code() : null, Mark.of(term.dayCount())));
        inputs.add(new Input("dates", null, Mark.of(term.dates())));
        return inputs;
    }

    private static RateStep added(List<Input> inputs, RateStep step, RateStep next) {
        if (step != null) {
            inputs.add(new Input("percent", step.percentPerYear().known() ? step.percentPerYear().value().toPlainString() : null, Mark.of(step.percentPerYear())));
        }
        return next;
    }

    /**
     * Totals over all payments.
     *
     * @param principal null where the deal has none of the kind, or none that is known; so are the others
     * @param leftOut   what the totals lack
     */
    public record Totals(Amounts principal, Amounts interest, Amounts fee, Amounts all, List<LeftOut> leftOut) {}

    static Totals totals(List<PaymentRow> rows) {
        return new Totals(ofKind(rows, "principal"), ofKind(rows, "interest"), ofKind(rows, "fee"),
                Amounts.sumOfKnown(rows.stream().map(PaymentRow::sum).filter(Objects::nonNull).toList()), rows.stream().flatMap(row -> row.leftOut().stream()).toList());
    }

    private static Amounts ofKind(List<PaymentRow> rows, String kind) {
        return Amounts.sumOfKnown(rows.stream().flatMap(row -> row.components().stream()).filter(component -> component.kind().equals(kind)).map(ComponentRow::amounts).toList());
    }
}
