package org.prorata.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.prorata.web.Table.Column;

/**
 * A spreadsheet (Office Open XML) with the table on one sheet and, on another, what each column means. Numbers are numbers and dates are dates, exact or else
 * text; text is never a formula (S7). The same table gives the same bytes.
 */
public final class Xlsx {

    private static final String EXPLAINING = "Columns";
    private static final String HEADING_COLOUR = "FFE7ECF2";
    /** Rows that are held before they are written out. */
    private static final int BATCH = 500;
    private static final int NARROWEST = 14;
    private static final int WIDEST = 45;
    private static final int[] EXPLAINING_WIDTHS = {36, 24, 12, 70, 70, 40};

    private static final List<String> NOTES = List.of(
            "Numbers are exact. One of more than " + XlsxCell.DIGITS + " significant digits would be rounded by a spreadsheet, so it stands as text; the last column above counts them.",
            "An instant stands as text, to the microsecond and in UTC: given as ?known= in an address it shows what the portal knew then.",
            "Words in a column of numbers, such as \"not yet known\", say why there is no number. They are never zero, and no sum counts them.",
            "The CSV of the same address holds the same cells; there, text that could be taken for a formula has an apostrophe before it.");

    private final Table table;
    private final Workbook book;
    private final int[] longNumbers;
    private final int[] cut;
    private final int[] longest;

    private Xlsx(Table table, Workbook book) {
        this.table = table;
        this.book = book;
        this.longNumbers = new int[table.columns().size()];
        this.cut = new int[table.columns().size()];
        this.longest = new int[table.columns().size()];
    }

    public static byte[] of(Table table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Prorata", null)) {
            Xlsx xlsx = new Xlsx(table, book);
            xlsx.figures();
            xlsx.explanations();
            book.finish();
            return XlsxPackage.timeless(out.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A table longer than a sheet goes on on another. */
    private void figures() throws IOException {
        Iterator<List<String>> rows = table.checkedRows().iterator();
        int sheets = 0;
        do {
            Worksheet sheet = book.newWorksheet(++sheets == 1 ? table.title() : table.title() + " " + sheets);
            sheet.freezePane(1, 1);
            for (int c = 0; c < table.columns().size(); c++) {
                put(sheet, 0, c, XlsxCell.text(table.columns().get(c).heading()));
            }
            heading(sheet, 0, table.columns().size());
            int next = batch(sheet, 1, rows);
            widths(sheet);
            while (rows.hasNext() && next < Worksheet.MAX_ROWS) {
                sheet.flush();
                next = batch(sheet, next, rows);
            }
            sheet.finish();
        } while (rows.hasNext());
    }

    /** By the first rows: widths stand before the rows in the file. */
    private void widths(Worksheet sheet) {
        for (int c = 0; c < longest.length; c++) {
            sheet.width(c, Math.min(WIDEST, Math.max(NARROWEST, longest[c] + 2)));
        }
    }

    private int batch(Worksheet sheet, int first, Iterator<List<String>> rows) {
        int end = Math.min(first + BATCH, Worksheet.MAX_ROWS);
        // Cells of a column that look the same are given their looks together, which is far cheaper than one by one.
        String[] formats = new String[table.columns().size()];
        int[] since = new int[formats.length];
        int next = first;
        for (; next < end && rows.hasNext(); next++) {
            List<String> row = rows.next();
            for (int c = 0; c < formats.length; c++) {
                XlsxCell cell = row.get(c) == null || row.get(c).isEmpty() ? null : XlsxCell.of(table.columns().get(c).kind(), row.get(c));
                String format = cell == null ? null : cell.format();
                if (next == first || format == null || !format.equals(formats[c])) {
                    dress(sheet, since[c], next - 1, c, formats[c]);
                    formats[c] = format;
                    since[c] = next;
                }
                if (cell != null) {
                    put(sheet, next, c, cell);
                    longest[c] = Math.max(longest[c], row.get(c).length());
                    longNumbers[c] += cell.odd() == XlsxCell.Odd.LONG_NUMBER ? 1 : 0;
                    cut[c] += cell.odd() == XlsxCell.Odd.CUT ? 1 : 0;
                }
            }
        }
        for (int c = 0; c < formats.length; c++) {
            dress(sheet, since[c], next - 1, c, formats[c]);
        }
        return next;
    }

    private static void dress(Worksheet sheet, int top, int bottom, int column, String format) {
        if (format != null) {
            sheet.range(top, column, bottom, column).style().format(format).set();
        }
    }

    private static void put(Worksheet sheet, int row, int column, XlsxCell cell) {
        if (cell.value() instanceof BigDecimal number) {
            sheet.value(row, column, number);
        } else if (cell.value() instanceof LocalDate day) {
            sheet.value(row, column, day);
        } else {
            sheet.value(row, column, (String) cell.value());
        }
    }

    private static void heading(Worksheet sheet, int row, int columns) {
        sheet.range(row, 0, row, columns - 1).style().bold().wrapText(true).verticalAlignment("top").fillColor(HEADING_COLOUR).format("@").set();
    }

    private void explanations() throws IOException {
        Worksheet sheet = book.newWorksheet(EXPLAINING);
        for (int c = 0; c < EXPLAINING_WIDTHS.length; c++) {
            sheet.width(c, EXPLAINING_WIDTHS[c]);
        }
        int row = 0;
        for (Map.Entry<String, String> fact : table.about().entrySet()) {
            line(sheet, row++, fact.getKey(), fact.getValue());
        }
        line(sheet, ++row, "heading", "kind", "unit", "meaning", "where it comes from", "kept as text");
        heading(sheet, row++, EXPLAINING_WIDTHS.length);
        for (int c = 0; c < table.columns().size(); c++) {
            Column column = table.columns().get(c);
            line(sheet, row, column.heading(), column.kind().words(), column.unit(), column.meaning(), column.source(), keptAsText(c));
            sheet.range(row, 0, row++, EXPLAINING_WIDTHS.length - 1).style().wrapText(true).verticalAlignment("top").set();
        }
        row++;
        for (String note : NOTES) {
            line(sheet, row++, "note", note);
        }
        sheet.finish();
    }

    private String keptAsText(int column) {
        String numbers = longNumbers[column] == 0 ? "" : longNumbers[column] + " of more than " + XlsxCell.DIGITS + " digits, exact";
        String texts = cut[column] == 0 ? "" : cut[column] + " cut to " + XlsxCell.LONGEST_TEXT + " characters";
        return numbers + (numbers.isEmpty() || texts.isEmpty() ? "" : "; ") + texts;
    }

    private static void line(Worksheet sheet, int row, String... cells) {
        for (int c = 0; c < cells.length; c++) {
            if (!cells[c].isEmpty()) {
                XlsxCell cell = XlsxCell.text(cells[c]);
                put(sheet, row, c, cell);
                dress(sheet, row, row, c, cell.format());
            }
        }
    }
}
