package org.prorata.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.prorata.web.Table.Kind;

/**
 * A cell of a spreadsheet.
 *
 * @param value  a String, a BigDecimal or a LocalDate; never anything that a spreadsheet computes
 * @param format how the spreadsheet shows it; numbers with as many decimals as they were given
 */
record XlsxCell(Object value, String format, Odd odd) {

    /** What a spreadsheet could not take as it is. */
    enum Odd { NONE, LONG_NUMBER, CUT }

    /** Spreadsheets keep numbers as binary fractions: up to so many significant digits come back as they were. */
    static final int DIGITS = 15;
    /** Longer texts make a spreadsheet call the file damaged. */
    static final int LONGEST_TEXT = 32_767;

    private static final String CUT_HERE = " … (cut here: a cell of a spreadsheet holds no more; the CSV has all of it)";
    private static final String AS_TEXT = "@";
    /** Spreadsheets count days from 1900 and think that year a leap year, so only from its March on do all agree. */
    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    /** Spreadsheets read such an escape in a text as the character of that number. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    static XlsxCell of(Kind kind, String text) {
        if (kind.isNumber(text)) {
            BigDecimal number = new BigDecimal(text);
            return number.stripTrailingZeros().precision() <= DIGITS ? new XlsxCell(number, format(number.scale()), Odd.NONE) : new XlsxCell(text, AS_TEXT, Odd.LONG_NUMBER);
        }
        LocalDate day = kind == Kind.DATE ? day(text) : null;
        return day == null ? text(text) : new XlsxCell(day, "yyyy-mm-dd", Odd.NONE);
    }

    /** Text that stays text, also when someone edits the cell. */
    static XlsxCell text(String text) {
        // Once through UTF-8, as the CSV goes: half a character becomes a question mark.
        String whole = new String(Csv.usable(text).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        boolean cut = whole.length() > LONGEST_TEXT;
        String kept = cut ? whole.substring(0, whole.offsetByCodePoints(0, whole.codePointCount(0, LONGEST_TEXT - CUT_HERE.length()) - 1)) + CUT_HERE : whole;
        return new XlsxCell(ESCAPE.matcher(kept).replaceAll("_x005F_"), AS_TEXT, cut ? Odd.CUT : Odd.NONE);
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.isBefore(FIRST) || day.isAfter(LAST) ? null : day;
        } catch (DateTimeParseException words) {
            return null;
        }
    }

    private static String format(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }
}
