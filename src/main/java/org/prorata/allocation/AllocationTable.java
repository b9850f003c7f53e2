package org.prorata.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.prorata.allocation.PaymentRow.ComponentRow;
import org.prorata.allocation.PrincipalView.TrancheLine;
import org.prorata.calc.Money;
import org.prorata.web.Table;
import org.prorata.web.Table.Column;

/**
 * The figures of the allocation page as rows: one for the deal's total and one for each lender shown. It says what was booked, not how things stand on the
 * day of the download, so that the same question gives the same bytes for ever (rule F16).
 */
final class AllocationTable {

    private static final String TERMS = "the deal's terms, as known at the instant above";
    private static final List<Column> COLUMNS = List.of(
            Column.text("figure", "what the row is: principal, share, accrued interest, a component of a payment, warrants", "interest is before any withholding tax"),
            Column.count("payment", "number of the payment within the deal; empty for what is no payment", TERMS),
            Column.date("stated due date", "the day the terms name for it, unadjusted; of warrants, the issue date", TERMS),
            Column.date("cash due date", "the day cash is due, moved to a business day where the terms say so", "business-day convention over the calendars of the terms (rule F9)"),
            Column.text("item", "the tranche, component or warrants", TERMS),
            Column.text("of", "deal: the total of all lenders; lender: the slice of the one named beside", "a lender sees the deal's totals and its own rows (rule F12)"),
            Column.text("lender", "legal name; empty in rows of the deal's total", "register"),
            Column.text("unit", "of the amount beside: a currency, % or warrants", TERMS),
            Column.amount("amount", "", "the figure, in the unit beside; empty where it is not yet known", "totals: the terms and rule F5; slices: largest remainder over the "
                    + "positions just before the payment (rules F6 and F7; warrants F8); shares: position over total, shown with nine decimals (rule F2)"),
            Column.date("booked as paid on", "value date of the booking; empty where none is booked by the day looked at", "the agent's bookings, each approved by a second person"),
            Column.text("waits for", "what must become known before there is an amount", "rule F10: unknown is never 0 and never guessed"),
            Column.text("provenance", "where the amount comes from", "published: in the source; computed: by a stated rule; assumed: our reading where the source is silent; illustrative: "
                    + "made up to show the portal; entered: by the agent, approved; unknown (rule F11)"));
    private static final String DEAL = "deal";
    private static final String OWN = "lender";

    private final AllocationView view;
    private final List<List<String>> rows = new ArrayList<>();

    private AllocationTable(AllocationView view) {
        this.view = view;
    }

    static Table of(AllocationView view) {
        AllocationTable table = new AllocationTable(view);
        table.principal();
        table.interest();
        view.payments().forEach(table::payment);
        table.warrants();
        return new Table("Allocation", About.of(view.deal().title(), view.deal().on(), view.deal().known(), view.deal().calculation(), view.deal().illustrative()), COLUMNS,
                table.rows);
    }

    private void principal() {
        List<TrancheLine> lines = new ArrayList<>(view.principal().tranches());
        lines.add(view.principal().total());
        for (TrancheLine line : lines) {
            String item = line.name() == null ? "all tranches" : line.name();
            plain("principal booked", item, null, line.dealBooked(), line.mark().provenance());
            projected(item, null, line.dealProjected(), line.mark().provenance());
            line.parts().forEach(part -> {
                plain("principal booked", item, part.lender(), part.booked(), slices());
                projected(item, part.lender(), part.projected(), slices());
                add("share of the " + (view.deal().lapsed() ? "booked" : "projected") + " principal", null, null, null, item, part.lender(), "%", part.share().percent(), null, null, slices());
            });
        }
    }

    /** Of lapsed terms nothing is projected. */
    private void projected(String item, String lender, Money amount, String provenance) {
        if (!view.deal().lapsed()) {
            plain("principal projected", item, lender, amount, provenance);
        }
    }

    private String slices() {
        return Mark.ofSlices(view.deal().illustrative()).provenance();
    }

    private void interest() {
        for (AccrualLine line : view.interest()) {
            if (line.begun()) {
                amounts("interest accrued, not yet due, before any withholding tax", line, line.accrued());
                amounts("interest per day, before any withholding tax", line, line.perDay());
            }
        }
    }

    private void amounts(String figure, AccrualLine line, Amounts amounts) {
        add(figure, null, line.due(), null, line.name(), null, view.deal().currency(), amounts.deal(), null, line.waitsFor(), Mark.COMPUTED.provenance());
        amounts.parts().forEach(part -> add(figure, null, line.due(), null, line.name(), part.lender(), view.deal().currency(), part.amount(), null, line.waitsFor(), slices()));
    }

    private void payment(PaymentRow payment) {
        for (ComponentRow component : payment.components()) {
            String figure = component.kind() + (component.interest() ? ", before any withholding tax" : "");
            add(figure, payment, component, null, component.amounts().deal(), component.mark());
            component.amounts().parts().forEach(part -> add(figure, payment, component, part.lender(), part.amount(), component.sliceMark()));
        }
    }

    private void add(String figure, PaymentRow payment, ComponentRow component, String lender, Money amount, Mark mark) {
        add(figure, payment.number(), payment.due(), payment.cashDay().date(), component.name(), lender, view.deal().currency(), amount, component.paidOn(),
                component.waitsFor(), component.waitsFor() == null ? mark.provenance() : "unknown");
    }

    private void warrants() {
        WarrantsView warrants = view.warrants();
        if (warrants == null || warrants.lapsed()) {
            return;
        }
        holder(warrants, warrants.deal(), warrants.countMark());
        warrants.parts().forEach(part -> holder(warrants, part, warrants.sliceMark()));
    }

    private void holder(WarrantsView warrants, WarrantsView.Holder holder, Mark mark) {
        add("warrants", null, warrants.issueDate(), null, warrants.over(), holder.lender(), "warrants", holder.count(), null, warrants.waitsFor(), mark.provenance());
        add("cost of exercising the warrants", null, warrants.issueDate(), null, warrants.over(), holder.lender(), warrants.currency(), holder.cost(), null,
                warrants.waitsFor(), mark.provenance());
    }

    private void plain(String figure, String item, String lender, Money amount, String provenance) {
        add(figure, null, null, null, item, lender, view.deal().currency(), amount, null, null, provenance);
    }

    private void add(String figure, Integer payment, LocalDate due, LocalDate cash, String item, String lender, String unit, Object amount, LocalDate paidOn, String waitsFor,
            String provenance) {
        List<String> row = new ArrayList<>();
        row.add(figure);
        for (Object cell : new Object[] {payment, due, cash, item}) {
            row.add(Objects.toString(cell, ""));
        }
        row.add(lender == null ? DEAL : OWN);
        row.add(lender == null ? "" : nameOf(lender));
        row.add(unit);
        row.add(amount instanceof Money money ? money.decimal() : Objects.toString(amount, ""));
        for (Object cell : new Object[] {paidOn, waitsFor, provenance}) {
            row.add(Objects.toString(cell, ""));
        }
        rows.add(row);
    }

    private String nameOf(String lender) {
        return view.lenders().stream().filter(own -> own.lender().equals(lender)).findFirst().orElseThrow().name();
    }
}
