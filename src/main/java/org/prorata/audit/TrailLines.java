package org.prorata.audit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The lines of an export and of the file of heads: a flat JSON object each, a row of the trail or the head of a chain. Read to the letter: a member too many, missing or
 * told twice is refused, so that no two programs read a line differently. Nothing but the JDK.
 */
final class TrailLines {

    /** A line that is none. */
    static final class Unreadable extends Exception {
        Unreadable(String why) {
            super(why);
        }
    }

    private static final Set<String> OF_A_ROW = Set.of("chain", "no", "seq", "at", "what", "user", "userName", "address", "subject", "details", "previous", "hash");
    private static final Set<String> OF_A_HEAD = Set.of("chain", "no", "hash", "end", "day", "at");
    private static final Pattern CHAIN = Pattern.compile("portal|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private TrailLines() {
    }

    static String of(ChainRow row) {
        StringBuilder out = new StringBuilder("{\"chain\":");
        text(out, row.chain()).append(",\"no\":").append(row.no()).append(",\"seq\":").append(row.seq());
        String[] members = {"at", row.at(), "what", row.what(), "user", row.user(), "userName", row.userName(), "address", row.address(), "subject", row.subject(),
            "details", row.details(), "previous", row.previous(), "hash", row.hash()};
        for (int i = 0; i < members.length; i += 2) {
            out.append(",\"").append(members[i]).append("\":");
            text(out, members[i + 1]);
        }
        return out.append('}').toString();
    }

    /** The last line of a chain in an export. */
    static String end(ChainHead head) {
        return "{\"chain\":\"" + head.chain() + "\",\"no\":" + head.no() + ",\"hash\":\"" + head.hash() + "\",\"end\":true}";
    }

    /** A line of the file of heads. */
    static String daily(ChainHead head, String day, String at) {
        return "{\"day\":\"" + day + "\",\"chain\":\"" + head.chain() + "\",\"no\":" + head.no() + ",\"at\":\"" + at + "\",\"hash\":\"" + head.hash() + "\"}";
    }

    /** A {@link ChainRow} or a {@link ChainHead}. */
    static Object read(String line) throws Unreadable {
        Map<String, String> members = new Reader(line).object();
        boolean row = members.containsKey("what");
        if (row ? !members.keySet().equals(OF_A_ROW) : !OF_A_HEAD.containsAll(members.keySet())) {
            throw new Unreadable("it has other members than a row or a head has");
        }
        String chain = right(members, "chain", CHAIN);
        long no = Long.parseLong(right(members, "no", NUMBER));
        String hash = right(members, "hash", HASH);
        return row ? new ChainRow(chain, no, right(members, "seq", NUMBER), members.get("at"), members.get("what"), members.get("user"), members.get("userName"),
                members.get("address"), members.get("subject"), members.get("details"), right(members, "previous", HASH), hash)
                : new ChainHead(chain, no, hash, "true".equals(members.get("end")));
    }

    private static String right(Map<String, String> members, String name, Pattern pattern) throws Unreadable {
        String value = members.get(name);
        if (value == null || !pattern.matcher(value).matches()) {
            throw new Unreadable("its " + name + " cannot be read");
        }
        return value;
    }

    /** What cannot be seen, or turns the direction of what can, is escaped: the line reads as it is written. */
    private static StringBuilder text(StringBuilder out, String value) {
        if (value == null) {
            return out.append("null");
        }
        out.append('"');
        for (char c : value.toCharArray()) {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append(String.format("\\u%04x", (int) c));
                default -> {
                    if (c == '"' || c == '\\') {
                        out.append('\\');
                    }
                    out.append(c);
                }
            }
        }
        return out.append('"');
    }

    /** Reads one flat object of JSON; numbers and words are given as they stand. */
    private static final class Reader {

        private final String line;
        private int at;

        Reader(String line) {
            this.line = line;
        }

        Map<String, String> object() throws Unreadable {
            Map<String, String> members = new LinkedHashMap<>();
            expect('{');
            do {
                String name = string();
                expect(':');
                String value = value();
                if (members.containsKey(name)) {
                    throw new Unreadable("it says " + name + " twice");
                }
                members.put(name, value);
            } while (next() == ',' && at++ >= 0);
            expect('}');
            if (next() != 0) {
                throw new Unreadable("it goes on after its object");
            }
            return members;
        }

        private char next() {
            while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t' || line.charAt(at) == '\r')) {
                at++;
            }
            return at < line.length() ? line.charAt(at) : 0;
        }

        private void expect(char c) throws Unreadable {
            if (next() != c) {
                throw new Unreadable("it is no flat JSON object");
            }
            at++;
        }

        private String value() throws Unreadable {
            if (next() == '"') {
                return string();
            }
            int from = at;
            while (at < line.length() && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '-')) {
                at++;
            }
            String word = line.substring(from, at);
            if (!word.matches("null|true|false|[1-9][0-9]*")) {
                throw new Unreadable("a value of it cannot be read");
            }
            return "null".equals(word) ? null : word;
        }

        private String string() throws Unreadable {
            expect('"');
            StringBuilder text = new StringBuilder();
            while (at < line.length() && line.charAt(at) != '"') {
                char c = line.charAt(at++);
                if (c < ' ') {
                    throw new Unreadable("it holds a control character");
                }
                text.append(c == '\\' ? escaped() : c);
            }
            expect('"');
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw new Unreadable("it holds half a character, which would be hashed like another");
            }
            return text.toString();
        }

        private char escaped() throws Unreadable {
            char c = at < line.length() ? line.charAt(at++) : 0;
            return switch (c) {
                case '"', '\\', '/' -> c;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    String digits = at + 4 <= line.length() ? line.substring(at, at + 4) : "";
                    if (!digits.matches("[0-9a-fA-F]{4}")) {
                        throw new Unreadable("an escape of it cannot be read");
                    }
                    at += 4;
                    yield (char) Integer.parseInt(digits, 16);
                }
                default -> throw new Unreadable("an escape of it cannot be read");
            };
        }
    }
}
