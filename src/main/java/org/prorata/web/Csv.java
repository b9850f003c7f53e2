package org.prorata.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.prorata.web.Table.Column;

/**
 * Comma-separated values (RFC 4180): UTF-8, lines end with CR LF. A cell that a spreadsheet could take for a formula is
 * written inert, with an apostrophe before it (S7); a plain number in a column of numbers never is.
 */
public final class Csv {

    /**
     * A formula sign, also behind spaces and characters that cannot be seen, at the start of the cell or where a
     * spreadsheet that splits at semicolons, tabs or lines would start one. The full-width signs count too: some
     * spreadsheets fold them.
     */
    private static final Pattern FORMULA_START = Pattern.compile(
            "(^|[;\\t\\r\\n])([[\\s\\p{Z}\\p{Cf}\\p{Cntrl}]&&[^\\t\\r\\n]]*+[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20])");
    private static final Pattern CONTROL_START = Pattern.compile("^[\\t\\r\\n]");
    private static final Pattern UNUSABLE = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    private Csv() {
    }

    public static byte[] of(Table table) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            List<Column> columns = table.columns();
            for (Column column : columns) {
                printer.print(inert(column.heading()));
            }
            printer.println();
            for (List<String> row : table.checkedRows()) {
                for (int i = 0; i < columns.size(); i++) {
                    printer.print(cell(columns.get(i), row.get(i)));
                }
                printer.println();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Column column, String cell) {
        return cell == null ? "" : column.kind().isNumber(cell) ? cell : inert(cell);
    }

    /** Without the control characters that no table can hold. */
    static String usable(String text) {
        return UNUSABLE.matcher(text).replaceAll("");
    }

    static String inert(String cell) {
        String safe = FORMULA_START.matcher(usable(cell)).replaceAll("$1'$2");
        return CONTROL_START.matcher(safe).find() ? "'" + safe : safe;
    }
}
