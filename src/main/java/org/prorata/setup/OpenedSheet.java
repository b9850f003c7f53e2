package org.prorata.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.prorata.deal.BadTermSheet;
import org.prorata.deal.DealFile;
import org.prorata.deal.SheetNode;
import org.prorata.deal.SheetParser;
import org.prorata.deal.SheetProblem;
import org.prorata.deal.TermSheetReader;
import org.prorata.setup.Part.Group;
import org.prorata.setup.Part.Kind;
import org.prorata.setup.Part.Rows;
import org.prorata.setup.Part.Value;

/** A term-sheet file as a draft that makes the same term sheet. */
final class OpenedSheet {

    /** Each has fields enough that a form of many more would be more than the server reads, and than anyone types. */
    private static final int MOST_LENDERS = 2_000;

    private final Map<String, String> texts = new TreeMap<>();
    private final List<SheetProblem> left = new ArrayList<>();
    /** The numbers of lenders and tranches by their short names. */
    private final Map<String, Integer> lenders = new LinkedHashMap<>();
    private final Map<String, Integer> tranches = new LinkedHashMap<>();
    private final SetupText words;

    private OpenedSheet(SetupText words) {
        this.words = words;
    }

    /**
     * @throws BadTermSheet where the file is of no term sheet's syntax, or holds what the form has no field for, or what would read otherwise once written by it:
     *                      nothing of a file is lost in silence. What else is wrong with its values the draft shows.
     */
    static Typed of(byte[] file, SetupText words) {
        OpenedSheet opened = new OpenedSheet(words);
        opened.whole(SheetParser.parse(file));
        if (opened.lenders.size() > MOST_LENDERS) {
            throw new BadTermSheet(List.of(new SheetProblem(0, Shape.LENDERS, String.valueOf(opened.lenders.size()), words.opensTooMany(MOST_LENDERS))));
        }
        if (!opened.left.isEmpty()) {
            throw new BadTermSheet(opened.left);
        }
        Typed typed = Typed.of(opened.texts);
        DealFile read;
        try {
            read = TermSheetReader.read(file);
        } catch (BadTermSheet unfinished) {
            return typed;
        }
        if (!sameAs(read, typed)) {
            throw new BadTermSheet(List.of(new SheetProblem(0, "", "", words.opensOtherwise())));
        }
        return typed;
    }

    private static boolean sameAs(DealFile read, Typed typed) {
        try {
            return TermSheetReader.read(DraftSheet.of(typed)).equals(read);
        } catch (BadTermSheet other) {
            return false;
        }
    }

    private void whole(SheetNode.Fields root) {
        Map<String, SheetNode.Field> fields = new LinkedHashMap<>(root.byName());
        fields.remove("format");
        fields(Shape.FILE, "", fields);
    }

    private void fields(List<Part> parts, String path, Map<String, SheetNode.Field> fields) {
        Set<String> known = parts.stream().map(Part::name).collect(Collectors.toSet());
        // In the form's order: who holds what is read once lenders and tranches are.
        parts.stream().filter(part -> fields.containsKey(part.name())).forEach(part -> part(part, path.isEmpty() ? part.name() : path + "." + part.name(), fields.get(part.name())));
        fields.forEach((name, field) -> {
            if (known.contains(name)) {
                return;
            }
            String at = path.isEmpty() ? name : path + "." + name;
            boolean lender = path.startsWith("lenders[") && path.indexOf('.') < 0;
            if (lender && name.equals("formerly") && field.node() instanceof SheetNode.Scalar former) {
                put(path + ".former-names[1].name", former);
            } else if (path.equals(Shape.OPENING) && (name.equals(Shape.AMOUNTS) || name.equals(Shape.PERCENT)) && !texts.containsKey("opening.unit")) {
                texts.put("opening.unit", name);
                positions(at, field);
            } else if (!field.isNothing()) {
                leave(field.line(), at, name);
            }
        });
    }

    private void part(Part part, String at, SheetNode.Field field) {
        if (field.isNothing()) {
            return;
        }
        if (part instanceof Value value) {
            if (!(value.sourced() && field.node() instanceof SheetNode.Fields sourced && (sourced.byName().containsKey("value") || sourced.byName().containsKey("provenance")))) {
                value(value, at, field.node());
                return;
            }
            sourced.byName().forEach((name, each) -> {
                if (name.equals("value")) {
                    value(value, at, each.node());
                } else if (List.of("provenance", "clause", "note").contains(name) && each.node() instanceof SheetNode.Scalar text) {
                    put(at + "." + name, text);
                } else {
                    leave(each.line(), at + "." + name, name);
                }
            });
        } else if (part instanceof Group group && field.node() instanceof SheetNode.Fields inside) {
            fields(group.parts(), at, inside.byName());
        } else if (part instanceof Rows rows && field.node() instanceof SheetNode.Items list) {
            rows(rows, at, list);
        } else {
            leave(field.line(), at, field.node().shown());
        }
    }

