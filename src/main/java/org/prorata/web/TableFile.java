package org.prorata.web;

import java.util.Locale;
import java.util.function.Function;

/** The kinds of file that every table is offered as; in addresses {@code csv} and {@code xlsx}. */
public enum TableFile {

    CSV("text/csv; charset=UTF-8; header=present", Csv::of),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Xlsx::of);

    private final String mediaType;
    private final Function<Table, byte[]> writer;

    TableFile(String mediaType, Function<Table, byte[]> writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    /** From the ending in an address, which the path allows only these of. */
    public static TableFile fromString(String ending) {
        return valueOf(ending.toUpperCase(Locale.ROOT));
    }

    /** The name of a file of this kind. */
    public String name(String base) {
        return base + "." + name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    byte[] of(Table table) {
        return writer.apply(table);
    }
}
