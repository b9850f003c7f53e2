package org.prorata.setup;

import java.util.List;
import org.prorata.web.Option;

/**
 * A part of a step's form as its template shows it: a field, a group of parts, or rows.
 *
 * @param label empty where the part needs none
 * @param hint  null where there is none
 * @param said  what the reader says of it; null where it says nothing
 * @param missing whether that is only that nothing stands there yet
 * @param parts of a group; @param rows of a list; @param field of a field; each null in the others
 * @param add   what the button says that adds a row; null where there is none
 */
record Shown(String path, String id, String label, String hint, String said, boolean missing, List<Shown> parts, List<Row> rows, String add, Field field) {

    /** @param title "2 · term-b"; @param aside what is rarely needed; @param open whether that is shown @param removable whether a button takes it away */
    record Row(String path, String id, String title, List<Shown> parts, List<Shown> aside, boolean open, boolean removable) {
    }

    /**
     * @param kind      text, area, date, figure, select, tick, list or dates
     * @param options   of a select, with the empty one
     * @param unknown   null where it cannot be: whether it is ticked as not known yet
     * @param none      null where it is no list: whether it is ticked that there are none; @param noneLabel what that is called
     * @param unused    whether something is typed that counts for nothing, since it is ticked as not known or none
     * @param every     of dates; @param until likewise; @param listed likewise
     * @param source    null where it has none of its own
     */
    record Field(String kind, String value, List<Option> options, Boolean unknown, Boolean none, String noneLabel, boolean unused, List<Option> every, String everyNow, String until, String listed,
            Source source) {
    }

    /** @param open whether it has to be seen, since something is wrong with it */
    record Source(String provenance, String clause, String note, List<Option> options, boolean open) {

        /** Whether the value says something of its own about where it comes from. */
        public boolean own() {
            return !provenance.isEmpty() || !clause.isEmpty() || !note.isEmpty();
        }
    }

    /** Whether it is a list, be it one without rows yet. */
    public boolean list() {
        return rows != null;
    }

    public boolean wide() {
        return field != null && (field.kind().equals("area") || field.kind().equals("dates"));
    }
}
