package org.prorata.deal;

import java.time.LocalDate;
import java.util.List;
import org.prorata.calc.Convention;

/**
 * On which day cash is due where a stated date is no business day. All four are always known.
 *
 * @param calendars codes whose union counts; weekends always count; empty is weekends only
 * @param ownHolidays the deal's own, in order
 * @param interestDatesAdjusted whether interest periods end on the adjusted date rather than on the stated one
 */
public record BusinessDayTerms(Sourced<List<String>> calendars, Sourced<List<LocalDate>> ownHolidays, Sourced<Convention> convention,
        Sourced<Boolean> interestDatesAdjusted) {

    public BusinessDayTerms withCalendars(Sourced<List<String>> changed) {
        return new BusinessDayTerms(changed, ownHolidays, convention, interestDatesAdjusted);
    }

    public BusinessDayTerms withOwnHolidays(Sourced<List<LocalDate>> changed) {
        return new BusinessDayTerms(calendars, changed, convention, interestDatesAdjusted);
    }

    public BusinessDayTerms withConvention(Sourced<Convention> changed) {
        return new BusinessDayTerms(calendars, ownHolidays, changed, interestDatesAdjusted);
    }

    public BusinessDayTerms withInterestDatesAdjusted(Sourced<Boolean> changed) {
        return new BusinessDayTerms(calendars, ownHolidays, convention, changed);
    }
}
