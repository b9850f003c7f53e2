package org.prorata.deal;

import java.util.Arrays;
import java.util.List;
import org.prorata.calc.BusinessDays;
import org.prorata.calc.Convention;
import org.prorata.calc.DayCount;
import org.prorata.calc.Frequency;

/** The description of the file format: the words it knows, and an example that imports as it stands. */
record FormatView(String example) {

    public String format() {
        return TermSheetReader.FORMAT;
    }

    public String provenances() {
        return joined(Arrays.stream(Provenance.values()).map(Provenance::word).toList());
    }

    public String dayCounts() {
        return joined(Arrays.stream(DayCount.values()).map(DayCount::code).toList());
    }

    public String conventions() {
        return joined(Arrays.stream(Convention.values()).map(Convention::code).toList());
    }

    public String frequencies() {
        return joined(Arrays.stream(Frequency.values()).map(Frequency::code).toList());
    }

    public String calendars() {
        return joined(List.copyOf(BusinessDays.knownCalendars()));
    }

    public String transferInterests() {
        return joined(Arrays.stream(InterestOnTransfer.values()).map(InterestOnTransfer::word).toList());
    }

    public String roles() {
        return joined(Party.ROLES);
    }

    public String causes() {
        return joined(Movement.CAUSES);
    }

    private static String joined(List<String> words) {
        return String.join(", ", words);
    }
}
