package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.calc.BusinessDays.Moved;
import org.prorata.calc.BusinessDays.NonBusinessDay;

class BusinessDaysTest {

    private static final BusinessDays DEAL = BusinessDays.of(List.of("GBLO", "USNY", "CATO"), List.of());

    @Test
    void the_second_instalment_due_on_saturday_10_july_2010_must_be_there_by_friday_the_9th() {
        LocalDate saturday = LocalDate.of(2010, 7, 10);

        Moved moved = DEAL.adjust(saturday, Convention.PRECEDING);

        assertThat(moved).isEqualTo(new Moved(saturday, LocalDate.of(2010, 7, 9),
                List.of(new NonBusinessDay(saturday, true, List.of()))));
        assertThat(moved.moved()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2010-06-10", "2010-09-10", "2010-12-10", "2011-03-10", "2011-06-10", "2012-01-10"})
    void the_other_dates_of_the_deal_are_business_days(LocalDate date) {
        assertThat(DEAL.adjust(date, Convention.PRECEDING)).isEqualTo(new Moved(date, date, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
            "2010-07-31, none, 2010-07-31", "2010-07-31, following, 2010-08-02",
            "2010-07-31, modified-following, 2010-07-30", "2010-07-31, preceding, 2010-07-30",
            "2010-07-10, modified-following, 2010-07-12", "2010-07-09, following, 2010-07-09"})
    void each_convention_moves_a_weekend_its_own_way(LocalDate stated, String convention, LocalDate adjusted) {
        BusinessDays weekends = BusinessDays.of(List.of("NONE"), List.of());

        assertThat(weekends.adjust(stated, Convention.byCode(convention).orElseThrow()).adjusted()).isEqualTo(adjusted);
    }

    /** Good Friday 2 April and Easter Monday 5 April 2010: New York's banks are open on both, Toronto's on the Monday. */
    @Test
    void every_day_passed_over_is_told_with_the_calendars_that_close_it() {
        Moved moved = DEAL.adjust(LocalDate.of(2010, 4, 2), Convention.FOLLOWING);

        assertThat(moved.adjusted()).isEqualTo(LocalDate.of(2010, 4, 6));
        assertThat(moved.because()).containsExactly(
                new NonBusinessDay(LocalDate.of(2010, 4, 2), false, List.of("GBLO", "CATO")),
                new NonBusinessDay(LocalDate.of(2010, 4, 3), true, List.of()),
                new NonBusinessDay(LocalDate.of(2010, 4, 4), true, List.of()),
                new NonBusinessDay(LocalDate.of(2010, 4, 5), false, List.of("GBLO")));
    }

    @Test
    void a_holiday_of_one_calendar_closes_the_union() {
        LocalDate canadaDay = LocalDate.of(2010, 7, 1);

        assertThat(DEAL.isBusinessDay(canadaDay)).isFalse();
        assertThat(BusinessDays.of(List.of("GBLO", "USNY"), List.of()).isBusinessDay(canadaDay)).isTrue();
        assertThat(DEAL.adjust(canadaDay, Convention.PRECEDING).because())
                .containsExactly(new NonBusinessDay(canadaDay, false, List.of("CATO")));
    }

    @Test
    void a_deals_own_holiday_counts_and_is_called_the_deals() {
        LocalDate own = LocalDate.of(2010, 6, 10);
        BusinessDays days = BusinessDays.of(List.of(), List.of(own));

        assertThat(days.adjust(own, Convention.FOLLOWING)).isEqualTo(
                new Moved(own, own.plusDays(1), List.of(new NonBusinessDay(own, false, List.of(BusinessDays.OWN)))));
    }

    @Test
    void an_unknown_calendar_is_refused_and_the_known_ones_are_named() {
        assertThat(BusinessDays.knownCalendars()).containsExactly("CATO", "GBLO", "NONE", "USNY");
        assertThatThrownBy(() -> BusinessDays.of(List.of("GBLO", "gblo"), List.of())).isInstanceOf(DateRefused.class)
                .hasMessage("calendar \"gblo\" is not known; known are CATO, GBLO, NONE, USNY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBLO", "USNY", "CATO"})
    void dates_outside_the_years_that_the_calendars_know_are_refused(String code) {
        BusinessDays days = BusinessDays.of(List.of(code), List.of());

        assertThat(holidaysOnWeekdays(days, 1950)).isPositive();
        assertThat(holidaysOnWeekdays(days, 2099)).isPositive();
        assertThatThrownBy(() -> days.isBusinessDay(LocalDate.of(1949, 12, 31))).isInstanceOf(DateRefused.class);
        assertThatThrownBy(() -> days.adjust(LocalDate.of(2100, 1, 1), Convention.FOLLOWING)).isInstanceOf(DateRefused.class)
                .hasMessage("2100-01-01 is outside the years that the holiday calendars know, 1950 to 2099");
        assertThat(BusinessDays.of(List.of("NONE"), List.of()).isBusinessDay(LocalDate.of(2100, 1, 1))).isTrue();
    }

    private static long holidaysOnWeekdays(BusinessDays days, int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !days.isBusinessDay(day)).count();
    }

    @ParameterizedTest
    @EnumSource
    void a_convention_is_found_by_its_code_and_leaves_business_days_alone(Convention convention) {
        assertThat(Convention.byCode(convention.code())).contains(convention);
        assertThat(Convention.byCode("someday")).isEmpty();
        assertThat(DEAL.adjust(LocalDate.of(2010, 6, 10), convention).moved()).isFalse();
    }
}