    private void rows(Rows rows, String at, SheetNode.Items list) {
        for (int i = 1; i <= list.items().size(); i++) {
            String row = at + "[" + i + "]";
            if (list.items().get(i - 1) instanceof SheetNode.Fields inside && !inside.byName().isEmpty()) {
                fields(rows.parts(), row, inside.byName());
            } else {
                leave(list.items().get(i - 1).line(), row, list.items().get(i - 1).shown());
            }
            String id = texts.get(row + ".id");
            if (id != null && (at.equals(Shape.LENDERS) || at.equals(Shape.TRANCHES))) {
                (at.equals(Shape.LENDERS) ? lenders : tranches).putIfAbsent(id, i);
            }
        }
    }

    private void value(Value value, String at, SheetNode node) {
        if (node instanceof SheetNode.Scalar scalar && scalar.isUnknown() && value.unknowable()) {
            texts.put(at + ".unknown", "true");
        } else if (node instanceof SheetNode.Scalar scalar && scalar.isUnknown() && at.endsWith(".until")) {
            texts.remove(at);                                                   // as the reader takes it: not known is not written
        } else if (node instanceof SheetNode.Items list && value.kind() == Kind.LIST) {
            texts.put(list.items().isEmpty() ? at + ".none" : at, list.items().isEmpty() ? "true" : joined(list, at));
        } else if (node instanceof SheetNode.Items list && value.kind() == Kind.DATES) {
            texts.put(at + ".listed", joined(list, at));
        } else if (node instanceof SheetNode.Fields regular && value.kind() == Kind.DATES) {
            regular.byName().forEach((name, field) -> {
                if ((name.equals("every") || name.equals("until")) && field.node() instanceof SheetNode.Scalar text) {
                    put(at + "." + name, text);
                } else {
                    leave(field.line(), at + "." + name, name);
                }
            });
        } else if (node instanceof SheetNode.Scalar scalar && value.kind() == Kind.TICK) {
            if (List.of("true", "yes").contains(scalar.text())) {
                texts.put(at, "true");
            } else if (!List.of("false", "no").contains(scalar.text())) {
                leave(node.line(), at, node.shown());
            }
        } else if (node instanceof SheetNode.Scalar scalar && value.kind() != Kind.LIST && value.kind() != Kind.DATES) {
            boolean yesOrNo = value.options().contains("true");
            texts.put(at, yesOrNo && scalar.text().equals("yes") ? "true" : yesOrNo && scalar.text().equals("no") ? "false" : scalar.text());
        } else {
            leave(node.line(), at, node.shown());
        }
    }

    private String joined(SheetNode.Items list, String at) {
        list.items().stream().filter(item -> !(item instanceof SheetNode.Scalar)).forEach(item -> leave(item.line(), at, item.shown()));
        return list.items().stream().map(SheetNode::shown).collect(Collectors.joining(", "));
    }

    private void positions(String at, SheetNode.Field field) {
        if (!(field.node() instanceof SheetNode.Fields amounts)) {
            leave(field.line(), at, field.node().shown());
            return;
        }
        amounts.byName().forEach((lender, held) -> {
            Integer row = lenders.get(lender);
            String path = "lenders[" + row + "]";
            if (row == null) {
                leave(held.line(), at + "." + lender, lender);
            } else if (held.node() instanceof SheetNode.Scalar total) {
                put(path + "." + Shape.HELD, total);
            } else if (held.node() instanceof SheetNode.Fields each) {
                texts.put("opening.each", Shape.BY_TRANCHE);
                each.byName().forEach((tranche, amount) -> {
                    if (tranches.containsKey(tranche) && amount.node() instanceof SheetNode.Scalar text) {
                        put(path + "." + Shape.IN + tranches.get(tranche), text);
                    } else {
                        leave(amount.line(), at + "." + lender + "." + tranche, tranche);
                    }
                });
            } else {
                leave(held.line(), at + "." + lender, held.node().shown());
            }
        });
    }

    private void put(String path, SheetNode.Scalar text) {
        if (!text.isNothing()) {
            texts.put(path, text.text());
        }
    }

    private void leave(int line, String path, String found) {
        left.add(new SheetProblem(line, path, found, words.opensNot()));
    }
}
