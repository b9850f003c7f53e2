package org.prorata.setup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.prorata.setup.Part.Kind;
import org.prorata.setup.Part.Value;
import org.prorata.web.Formats;

/**
 * What a step's form sent.
 *
 * @param was    the digest of the step as the form had it
 * @param go     the step to go to; empty to stay
 * @param add    the list that is to have a row more; empty for none
 * @param remove the row that is to go; empty for none
 * @param pasted rows of a spreadsheet, one lender each
 * @param wrong  the fields at which the page shows that something is wrong
 */
record Sent(Map<String, String> fields, String was, String go, String add, String remove, String pasted, List<String> wrong) {

    private static final int MOST_WRONG = 500;

    static Sent of(MultipartFormDataInput form) {
        Map<String, String> fields = new TreeMap<>();
        form.getValues().forEach((name, values) -> values.stream().filter(value -> !value.isFileItem()).findFirst().ifPresent(value -> fields.put(name, text(value))));
        Collection<FormValue> wrong = form.getValues().getOrDefault("shows-wrong", List.of());
        return new Sent(fields, fields.getOrDefault("was", ""), fields.getOrDefault("go", ""), fields.getOrDefault("add", ""), fields.getOrDefault("remove", ""), fields.getOrDefault("pasted", ""),
                wrong.stream().filter(value -> !value.isFileItem()).map(FormValue::getValue).limit(MOST_WRONG).toList());
    }

    private static String text(FormValue value) {
        return value.getValue() == null ? "" : value.getValue().replace("\r\n", "\n").strip();
    }

    /** The draft with what was sent in the place of what stood in the step, in the form's own numbers. */
    Typed over(Typed before, Step step) {
        Map<String, String> typed = new TreeMap<>();
        fields.forEach((path, text) -> {
            if (step.asks(path)) {
                typed.put(path, isFigure(path) ? figure(text, before.at(path)) : text);
            }
        });
        Typed after = before.with(step.asks(), typed);
        return step == Step.LENDERS && !pasted.isBlank() ? withPasted(after) : after;
    }

    /** As a file has it, from however it is written in the language of the page; what was not touched stays as it was. */
    private static String figure(String text, String before) {
        return text.equals(Formats.inForm(before)) ? before : Formats.typed(text);
    }

    private static boolean isFigure(String path) {
        return path.matches("lenders\\[[0-9]+]\\.(held|in-[0-9]+)") || Step.showing(path).flatMap(step -> step.part(path)).filter(part -> part instanceof Value value && value.kind() == Kind.FIGURE).isPresent();
    }

    private Typed withPasted(Typed after) {
        Map<String, String> all = new TreeMap<>(after.texts());
        boolean byTranche = after.at("opening.each").equals(Shape.BY_TRANCHE);
        int next = Integer.parseInt(after.nextRow(Shape.LENDERS).replaceAll("[^0-9]", ""));
        for (String line : pasted.split("\n")) {
            String[] cells = line.split("[\t;]", -1);
            if (line.isBlank()) {
                continue;
            }
            String row = "lenders[" + next++ + "].";
            for (int i = 0; i < cells.length; i++) {
                String name = i == 0 ? "id" : i == 1 ? "name" : byTranche ? Shape.IN + (i - 1) : i == 2 ? Shape.HELD : null;
                if (name != null) {
                    all.put(row + name, i < 2 ? cells[i].strip() : Formats.typed(cells[i].strip()));
                }
            }
        }
        return Typed.of(all);
    }
}
