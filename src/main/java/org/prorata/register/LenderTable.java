package org.prorata.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.prorata.web.Table;
import org.prorata.web.Table.Column;

/** The lenders of a deal as a table to download; contacts are not in it, since files travel. */
final class LenderTable {

    private static final String DETAIL = "the details as known at the instant above (rule F14)";

    private LenderTable() {
    }

    static Table of(LendersView view) {
        List<Column> columns = List.of(
                Column.text("lender", "the lender's name in addresses", "register"),
                Column.text("name", "legal name", DETAIL),
                Column.text("formerly", "former names, each with its last day where that is known", DETAIL),
                Column.text("group", "manager or group; lenders of one are affiliates", DETAIL),
                Column.text("lei", "Legal Entity Identifier of ISO 17442; empty where not known", DETAIL + ", its check digits verified"),
                Column.text("published", "yes where other lenders may see the name", DETAIL),
                Column.amount("held", view.currency(), "principal over all tranches, as booked", "sum of the entries effective by the day and known at the instant above (rule F3)"),
                Column.text("provenance", "where name and details come from", "published, computed, assumed, illustrative (made up to show the portal), entered or unknown (rule F11)"),
                Column.instant("since", "since when the portal knows these details", "the database's clock, strictly increasing within a deal (rule F16)"));
        return new Table("Lenders", about(view), columns, () -> view.lenders().stream().map(LenderTable::cells).iterator());
    }

    private static List<String> cells(LenderView lender) {
        return Stream.of(lender.lender(), lender.name(), lender.formerly(), lender.group(), lender.lei(), lender.published() ? "yes" : "no", lender.held(),
                lender.provenance(), lender.since()).map(cell -> Objects.toString(cell, "")).toList();
    }

    private static Map<String, String> about(LendersView view) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("deal", view.deal());
        about.put("on", view.on() + ", the end of the day in the deal's zone");
        about.put("known", view.known() == null ? "the latest" : view.known().toString());
        if (view.illustrative()) {
            about.put("illustrative", "What is held is made up to show the portal, to be replaced by the real positions before use.");
        }
        return about;
    }
}
