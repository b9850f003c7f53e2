package org.prorata.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed, by the path that the reader of term sheets has for it, such as {@code tranches[2].repayments[1].amount}; beside a value {@code .provenance}, {@code .clause},
 * {@code .note} and {@code .unknown}. What a lender holds stands at the lender: {@code lenders[3].held}, or {@code lenders[3].in-2} of the second tranche. Texts are never blank:
 * what is not there was not typed. Immutable.
 */
final class Typed {

    static final Typed NOTHING = new Typed(new TreeMap<>());

    private static final Pattern INDEX = Pattern.compile("\\[([0-9]{1,6})]");
    private static final Pattern IN_TRANCHE = Pattern.compile("(lenders\\[[0-9]{1,6}]\\.in-)([0-9]{1,6})");
    private static final Pattern TRANCHE = Pattern.compile("tranches\\[([0-9]{1,6})]");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, String> texts;
    /** By list, the numbers of its rows. */
    private final Map<String, SortedSet<Integer>> indexes;

    private Typed(SortedMap<String, String> texts) {
        this.texts = Collections.unmodifiableSortedMap(texts);
        this.indexes = indexes(texts.keySet());
    }

    /** With the rows of each list numbered from 1 without a gap. */
    static Typed of(Map<String, String> texts) {
        return new Typed(withoutGaps(asNumbered(texts).texts));
    }

    /** With the numbers that the rows have in the form, of which some may be empty. */
    private static Typed asNumbered(Map<String, String> texts) {
        TreeMap<String, String> kept = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (text != null && !text.isBlank()) {
                kept.put(path, text);
            }
        });
        return new Typed(kept);
    }

    static Typed read(String json) {
        try {
            return of(JSON.readValue(json, new TypeReference<TreeMap<String, String>>() { }));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a kept draft cannot be read", broken);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Map<String, String> texts() {
        return texts;
    }

    /** Empty where nothing was typed. */
    String at(String path) {
        return texts.getOrDefault(path, "");
    }

    boolean has(String path) {
        return texts.containsKey(path);
    }

    /** Whether anything was typed at the path or under it. */
    boolean anyUnder(String path) {
        return texts.tailMap(path).keySet().stream().takeWhile(each -> each.startsWith(path)).anyMatch(each -> each.length() == path.length() || ".[".indexOf(each.charAt(path.length())) >= 0);
    }

    /** The paths of a list's rows in their order. */
    List<String> paths(String list) {
        return indexes.getOrDefault(list, Collections.emptySortedSet()).stream().map(n -> list + "[" + n + "]").toList();
    }

    /** The path of the row that would come after them. */
    String nextRow(String list) {
        SortedSet<Integer> numbers = indexes.getOrDefault(list, Collections.emptySortedSet());
        return list + "[" + (numbers.isEmpty() ? 1 : numbers.last() + 1) + "]";
    }

    /** Only what stands at these paths. */
    Typed only(Predicate<String> paths) {
        TreeMap<String, String> kept = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (paths.test(path)) {
                kept.put(path, text);
            }
        });
        return new Typed(kept);
    }

    /** The same with what a form sent of one step in place of what stood in it; the rows as the form numbers them. */
    Typed with(Predicate<String> ofStep, Map<String, String> sent) {
        TreeMap<String, String> both = new TreeMap<>(only(ofStep.negate()).texts);
        sent.forEach((path, text) -> {
            if (ofStep.test(path)) {
                both.put(path, text);
            }
        });
        return asNumbered(both);
    }

    /** Without a row of a list, and without what lenders hold in it where it is a tranche. */
    Typed without(String row) {
        Matcher tranche = TRANCHE.matcher(row);
        String held = tranche.matches() ? "." + Shape.IN + tranche.group(1) : null;
        return only(path -> !path.startsWith(row + ".") && (held == null || !path.startsWith("lenders[") || !path.endsWith(held)));
    }

    /** As it is kept. */
    Typed closedUp() {
        return of(texts);
    }

    /** SHA-256 of what stands at these paths: where it is the same, so are they. */
    String digest(Predicate<String> paths) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(only(paths).json().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The paths at which two drafts differ. */
    static SortedSet<String> changed(Typed before, Typed after) {
        SortedSet<String> paths = new TreeSet<>(before.texts.keySet());
        paths.addAll(after.texts.keySet());
        paths.removeIf(path -> before.at(path).equals(after.at(path)));
        return paths;
    }

    /** By list, the numbers of its rows. A tranche of which a lender holds something is a row, whatever else is known of it. */
    private static Map<String, SortedSet<Integer>> indexes(Set<String> paths) {
        Map<String, SortedSet<Integer>> indexes = new HashMap<>();
        for (String path : paths) {
            Matcher index = INDEX.matcher(path);
            while (index.find()) {
                indexes.computeIfAbsent(path.substring(0, index.start()), list -> new TreeSet<>()).add(Integer.valueOf(index.group(1)));
            }
            Matcher in = IN_TRANCHE.matcher(path);
            if (in.matches()) {
                indexes.computeIfAbsent(Shape.TRANCHES, list -> new TreeSet<>()).add(Integer.valueOf(in.group(2)));
            }
        }
        return indexes;
    }

    private static SortedMap<String, String> withoutGaps(SortedMap<String, String> texts) {
        Map<String, Map<Integer, Integer>> places = new HashMap<>();
        indexes(texts.keySet()).forEach((list, numbers) -> {
            Map<Integer, Integer> place = new HashMap<>();
            numbers.forEach(number -> place.put(number, place.size() + 1));
            places.put(list, place);
        });
        SortedMap<String, String> renamed = new TreeMap<>();
        texts.forEach((path, text) -> renamed.put(renamed(path, places), text));
        return renamed;
    }

    private static String renamed(String path, Map<String, Map<Integer, Integer>> places) {
        Matcher index = INDEX.matcher(path);
        StringBuilder name = new StringBuilder();
        while (index.find()) {
            index.appendReplacement(name, "[" + places.get(path.substring(0, index.start())).get(Integer.valueOf(index.group(1))) + "]");
        }
        String whole = index.appendTail(name).toString();
        Matcher in = IN_TRANCHE.matcher(whole);
        return in.matches() ? in.group(1) + places.get(Shape.TRANCHES).get(Integer.valueOf(in.group(2))) : whole;
    }
}
