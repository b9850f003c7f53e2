package org.prorata.deal;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A term that the agent can confirm or change.
 *
 * @param field its path: {@code business-days.convention}, {@code interest.reduced-principal.day-count}
 * @param kind the path's last part, which says what sort of value it is
 * @param of name of the interest term it belongs to; null where it belongs to the whole deal
 * @param current as it stands
 * @param shown as a file and the form write it, a list with commas; null where unknown
 * @param list whether the value is a list
 */
record ChangeableTerm<T>(String field, String kind, String of, Sourced<T> current, String shown, boolean list, SheetRule<T> rule,
        BiFunction<Terms, Sourced<T>, Terms> put) {

    /** The value typed; what cannot be read is thrown as {@link NotRight}. */
    T read(String typed) {
        String text = typed == null ? "" : typed.strip();
        if (!list) {
            return rule.read(new SheetNode.Scalar(1, text, false));
        }
        List<SheetNode> items = Stream.of(text.split("[,\\s]+")).filter(part -> !part.isEmpty())
                .<SheetNode>map(part -> new SheetNode.Scalar(1, part, false)).toList();
        return rule.read(new SheetNode.Items(1, items));
    }

    /** Published terms are not the agent's to change here. */
    boolean changeable() {
        return current.provenance() != Provenance.PUBLISHED && current.provenance() != Provenance.COMPUTED;
    }

    boolean alreadyEntered(String typed) {
        return current.provenance() == Provenance.ENTERED && read(typed).equals(current.value());
    }

    boolean confirms(String typed) {
        return read(typed).equals(current.value());
    }

    /** The terms with the value that was typed, now entered. */
    Terms with(Terms terms, String typed, String note) {
        return put.apply(terms, current.nowEntered(read(typed), note));
    }
}
