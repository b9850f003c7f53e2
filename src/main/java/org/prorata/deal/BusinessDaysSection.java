package org.prorata.deal;

import java.util.List;

/** {@code business-days:} of a term sheet. */
final class BusinessDaysSection {

    private static final List<String> NAMES = List.of("calendars", "own-holidays", "convention", "interest-dates-adjusted");

    private BusinessDaysSection() {
    }

    static BusinessDayTerms read(SheetSection file) {
        SheetSection section = file.requiredSection("business-days", NAMES);
        if (section == null || !section.isFields()) {
            return null;
        }
        return new BusinessDayTerms(section.known("calendars", SheetRules.CALENDARS),
                section.knownOr(Sourced.of(List.of(), file.reading().provenance()), "own-holidays", SheetRules.DATES_IN_ORDER),
                section.known("convention", SheetRules.CONVENTION),
                section.known("interest-dates-adjusted", SheetRules.YES_OR_NO));
    }
}
