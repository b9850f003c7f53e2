package org.prorata.setup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.prorata.setup.Findings.Finding;
import org.prorata.setup.Part.Group;
import org.prorata.setup.Part.Kind;
import org.prorata.setup.Part.Rows;
import org.prorata.setup.Part.Value;
import org.prorata.web.Formats;
import org.prorata.web.Option;

/** Makes what a step's form shows of what was typed. */
final class Fields {

    /** Lists that no deal does without, or that stand in a row of which they are the point: their first row is there to be typed in. */
    private static final Set<String> BEGUN = Set.of("parties", "tranches", "lenders", "repayments", "rates", "prices", "amounts");

    private final Typed typed;
    private final Findings findings;
    private final String more;
    private final FieldText words;
    private final SetupText texts;

    /** @param more the list that is shown with one empty row more; empty for none */
    Fields(Typed typed, Findings findings, String more, FieldText words, SetupText texts) {
        this.typed = typed;
        this.findings = findings;
        this.more = more;
        this.words = words;
        this.texts = texts;
    }

    List<Shown> of(Step step) {
        return shown(Shape.of(step), "", false);
    }

    /** In HTML: of what a page's addresses and labels lead to. */
    static String id(String path) {
        return "f-" + path.replace("]", "").replaceAll("[\\[.]", "-");
    }

    private List<Shown> shown(List<Part> parts, String path, boolean aside) {
        List<Shown> shown = new ArrayList<>();
        for (Part part : parts) {
            if (part.aside() != aside) {
                continue;
            }
            String at = path.isEmpty() || part.name().isEmpty() ? path + part.name() : path + "." + part.name();
            if (at.endsWith("]." + Shape.HELD) && typed.at("opening.each").equals(Shape.BY_TRANCHE)) {
                shown.addAll(inEachTranche(path, (Value) part));
            } else {
                shown.add(shown(part, at));
            }
        }
        return shown;
    }

    private List<Shown> inEachTranche(String lender, Value held) {
        List<String> tranches = typed.paths(Shape.TRANCHES);
        List<Shown> shown = new ArrayList<>();
        for (int i = 1; i <= tranches.size(); i++) {
            shown.add(field(held, lender + "." + Shape.IN + i, words.heldIn() + " " + Optional.of(typed.at(tranches.get(i - 1) + ".id")).filter(id -> !id.isEmpty()).orElse(String.valueOf(i)),
                    words.heldInHint()));
        }
        return shown;
    }

    private Shown shown(Part part, String path) {
        String label = part.words().label().apply(words);
        String hint = part.words().hint() == null ? null : part.words().hint().apply(words);
        // What belongs to no field stands with the whole sheet, and not with the one group that has no name in it.
        Optional<Finding> finding = path.isEmpty() ? Optional.empty() : findings.at(path);
        if (part instanceof Value value) {
            return field(value, path, label, hint);
        }
        if (part instanceof Group group) {
            List<Shown> parts = Stream.concat(shown(group.parts(), path, false).stream(), shown(group.parts(), path, true).stream()).toList();
            return new Shown(path, id(path), label, hint, said(finding), missing(finding), parts, null, null, null);
        }
        Rows rows = (Rows) part;
        return new Shown(path, id(path), label, hint, said(finding), missing(finding), null, rows(rows, path), rows.add() == null ? null : rows.add().apply(words), null);
    }

    private List<Shown.Row> rows(Rows rows, String path) {
        List<String> filled = typed.paths(path);
        boolean another = rows.add() != null && (more.equals(path) || filled.isEmpty() && BEGUN.contains(rows.name()));
        List<Shown.Row> shown = new ArrayList<>();
        for (String row : another ? Stream.concat(filled.stream(), Stream.of(typed.nextRow(path))).toList() : filled) {
            List<Shown> aside = shown(rows.parts(), row, true);
            boolean open = aside.stream().anyMatch(each -> more.equals(each.path()) || findings.wrongUnder(each.path()));
            shown.add(new Shown.Row(row, id(row), shown.size() + 1 + named(row), shown(rows.parts(), row, false), aside, open, rows.add() != null && shown.size() < filled.size()));
        }
        return shown;
    }

