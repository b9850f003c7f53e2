package org.prorata.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads downloads back: spreadsheets with another library than the one that writes them, and CSV. */
public record SheetReading(XSSFWorkbook book) {

    public static SheetReading of(byte[] xlsx) {
        try {
            return new SheetReading(new XSSFWorkbook(new ByteArrayInputStream(xlsx)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    public static List<List<String>> csv(byte[] file) {
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(new String(file, StandardCharsets.UTF_8)))) {
            return parser.stream().map(row -> row.stream().toList()).toList();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** A sheet as texts, each number with the decimals its format shows; a date as ISO. */
    public List<List<String>> texts(int sheet, int columns) {
        List<List<String>> rows = new ArrayList<>();
        Sheet from = book.getSheetAt(sheet);
        for (int r = 0; r <= from.getLastRowNum(); r++) {
            Row row = from.getRow(r);
            List<String> texts = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                texts.add(text(row == null ? null : row.getCell(c)));
            }
            rows.add(texts);
        }
        return rows;
    }

    public Cell cell(int sheet, int row, int column) {
        return book.getSheetAt(sheet).getRow(row).getCell(column);
    }

    public List<CellType> types(int sheet) {
        List<CellType> types = new ArrayList<>();
        book.getSheetAt(sheet).forEach(row -> row.forEach(cell -> types.add(cell.getCellType())));
        return types;
    }

    /** All cells of all sheets, each with its address. */
    public static String everything(byte[] xlsx) {
        StringBuilder all = new StringBuilder();
        of(xlsx).book().forEach(sheet -> sheet.forEach(row -> row.forEach(cell ->
                all.append(sheet.getSheetName()).append('!').append(cell.getAddress()).append(' ').append(text(cell)).append('\n'))));
        return all.toString();
    }

    private static String text(Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getCellType()) {
            case BLANK -> "";
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? cell.getLocalDateTimeCellValue().toLocalDate().toString() : number((XSSFCell) cell);
            default -> throw new IllegalStateException(cell.getAddress() + " is a " + cell.getCellType());
        };
    }

    /** What the file says, through a double as a spreadsheet takes it, as the fifteen digits that it keeps. */
    private static String number(XSSFCell cell) {
        String format = cell.getCellStyle().getDataFormatString();
        int point = format.indexOf('.');
        return new BigDecimal(cell.getNumericCellValue()).round(new MathContext(15)).setScale(point < 0 ? 0 : format.length() - point - 1).toPlainString();
    }
}
