package org.prorata.deal;

import java.time.LocalDate;
import java.util.List;
import org.prorata.calc.BusinessDays;
import org.prorata.calc.Convention;
import org.prorata.calc.DateRefused;
import org.prorata.calc.Schedule;

/** Makes every schedule of the terms once, so that what no calendar or convention can make of the dates is said at import. */
final class ScheduleChecks {

    private ScheduleChecks() {
    }

    static void check(SheetSection file, Terms terms) {
        for (int i = 0; i < terms.interest().size(); i++) {
            note(file, "interest[" + (i + 1) + "].dates", "interest", refusal(terms, terms.interest().get(i)));
        }
        note(file, "tranches", "tranches", refusalOfDueDates(terms, terms.tranches().stream()
                .flatMap(t -> t.repayments().stream()).map(Instalment::due).toList()));
        note(file, "stated", "stated", refusalOfDueDates(terms, terms.stated().stream()
                .flatMap(t -> t.amounts().stream()).map(StatedAmount::due).toList()));
    }

    private static void note(SheetSection file, String path, String section, String refusal) {
        if (refusal != null) {
            file.reading().problems().add(file.raw(section).line(), path, "", refusal);
        }
    }

    /** Why no schedule can be made of the term, or null. */
    static String refusal(Terms terms, InterestTerm term) {
        try {
            LocalDate from = term.accruesFrom().value();
            Dates dates = term.dates().value();
            BusinessDays days = businessDays(terms);
            Convention convention = terms.businessDays().convention().value();
            boolean adjusted = terms.businessDays().interestDatesAdjusted().value();
            if (dates.frequency() != null) {
                Schedule.regular(from, dates.until(), dates.frequency(), days, convention, adjusted);
            } else {
                Schedule.listed(from, dates.listed(), days, convention, adjusted);
            }
            return null;
        } catch (DateRefused e) {
            return e.getMessage();
        }
    }

    /** Why one of the dates cannot be moved to a business day, or null. */
    static String refusalOfDueDates(Terms terms, List<LocalDate> due) {
        try {
            BusinessDays days = businessDays(terms);
            due.forEach(d -> days.adjust(d, terms.businessDays().convention().value()));
            return null;
        } catch (DateRefused e) {
            return e.getMessage();
        }
    }

    private static BusinessDays businessDays(Terms terms) {
        return BusinessDays.of(terms.businessDays().calendars().value(), terms.businessDays().ownHolidays().value());
    }
}
