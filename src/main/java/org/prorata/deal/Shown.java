package org.prorata.deal;

import io.quarkus.qute.TemplateData;
import java.util.function.Function;

/**
 * A sourced value as a page shows it.
 *
 * @param text null where unknown
 * @param p the provenance's word
 */
@TemplateData
public record Shown(String text, String p, String clause, String note) {

    static <T> Shown of(Sourced<T> value, Function<T, String> text) {
        return value == null ? null : new Shown(value.known() ? text.apply(value.value()) : null, value.provenance().word(), value.clause(),
                value.note());
    }

    static Shown of(Sourced<String> value) {
        return of(value, text -> text);
    }
}
