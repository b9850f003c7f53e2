package org.prorata.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "5666666.67      | USD | 5666666.67   | 5,666,666.67",
            "5,666,666.67    | USD | 5666666.67   | 5,666,666.67",
            "17000000        | USD | 17000000.00  | 17,000,000.00",
            "999.5           | USD | 999.50       | 999.50",
            "0               | USD | 0.00         | 0.00",
            "-0.00           | USD | 0.00         | 0.00",
            "-1234.05        | USD | -1234.05     | −1,234.05",
            "−0.05           | USD | -0.05        | −0.05",
            "-100            | USD | -100.00      | −100.00",
            "1234567         | JPY | 1234567      | 1,234,567",
            "123456.789      | KWD | 123456.789   | 123,456.789",
            "007.10          | USD | 7.10         | 7.10"})
    void an_amount_is_read_and_written(String text, String currency, String decimal, String grouped) {
        Money money = Money.parse(text, Currency.getInstance(currency));

        assertThat(money.decimal()).isEqualTo(decimal);
        assertThat(money.grouped()).isEqualTo(grouped);
        assertThat(Money.parse(money.decimal(), money.currency())).isEqualTo(money);
        assertThat(Money.parse(money.grouped(), money.currency())).isEqualTo(money);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e6", "5,66", "1,2345", ",123", "12,345,67.00", "1.", ".5", "1.2.3", "$5", "5 000", "--5", "+5", "NaN",
            "0x10", "１２", "12,34,567"})
    void what_is_no_amount_is_refused_and_named(String text) {
        assertThatThrownBy(() -> Money.parse(text, USD)).isInstanceOf(NotMoney.class)
                .hasMessage("\"" + text + "\" is not an amount: write digits with a point before the decimals, like 5666666.67");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1.005    | USD | USD has at most 2 decimals, like 5666666.67",
            "1.000    | USD | USD has at most 2 decimals, like 5666666.67",
            "5.5      | JPY | JPY has no decimals, like 566666667",
            "1.2345   | KWD | KWD has at most 3 decimals, like 566666.667"})
    void more_decimals_than_the_currency_has_are_refused_not_rounded(String text, String currency, String right) {
        assertThatThrownBy(() -> Money.parse(text, Currency.getInstance(currency))).isInstanceOf(NotMoney.class)
                .hasMessage("\"" + text + "\" is not an amount: " + right);
    }

    @Test
    void an_absurd_length_is_refused_in_a_short_and_clean_message() {
        assertThat(Money.parse("9".repeat(28) + ".99", USD).minor()).hasToString("9".repeat(30));
        assertThatThrownBy(() -> Money.parse("9".repeat(29) + ".99", USD)).isInstanceOf(NotMoney.class);
        assertThatThrownBy(() -> Money.parse("1\r\n" + "x".repeat(10_000_000), USD)).isInstanceOf(NotMoney.class)
                .hasMessage("\"1??" + "x".repeat(37) + "…\" is not an amount: it is longer than 30 digits");
        assertThatThrownBy(() -> Money.parse(" ", USD)).hasMessage("\"\" is not an amount: write one like 5666666.67");
        assertThatThrownBy(() -> Money.parse(null, USD)).isInstanceOf(NotMoney.class);
    }

    @Test
    void amounts_of_one_currency_are_added_and_compared() {
        Money sum = Money.parse("0.10", USD).plus(Money.parse("0.20", USD));

        assertThat(sum).isEqualTo(Money.of(30, USD)).isGreaterThan(Money.of(29, USD));
        assertThat(sum.minus(Money.of(30, USD)).isZero()).isTrue();
        assertThat(sum.negated().signum()).isEqualTo(-1);
    }

    @Test
    void amounts_of_two_currencies_are_never_mixed() {
        Money dollars = Money.of(1, USD);
        Money yen = Money.of(1, Currency.getInstance("JPY"));

        assertThatIllegalArgumentException().isThrownBy(() -> dollars.plus(yen));
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.minus(yen));
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.compareTo(yen));
    }

    @Test
    void what_has_no_minor_unit_is_no_currency_of_an_amount() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, Currency.getInstance("XAU")));
    }
}
