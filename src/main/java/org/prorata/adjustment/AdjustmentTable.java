package org.prorata.adjustment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.prorata.web.Table;
import org.prorata.web.Table.Column;

/** Adjustments as a table to download: one row for each lender's part of each booked total. */
final class AdjustmentTable {

    private static final String AGAIN = "the booked total split again over the positions as corrected (rule F13)";
    private static final String SETTLED = "entered by the agent, approved by a second person";

    private AdjustmentTable() {
    }

    static Table of(AdjustmentsView view) {
        List<Column> columns = List.of(
                Column.count("adjustment", "its number; one for each change of what was already paid. A lender's are numbered by themselves", "the portal"),
                Column.instant("known", "since when the portal knows it", "the database's clock"),
                Column.text("lender", "the lender's name in addresses", "register"),
                Column.text("name", "legal name", "register"),
                Column.count("payment", "number of the payment; empty for warrants", "the deal's terms"),
                Column.date("payment due", "stated date of the payment", "the deal's terms"),
                Column.text("component", "what was paid", "the deal's terms"),
                Column.text("unit", "of the figures beside: a currency, or warrants", "the deal's terms"),
                Column.amount("paid", "", "what the lender was paid, as adjusted until then", "the booking; cash already paid stays"),
                Column.amount("due", "", "what was due", AGAIN),
                Column.amount("difference", "", "due less paid: what the lender is to get, negative where it is to give back; a component's add up to zero over all lenders", AGAIN),
                Column.date("settled on", "empty where it is open on the day looked at", SETTLED),
                Column.text("how", "paid: through the agent; netted: against a later payment; agreed: between the parties", SETTLED),
                Column.text("reference", "of the settlement, as the agent named it", SETTLED));
        return new Table("Adjustments", about(view), columns, () -> view.adjustments().stream().flatMap(one -> one.parts().stream().map(part -> cells(one, part))).iterator());
    }

    private static List<String> cells(AdjustmentsView.One one, AdjustmentsView.Part part) {
        return Stream.of(one.no(), one.known(), part.lender(), part.name(), part.payment(), part.paymentDue(), part.componentName(), part.unit(), part.paid(), part.due(), part.difference(),
                part.settledOn(), part.how(), part.reference()).map(cell -> Objects.toString(cell, "")).toList();
    }

    private static Map<String, String> about(AdjustmentsView view) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("deal", view.deal());
        about.put("on", view.on() + ", the end of the day in the deal's zone");
        about.put("known", view.known() == null ? "the latest" : view.known().toString());
        return about;
    }
}
