package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {

    @ParameterizedTest
    @CsvSource({"2, 4, 1/2", "-2, 4, -1/2", "2, -4, -1/2", "-2, -4, 1/2", "0, -7, 0", "6, 3, 2", "17, 60, 17/60",
            "9223372036854775807, 9223372036854775807, 1", "-9223372036854775808, -9223372036854775808, 1",
            "-9223372036854775808, 6, -4611686018427387904/3", "1, -9223372036854775808, -1/9223372036854775808"})
    void lowest_terms_over_a_denominator_above_zero(long numerator, long denominator, String written) {
        assertThat(Fraction.of(numerator, denominator)).hasToString(written).isEqualTo(Fraction.parse(written))
                .hasSameHashCodeAs(Fraction.parse(written));
    }

    @Test
    void arithmetic_is_exact() {
        Fraction third = Fraction.of(1, 3);
        Fraction sixth = Fraction.of(1, 6);

        assertThat(third.plus(sixth)).isEqualTo(Fraction.of(1, 2));
        assertThat(sixth.minus(third)).isEqualTo(Fraction.of(-1, 6));
        assertThat(third.times(sixth)).isEqualTo(Fraction.of(1, 18));
        assertThat(third.dividedBy(sixth.negated())).isEqualTo(Fraction.of(-2));
        assertThat(third.minus(third)).isSameAs(Fraction.ZERO);
        assertThat(third.compareTo(sixth)).isPositive();
        assertThat(Fraction.of(new BigDecimal("0.10"))).isEqualTo(Fraction.of(1, 10));
        assertThat(Fraction.of(new BigDecimal("12E+2"))).isEqualTo(Fraction.of(1200));
    }

    @Test
    void sums_of_any_size_stay_in_lowest_terms() {
        System.out.println("FractionTest seed 42");
        Random random = new Random(42);
        for (int n = 0; n < 20_000; n++) {
            BigInteger numerator = new BigInteger(random.nextInt(140), random).subtract(new BigInteger(random.nextInt(140), random));
            BigInteger denominator = new BigInteger(random.nextInt(140), random).add(BigInteger.ONE);
            Fraction fraction = Fraction.of(numerator, denominator);
            BigInteger common = numerator.gcd(denominator);
            assertThat(fraction.numerator()).isEqualTo(numerator.divide(common));
            assertThat(fraction.denominator()).isEqualTo(denominator.divide(common));
        }
    }

    @ParameterizedTest
    @CsvSource({"5/2, 2, 3", "-5/2, -3, -3", "7/3, 2, 2", "-7/3, -3, -2", "8/3, 2, 3", "4, 4, 4", "0, 0, 0", "-1/2, -1, -1",
            "149/100, 1, 1"})
    void whole_numbers_below_and_nearest(String fraction, long floor, long halfUp) {
        assertThat(Fraction.parse(fraction).floor()).isEqualTo(floor);
        assertThat(Fraction.parse(fraction).roundHalfUp()).isEqualTo(halfUp);
    }

    @ParameterizedTest
    @CsvSource({"1/2, 0, 0", "3/2, 0, 2", "-3/2, 0, -2", "1/8, 2, 3/25", "3/8, 2, 19/50", "2/3, 3, 667/1000"})
    void half_even_to_some_decimals(String fraction, int decimals, String rounded) {
        assertThat(Fraction.parse(fraction).roundHalfEven(decimals)).isEqualTo(Fraction.parse(rounded));
    }

    @Test
    void a_share_is_shown_with_nine_decimals_of_a_percent() {
        assertThat(Fraction.of(100, 9).toDecimal(9, RoundingMode.HALF_UP)).isEqualTo(new BigDecimal("11.111111111"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1/", "/2", "1/0", "1/-2", "--1", "+1", "1.5", "1e3", " 1", "1/2/3", "٣"})
    void what_is_no_fraction_is_refused(String text) {
        assertThatThrownBy(() -> Fraction.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void what_would_only_fill_the_memory_is_refused() {
        assertThatThrownBy(() -> Fraction.parse("9".repeat(10_000_000))).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Fraction.of(new BigDecimal("1E-1000000000"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.of(new BigDecimal("1E+1000000000"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void nothing_is_divided_by_zero() {
        assertThatThrownBy(() -> Fraction.ONE.dividedBy(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
    }
}
