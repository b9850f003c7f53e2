package org.prorata.setup;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.prorata.setup.Findings.Finding;

/**
 * A step's form.
 *
 * @param was      the digest of the step as it stands in the database: what the form is made from
 * @param conflict what stands in its way; null where nothing does
 * @param pasted   what waits in the field of a spreadsheet's rows
 */
record StepView(String draft, String title, Step step, List<Mark> marks, List<Shown> parts, Panel panel, String was, Conflict conflict, String pasted) {

    /** How far a step is. @param here whether it is the one that is shown */
    record Mark(String word, int wrong, int missing, boolean here) {

        public boolean complete() {
            return wrong == 0 && missing == 0;
        }
    }

    /** What the rules say of the step. @param shown the fields at which the page tells that something is wrong or missing, so that it can be taken away */
    record Panel(List<Finding> wrong, int missing, List<String> shown) {

        static Panel of(Findings findings, Step step) {
            List<Finding> here = findings.of(step);
            return new Panel(here.stream().filter(each -> !each.missing()).toList(), (int) here.stream().filter(Finding::missing).count(), here.stream().map(Finding::path).distinct().toList());
        }
    }

    /** What the page then says at a field. @param text empty: nothing any more */
    record Said(String id, String text, boolean missing) {
    }

    /** @param panel of what is typed now; @param fields that say something else than the page shows */
    record Live(Panel panel, List<Said> fields) {

        static Live of(Findings findings, Step step, List<String> before) {
            Panel panel = Panel.of(findings, step);
            Set<String> paths = new java.util.TreeSet<>(panel.shown());
            before.stream().filter(step::shows).forEach(paths::add);
            return new Live(panel, paths.stream().map(path -> findings.at(path).map(each -> new Said(each.id(), each.right(), each.missing())).orElse(new Said(Fields.id(path), "", false))).toList());
        }
    }

    /** @param differs where what is saved is another than what was typed */
    record Conflict(String by, Instant at, List<Difference> differs) {
    }

    record Difference(String where, String saved, String typed) {
    }

    static List<Mark> marks(Findings findings, Step here) {
        return Arrays.stream(Step.values()).map(step -> {
            List<Finding> of = findings.of(step);
            return new Mark(step.word(), (int) of.stream().filter(each -> !each.missing()).count(), (int) of.stream().filter(Finding::missing).count(), step == here);
        }).toList();
    }

    public String stepWord() {
        return step.word();
    }

    public int number() {
        return step.ordinal() + 1;
    }

    public int count() {
        return Step.values().length;
    }

    public String next() {
        return step.next().word();
    }

    public boolean ofLenders() {
        return step == Step.LENDERS;
    }

    /** What differs in a step, each with its name. */
    static List<Difference> differences(Typed saved, Typed typed, Step step, FieldText words) {
        Typed now = saved.only(step.asks());
        Typed sent = typed.only(step.asks());
        return Stream.of(Typed.changed(now, sent)).flatMap(Set::stream).map(path -> new Difference(Findings.where(path, typed, words), now.at(path), sent.at(path))).toList();
    }
}
