package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {

    private static final BusinessDays WEEKENDS = BusinessDays.of(List.of("NONE"), List.of());

    @Test
    void dates_are_counted_from_the_start_and_clamped_to_the_months_end() {
        assertThat(due(Schedule.regular(day("2011-10-31"), day("2012-03-31"), Frequency.MONTHLY, WEEKENDS, Convention.NONE, false)))
                .containsExactly(day("2011-11-30"), day("2011-12-31"), day("2012-01-31"), day("2012-02-29"), day("2012-03-31"));
    }

    @Test
    void the_last_period_may_be_short() {
        assertThat(Schedule.regular(day("2010-06-10"), day("2011-01-10"), Frequency.QUARTERLY, WEEKENDS, Convention.NONE, false))
                .containsExactly(
                        period("2010-06-10", "2010-09-10", "2010-09-10", "2010-09-10"),
                        period("2010-09-10", "2010-12-10", "2010-12-10", "2010-12-10"),
                        period("2010-12-10", "2011-01-10", "2011-01-10", "2011-01-10"));
    }

    /** 10 July 2010 is a Saturday. */
    @Test
    void cash_moves_to_a_business_day_and_the_interest_period_only_if_the_deal_says_so() {
        List<LocalDate> dates = List.of(day("2010-07-10"), day("2010-08-10"));

        assertThat(Schedule.listed(day("2010-06-10"), dates, WEEKENDS, Convention.PRECEDING, false)).containsExactly(
                period("2010-06-10", "2010-07-10", "2010-07-10", "2010-07-09"),
                period("2010-07-10", "2010-08-10", "2010-08-10", "2010-08-10"));
        assertThat(Schedule.listed(day("2010-06-10"), dates, WEEKENDS, Convention.PRECEDING, true)).containsExactly(
                period("2010-06-10", "2010-07-09", "2010-07-10", "2010-07-09"),
                period("2010-07-09", "2010-08-10", "2010-08-10", "2010-08-10"));
    }

    @Test
    void the_first_start_is_never_moved_though_it_is_a_sunday() {
        assertThat(Schedule.regular(day("2010-07-11"), day("2010-08-11"), Frequency.MONTHLY, WEEKENDS, Convention.FOLLOWING, true))
                .containsExactly(period("2010-07-11", "2010-08-11", "2010-08-11", "2010-08-11"));
    }

    @Test
    void what_makes_no_schedule_is_refused_and_named() {
        LocalDate start = day("2010-06-10");
        assertThatThrownBy(() -> Schedule.regular(start, start, Frequency.MONTHLY, WEEKENDS, Convention.NONE, false))
                .isInstanceOf(DateRefused.class).hasMessage("the maturity 2010-06-10 is not after the start 2010-06-10");
        assertThatThrownBy(() -> Schedule.regular(start, day("9999-12-31"), Frequency.MONTHLY, WEEKENDS, Convention.NONE, false))
                .isInstanceOf(DateRefused.class).hasMessageContaining("more than 10000 periods");
        assertThatThrownBy(() -> Schedule.listed(start, List.of(day("2010-09-10"), day("2010-09-10")), WEEKENDS, Convention.NONE, false))
                .isInstanceOf(DateRefused.class).hasMessage("the date 2010-09-10 is not after 2010-09-10");
        assertThatThrownBy(() -> Schedule.listed(day("2010-07-10"), List.of(day("2010-07-11")), WEEKENDS, Convention.PRECEDING, true))
                .isInstanceOf(DateRefused.class)
                .hasMessage("the date 2010-07-11 moves to 2010-07-09, before its period starts on 2010-07-10");
    }

    @ParameterizedTest
    @EnumSource
    void a_frequency_is_found_by_its_code_and_divides_a_year(Frequency frequency) {
        assertThat(Frequency.byCode(frequency.code())).contains(frequency);
        assertThat(Frequency.byCode("weekly")).isEmpty();
        assertThat(Schedule.regular(day("2010-06-10"), day("2011-06-10"), frequency, WEEKENDS, Convention.NONE, false))
                .hasSize(12 / frequency.months());
    }

    private static List<LocalDate> due(List<Period> periods) {
        return periods.stream().map(Period::due).toList();
    }

    private static Period period(String start, String end, String due, String pay) {
        return new Period(day(start), day(end), day(due), day(pay));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
