package org.prorata.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prorata.deal.TermSheetReader;
import org.prorata.deal.YamlText;
import org.prorata.setup.Part.Group;
import org.prorata.setup.Part.Kind;
import org.prorata.setup.Part.Rows;
import org.prorata.setup.Part.Value;

/**
 * The term sheet that a draft makes, as it stands: what was typed as it was typed, what was not left out, so that the reader says what is wrong and what is missing. Where all
 * values come from is written even where nobody has chosen it yet, since the reader would take it for entered.
 */
final class DraftSheet {

    private final Typed typed;

    private DraftSheet(Typed typed) {
        this.typed = typed;
    }

    static String of(Typed typed) {
        return YamlText.of(new DraftSheet(typed).tree());
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", TermSheetReader.FORMAT);
        Shape.FILE.forEach(part -> tree.put(part.name(), written(part, part.name())));
        tree.putIfAbsent("provenance", "");
        return tree;
    }

    /** Null where nothing was typed. */
    private Object written(Part part, String path) {
        if (part instanceof Value value) {
            return value.sourced() ? sourced(value, path) : bare(value, path);
        }
        if (part instanceof Rows rows) {
            List<Object> items = new ArrayList<>();
            typed.paths(path).forEach(row -> items.add(fields(rows.parts(), row)));
            return items.isEmpty() ? null : items;
        }
        Group group = (Group) part;
        if (!group.needed() && !typed.anyUnder(path)) {
            return null;
        }
        Map<String, Object> fields = fields(group.parts(), path);
        if (path.equals(Shape.OPENING)) {
            fields.put(typed.at("opening.unit").equals(Shape.PERCENT) ? Shape.PERCENT : Shape.AMOUNTS, positions());
        }
        return fields;
    }

    private Map<String, Object> fields(List<Part> parts, String path) {
        Map<String, Object> fields = new LinkedHashMap<>();
        parts.forEach(part -> fields.put(part.name(), written(part, path + "." + part.name())));
        fields.values().removeIf(each -> each == null);
        return fields;
    }

    private Object sourced(Value value, String path) {
        Object bare = bare(value, path);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", bare);
        for (String name : List.of("provenance", "clause", "note")) {
            fields.put(name, typed.has(path + "." + name) ? typed.at(path + "." + name) : null);
        }
        fields.values().removeIf(each -> each == null);
        return fields.isEmpty() || fields.size() == 1 && bare != null ? bare : fields;
    }

    private Object bare(Value value, String path) {
        if (typed.has(path + ".unknown")) {
            return YamlText.UNKNOWN;
        }
        if (value.kind() == Kind.DATES) {
            return dates(path);
        }
        if (value.kind() == Kind.LIST) {
            return typed.has(path + ".none") ? List.of() : typed.has(path) ? parted(typed.at(path)) : null;
        }
        return typed.has(path) ? typed.at(path) : null;
    }

    private Object dates(String path) {
        Map<String, Object> regular = new LinkedHashMap<>();
        List.of("every", "until").stream().filter(name -> typed.has(path + "." + name)).forEach(name -> regular.put(name, typed.at(path + "." + name)));
        if (typed.has(path + ".listed")) {
            List<String> listed = parted(typed.at(path + ".listed"));
            if (regular.isEmpty()) {
                return listed;
            }
            regular.put("listed", String.join(", ", listed));
        }
        return regular.isEmpty() ? null : regular;
    }

    private static List<String> parted(String list) {
        return Arrays.stream(list.split("[,;\\s]+")).filter(each -> !each.isEmpty()).toList();
    }

    /** By the lenders' short names; a lender without one is told of as such. Null where nobody holds anything. */
    private Map<String, Object> positions() {
        List<String> tranches = typed.paths(Shape.TRANCHES).stream().map(row -> typed.at(row + ".id")).toList();
        boolean byTranche = typed.at("opening.each").equals(Shape.BY_TRANCHE);
        Map<String, Object> positions = new LinkedHashMap<>();
        for (String lender : typed.paths(Shape.LENDERS)) {
            String id = typed.at(lender + ".id");
            Object held = byTranche ? byTranche(lender, tranches) : typed.has(lender + "." + Shape.HELD) ? typed.at(lender + "." + Shape.HELD) : null;
            if (held != null && !id.isEmpty()) {
                positions.putIfAbsent(id, held);
            }
        }
        return positions.isEmpty() ? null : positions;
    }

    private Map<String, Object> byTranche(String lender, List<String> tranches) {
        Map<String, Object> held = new LinkedHashMap<>();
        for (int i = 0; i < tranches.size(); i++) {
            String path = lender + "." + Shape.IN + (i + 1);
            if (typed.has(path) && !tranches.get(i).isEmpty()) {
                held.putIfAbsent(tranches.get(i), typed.at(path));
            }
        }
        return held.isEmpty() ? null : held;
    }

    /** The name of the file, without its ending; empty where the deal has no name in addresses yet. */
    static String name(Typed typed) {
        return typed.at("deal.slug").chars().filter(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-').mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining());
    }
}
