package org.prorata.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.calc.DayCount;
import org.prorata.calc.Frequency;

/** {@code interest:} of a term sheet. */
final class InterestSection {

    private static final List<String> TERM = List.of("id", "name", "tranche", "day-count", "accrues-from", "rates", "dates");
    private static final List<String> RATE = List.of("from", "percent");

    private InterestSection() {
    }

    static List<InterestTerm> read(SheetSection file) {
        List<InterestTerm> terms = new ArrayList<>();
        for (SheetSection each : file.items("interest", TERM)) {
            InterestTerm term = each.isFields() ? term(each) : null;
            if (term != null) {
                terms.add(term);
            }
        }
        return terms;
    }

    private static InterestTerm term(SheetSection section) {
        SheetReading reading = section.reading();
        String id = SheetReading.newId(section, reading.termIds(), "interest or stated term");
        Sourced<String> name = section.known("name", SheetRules.NAME);
        String tranche = section.value("tranche", SheetReading.reference(reading.trancheIds(), "tranche"));
        Sourced<DayCount> dayCount = section.sourced("day-count", SheetRules.DAY_COUNT);
        Sourced<LocalDate> accruesFrom = section.known("accrues-from", SheetRules.DATE_RULE);
        List<SheetSection> items = section.requiredItems("rates", RATE);
        List<RateStep> rates = rates(items, accruesFrom);
        Sourced<Dates> dates = section.known("dates", InterestSection::dates);
        if (accruesFrom != null && dates != null) {
            LocalDate first = dates.value().listed() != null ? dates.value().listed().get(0) : dates.value().until();
            if (!first.isAfter(accruesFrom.value())) {
                section.wrong("dates", "Dates after accrual starts on " + accruesFrom.value());
            }
        }
        Tranche of = tranche == null ? null : reading.tranches().get(tranche);
        if (of != null && accruesFrom != null && !accruesFrom.value().isBefore(of.finalDue())) {
            section.wrong("accrues-from", "A date before the tranche is repaid on " + of.finalDue());
        }
        return id == null || name == null || tranche == null || dayCount == null || accruesFrom == null || dates == null
                || rates.size() < items.size() || rates.isEmpty() ? null
                : new InterestTerm(id, name, tranche, dayCount, accruesFrom, rates, dates);
    }

    private static List<RateStep> rates(List<SheetSection> items, Sourced<LocalDate> accruesFrom) {
        List<RateStep> rates = new ArrayList<>();
        LocalDate before = null;
        for (SheetSection each : items) {
            if (!each.isFields()) {
                continue;
            }
            LocalDate from = each.value("from", SheetRules.DATE_RULE);
            Sourced<BigDecimal> percent = each.sourced("percent", SheetRules.PERCENT);
            if (from != null && before != null && !from.isAfter(before)) {
                each.wrong("from", "A date after that of the rate before it, " + before);
            }
            if (from != null && before == null && accruesFrom != null && from.isAfter(accruesFrom.value())) {
                each.wrong("from", "The first rate is in force when accrual starts: a date not after " + accruesFrom.value());
            }
            before = from == null ? before : from;
            if (from != null && percent != null) {
                rates.add(new RateStep(from, percent));
            }
        }
        return rates;
    }

    /** Either a list of dates, or {@code {every: quarterly, until: 2011-06-10}}. */
    private static Dates dates(SheetNode node) {
        if (node instanceof SheetNode.Fields fields) {
            for (String name : fields.byName().keySet()) {
                if (!name.equals("every") && !name.equals("until")) {
                    throw new NotRight(fields.byName().get(name).node(), "Write every and until, or a list of dates; there is no " + name);
                }
            }
            return Dates.every(part(fields, "every", SheetRules.FREQUENCY), part(fields, "until", SheetRules.DATE_RULE));
        }
        List<LocalDate> listed = SheetRules.DATES_IN_ORDER.read(node);
        if (listed.isEmpty()) {
            throw new NotRight("Write at least one date, or every and until");
        }
        return Dates.listed(listed);
    }

    private static <T> T part(SheetNode.Fields fields, String name, SheetRule<T> rule) {
        SheetNode.Field field = fields.byName().get(name);
        if (field == null || field.isNothing()) {
            throw new NotRight(fields, "Write both every and until, or a list of dates: " + name + " is missing");
        }
        try {
            return rule.read(field.node());
        } catch (NotRight e) {
            throw new NotRight(field.node(), name + ": " + e.getMessage());
        }
    }
}
