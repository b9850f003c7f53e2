package org.prorata.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.prorata.setup.Part.Kind;
import org.prorata.setup.Part.Value;

/** The steps of the form, in the order in which one goes through them. */
enum Step {

    DEAL, TRANCHES, LENDERS, DAYS, PRINCIPAL, INTEREST, WARRANTS, STANDING, CHECK;

    /** In addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }

    Step next() {
        return this == CHECK ? CHECK : values()[ordinal() + 1];
    }

    /** Whether what stands at a path is typed in this step. */
    boolean asks(String path) {
        List<String> names = names(path);
        String last = names.get(names.size() - 1);
        Optional<Part> whole = Shape.find(Shape.of(this), names);
        if (whole.isPresent()) {
            return whole.get() instanceof Value value && value.kind() != Kind.DATES;
        }
        if (names.size() == 2 && names.get(0).equals(Shape.LENDERS) && last.matches(Shape.IN + "[0-9]{1,6}")) {
            return this == LENDERS;
        }
        return names.size() > 1 && Shape.find(Shape.of(this), names.subList(0, names.size() - 1)).filter(part -> part instanceof Value value && beside(value, last)).isPresent();
    }

    /** The part of this step's form at a path; empty where there is none. */
    Optional<Part> part(String path) {
        return Shape.find(Shape.of(this), names(path));
    }

    /** Whether its form has a place to say something of a path. */
    boolean shows(String path) {
        return part(path).isPresent() || this == LENDERS && path.matches("lenders\\[[0-9]{1,6}]\\.in-[0-9]{1,6}");
    }

    private static boolean beside(Value value, String name) {
        return switch (name) {
            case "provenance", "clause", "note" -> value.sourced();
            case "unknown" -> value.unknowable();
            case "none" -> value.kind() == Kind.LIST;
            case "every", "until", "listed" -> value.kind() == Kind.DATES;
            default -> false;
        };
    }

    Predicate<String> asks() {
        return this::asks;
    }

    /** The step whose form shows the part at a path; of a path that none shows, that of what it lies in. */
    static Optional<Step> showing(String path) {
        for (List<String> names = names(path); !names.isEmpty(); names = names.subList(0, names.size() - 1)) {
            List<String> sought = names;
            Optional<Step> step = Arrays.stream(values()).filter(each -> Shape.find(Shape.of(each), sought).isPresent()).findFirst();
            if (step.isPresent()) {
                return step;
            }
        }
        return Optional.empty();
    }

    private static List<String> names(String path) {
        return Arrays.asList(path.replaceAll("\\[[0-9]{1,6}]", "").split("\\."));
    }
}
