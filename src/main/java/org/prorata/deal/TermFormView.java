package org.prorata.deal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.prorata.calc.BusinessDays;
import org.prorata.calc.Convention;
import org.prorata.calc.DayCount;
import org.prorata.web.Formats;
import org.prorata.web.Option;
import org.prorata.web.Problems;

/**
 * The form to confirm or change a term: first a choice among the terms, then one field for its value.
 *
 * @param chosen the term to change; null while none is chosen
 */
record TermFormView(OpenDeal open, List<Row> rows, Row chosen, Typed typed, Problems problems) {

    /** What was typed. */
    public static class Typed {
        @RestForm
        String field;
        @RestForm
        String value;
        @RestForm
        String note;
        @RestForm
        String reason;
        @RestForm
        String reference;
        @RestForm
        String version;
        @RestForm
        String key;

        JsonNode payload() {
            return ProposalWords.json("field", field, "value", Formats.typed(value), "note", note);
        }

        ProposalWords words() {
            return new ProposalWords(reason == null ? "" : reason, reference, version, key);
        }
    }

    /** @param options the values to choose from; null where it is typed */
    record Row(String field, String kind, String of, Shown current, boolean changeable, boolean list, List<Option> options) {
    }

    static TermFormView fresh(OpenDeal open, String field, Long version, DealText text) {
        Typed typed = new Typed();
        typed.field = field;
        typed.value = ChangeableTerms.of(open.terms(), field == null ? "" : field).map(ChangeableTerm::shown).map(Formats::inForm).orElse("");
        typed.version = version == null ? "" : version.toString();
        typed.key = UUID.randomUUID().toString();
        return of(open, typed, Problems.NONE, text);
    }

    static TermFormView of(OpenDeal open, Typed typed, Problems problems, DealText text) {
        List<Row> rows = ChangeableTerms.of(open.terms()).stream().map(term -> row(term, text)).toList();
        Row chosen = rows.stream().filter(r -> r.field().equals(typed.field) && r.changeable()).findFirst().orElse(null);
        return new TermFormView(open, rows, chosen, typed, problems);
    }

    private static Row row(ChangeableTerm<?> term, DealText text) {
        Shown current = new Shown(words(term, text), term.current().provenance().word(), term.current().clause(), term.current().note());
        List<Option> options = switch (term.kind()) {
            case "day-count" -> options(Arrays.stream(DayCount.values()).map(DayCount::code), code -> code);
            case "convention" -> options(Arrays.stream(Convention.values()).map(Convention::code), text::convention);
            case "interest-dates-adjusted", "stapled", "whole-holdings" -> options(Stream.of("true", "false"), text::yesOrNo);
            case "transfer-interest" -> options(Arrays.stream(InterestOnTransfer.values()).map(InterestOnTransfer::word), text::transferInterest);
            default -> null;
        };
        return new Row(term.field(), term.kind(), term.of(), current, term.changeable(), term.list(), options);
    }

    /** As a reader says it; null where unknown. */
    private static String words(ChangeableTerm<?> term, DealText text) {
        if (term.shown() == null) {
            return null;
        }
        return switch (term.kind()) {
            case "own-holidays" -> term.shown().isEmpty() ? text.noHolidays() : term.shown();
            case "convention" -> text.convention(term.shown());
            case "interest-dates-adjusted", "stapled", "whole-holdings" -> text.yesOrNo(term.shown());
            case "transfer-interest" -> text.transferInterest(term.shown());
            case "transfer-minimum" -> term.shown().equals(TransferTerms.NONE) ? text.noMinimum() : Formats.inForm(term.shown());
            default -> term.shown();
        };
    }

    private static List<Option> options(Stream<String> codes, Function<String, String> words) {
        return codes.map(code -> new Option(code, words.apply(code))).toList();
    }

    public String slug() {
        return open.slug();
    }

    public String calendars() {
        return String.join(", ", BusinessDays.knownCalendars());
    }

    public String value() {
        return typed.value;
    }

    public String note() {
        return typed.note;
    }

    public String reason() {
        return typed.reason;
    }

    public String reference() {
        return typed.reference;
    }

    public String version() {
        return typed.version;
    }

    public String key() {
        return typed.key;
    }
}
