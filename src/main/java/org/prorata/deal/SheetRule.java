package org.prorata.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How one kind of value is read. What it does not take is thrown as {@link NotRight}. */
interface SheetRule<T> {

    T read(SheetNode node);

    static <T> SheetRule<T> ofText(Function<String, T> rule) {
        return node -> {
            if (node instanceof SheetNode.Scalar scalar) {
                return rule.apply(scalar.text());
            }
            throw new NotRight(node, "Write one plain value here, not " + node.shown());
        };
    }

    /** A list of such values; a single one stands for a list of one. */
    static <T> SheetRule<List<T>> listOf(SheetRule<T> rule) {
        return node -> {
            List<SheetNode> nodes = node instanceof SheetNode.Items list ? list.items() : List.of(node);
            List<T> values = new ArrayList<>();
            for (SheetNode each : nodes) {
                try {
                    values.add(rule.read(each));
                } catch (NotRight e) {
                    throw new NotRight(e.at() == null ? each : e.at(), e.getMessage());
                }
            }
            return values;
        };
    }

    default SheetRule<T> and(Function<T, String> whatIsWrong) {
        return node -> {
            T value = read(node);
            String wrong = whatIsWrong.apply(value);
            if (wrong != null) {
                throw new NotRight(wrong);
            }
            return value;
        };
    }
}
