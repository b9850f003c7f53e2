package org.prorata.audit;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.prorata.web.Table;
import org.prorata.web.Table.Column;

/** Rows of the trail as a table to download. */
final class TrailTable {

    private static final String WRITTEN = "written with the row; rows are added and never changed";
    private static final List<Column> COLUMNS = List.of(
            Column.count("seq", "the row's number, the newest first", "counted up by the database"),
            Column.instant("at", "when it happened", "the database's clock"),
            Column.text("what", "the kind of event; the part before the dot is its family", WRITTEN),
            Column.text("deal", "number of the deal; empty where it concerns none", WRITTEN),
            Column.text("user", "number of the user; empty where nobody was signed in", "the session"),
            Column.text("user name", "the user's name at the time", "the session"),
            Column.text("address", "the network address it came from", "the connection, or a proxy that is trusted"),
            Column.text("subject", "what it was done to", WRITTEN),
            Column.text("details", "more, as JSON", WRITTEN),
            Column.count("number", "the row's number in its chain, that of its deal or the portal's", "counted up by the database, without gaps"),
            Column.text("previous", "SHA-256 of the row before it in its chain", "the database"),
            Column.text("hash", "SHA-256 of this row and of previous; to verify it take trail.jsonl, which holds every row to the letter", "the database"));

    private TrailTable() {
    }

    /** @param filter what was asked for, by parameter */
    static Table of(List<TrailRow> found, Map<String, String> filter) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("table", "the trail: what was done in the portal, by whom and from where");
        filter.forEach((parameter, value) -> about.put("only " + parameter, value));
        return new Table("Trail", about, COLUMNS, () -> found.stream().map(TrailTable::cells).iterator());
    }

    private static List<String> cells(TrailRow row) {
        return Stream.of(row.seq, row.at, row.what, row.dealId, row.userId, row.userName, row.address, row.subject, row.details, row.no,
                        HexFormat.of().formatHex(row.previous), HexFormat.of().formatHex(row.hash))
                .map(cell -> Objects.toString(cell, "")).toList();
    }
}
