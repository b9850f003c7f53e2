package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.opengamma.strata.basics.date.DayCounts;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DayCountTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ACT/360  | 2010-06-10 | 2010-07-10 | 30d/360",
            "ACT/365F | 2010-06-10 | 2010-07-10 | 30d/365",
            "ACT/365F | 2012-01-01 | 2013-01-01 | 366d/365",
            "30/360   | 2010-06-10 | 2010-09-10 | 90d/360",
            "30/360   | 2010-01-31 | 2010-03-31 | 60d/360",
            "30/360   | 2010-01-30 | 2010-03-31 | 60d/360",
            "30/360   | 2010-01-29 | 2010-03-31 | 62d/360",
            "30E/360  | 2010-01-29 | 2010-03-31 | 61d/360",
            "30/360   | 2010-02-28 | 2010-03-31 | 33d/360",
            "30E/360  | 2010-02-28 | 2010-03-31 | 32d/360",
            "30/360   | 2010-01-31 | 2010-02-28 | 28d/360",
            "30E/360  | 2010-05-30 | 2010-05-31 | 0d/360",
            "ACT/ACT  | 2011-11-15 | 2012-05-15 | 47d/365 + 135d/366",
            "ACT/ACT  | 2012-11-15 | 2013-05-15 | 47d/366 + 134d/365",
            "ACT/ACT  | 2012-01-01 | 2013-01-01 | 366d/366",
            "ACT/ACT  | 2010-01-01 | 2011-01-01 | 365d/365",
            "ACT/ACT  | 2011-07-01 | 2013-07-01 | 365d/365 + 366d/366"})
    void the_formula_shows_the_days_over_the_year_and_the_fraction_is_its_value(String code, LocalDate start, LocalDate end,
            String formula) {
        DayCount dayCount = DayCount.byCode(code).orElseThrow();

        assertThat(dayCount.formula(start, end)).isEqualTo(formula);
        assertThat(dayCount.fraction(start, end)).isEqualTo(valueOf(formula));
    }

    private static Fraction valueOf(String formula) {
        Fraction sum = Fraction.ZERO;
        for (String term : formula.split(" \\+ ")) {
            sum = sum.plus(Fraction.parse(term.replace("d", "")));
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource
    void the_same_date_twice_is_no_time(DayCount dayCount) {
        for (LocalDate date = LocalDate.of(2011, 12, 1); date.getYear() < 2014; date = date.plusDays(1)) {
            assertThat(dayCount.days(date, date)).isZero();
            assertThat(dayCount.fraction(date, date)).isEqualTo(Fraction.ZERO);
            assertThat(dayCount.formula(date, date)).startsWith("0d/");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_start_after_the_end_is_refused(DayCount dayCount) {
        LocalDate start = LocalDate.of(2010, 6, 11);

        assertThatIllegalArgumentException().isThrownBy(() -> dayCount.days(start, start.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> dayCount.fraction(start, start.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> dayCount.formula(start, start.minusDays(1)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ACT_360", "ACT_365F", "ACT_ACT_ISDA"})
    void actual_days_add_up_across_any_cut(DayCount dayCount) {
        LocalDate start = LocalDate.of(2011, 11, 15);
        LocalDate end = LocalDate.of(2013, 2, 10);
        for (LocalDate cut = start; !cut.isAfter(end); cut = cut.plusDays(1)) {
            assertThat(dayCount.fraction(start, cut).plus(dayCount.fraction(cut, end))).isEqualTo(dayCount.fraction(start, end));
        }
    }

    @Test
    void the_days_are_those_that_strata_counts() {
        System.out.println("DayCountTest seed 360");
        Random random = new Random(360);
        for (int n = 0; n < 20_000; n++) {
            LocalDate start = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9_000));
            LocalDate end = start.plusDays(random.nextInt(2_000));
            assertThat(DayCount.THIRTY_360.days(start, end)).isEqualTo(DayCounts.THIRTY_360_ISDA.days(start, end));
            assertThat(DayCount.THIRTY_E_360.days(start, end)).isEqualTo(DayCounts.THIRTY_E_360.days(start, end));
            assertThat(DayCount.ACT_360.days(start, end)).isEqualTo(DayCounts.ACT_360.days(start, end));
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_is_found_by_its_code(DayCount dayCount) {
        assertThat(DayCount.byCode(dayCount.code())).contains(dayCount);
        assertThat(DayCount.byCode(dayCount.code() + "X")).isEmpty();
    }
}
