package org.prorata.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields under one path of a file, and how they are asked for. What is wrong is noted, and null is given instead. */
final class SheetSection {

    private final SheetReading reading;
    private final String path;
    private final SheetNode node;
    private final Map<String, SheetNode.Field> fields;
    private final List<String> names;

    /** @param names all fields that may stand here; any other is a problem */
    SheetSection(SheetReading reading, String path, SheetNode node, List<String> names) {
        this.reading = reading;
        this.path = path;
        this.node = node;
        this.names = names;
        if (node instanceof SheetNode.Fields f) {
            fields = f.byName();
            fields.forEach(this::refuseUnknownName);
        } else {
            fields = null;
            reading.problems().add(node, path, "Write fields here: " + String.join(", ", names));
        }
    }

    private void refuseUnknownName(String name, SheetNode.Field field) {
        if (!names.contains(name)) {
            String near = Nearest.of(name, names);
            reading.problems().add(field.line(), pathOf(name), name, near == null
                    ? "There is no such field; known here are " + String.join(", ", names) : "There is no such field; perhaps " + near);
        }
    }

    SheetReading reading() {
        return reading;
    }

    String path() {
        return path;
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return fields != null && fields.containsKey(name) && !fields.get(name).isNothing();
    }

    /** Notes something wrong with a field, or with the whole section where the field is missing. */
    void wrong(String name, String right) {
        if (has(name)) {
            SheetNode value = fields.get(name).node();
            reading.problems().add(fields.get(name).line(), pathOf(name), value.shown(), right);
        } else {
            reading.problems().add(node.line(), pathOf(name), "", right);
        }
    }

    private boolean missing(String name) {
        if (has(name)) {
            return false;
        }
        if (fields != null) {
            int line = fields.containsKey(name) ? fields.get(name).line() : node.line();
            reading.problems().add(line, pathOf(name), "", "Missing: write " + name + " here");
        }
        return true;
    }

    SheetNode raw(String name) {
        return has(name) ? fields.get(name).node() : null;
    }

    <T> T value(String name, SheetRule<T> rule) {
        return missing(name) ? null : read(pathOf(name), raw(name), rule);
    }

    <T> T valueOr(T otherwise, String name, SheetRule<T> rule) {
        return has(name) ? read(pathOf(name), raw(name), rule) : otherwise;
    }

    /** A value with where it comes from; it may be unknown. */
    <T> Sourced<T> sourced(String name, SheetRule<T> rule) {
        return missing(name) ? null : readSourced(name, rule);
    }

    <T> Sourced<T> sourcedOr(Sourced<T> otherwise, String name, SheetRule<T> rule) {
        return has(name) ? readSourced(name, rule) : otherwise;
    }

    /** A value with where it comes from, on which so much rests that it cannot be unknown. */
    <T> Sourced<T> known(String name, SheetRule<T> rule) {
        Sourced<T> value = sourced(name, rule);
        if (value != null && !value.known()) {
            wrong(name, "This cannot be unknown: write what is assumed, with provenance: assumed");
            return null;
        }
        return value;
    }

    <T> Sourced<T> knownOr(Sourced<T> otherwise, String name, SheetRule<T> rule) {
        return has(name) ? known(name, rule) : otherwise;
    }

    private <T> Sourced<T> readSourced(String name, SheetRule<T> rule) {
        SheetNode value = raw(name);
        if (!(value instanceof SheetNode.Fields f) || !(f.byName().containsKey("value") || f.byName().containsKey("provenance"))) {
            return value instanceof SheetNode.Scalar s && s.isUnknown() ? Sourced.unknown(null, null)
                    : sourced(read(pathOf(name), value, rule), reading.provenance(), null, null);
        }
        SheetSection parts = new SheetSection(reading, pathOf(name), value, List.of("value", "provenance", "clause", "note"));
        Provenance provenance = parts.valueOr(null, "provenance", SheetRules.PROVENANCE);
        String clause = parts.valueOr(null, "clause", SheetRules.CLAUSE);
        String note = parts.valueOr(null, "note", SheetRules.TEXT);
        if (parts.missing("value")) {
            return null;
        }
        boolean unknown = parts.raw("value") instanceof SheetNode.Scalar s && s.isUnknown();
        if (provenance != null && unknown != (provenance == Provenance.UNKNOWN)) {
            parts.wrong("provenance", unknown ? "What is unknown has provenance: unknown, or none"
                    : "A value has a provenance other than unknown; write value: unknown if it is not known");
            return null;
        }
        if (unknown) {
            return Sourced.unknown(clause, note);
        }
        return sourced(read(parts.pathOf("value"), parts.raw("value"), rule), provenance == null ? reading.provenance() : provenance, clause, note);
    }

    private static <T> Sourced<T> sourced(T value, Provenance provenance, String clause, String note) {
        return value == null ? null : Sourced.of(value, provenance, clause, note);
    }

    private <T> T read(String at, SheetNode value, SheetRule<T> rule) {
        try {
            return rule.read(value);
        } catch (NotRight e) {
            reading.problems().add(e.at() == null ? value : e.at(), at, e.getMessage());
            return null;
        }
    }

    /** The fields under a name; null where there are none. */
    SheetSection section(String name, List<String> itsNames) {
        return has(name) ? new SheetSection(reading, pathOf(name), raw(name), itsNames) : null;
    }

    SheetSection requiredSection(String name, List<String> itsNames) {
        return missing(name) ? null : section(name, itsNames);
    }

    /** The list under a name, each item with its fields; empty where there is none. */
    List<SheetSection> items(String name, List<String> itsNames) {
        List<SheetSection> items = new ArrayList<>();
        if (raw(name) instanceof SheetNode.Items list) {
            for (SheetNode each : list.items()) {
                items.add(new SheetSection(reading, pathOf(name) + "[" + (items.size() + 1) + "]", each, itsNames));
            }
        } else if (has(name)) {
            wrong(name, "Write a list here: each item begins with a hyphen");
        }
        return items;
    }

    List<SheetSection> requiredItems(String name, List<String> itsNames) {
        if (missing(name)) {
            return List.of();
        }
        List<SheetSection> items = items(name, itsNames);
        if (items.isEmpty() && raw(name) instanceof SheetNode.Items) {
            wrong(name, "Write at least one item here");
        }
        return items;
    }

    /** Fields whose names the file chooses, such as lenders' handles; empty where there are none. */
    Map<String, SheetNode.Field> named(String name) {
        if (raw(name) instanceof SheetNode.Fields f) {
            return f.byName();
        }
        if (has(name)) {
            wrong(name, "Write fields here, each with its value");
        }
        return Map.of();
    }

    boolean isFields() {
        return fields != null;
    }
}
