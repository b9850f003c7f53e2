package org.prorata.setup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prorata.deal.BadTermSheet;
import org.prorata.deal.DealFile;
import org.prorata.deal.SheetProblem;
import org.prorata.deal.TermSheetReader;

/**
 * What the reader of term sheets says of a draft, each thing at the field that it names.
 *
 * @param file what it read; null where anything is wrong
 */
record Findings(DealFile file, List<Finding> all) {

    private static final Pattern HELD = Pattern.compile("opening\\.(?:amounts|percent)\\.(.+)");
    private static final Pattern INDEXED = Pattern.compile("([a-z-]+[0-9]*)(?:\\[([0-9]+)])?");

    /**
     * @param field   as the reader names it
     * @param path    of the field that shows it; empty where it belongs to none
     * @param step    whose form has the field; null where none has
     * @param missing whether nothing stands there yet, which while one is typing is no mistake
     */
    record Finding(String field, String path, Step step, String where, String found, String right, boolean missing) {

        public String id() {
            return Fields.id(path);
        }

        public String stepWord() {
            return step == null ? null : step.word();
        }
    }

    static Findings of(Typed typed, FieldText words) {
        try {
            return new Findings(TermSheetReader.read(DraftSheet.of(typed).getBytes(StandardCharsets.UTF_8)), List.of());
        } catch (BadTermSheet bad) {
            return of(bad.problems(), typed, words);
        }
    }

    /** Of what else was found, such as a name that is taken. */
    static Findings of(List<SheetProblem> problems, Typed typed, FieldText words) {
        Map<String, String> lenders = byId(typed, Shape.LENDERS);
        Map<String, String> tranches = byId(typed, Shape.TRANCHES);
        return new Findings(null, problems.stream().map(problem -> {
            String path = shown(numbered(problem.field(), typed), lenders, tranches);
            boolean missing = problem.found().isEmpty() && !path.isEmpty() && !typed.has(path) && !typed.has(problem.field());
            return new Finding(problem.field(), path, Step.showing(path).orElse(null), where(path, typed, words), problem.found(), problem.right(), missing);
        }).toList());
    }

    List<Finding> of(Step step) {
        return all.stream().filter(each -> each.step() == step).toList();
    }

    Optional<Finding> at(String path) {
        return all.stream().filter(each -> each.path().equals(path)).min((a, b) -> Boolean.compare(a.missing(), b.missing()));
    }

    /** Whether something typed at the path or under it is wrong. */
    boolean wrongUnder(String path) {
        return all.stream().anyMatch(each -> !each.missing() && (each.path().equals(path) || each.path().startsWith(path + ".") || each.path().startsWith(path + "[")));
    }

    /** The same path with the rows' numbers in the form, where rows that are empty count too. */
    private static String numbered(String field, Typed typed) {
        String path = "";
        for (String each : field.split("(?=[.\\[])")) {
            if (each.matches("\\[[0-9]{1,6}]")) {
                List<String> rows = typed.paths(path);
                int row = Integer.parseInt(each.substring(1, each.length() - 1));
                path = row < 1 || row > rows.size() ? path + each : rows.get(row - 1);
            } else {
                path += each;
            }
        }
        return path;
    }

    private static Map<String, String> byId(Typed typed, String list) {
        Map<String, String> rows = new HashMap<>();
        typed.paths(list).forEach(row -> rows.putIfAbsent(typed.at(row + ".id"), row));
        return rows;
    }

    /** The path of the field that shows what the reader says of a path. */
    private static String shown(String field, Map<String, String> lenders, Map<String, String> tranches) {
        Matcher held = HELD.matcher(field);
        if (held.matches()) {
            return held(held.group(1), lenders, tranches);
        }
        for (String path = field.endsWith(".value") ? field.substring(0, field.length() - ".value".length()) : field; !path.isEmpty(); path = path.substring(0, Math.max(0, path.lastIndexOf('.')))) {
            List<String> names = Arrays.asList(path.replaceAll("\\[[0-9]+]", "").split("\\."));
            if (Arrays.stream(Step.values()).anyMatch(step -> Shape.find(Shape.of(step), names).isPresent())) {
                return path;
            }
        }
        return "";
    }

    /** A lender's short name may be anything, until it is put right: the longest that fits is meant. */
    private static String held(String lenderAndTranche, Map<String, String> lenders, Map<String, String> tranches) {
        if (lenders.containsKey(lenderAndTranche)) {
            return lenders.get(lenderAndTranche) + "." + Shape.HELD;
        }
        for (int end = lenderAndTranche.lastIndexOf('.'); end > 0; end = lenderAndTranche.lastIndexOf('.', end - 1)) {
            String tranche = tranches.get(lenderAndTranche.substring(end + 1));
            String lender = lenders.get(lenderAndTranche.substring(0, end));
            if (lender != null && tranche != null) {
                return lender + "." + Shape.IN + tranche.replaceAll("[^0-9]", "");
            }
        }
        return Shape.OPENING;
    }

    /** Such as "Tranches 2 (term-b), Principal payments 1, Amount". */
    static String where(String path, Typed typed, FieldText words) {
        List<String> told = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String at = "";
        for (String each : path.isEmpty() ? new String[0] : path.split("\\.")) {
            at = at.isEmpty() ? each : at + "." + each;
            Matcher indexed = INDEXED.matcher(each);
            if (!indexed.matches()) {
                break;
            }
            names.add(indexed.group(1));
            Optional<Part> part = Shape.find(Shape.FILE, names).or(() -> Arrays.stream(Step.values()).flatMap(step -> Shape.find(Shape.of(step), names).stream()).findFirst());
            String label = part.map(found -> found.words().label().apply(words)).orElseGet(() -> each.startsWith(Shape.IN) ? words.heldIn() : each);
            String id = typed.at(at + ".id");
            told.add(label + (indexed.group(2) == null ? "" : " " + indexed.group(2)) + (id.isEmpty() ? "" : " (" + id + ")"));
        }
        return String.join(", ", told);
    }
}
