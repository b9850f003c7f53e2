package org.prorata.calc;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which payments can be made: neither a weekend, nor a holiday of any of the calendars named, nor one of a deal's own.
 *
 * <p>The holidays of London (GBLO), New York (USNY) and Toronto (CATO) are Strata's and reach from 1950 to 2099. Beyond those years it
 * answers as if there were none; here such a date is refused with {@link DateRefused}, since a wrong business day is a wrong payment.
 * NONE is weekends only, in any year.
 */
public final class BusinessDays {

    /** The code under which a deal's own holidays are shown. */
    public static final String OWN = "DEAL";

    private static final LocalDate FIRST_KNOWN = LocalDate.of(1950, 1, 1);
    private static final LocalDate LAST_KNOWN = LocalDate.of(2099, 12, 31);
    private static final String WEEKENDS_ONLY = "NONE";
    private static final Map<String, HolidayCalendar> HOLIDAYS = Map.of(
            "GBLO", HolidayCalendarIds.GBLO.resolve(ReferenceData.standard()),
            "USNY", HolidayCalendarIds.USNY.resolve(ReferenceData.standard()),
            "CATO", HolidayCalendarIds.CATO.resolve(ReferenceData.standard()));

    private final Map<String, HolidayCalendar> calendars = new LinkedHashMap<>();
    private final Set<LocalDate> ownHolidays;

    /**
     * The union of the calendars named and a deal's own holidays. No calendar at all is the same as NONE.
     *
     * @throws DateRefused for a code that is not one of {@link #knownCalendars()}
     */
    public static BusinessDays of(Collection<String> calendarCodes, Collection<LocalDate> ownHolidays) {
        return new BusinessDays(calendarCodes, ownHolidays);
    }

    private BusinessDays(Collection<String> calendarCodes, Collection<LocalDate> ownHolidays) {
        for (String code : calendarCodes) {
            if (!knownCalendars().contains(code)) {
                throw new DateRefused("calendar \"" + code + "\" is not known; known are " + String.join(", ", knownCalendars()));
            }
            if (!code.equals(WEEKENDS_ONLY)) {
                calendars.put(code, HOLIDAYS.get(code));
            }
        }
        this.ownHolidays = Set.copyOf(ownHolidays);
    }

    /** GBLO, USNY, CATO and NONE, sorted. */
    public static Set<String> knownCalendars() {
        Set<String> codes = new TreeSet<>(HOLIDAYS.keySet());
        codes.add(WEEKENDS_ONLY);
        return codes;
    }

    /** @throws DateRefused outside the years that the calendars know */
    public boolean isBusinessDay(LocalDate date) {
        refuseOutside(date);
        return !isWeekend(date) && !ownHolidays.contains(date)
                && calendars.values().stream().noneMatch(calendar -> calendar.isHoliday(date));
    }

    /**
     * The date moved by the convention, with every day that was passed over and why.
     *
     * @throws DateRefused where a day that must be looked at is outside the years that the calendars know
     */
    public Moved adjust(LocalDate stated, Convention convention) {
        LocalDate adjusted = convention.adjust(stated, this::isBusinessDay);
        List<NonBusinessDay> because = new ArrayList<>();
        int step = adjusted.isBefore(stated) ? -1 : 1;
        for (LocalDate day = stated; !day.equals(adjusted); day = day.plusDays(step)) {
            because.add(nonBusinessDay(day));
        }
        return new Moved(stated, adjusted, List.copyOf(because));
    }

    private NonBusinessDay nonBusinessDay(LocalDate day) {
        List<String> closed = new ArrayList<>();
        if (!isWeekend(day)) {
            calendars.forEach((code, calendar) -> {
                if (calendar.isHoliday(day)) {
                    closed.add(code);
                }
            });
        }
        if (ownHolidays.contains(day)) {
            closed.add(OWN);
        }
        return new NonBusinessDay(day, isWeekend(day), List.copyOf(closed));
    }

    private void refuseOutside(LocalDate date) {
        if (!calendars.isEmpty() && (date.isBefore(FIRST_KNOWN) || date.isAfter(LAST_KNOWN))) {
            throw new DateRefused(date + " is outside the years that the holiday calendars know, 1950 to 2099");
        }
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** @param because every day passed over, starting at the stated one and in the direction of the move; empty where it stayed */
    public record Moved(LocalDate stated, LocalDate adjusted, List<NonBusinessDay> because) {

        public boolean moved() {
            return !stated.equals(adjusted);
        }
    }

    /**
     * @param weekend   a Saturday or Sunday
     * @param calendars the codes of those whose holiday it is ({@link #OWN} for the deal's own); on a weekend only the deal's own is
     *                  told, since the calendars count weekends among their holidays
     */
    public record NonBusinessDay(LocalDate date, boolean weekend, List<String> calendars) {
    }
}
