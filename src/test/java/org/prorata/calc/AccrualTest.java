package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccrualTest {

    private static final Fraction TEN_PERCENT = Fraction.of(1, 10);
    private static final BigInteger THIRTY_MILLION = millions(30);

    /** The table of the deal's record: 10 % a year. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "13 | 2010-06-10 | 2010-07-10 | 30  | 106,849.32   | 108,333.33   | 108,333.33",
            "30 | 2010-06-10 | 2010-09-10 | 92  | 756,164.38   | 766,666.67   | 750,000.00",
            "30 | 2010-09-10 | 2010-12-10 | 91  | 747,945.21   | 758,333.33   | 750,000.00",
            "30 | 2010-12-10 | 2011-03-10 | 90  | 739,726.03   | 750,000.00   | 750,000.00",
            "30 | 2011-03-10 | 2011-06-10 | 92  | 756,164.38   | 766,666.67   | 750,000.00",
            "30 | 2010-06-10 | 2011-06-10 | 365 | 3,000,000.00 | 3,041,666.67 | 3,000,000.00"})
    void the_deals_interest_is_as_its_record_says(long millions, LocalDate start, LocalDate end, int days, String act365, String act360,
            String thirty360) {
        assertThat(DayCount.ACT_365F.days(start, end)).isEqualTo(days);
        assertThat(interest(millions, DayCount.ACT_365F, start, end)).isEqualTo(act365);
        assertThat(interest(millions, DayCount.ACT_360, start, end)).isEqualTo(act360);
        assertThat(interest(millions, DayCount.THIRTY_360, start, end)).isEqualTo(thirty360);
    }

    /** 3,000,000 × (47/365 + 135/366). */
    @Test
    void thirty_million_over_a_leap_years_boundary_under_actual_actual() {
        assertThat(interest(30, DayCount.ACT_ACT_ISDA, day("2011-11-15"), day("2012-05-15"))).isEqualTo("1,492,858.75");
    }

    private static String interest(long millions, DayCount dayCount, LocalDate start, LocalDate end) {
        BigInteger cents = Accrual.round(Accrual.exact(millions(millions), TEN_PERCENT, dayCount, start, end));
        return Money.ofMinor(cents, Currency.getInstance("USD")).grouped();
    }

    @Test
    void a_component_is_rounded_once_half_up() {
        assertThat(Accrual.round(Fraction.of(5, 2))).isEqualTo(3);
        assertThat(Accrual.round(Fraction.of(249, 100))).isEqualTo(2);
    }

    /**
     * January to March: 30/360 counts 29 Jan – 31 Mar as 62 days, but cut on 30 January as 1 + 60. The borrower's period is cut only by
     * what changes for the borrower, so a transfer on that day leaves its total alone.
     */
    @Test
    void a_transfer_in_the_middle_of_a_thirty_360_period_does_not_change_what_the_borrower_owes() {
        LocalDate start = day("2010-01-29");
        LocalDate transfer = day("2010-01-30");
        LocalDate end = day("2010-03-31");
        NavigableMap<LocalDate, BigInteger> outstanding = from("2010-01-01", THIRTY_MILLION);
        outstanding.put(transfer, millions(18).add(millions(12)));
        NavigableMap<LocalDate, Fraction> rates = new TreeMap<>();
        rates.put(start, TEN_PERCENT);

        List<Stretch> uncut = Cut.stretches(start, end, outstanding, rates);
        List<Stretch> cut = List.of(new Stretch(start, transfer, THIRTY_MILLION, TEN_PERCENT),
                new Stretch(transfer, end, THIRTY_MILLION, TEN_PERCENT));

        assertThat(uncut).containsExactly(new Stretch(start, end, THIRTY_MILLION, TEN_PERCENT));
        assertThat(Accrual.sum(uncut, DayCount.THIRTY_360)).isEqualTo(Fraction.of(300_000_000).times(Fraction.of(62, 360)));
        assertThat(Accrual.sum(cut, DayCount.THIRTY_360)).as("one day less: a wrong total")
                .isEqualTo(Fraction.of(300_000_000).times(Fraction.of(61, 360)));
    }

    @Test
    void a_period_is_cut_where_the_principal_or_the_rate_really_changes_and_nowhere_else() {
        LocalDate start = day("2010-06-10");
        LocalDate end = day("2010-09-10");
        NavigableMap<LocalDate, BigInteger> principal = from("2010-06-01", THIRTY_MILLION);
        principal.put(day("2010-07-01"), THIRTY_MILLION);
        principal.put(day("2010-08-01"), millions(20));
        principal.put(end, BigInteger.ZERO);
        NavigableMap<LocalDate, Fraction> rates = new TreeMap<>();
        rates.put(start, TEN_PERCENT);
        rates.put(day("2010-07-15"), Fraction.of(10, 100));
        rates.put(day("2010-08-15"), Fraction.of(12, 100));

        List<Stretch> stretches = Cut.stretches(start, end, principal, rates);

        assertThat(stretches).containsExactly(
                new Stretch(start, day("2010-08-01"), THIRTY_MILLION, TEN_PERCENT),
                new Stretch(day("2010-08-01"), day("2010-08-15"), millions(20), TEN_PERCENT),
                new Stretch(day("2010-08-15"), end, millions(20), Fraction.of(3, 25)));
        assertThat(Accrual.sum(stretches, DayCount.ACT_365F)).as("3m × 52d + 2m × 14d + 2.4m × 26d, over 365, in cents")
                .isEqualTo(Fraction.of(100L * (3_000_000L * 52 + 2_000_000L * 14 + 2_400_000L * 26), 365));
    }

    @Test
    void before_its_first_entry_a_lender_has_no_principal() {
        NavigableMap<LocalDate, Fraction> rates = new TreeMap<>();
        rates.put(day("2010-06-10"), TEN_PERCENT);

        assertThat(Cut.stretches(day("2010-06-10"), day("2010-07-10"), from("2010-06-20", millions(1)), rates)).containsExactly(
                new Stretch(day("2010-06-10"), day("2010-06-20"), BigInteger.ZERO, TEN_PERCENT),
                new Stretch(day("2010-06-20"), day("2010-07-10"), millions(1), TEN_PERCENT));
    }

    @Test
    void no_days_are_no_stretches_and_no_interest() {
        LocalDate date = day("2010-06-10");

        assertThat(Cut.stretches(date, date, new TreeMap<>(), new TreeMap<>())).isEmpty();
        assertThat(Accrual.sum(List.of(), DayCount.ACT_360)).isEqualTo(Fraction.ZERO);
    }

    @Test
    void a_period_without_a_rate_or_that_ends_before_it_starts_is_refused() {
        LocalDate start = day("2010-06-10");
        assertThatIllegalArgumentException().isThrownBy(() -> Cut.stretches(start, start.plusDays(1), new TreeMap<>(), new TreeMap<>()))
                .withMessage("no rate is in force on 2010-06-10");
        assertThatIllegalArgumentException().isThrownBy(() -> Cut.stretches(start, start.minusDays(1), new TreeMap<>(), new TreeMap<>()));
    }

    private static NavigableMap<LocalDate, BigInteger> from(String date, BigInteger principal) {
        NavigableMap<LocalDate, BigInteger> map = new TreeMap<>();
        map.put(day(date), principal);
        return map;
    }

    private static BigInteger millions(long millions) {
        return BigInteger.valueOf(millions * 100_000_000);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
