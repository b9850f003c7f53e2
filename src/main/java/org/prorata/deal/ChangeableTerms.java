package org.prorata.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.prorata.calc.BusinessDays;
import org.prorata.calc.Convention;
import org.prorata.calc.DayCount;
import org.prorata.calc.Money;
import org.prorata.calc.Period;
import org.prorata.calc.Schedule;

/** Which terms of a deal the agent can confirm or change, and what each change makes of the terms. */
final class ChangeableTerms {

    private ChangeableTerms() {
    }

    static List<ChangeableTerm<?>> of(Terms terms) {
        List<ChangeableTerm<?>> all = new ArrayList<>();
        for (InterestTerm term : terms.interest()) {
            String name = term.name().value();
            all.add(new ChangeableTerm<>("interest." + term.id() + ".day-count", "day-count", name, term.dayCount(),
                    text(term.dayCount(), DayCount::code), false, SheetRules.DAY_COUNT,
                    (t, value) -> interest(t, term.id(), i -> i.withDayCount(value))));
            all.add(new ChangeableTerm<>("interest." + term.id() + ".accrues-from", "accrues-from", name, term.accruesFrom(),
                    text(term.accruesFrom(), LocalDate::toString), false, SheetRules.DATE_RULE,
                    (t, value) -> interest(t, term.id(), i -> accruesFrom(t, i, value))));
        }
        BusinessDayTerms days = terms.businessDays();
        all.add(new ChangeableTerm<>("business-days.calendars", "calendars", null, days.calendars(),
                text(days.calendars(), c -> String.join(", ", c)), true, SheetRules.CALENDARS,
                (t, value) -> t.withBusinessDays(t.businessDays().withCalendars(value))));
        all.add(new ChangeableTerm<>("business-days.own-holidays", "own-holidays", null, days.ownHolidays(),
                text(days.ownHolidays(), h -> String.join(", ", h.stream().map(LocalDate::toString).toList())), true, SheetRules.DATES_IN_ORDER,
                (t, value) -> t.withBusinessDays(t.businessDays().withOwnHolidays(value))));
        all.add(new ChangeableTerm<>("business-days.convention", "convention", null, days.convention(),
                text(days.convention(), Convention::code), false, SheetRules.CONVENTION,
                (t, value) -> t.withBusinessDays(t.businessDays().withConvention(value))));
        all.add(new ChangeableTerm<>("business-days.interest-dates-adjusted", "interest-dates-adjusted", null, days.interestDatesAdjusted(),
                text(days.interestDatesAdjusted(), String::valueOf), false, SheetRules.YES_OR_NO,
                (t, value) -> t.withBusinessDays(t.businessDays().withInterestDatesAdjusted(value))));
        if (terms.warrants() != null) {
            addOfWarrants(all, terms.warrants());
        }
        addOfTransfers(all, terms);
        return all;
    }

    private static void addOfTransfers(List<ChangeableTerm<?>> all, Terms terms) {
        TransferTerms transfers = terms.transfers();
        all.add(new ChangeableTerm<>("transfers.minimum", "transfer-minimum", null, transfers.minimum(),
                text(transfers.minimum(), minor -> transfers.hasMinimum() ? Money.ofMinor(minor, terms.currency()).grouped() : TransferTerms.NONE), false,
                TransfersSection.minimum(terms.currency()), (t, value) -> t.withTransfers(t.transfers().withMinimum(value))));
        all.add(new ChangeableTerm<>("transfers.whole-holdings", "whole-holdings", null, transfers.wholeHoldings(),
                text(transfers.wholeHoldings(), String::valueOf), false, SheetRules.YES_OR_NO,
                (t, value) -> t.withTransfers(t.transfers().withWholeHoldings(value))));
        all.add(new ChangeableTerm<>("transfers.interest", "transfer-interest", null, transfers.interest(),
                text(transfers.interest(), InterestOnTransfer::word), false, TransfersSection.INTEREST,
                (t, value) -> t.withTransfers(t.transfers().withInterest(value))));
    }

    private static void addOfWarrants(List<ChangeableTerm<?>> all, WarrantTerms warrants) {
        all.add(new ChangeableTerm<>("warrants.expiry-time", "expiry-time", null, warrants.expiryTime(),
                text(warrants.expiryTime(), Object::toString), false, SheetRules.TIME_RULE,
                (t, value) -> t.withWarrants(t.warrants().withExpiryTime(value))));
        all.add(new ChangeableTerm<>("warrants.expiry-zone", "expiry-zone", null, warrants.expiryZone(),
                text(warrants.expiryZone(), Object::toString), false, SheetRules.ZONE,
                (t, value) -> t.withWarrants(t.warrants().withExpiryZone(value))));
        all.add(new ChangeableTerm<>("warrants.stapled", "stapled", null, warrants.stapled(), text(warrants.stapled(), String::valueOf), false,
                SheetRules.YES_OR_NO, (t, value) -> t.withWarrants(t.warrants().withStapled(value))));
    }

    static Optional<ChangeableTerm<?>> of(Terms terms, String field) {
        return of(terms).stream().filter(t -> t.field().equals(field)).findFirst();
    }

    private static <T> String text(Sourced<T> value, Function<T, String> written) {
        return value.known() ? written.apply(value.value()) : null;
    }

    private static Terms interest(Terms terms, String id, UnaryOperator<InterestTerm> change) {
        return terms.withInterest(terms.interest().stream().map(i -> i.id().equals(id) ? change.apply(i) : i).toList());
    }

    /** Dates that were counted from the old start stay where they were, listed: only what accrues by then changes, not when it is due. */
    private static InterestTerm accruesFrom(Terms terms, InterestTerm term, Sourced<LocalDate> start) {
        Dates dates = term.dates().value();
        if (dates.frequency() == null || start.value().equals(term.accruesFrom().value())) {
            return term.withAccruesFrom(start);
        }
        List<LocalDate> due = Schedule.regular(term.accruesFrom().value(), dates.until(), dates.frequency(),
                BusinessDays.of(List.of(), List.of()), Convention.NONE, false).stream().map(Period::due).toList();
        return new InterestTerm(term.id(), term.name(), term.tranche(), term.dayCount(), start, term.rates(),
                Sourced.of(Dates.listed(due), term.dates().provenance(), term.dates().clause(), term.dates().note()));
    }
}
