package org.prorata.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.prorata.web.Table;
import org.prorata.web.Table.Column;

/** The register as tables to download: who holds what, and the entries behind it. */
final class RegisterTables {

    private static final String SUM = "sum of the entries effective by the day and known at the instant above (rule F3)";
    private static final String ENTRY = "written with the entry, for ever (rule F13)";
    private static final String FOUR_EYES = "kept with the proposal, for ever (rule F15)";

    private RegisterTables() {
    }

    static Table positions(RegisterView view) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("lender", "the lender's name in addresses; empty in the two rows of totals at the end", "register"),
                Column.text("name", "legal name; the last two rows are the sum of the lenders shown and the deal's own total", "register")));
        view.tranches().forEach(tranche -> columns.add(Column.amount(tranche.id(), view.currency(), "principal held in " + tranche.name() + ", as booked", SUM)));
        columns.add(Column.amount("total", view.currency(), "principal held over all tranches", SUM));
        List<List<String>> rows = new ArrayList<>();
        view.positions().forEach(holder -> rows.add(cells(holder.lender(), holder.name(), holder.byTranche().values(), holder.total())));
        List<RegisterView.Sum> totals = view.tranches().stream().map(RegisterView.Tranche::total).toList();
        rows.add(cells("", "Sum of the lenders shown", totals.stream().map(RegisterView.Sum::own).toList(), view.total().own()));
        rows.add(cells("", "Total of the deal", totals.stream().map(RegisterView.Sum::deal).toList(), view.total().deal()));
        return new Table("Positions", about(view), columns, rows);
    }

    private static List<String> cells(String lender, String name, Iterable<String> amounts, String total) {
        List<String> cells = new ArrayList<>(List.of(lender, name));
        amounts.forEach(cells::add);
        cells.add(total);
        return cells;
    }

    static Table entries(RegisterView view) {
        List<Column> columns = List.of(
                Column.count("seq", "the entry's number; a lender's own are numbered by themselves", "register, the latest written first"),
                Column.date("on", "the day from which it holds in law", ENTRY),
                Column.instant("known", "since when the portal knows it", "the database's clock, strictly increasing within a deal (rule F16)"),
                Column.text("lender", "the lender's name in addresses", "register"),
                Column.text("name", "legal name", "register"),
                Column.text("tranche", "the tranche whose principal moves", "the deal's terms"),
                Column.amount("amount", view.currency(), "what is added to the position; negative where it is taken off", ENTRY),
                Column.text("cause", "why: initial, transfer, payment, exchange or correction", ENTRY),
                Column.text("corrects", "what a correction corrects: initial, transfer, payment or exchange; empty for others", ENTRY),
                Column.count("reverses", "number of the entry that it takes back; empty for others, and told to the agent alone", ENTRY),
                Column.text("reference", "the paper it rests on, as the agent named it", ENTRY),
                Column.text("provenance", "where the amount comes from", "published, computed, assumed, illustrative (made up to show the portal), entered or unknown (rule F11)"),
                Column.count("payment", "number of the payment it books; empty for others", ENTRY),
                Column.date("tradeDate", "the day on which the transfer was agreed; empty for others", ENTRY),
                Column.amount("fee", view.currency(), "between the transfer's seller and buyer, at one entry of the transfer so that the column adds up; negative where the transfer was taken back; it moves no figure of the deal; empty where there was none", ENTRY),
                Column.text("feePaidBy", "seller or buyer, beside the fee", ENTRY),
                Column.text("proposal", "the proposal that wrote it; told to the agent alone, like the columns behind it; empty for what was imported", ENTRY),
                Column.text("proposedBy", "who of the agent proposed it", FOUR_EYES),
                Column.instant("proposedAt", "when it was proposed", FOUR_EYES),
                Column.text("approvedBy", "who of the agent approved it, another person", FOUR_EYES),
                Column.instant("approvedAt", "when it was approved; where several changes were approved together, the instant of the last", FOUR_EYES),
                Column.text("reason", "why, in the proposer's words", FOUR_EYES));
        return new Table("Entries", about(view), columns, () -> view.entries().stream().map(RegisterTables::cells).iterator());
    }

    private static List<String> cells(RegisterView.Line line) {
        return Stream.of(line.seq(), line.on(), line.known(), line.lender(), line.name(), line.tranche(), line.amount(), line.cause(), line.corrects(), line.reverses(), line.reference(), line.provenance(),
                line.payment(), line.tradeDate(), line.fee(), line.feePaidBy(), line.proposal(), line.proposedBy(), line.proposedAt(), line.approvedBy(), line.approvedAt(),
                line.reason()).map(cell -> Objects.toString(cell, "")).toList();
    }

    private static Map<String, String> about(RegisterView view) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("deal", view.deal());
        about.put("on", view.on() + ", the end of the day in the deal's zone");
        about.put("known", view.known() == null ? "the latest" : view.known().toString());
        if (view.illustrative()) {
            about.put("illustrative", "The opening positions are made up to show the portal, to be replaced by the real ones before use.");
        }
        return about;
    }
}