    private String named(String row) {
        return Stream.of("id", "topic", "name", "party").map(name -> typed.at(row + "." + name)).filter(each -> !each.isEmpty()).findFirst().map(each -> " · " + each).orElse("");
    }

    private Shown field(Value value, String path, String label, String hint) {
        Optional<Finding> finding = findings.at(path);
        String now = value.kind() == Kind.FIGURE ? Formats.inForm(typed.at(path)) : typed.at(path);
        boolean unknown = typed.has(path + ".unknown");
        boolean none = typed.has(path + ".none");
        boolean anyTyped = !now.isEmpty() || typed.has(path + ".every") || typed.has(path + ".until") || typed.has(path + ".listed");
        return new Shown(path, id(path), label, hint, said(finding), missing(finding), null, null, null, new Shown.Field(kind(value, now), now, options(value, path, now),
                value.unknowable() ? Boolean.valueOf(unknown) : null, value.kind() == Kind.LIST ? Boolean.valueOf(none) : null,
                value.name().equals("calendars") ? words.noCalendars() : words.noHolidays(), anyTyped && (unknown || none),
                value.kind() == Kind.DATES ? chosen(Shape.frequencies().stream().map(each -> new Option(each, words.everyWord(each))).toList(), typed.at(path + ".every")) : null, typed.at(path + ".every"),
                typed.at(path + ".until"), typed.at(path + ".listed"), value.sourced() ? source(path, finding) : null));
    }

    private static String kind(Value value, String now) {
        return switch (value.kind()) {
            case WORD, TRANCHE -> "select";
            case DATE -> now.isEmpty() || isDate(now) ? "date" : "text";                  // a browser would not show what is no date
            default -> value.kind().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static boolean isDate(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text) != null;
        } catch (DateTimeException other) {
            return false;
        }
    }

    private List<Option> options(Value value, String path, String now) {
        if (value.kind() == Kind.TRANCHE) {
            return chosen(typed.paths(Shape.TRANCHES).stream().map(row -> typed.at(row + ".id")).filter(id -> !id.isEmpty()).distinct().map(id -> new Option(id, id)).toList(), now);
        }
        List<Option> options = value.options().stream().map(each -> new Option(each, value.word().apply(words, each))).toList();
        return Shape.ofFormAlone(path) ? options : chosen(options, now);
    }

    /** With the empty choice before them, since none is made for anybody; and with what was chosen once, where it is there no more. */
    private List<Option> chosen(List<Option> options, String now) {
        Stream<Option> gone = now.isEmpty() || options.stream().anyMatch(each -> each.value().equals(now)) ? Stream.empty() : Stream.of(new Option(now, now));
        return Stream.of(Stream.of(new Option("", texts.choose())), options.stream(), gone).flatMap(each -> each).toList();
    }

    private Shown.Source source(String path, Optional<Finding> finding) {
        String provenance = typed.at(path + ".provenance");
        List<Option> options = Stream.concat(Stream.of(new Option("", texts.asTheSheet())), Shape.PROVENANCES.stream().map(each -> new Option(each, words.provenanceWord(each)))).toList();
        List<Option> all = provenance.isEmpty() || Shape.PROVENANCES.contains(provenance) ? options : Stream.concat(options.stream(), Stream.of(new Option(provenance, provenance))).toList();
        return new Shown.Source(provenance, typed.at(path + ".clause"), typed.at(path + ".note"), all, finding.filter(each -> List.of("provenance", "clause", "note").stream().anyMatch(name -> each.field().equals(path + "." + name))).isPresent());
    }

    private static String said(Optional<Finding> finding) {
        return finding.map(Finding::right).orElse(null);
    }

    private static boolean missing(Optional<Finding> finding) {
        return finding.map(Finding::missing).orElse(false);
    }
}
