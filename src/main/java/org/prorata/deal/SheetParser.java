package org.prorata.deal;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML as text, lists and fields only, event by event. No object is ever made from a tag; what YAML has beyond the format (aliases,
 * anchors, tags, merge keys, several documents, doubled or composed names) is refused with its line, and so are depth and size that no
 * term sheet needs, before memory is spent on them.
 */
public final class SheetParser {

    /** Holds a deal of ten thousand lenders with several paid payments. */
    static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_VALUES = 500_000;
    /** The time for one token grows with the square of its length. */
    private static final int LONGEST_LINE = 20_000;
    private static final int DEEPEST = 12;

    private final SheetProblems problems = new SheetProblems();
    private final Iterator<Event> events;
    private int values;

    private SheetParser(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        events = new Yaml(options).parse(new StringReader(text)).iterator();
    }

    /** The file's one document; anything that is not of the format's syntax is thrown as {@link BadTermSheet}. */
    public static SheetNode.Fields parse(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw bad(1, file.length + " bytes", "A term sheet has at most " + MOST_BYTES + " bytes");
        }
        CharBuffer text;
        ByteBuffer bytes = ByteBuffer.wrap(file);
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException e) {
            throw bad(lineOf(file, bytes.position()), "byte " + (bytes.position() + 1), "Save the file as UTF-8 text");
        }
        return parse(text.toString());
    }

    private static void refuseLongLines(String text) {
        int line = 1;
        for (int start = 0; start < text.length(); line++) {
            int next = text.indexOf('\n', start);
            int end = next < 0 ? text.length() : next;
            if (end - start > LONGEST_LINE) {
                throw bad(line, text.substring(start, start + 100), "A line has at most " + LONGEST_LINE + " characters");
            }
            start = end + 1;
        }
    }

    private static SheetNode.Fields parse(String text) {
        refuseLongLines(text);
        SheetParser parser = new SheetParser(text);
        SheetNode root;
        try {
            root = parser.document();
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw bad(line, "", "This is not YAML: " + e.getProblem() + (e.getContext() == null ? "" : " (" + e.getContext() + ")"));
        } catch (ReaderException e) {
            int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
            throw bad(line, String.format("U+%04X", e.getCodePoint()), "Remove this character, which cannot be seen");
        } catch (YAMLException e) {
            throw bad(1, "", "This is not YAML");
        }
        parser.problems.throwIfAny();
        if (root instanceof SheetNode.Fields fields) {
            return fields;
        }
        throw bad(root.line(), root.shown(), "Begin with format: " + TermSheetReader.FORMAT);
    }

    private static BadTermSheet bad(int line, String found, String right) {
        SheetProblems problems = new SheetProblems();
        problems.add(line, "", found, right);
        try {
            problems.throwIfAny();
            throw new IllegalStateException("A problem was added");
        } catch (BadTermSheet e) {
            return e;
        }
    }

    private static int lineOf(byte[] file, int position) {
        int line = 1;
        for (int i = 0; i < position && i < file.length; i++) {
            line += file[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private SheetNode document() {
        events.next(); // the stream's start
        Event start = events.next();
        if (!(start instanceof DocumentStartEvent document)) {
            throw bad(1, "", "The file is empty: begin with format: " + TermSheetReader.FORMAT);
        }
        if (document.getTags() != null && !document.getTags().isEmpty()) {
            problems.add(line(start), "", "%TAG", "Remove it: a term sheet has no tags");
        }
        SheetNode root = node(events.next(), "", 1);
        events.next(); // the document's end
        Event after = events.next();
        if (after instanceof DocumentStartEvent) {
            problems.add(line(after), "", "---", "A file holds one term sheet: remove all that follows");
        }
        return root;
    }

    private SheetNode node(Event event, String path, int depth) {
        if (++values > MOST_VALUES) {
            throw bad(line(event), "", "A term sheet has at most " + MOST_VALUES + " values");
        }
        if (depth > DEEPEST) {
            throw bad(line(event), "", "Nothing in a term sheet is nested deeper than " + DEEPEST + " levels");
        }
        if (event instanceof AliasEvent alias) {
            problems.add(line(event), path, "*" + alias.getAnchor(), "Write the value itself: a term sheet has no aliases");
            return new SheetNode.Scalar(line(event), "", true);
        }
        if (event instanceof ScalarEvent scalar) {
            refuseExtras(event, path, scalar.getAnchor(), scalar.getTag());
            return new SheetNode.Scalar(line(event), scalar.getValue(), scalar.isPlain());
        }
        if (event instanceof SequenceStartEvent sequence) {
            refuseExtras(event, path, sequence.getAnchor(), sequence.getTag());
            return items(event, path, depth);
        }
        MappingStartEvent mapping = (MappingStartEvent) event;
        refuseExtras(event, path, mapping.getAnchor(), mapping.getTag());
        return fields(event, path, depth);
    }

    private SheetNode items(Event start, String path, int depth) {
        List<SheetNode> items = new ArrayList<>();
        for (Event e = events.next(); !e.is(Event.ID.SequenceEnd); e = events.next()) {
            items.add(node(e, path + "[" + (items.size() + 1) + "]", depth + 1));
        }
        return new SheetNode.Items(line(start), items);
    }

    private SheetNode fields(Event start, String path, int depth) {
        Map<String, SheetNode.Field> byName = new LinkedHashMap<>();
        for (Event e = events.next(); !e.is(Event.ID.MappingEnd); e = events.next()) {
            int line = line(e);
            SheetNode key = node(e, path, depth + 1);
            if (!(key instanceof SheetNode.Scalar name)) {
                problems.add(line, path, key.shown(), "A name is a plain word");
                node(events.next(), path, depth + 1);
                continue;
            }
            String field = path.isEmpty() ? name.text() : path + "." + name.text();
            SheetNode value = node(events.next(), field, depth + 1);
            if (name.plain() && name.text().equals("<<")) {
                problems.add(line, field, "<<", "Write the fields themselves: a term sheet has no merge keys");
            } else if (byName.putIfAbsent(name.text(), new SheetNode.Field(line, value)) != null) {
                problems.add(line, field, name.text(), "Write it once: it stands in line " + byName.get(name.text()).line() + " already");
            }
        }
        return new SheetNode.Fields(line(start), byName);
    }

    private void refuseExtras(Event event, String path, String anchor, String tag) {
        if (anchor != null) {
            problems.add(line(event), path, "&" + anchor, "Remove it: a term sheet has no anchors");
        }
        if (tag != null) {
            problems.add(line(event), path, tag, "Remove it: a term sheet has no tags");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }
}
