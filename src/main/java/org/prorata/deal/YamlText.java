package org.prorata.deal;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes named values as YAML. What fits on a line is written on one; null fields are left out. */
public final class YamlText {

    /** Stands for the word itself, not for a text that happens to read so. */
    public static final Object UNKNOWN = new Object() {
        @Override
        public String toString() {
            return "unknown";
        }
    };

    private static final int WIDTH = 130;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_./ -]*[A-Za-z0-9_./-])?|-[0-9.]+");
    private static final List<String> WITH_A_MEANING = List.of("unknown", "null");

    private final StringBuilder out = new StringBuilder();

    public static String of(Map<String, Object> fields) {
        YamlText text = new YamlText();
        text.block(fields, 0);
        return text.out.toString();
    }

    private void block(Map<String, Object> fields, int indent) {
        boolean first = true;
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            if (field.getValue() == null) {
                continue;
            }
            if (indent == 0 && !first) {
                out.append('\n');
            }
            first = false;
            out.append(" ".repeat(indent)).append(scalar(field.getKey())).append(':');
            value(field.getValue(), indent);
        }
    }

    private void value(Object value, int indent) {
        Object v = shape(value);
        String inline = inline(v);
        if (!(v instanceof Map || v instanceof List) || fits(v, inline, indent)) {
            out.append(' ').append(inline).append('\n');
        } else if (v instanceof Map<?, ?> fields) {
            out.append('\n');
            block(named(fields), indent + 2);
        } else {
            out.append('\n');
            ((List<?>) v).forEach(item -> item(shape(item), indent + 2));
        }
    }

    private void item(Object item, int indent) {
        String inline = inline(item);
        if (!(item instanceof Map) || fits(item, inline, indent)) {
            out.append(" ".repeat(indent)).append("- ").append(inline).append('\n');
            return;
        }
        int start = out.length();
        block(named((Map<?, ?>) item), indent + 2);
        out.setCharAt(start + indent, '-');
    }

    /** Lists of fields and fields with lists are easier to read down than across. */
    private static boolean fits(Object v, String inline, int indent) {
        if (v instanceof List<?> list && list.stream().anyMatch(i -> shape(i) instanceof Map)) {
            return false;
        }
        if (v instanceof Map<?, ?> m && m.values().stream().anyMatch(i -> i instanceof List || shape(i) instanceof Map && m.containsKey("id"))) {
            return false;
        }
        return indent + inline.length() <= WIDTH;
    }

    private static Object shape(Object value) {
        if (value instanceof Cited cited) {
            return !cited.bare() ? cited.fields() : cited.value() == null ? UNKNOWN : cited.value();
        }
        return value;
    }

    private static String inline(Object value) {
        Object v = shape(value);
        if (v instanceof Map<?, ?> fields) {
            return named(fields).entrySet().stream().filter(e -> e.getValue() != null)
                    .map(e -> scalar(e.getKey()) + ": " + inline(e.getValue())).collect(Collectors.joining(", ", "{", "}"));
        }
        if (v instanceof List<?> list) {
            return list.stream().map(YamlText::inline).collect(Collectors.joining(", ", "[", "]"));
        }
        return v == UNKNOWN ? "unknown" : scalar(v.toString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Map<?, ?> fields) {
        return (Map<String, Object>) fields;
    }

    private static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !WITH_A_MEANING.contains(text)) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                // What a file cannot hold as it is is told at its field, and not as a fault of the file.
                default -> {
                    if (c < ' ' || c >= 0x7f && c < 0xa0 && c != 0x85 || c >= 0xd800 && c < 0xe000 || c == 0xfffe || c == 0xffff) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
