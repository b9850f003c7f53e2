package org.prorata.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Comma-separated values (RFC 4180): UTF-8, lines end with CR LF. A cell that a spreadsheet could take for a formula is
 * written inert, with an apostrophe before it (S7).
 */
public final class Csv {

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

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

    /** Null cells are written empty. Every row must have as many cells as the header. */
    public static byte[] of(List<String> header, List<List<String>> rows) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            print(printer, header);
            for (List<String> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException("A row of " + row.size() + " cells under a header of " + header.size() + ".");
                }
                print(printer, row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void print(CSVPrinter printer, List<String> cells) throws IOException {
        for (String cell : cells) {
            printer.print(cell == null ? "" : inert(cell));
        }
        printer.println();
    }

    static String inert(String cell) {
        String text = UNUSABLE.matcher(cell).replaceAll("");
        if (PLAIN_NUMBER.matcher(text).matches()) {
            return text;
        }
        String safe = FORMULA_START.matcher(text).replaceAll("$1'$2");
        return CONTROL_START.matcher(safe).find() ? "'" + safe : safe;
    }
}
