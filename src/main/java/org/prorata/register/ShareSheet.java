package org.prorata.register;

import java.time.LocalDate;
import java.util.List;
import org.prorata.web.Option;
import org.prorata.web.Problems;
import org.prorata.web.Refused;

/**
 * The form that updates shares as its page shows it: every lender with what it holds just before, what is typed, and what is wrong beside it.
 *
 * @param on       as typed
 * @param day      null where {@code on} is no date
 * @param opens    the date of the opening register
 * @param total    what the shares must add up to; null where it cannot be told
 * @param pasted   what became of lines of a spreadsheet; with nothing but empty text where none were pasted
 * @param refused  the rule that stands against what was just proposed; null where none does
 */
record ShareSheet(String deal, String kind, String on, LocalDate day, LocalDate opens, String currency, String tranche, List<Option> tranches, String unit, List<Row> rows,
        List<NewRow> fresh, String total, String totalHeld, Check check, String reason, String reference, long version, String key, Problems problems, Refused refused, Pasted pasted) {

    /**
     * @param before  decimal amount; null where it cannot be told
     * @param share   the percentage before, for reading; null where it cannot be told
     * @param value   what stands in the field
     * @param was     what the page itself puts there
     * @param problem null where nothing is wrong
     */
    record Row(String handle, String name, String before, String share, String value, String was, String problem) {
        public boolean touched() {
            return !value.equals(was);
        }
    }

    /**
     * @param left   lines that were not read
     * @param filled how many fields were filled; null where nothing was pasted
     * @param notes  why lines were not read
     * @param untold how many lines more were not
     */
    record Pasted(String left, Integer filled, List<String> notes, int untold) {
    }

    record NewRow(String handle, String name, String value, String handleProblem, String nameProblem, String valueProblem) {
    }

    /**
     * What is typed, added up by the server's own rules.
     *
     * @param sum      null where something cannot be read
     * @param missing  how much is missing; null where nothing is
     * @param tooMuch  how much is too much; null where nothing is
     * @param problems what is wrong, with whose it is
     */
    record Check(String sum, String of, String missing, String tooMuch, List<String> problems) {
        public boolean addsUp() {
            return sum != null && missing == null && tooMuch == null;
        }
    }

    public boolean replacesOpening() {
        return ReplaceOpening.KIND.equals(kind);
    }

    public boolean percent() {
        return "percent".equals(unit);
    }
}
